"""What a data file may hold: one table of fields, a row for each key.

Here, and nowhere else, the files' Swedish keys meet the English names of the model. The loader, the checks, the
extractor of translations and the tables of keys in ``data/README.md`` are made from it. A row tells a key's attribute,
the kind of its value, what it means, whether it is required or translated, and whether its words are the description's.
"""
