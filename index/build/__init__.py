"""From descriptions to a generation: what is written once, beside what serves."""
