"""The inspections, held against oracles of their own."""
