"""A unit's desk, and the list of units."""
