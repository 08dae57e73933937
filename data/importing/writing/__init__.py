"""From a proposal to the files of a description, and to the report of how it came about."""
