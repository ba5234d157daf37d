"""The kit of rules."""
