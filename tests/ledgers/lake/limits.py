"""What must hold of the limits of classes whatever they are: no example can tell all of it.

Where two classes share a limit (COD, 15 mg/L in Ⅰ and Ⅱ), nothing is ever of the second, so an
example cannot tell that its limit is wrong.
"""

from __future__ import annotations

from itertools import pairwise

from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.lake.factors import OXYGEN
from yiding.ledgers.lake.options import CLASSES


def limits_never_tighten(lake: Ledger) -> bool:
    """Whether each class of each column allows at least what the class before it allows."""
    rows = lake.values.tables["class_limit"].rows
    return all(_loosens(row.amounts, column) for row in rows for column, _ in row.amounts)


def _loosens(amounts: dict[tuple[str, ...], object], column: str) -> bool:
    """Oxygen is the one item of which more is better."""
    limits = [amounts[column, one.name] for one in CLASSES]
    pairs = pairwise(limits[::-1] if column == OXYGEN else limits)
    return all(one <= next_ for one, next_ in pairs)  # type: ignore[operator]
