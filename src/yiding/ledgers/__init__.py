"""The ledgers 台账 that a matter's closing is proved by: one folder of one shape each."""
