"""Language rules: data files with a reason per line."""
