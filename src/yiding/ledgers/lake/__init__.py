"""The ledger of the lake's safe summer 太湖安全度夏."""
