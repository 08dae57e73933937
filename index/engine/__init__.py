"""From a tree to the documents that match it, the best first: what another engine would replace."""
