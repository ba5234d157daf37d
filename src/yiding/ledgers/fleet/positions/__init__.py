"""Positions 定位: where vehicles were, by the million as Parquet, made into trips and alerts.

What terminals send is never a row of the database. Frames lie in a spool; `take` brings them into
files of columns by day, each position once; trips are worked out where the columns lie, and what
may need a person's look becomes an alert of the ledger, never a verdict.
"""
