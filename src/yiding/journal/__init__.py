"""The journal 流转记录: one append-only, hash-chained event for every act."""
