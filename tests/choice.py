"""What of very many alike is looked at each time: YIDING_EVERY_PAGE=true is for all of them.

``make pages`` sets it. Without it a test that goes over every page made by one template takes the
first and the last of each sort; what sorts them is what the template decides by.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

One = TypeVar("One")
EVERY = os.environ.get("YIDING_EVERY_PAGE") == "true"


def looked_at(every: Iterable[One], sort_of: Callable[[One], Hashable]) -> list[One]:
    """All of them, or the first and the last of each sort, in their order."""
    found = list(every)
    if EVERY:
        return found
    sorts = [sort_of(one) for one in found]
    last = {sort: at for at, sort in enumerate(sorts)}
    seen = set[Hashable]()
    ends = []
    for at, (one, sort) in enumerate(zip(found, sorts, strict=True)):
        if sort not in seen or last[sort] == at:
            ends.append(one)
        seen.add(sort)
    return ends
