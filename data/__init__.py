"""The descriptions and the rules that keep them true.

Nothing here knows of the search index or of the web: values in, values out.
"""
