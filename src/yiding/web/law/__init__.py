"""The law: what is cited, where it stands, since when, and which rules rest on it."""
