"""Dated values beside a column: which row an entry's keys choose, as cases over the keys.

A key is found by halving: a word among thirty is met in five comparisons. Where several values
hang on the same keys the row is numbered once, and each value is chosen by that number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from yiding.rules.values import Key

#: So few keys are compared one by one.
_FEW = 4
NO_ROW = -1
"""The number where no row has the keys."""


def by_keys(told: Sequence[nw.Expr], amounts: Mapping[Key, nw.Expr], none: nw.Expr) -> nw.Expr:
    """What stands under the keys that some columns tell, or `none`."""
    if not told:
        return amounts.get((), none)
    below: dict[str, dict[Key, nw.Expr]] = {}
    for key, one in amounts.items():
        below.setdefault(key[0], {})[key[1:]] = one
    leaves = [(part, by_keys(told[1:], below[part], none)) for part in sorted(below)]
    return _halved(told[0], leaves, none)


def _halved(told: nw.Expr, leaves: Sequence[tuple[str, nw.Expr]], none: nw.Expr) -> nw.Expr:
    if len(leaves) > _FEW:
        at = len(leaves) // 2
        is_before = told < nw.lit(leaves[at][0])
        before, behind = leaves[:at], leaves[at:]
        return (
            nw.when(is_before)
            .then(_halved(told, before, none))
            .otherwise(_halved(told, behind, none))
        )
    chosen = none
    for part, leaf in reversed(leaves):
        chosen = nw.when(told == nw.lit(part)).then(leaf).otherwise(chosen)
    return chosen


def by_number(number: nw.Expr, amounts: Sequence[Any], none: nw.Expr) -> nw.Expr:
    """What the row of a number holds; `amounts` has none where a row holds nothing."""
    runs: list[tuple[int, Any]] = [(NO_ROW, None)]
    for at, amount in enumerate(amounts):
        if amount != runs[-1][1]:
            runs.append((at, amount))
    return _in_runs(number, runs, none)


def _in_runs(number: nw.Expr, runs: Sequence[tuple[int, Any]], none: nw.Expr) -> nw.Expr:
    if len(runs) == 1:
        amount = runs[0][1]
        return none if amount is None else nw.lit(amount)
    at = len(runs) // 2
    is_before = number < runs[at][0]
    before, behind = _in_runs(number, runs[:at], none), _in_runs(number, runs[at:], none)
    return nw.when(is_before).then(before).otherwise(behind)
