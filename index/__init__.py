"""From entries to ranked, faceted answers.

The way of a query: `index.request` → `index.question.understanding` (words to a tree) → `index.engine.local` (tree to
documents, scores, facet counts) → `index.answer.search` (documents to a `SearchResult`).
"""
