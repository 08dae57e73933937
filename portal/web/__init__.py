"""Between HTTP and the pages: what is let in, what it asks for, which headers go out, how errors are told."""
