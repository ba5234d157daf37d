"""Finding a phrase, an address or a unit."""
