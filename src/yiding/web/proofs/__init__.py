"""Matters whose closing a ledger shows: what was said beside what stands there."""
