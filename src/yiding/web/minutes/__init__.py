"""Minutes: the list of papers, and a paper beside its matters."""
