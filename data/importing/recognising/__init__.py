"""What a document says, told from its outline: one stage per kind of fact, each of which may ask those before it."""
