"""From what an engine found to what a page shows: hits, snippets, facets, expansions, suggestions."""
