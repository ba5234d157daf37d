"""Where a sentence stands in its paper: its item, its clause, and the next free number there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from yiding.dates import parse_number
from yiding.followup.accounting import next_clause
from yiding.followup.models import Minutes

_CLAUSE = re.compile(r"(?:^|\n)[\s\u3000]*[（(]([一二三四五六七八九十]{1,3})[)）]")


def item_in(minutes: Minutes, at: int) -> int:
    """The number of the item a character stands in; 1 before and after all of them."""
    for item in minutes.reading.get("items", ()):
        if item["span"][0] <= at < item["span"][1]:
            return int(item["no"])
    return 1


def clause_number(minutes: Minutes, at: int) -> int:
    """The number of the clause （二） a character stands in; 0 where none stands."""
    begin = next(
        (
            item["span"][0]
            for item in minutes.reading.get("items", ())
            if item["span"][0] <= at < item["span"][1]
        ),
        0,
    )
    opened = [found.group(1) for found in _CLAUSE.finditer(minutes.text, begin, at + 6)]
    return int(parse_number(opened[-1]) or 0) if opened else 0


def clause_in(minutes: Minutes, at: int, taken: Iterable[Any]) -> str:
    """The next free number of the clause a character stands in."""
    stem = f"{item_in(minutes, at)}.{clause_number(minutes, at)}"
    return next_clause(taken, f"{stem}.0")
