"""What a ledger gets by being one: entries kept, checked, brought in, given out, counted."""
