"""The ledger of accidents 安全生产事故."""
