"""The migrations of the exchange."""
