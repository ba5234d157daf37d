"""办公用房's year: the count; later what was let, built and given up; the year's returns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from yiding.demo.deeds import Deed
from yiding.demo.ledgers import stewardship
from yiding.demo.ledgers.estate import Estate
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows

KEEPER = "LH030"
_COUNTED, _REPORTED, _RETURNED = -290, -84, -16


def deeds(year: LedgerYear) -> Iterator[Deed]:
    """Three files, half a year and a quarter apart."""
    estate = Estate(year.seed, year.today, year.share)
    yield year.file(_COUNTED, "办公用房清查登记", partial(_counted, year, estate))
    yield year.file(_REPORTED, "租借维修和处置情况", partial(_reported, year))
    yield year.file(_RETURNED, "办公用房年度报告", partial(_returned, year, estate))


def _counted(year: LedgerYear, estate: Estate, _: date) -> Rows:
    last_year, some = year.today.year - 1, estate.bodies[:8]
    return {
        "compound": estate.compounds(),
        "building": estate.buildings(),
        "unit": stewardship.scales(estate.bodies, year.seed),
        "person": stewardship.people(year.today, is_first=True),
        "allocation": stewardship.allocations(year.today),
        "office": estate.offices(),
        "annual_return": stewardship.returns(some, last_year, year.today, year.seed),
    }


def _reported(year: LedgerYear, _: date) -> Rows:
    kinds = ("lease", "works", "disposal")
    return {name: stewardship.numbered(name, year.today) for name in kinds}


def _returned(year: LedgerYear, estate: Estate, _: date) -> Rows:
    returns = stewardship.returns(estate.bodies, year.today.year, year.today, year.seed)
    return {
        "building": estate.buildings(registered_later=True),
        "person": stewardship.people(year.today, is_first=False),
        "annual_return": returns,
    }
