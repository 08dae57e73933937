"""The pages: a frozen dataclass each, made from the searcher, shown by one template each."""
