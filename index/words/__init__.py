"""From text to words and terms, for entries and queries alike: what needs no index."""
