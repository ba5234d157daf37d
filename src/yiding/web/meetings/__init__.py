"""Topics from their filing to an outcome, and meetings from their plan to their minutes."""
