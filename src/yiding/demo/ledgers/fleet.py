"""公务用车's year: quotas and register, what was driven and paid, renewals, disposal, the check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from yiding.demo.deeds import Deed
from yiding.demo.ledgers import fleet_positions
from yiding.demo.ledgers.fleet_cars import Pool
from yiding.demo.ledgers.fleet_running import Running
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows

KEEPER = "LH030"
#: Days on which the files come; the last one tells what was asked for and disposed of as well.
_BACKS = (-288, -196, -104, -8)
_BEFORE = -800


def deeds(year: LedgerYear) -> Iterator[Deed]:
    """The register first, then a file a quarter, and a check of everything at the end."""
    pool = Pool(year.seed, year.today, year.share)
    running = Running(pool, year.seed, year.today)
    for after, until in pairwise((_BEFORE, *_BACKS)):
        made = partial(_rows, year, pool, running, after, until)
        name = "公务用车编制和登记" if after == _BEFORE else "公务用车使用和费用"
        yield year.file(until, name, made)
    yield from fleet_positions.deeds(year, pool)
    yield year.check(_BACKS[-1] + 3)


def _rows(year: LedgerYear, pool: Pool, running: Running, after: int, until: int, _: date) -> Rows:
    rows = running.between(_day(year, after), _day(year, until))
    if after == _BEFORE:
        rows |= {"quota": pool.quotas(), "vehicle": pool.register(),
                 "annual_return": running.returns()}  # fmt: skip
        rows["cost_line"] = [*rows.get("cost_line", ()), *running.last_year()]
    if until == _BACKS[-1]:
        rows |= {"vehicle": pool.register(is_later=True), "renewal": pool.renewals()}
        rows |= {"disposal": pool.told("disposal", "CZ"), "event": pool.told("event", "SJ")}
    return rows


def _day(year: LedgerYear, back: int) -> date:
    return year.today + timedelta(days=back)
