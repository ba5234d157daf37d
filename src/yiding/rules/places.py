"""Which rows hold at a place: its own, its city's, its province's, the country's."""

from __future__ import annotations

from functools import lru_cache

COUNTRY = "100000"
"""The place code of a row that holds everywhere."""


@lru_cache(maxsize=4096)
def chain(place: str) -> tuple[str, ...]:
    """From the place itself to the country: 320506 → 320506, 320500, 320000, 100000.

    A code of more than six digits (a town, a compound) begins with its county's six.
    """
    code = (place or COUNTRY)[:6].ljust(6, "0")
    steps = (code, code[:4] + "00", code[:2] + "0000", COUNTRY)
    return tuple(dict.fromkeys(steps))
