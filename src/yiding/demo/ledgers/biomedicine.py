"""生物医药产业's year: the plan and who is there, what each quarter brings, the last word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from yiding.demo.deeds import Deed
from yiding.demo.ledgers.biomedicine_figures import goals, statistics, tables
from yiding.demo.ledgers.biomedicine_firms import Firms, payments, platforms, talents
from yiding.demo.ledgers.biomedicine_products import Products
from yiding.demo.ledgers.biomedicine_work import Work
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows

KEEPER = "LH006"
_QUARTERS = (-262, -174, -83, -9)
"""The days on which files come in: after each quarter, and just before the last day."""


def deeds(year: LedgerYear) -> Iterator[Deed]:
    """Four files, each with what is new since, and everything checked anew at the end."""
    firms = Firms(year.seed, year.today, year.share)
    products = Products(firms, year.seed, year.share)
    work = Work(year.seed, year.today, year.share)
    for at, back in enumerate(_QUARTERS):
        made = partial(_told, year, firms, products, work, at)
        yield year.file(back, "生物医药产业台账", made)
    yield year.check(_QUARTERS[-1] + 6)


def _told(  # noqa: PLR0913, PLR0917 - one parameter a part of the ledger
    year: LedgerYear, firms: Firms, products: Products, work: Work, at: int, on: date
) -> Rows:
    """What is new or says something else than the last time."""
    standing: Rows = (
        {} if at else {**work.plan(), "park": firms.parks(), "statistic": statistics(on)}
    )
    told: Rows = {
        **standing,
        "measure": work.measures(on),
        "goal": goals(at, on),
        "enterprise": firms.rows(at),
        "drug": products.drugs(on),
        "device": products.devices(on),
        "platform": platforms(year.today, on),
        "payment": payments(firms, year.today, on),
    }
    if at == len(_QUARTERS) - 1:
        told |= {"talent": talents(on), "publication": tables(firms, on)}
    return told
