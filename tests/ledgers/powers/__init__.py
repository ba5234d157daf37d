"""Tests of the ledger of powers."""
