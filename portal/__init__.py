"""The web application and the command line: the only part that knows of requests, clocks and settings."""
