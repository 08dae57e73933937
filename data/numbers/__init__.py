"""What `data.identity_numbers` is made of: texts as they are read, digits in groups, and words that label them."""
