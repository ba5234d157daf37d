"""The mayor's page: one sheet of A4."""
