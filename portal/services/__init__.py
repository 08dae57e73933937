"""What lives as long as the process: settings, the searcher on the current generation, catalogues, static files."""
