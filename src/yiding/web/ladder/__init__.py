"""Slips and the rule packs that propose them."""
