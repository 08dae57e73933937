"""Measures the search beside other engines, on corpora of any size: ``vagvisaren bench``."""
