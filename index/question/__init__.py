"""From what a person wrote to a query tree: which words carry content, and how each is understood."""
