"""Mutants of rules and thresholds: each must be seen by a worked example (``make mutate``)."""
