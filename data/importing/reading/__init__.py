"""Reads documents: what stands in a file as words in order, with what is known of how each stood there."""
