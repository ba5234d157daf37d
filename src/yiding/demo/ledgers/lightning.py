"""防雷减灾's year: the register, reports quarter by quarter, storms as they came, the figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yiding.demo.deeds import Deed
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows
from yiding.demo.ledgers.lightning_happened import Happened
from yiding.demo.ledgers.lightning_register import Register

KEEPER = "LH038"
_REGISTERED, _QUARTERS, _LAST = -318, (-240, -150, -60), -8


def deeds(year: LedgerYear) -> Iterator[Deed]:
    """The register first, what happened since at each quarter's end, and a check at the last."""
    files = _Files(year)
    yield year.file(_REGISTERED, "防雷场所和装置登记", files.registered)
    for back in _QUARTERS:
        yield year.file(back, "防雷检测许可和雷电监测", files.since)
    yield year.file(_LAST, "防雷检测许可和雷电监测", files.since)
    yield year.check(_LAST + 1)


class _Files:
    """The files one after the other: each has what the ones before did not say."""

    def __init__(self, year: LedgerYear) -> None:
        self._register = Register(year.seed, year.today, year.share)
        self._happened = Happened(year.seed, year.today, year.share)
        self._sent = dict[tuple[str, str], dict[str, Any]]()

    def registered(self, on: date) -> Rows:
        """Places, structures, devices and bodies, and the reports there were."""
        return {**self._register.things(), **self.since(on)}

    def since(self, on: date) -> Rows:
        """What is new or says something else than the last time."""
        rows: Rows = {}
        known = (*self._register.reports(on), *self._happened.known(on))
        for kind, row in known:
            if self._sent.get((kind, row["id"])) != row:
                self._sent[kind, row["id"]] = row
                rows.setdefault(kind, []).append(row)
        return rows
