"""The overview: the page every desk begins with."""
