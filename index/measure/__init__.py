"""How good the search is, measured on judged queries beside plain full text."""
