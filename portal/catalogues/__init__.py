"""Catalogues: what is to be translated, whether it is, and how it reaches a generation (docs/decisions/0016)."""
