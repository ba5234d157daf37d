"""Tests of the exchange between departments."""
