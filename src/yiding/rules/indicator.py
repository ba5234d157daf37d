"""Figures reported 指标: numerator and denominator from the entries, with the entries behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.rules.entries import Entry


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure on a day: `value` in the indicator's unit, none where the denominator is nothing.

    `part` and `whole` are the two numbers it is made of (a sum has no whole); `behind` are the
    ids of the entries in the part, `lacking` those that count in the whole only.
    """

    value: Decimal | None
    part: Decimal
    whole: Decimal | None
    behind: tuple[str, ...]
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure that a ledger reports; `formula` says in Chinese what is divided by what.

    `better` is ``more`` or ``less``: which way a target is passed.
    """

    slug: str
    title: str
    english: str
    unit: str
    period: str
    formula: str
    kind: str
    better: str
    lines: Callable[[Sequence[Entry], date], Figure]

    def figure(self, entries: Iterable[Entry], on: date) -> Figure:
        """The figure of a day over entries of its kind."""
        return self.lines([one for one in entries if one.kind == self.kind], on)


def indicator(  # noqa: PLR0913 - one parameter a thing every indicator must say
    *,
    english: str,
    unit: str,
    period: str,
    formula: str,
    kind: str,
    better: str = "more",
) -> Callable[[Callable[[Sequence[Entry], date], Figure]], Indicator]:
    """Make an indicator of a function of entries and a day; its docstring is the Chinese title."""

    def made(lines: Callable[[Sequence[Entry], date], Figure]) -> Indicator:
        title = (lines.__doc__ or "").strip().rstrip("。")
        slug = lines.__name__.replace("_", "-")
        return Indicator(slug, title, english, unit, period, formula, kind, better, lines)

    return made


def indicators_of(module: Any) -> tuple[Indicator, ...]:
    """Every indicator of a ledger's ``indicators.py``, in the order it stands there."""
    return tuple(one for one in vars(module).values() if isinstance(one, Indicator))


def share(part: Sequence[Entry], whole: Sequence[Entry], scale: int = 100) -> Figure:
    """Entries in the part over entries in the whole, in per cent."""
    inside = {one.id for one in part}
    count = Decimal(len(whole))
    return Figure(
        value=Decimal(len(part)) * scale / count if count else None,
        part=Decimal(len(part)),
        whole=count,
        behind=tuple(one.id for one in part),
        lacking=tuple(one.id for one in whole if one.id not in inside),
    )


def ratio(part: Decimal, whole: Decimal, behind: Iterable[Entry], scale: int = 1) -> Figure:
    """One sum over another."""
    ids = tuple(one.id for one in behind)
    return Figure(part * scale / whole if whole else None, part, whole, ids)


def total(amount: Decimal | int, behind: Iterable[Entry]) -> Figure:
    """A sum or a count."""
    exact = Decimal(amount)
    return Figure(exact, exact, None, tuple(one.id for one in behind))
