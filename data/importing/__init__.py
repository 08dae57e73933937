"""From a document to a description: read, propose, write, each step a value that the next one takes."""
