"""The ledgers through the year: each by its own file; the office's targets, and the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from yiding.demo.deeds import Deed
from yiding.demo.enrolment import Enrolled
from yiding.demo.ledgers.dates import words
from yiding.demo.ledgers.ledger_year import LedgerYear
from yiding.ledgers.base.assessment import Item, SheetWish, keep_sheet, set_target
from yiding.ledgers.base.models import LedgerKeeper
from yiding.ledgers.catalogue import SLUGS
from yiding.registry.roles import Role

_TARGETS, _WHOLE = -280, 100


@cache
def years() -> dict[str, ModuleType]:
    """The file of each ledger that has a year here, by slug, in the order of the ledgers."""
    names = {slug: f"{__package__}.{slug}" for slug in SLUGS}
    return {slug: import_module(name) for slug, name in names.items() if find_spec(name)}


def told(table: str) -> list[dict[str, Any]]:
    """Every row that the ledgers' words have of a table: ``proof``, ``target``, ``assessed``."""
    return [row for slug in years() for row in words(f"{slug}.toml").get(table, ())]


def keepers() -> dict[str, str]:
    """主管单位: the code of the unit that keeps each ledger."""
    return {slug: module.KEEPER for slug, module in years().items()}


def appoint(rows: Enrolled) -> None:
    """Say which unit keeps which ledger."""
    LedgerKeeper.objects.bulk_create(
        LedgerKeeper(jurisdiction=rows.city, ledger=slug, unit=rows.units[code])
        for slug, code in keepers().items()
    )


class Keeping:
    """Everything that happens to the ledgers; ``share`` is how much of a city's data there is."""

    def __init__(self, seed: int, today: date, rows: Enrolled, share: float = 1) -> None:
        self._seed, self._today, self._rows, self._share = seed, today, rows, share

    def deeds(self) -> Iterator[Deed]:
        """All of it, in no order."""
        for slug, module in years().items():
            yield from module.deeds(self._year(slug, module.KEEPER))
        office = self._year("ledgers", "")
        yield office.deed(_TARGETS, 15, "ledgers", self._set_targets)

    def _year(self, slug: str, keeper: str) -> LedgerYear:
        return LedgerYear(slug, keeper, self._seed, self._today, self._rows, self._share)

    def _set_targets(self, at: datetime) -> None:
        """The office's targets for the year, and the sheet that weighs them."""
        by_on = date(self._today.year, 12, 31)
        officer = self._rows.desks_of(Role.SUPERVISION_DIRECTOR, None, at.date())[0].account
        for one in told("target"):
            set_target(officer, one["indicator"], Decimal(one["amount"]), by_on, at)
        sheet = words("assessment.toml")
        wish = SheetWish(self._today.year, sheet["title"], assessed(), None, sheet["basis"])
        keep_sheet(officer, wish, at)


def assessed() -> list[Item]:
    """The rows of the sheet: whole weights in the measure of the ledgers' points, 100 in all."""
    rows = told("assessed")
    weights = shared_out(_WHOLE, [row["points"] for row in rows])
    return [
        Item(row["indicator"], Decimal(weight), Decimal(row["target"]))
        for row, weight in zip(rows, weights, strict=True)
    ]


def shared_out(whole: int, points: Sequence[int]) -> list[int]:
    """A whole number in whole shares by points; what is left over goes to the largest rests."""
    every = sum(points)
    shares = [whole * one // every for one in points]
    rests = sorted(range(len(points)), key=lambda at: (-(whole * points[at] % every), at))
    for at in rests[: whole - sum(shares)]:
        shares[at] += 1
    return shares
