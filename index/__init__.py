"""From entries to ranked, faceted answers.

The way of a query: `index.question` (words to a tree) → `index.engine` (tree to entries, scores, facet counts) →
`index.answer` (those to a `SearchResult`), with `index.words` below them all; `index.build` writes what they read.
"""

import warnings

# Whoosh 2.7.4 has invalid escapes and compares with literals by "is". Python says so when it compiles the package: at
# every start where it cannot keep the compiled files, and nobody here can mend it.
warnings.filterwarnings("ignore", category=SyntaxWarning, module=r".*[\\/]whoosh[\\/]")
