"""The desks of the three administrators: none sees business, none does another's work."""
