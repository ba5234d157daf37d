"""The ledger of accidents."""
