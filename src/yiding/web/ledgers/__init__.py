"""The ledgers: their lists, entries, checks, imports, rules and indicators."""
