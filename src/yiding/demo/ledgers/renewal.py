"""老旧小区改造's year: the plan, what was begun, paid and finished, what residents say of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yiding.demo.deeds import Deed
from yiding.demo.ledgers.dates import dated, day, words
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows
from yiding.demo.ledgers.renewal_projects import Works
from yiding.demo.ledgers.renewal_residents import Residents

KEEPER = "LH014"
#: Days on which the files come, and what each is called.
_FILES = (
    (-284, "老旧小区改造年度计划"),
    (-176, "老旧小区改造开工情况"),
    (-92, "老旧小区改造进展和资金"),
    (-6, "老旧小区改造进展和验收"),
)
_MECHANISMS_DUE = -150
#: Days that are planned or due, and so may lie ahead of the day they are written on.
_AHEAD = frozenset({"planned_start", "planned_finish", "due_on", "ends_on"})


def deeds(year: LedgerYear) -> Iterator[Deed]:
    """A file a quarter, each with what is new since the one before, and a check at the end."""
    reports = _Reports(year)
    for back, name in _FILES:
        yield year.file(back, name, reports.news)
    yield year.check(_FILES[-1][0] + 4)


class _Reports:
    """The files one after the other."""

    def __init__(self, year: LedgerYear) -> None:
        self._today = year.today
        self._works = Works(year.seed, year.today, year.share)
        self._residents = Residents(self._works, year.seed)
        self._sent = dict[tuple[str, str], dict[str, Any]]()

    def news(self, on: date) -> Rows:
        """What is new or says something else than the last time."""
        rows: Rows = {}
        for kind, row in self._every(on):
            told = known_by(row, on)
            if told is not None and self._sent.get((kind, row["id"])) != told:
                self._sent[kind, row["id"]] = told
                rows.setdefault(kind, []).append(told)
        return rows

    def _every(self, on: date) -> Iterator[tuple[str, dict[str, Any]]]:
        yield from self._works.rows(on)
        yield from self._residents.rows()
        for no, one in enumerate(words("renewal.toml")["mechanism"], 1):
            yield "mechanism", mechanism(no, dated(one, self._today), self._today)


def mechanism(no: int, told: dict[str, Any], today: date) -> dict[str, Any]:
    """One of the nine, with its document's number once it is issued."""
    issued = told.get("issued_on")
    number = f"临建发〔{issued.year}〕{20 + no}号" if issued else None
    due_on = day(today, _MECHANISMS_DUE)
    return {"id": f"JZ-{no}", "no": str(no), "number": number, "due_on": due_on, "total": 9, **told}


def known_by(row: dict[str, Any], on: date) -> dict[str, Any] | None:
    """The row as it could be written on a day; none where it came about later (``_since``)."""
    if row.get("_since") is not None and row["_since"] > on:
        return None
    own = {name: one for name, one in row.items() if not name.startswith("_")}
    return {
        name: None if isinstance(one, date) and one > on and name not in _AHEAD else one
        for name, one in own.items()
    }
