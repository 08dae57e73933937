"""From entries to ranked, faceted answers.

The way of a query: `index.request` → `index.understanding` (words to a tree) → `index.engine` (tree to
documents, scores, facet counts) → `index.search` (documents to a `SearchResult`).
"""
