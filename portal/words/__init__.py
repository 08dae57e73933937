"""What the portal says, in the language of the request."""
