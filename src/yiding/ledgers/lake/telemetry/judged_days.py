"""A station's day as a sample 水样 of means, and what the rules say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from yiding.ledgers.catalogue import Ledger, ledger
from yiding.ledgers.lake.figures import BY_RULE
from yiding.ledgers.lake.hj212.practice import CHINA
from yiding.ledgers.lake.telemetry.days import StationDay
from yiding.ledgers.lake.telemetry.frames import Law
from yiding.ledgers.lake.telemetry.stations import Register, Station
from yiding.ledgers.lake.trophic import PLACES
from yiding.rules import Entry, Finding
from yiding.rules.judging import judge


@dataclass(frozen=True, slots=True)
class JudgedDay:
    """What a station's day comes to: class 1 to 6 and its term, main pollutants, the index.

    None where the rules cannot say; ``undecided`` is then their sentence.
    """

    number: int | None = None
    term: str | None = None
    pollutants: str | None = None
    tli: Decimal | None = None
    grade: str | None = None
    undecided: str | None = None


def sample_of(day: StationDay, station: Station | None, place: str) -> Entry:
    """A station's daily means as an entry of kind ``sample``, automatic, at noon.

    It names neither target nor zone: whether a target is met, manual samples decide.
    """
    values: dict[str, Any] = {
        "station": day.station,
        "sample_time": datetime.combine(day.day, time(12), CHINA),
        "method": "automatic",
        "valid": True,
        **day.means,
    }
    if day.tli is not None and not day.is_incomplete:
        values[BY_RULE] = round(day.tli, PLACES)
    if station is not None and station.body:
        values["body"] = station.body
    return Entry("sample", f"{day.station}@{day.day}", place, values)


def judged(day: StationDay, register: Register, law: Law) -> JudgedDay:
    """The class of the point by its daily means, what made it so, and the index."""
    sample = sample_of(day, register.by_code.get(day.station), law.place)
    found = _first(_judge("class-of-point", sample, law))
    worse = _first(_judge("main-pollutants", sample, law))
    is_told = found is not None and found.answer.value is not None
    return JudgedDay(
        number=int(str(found.answer.value)) if found is not None and is_told else None,
        term=str(found.answer.label) if found is not None and is_told else None,
        pollutants=str(worse.answer.label) if worse is not None else None,
        tli=day.tli,
        grade=day.grade,
        undecided=found.answer.note if found is not None and not is_told else None,
    )


def _judge(slug: str, sample: Entry, law: Law) -> list[Finding]:
    book = _book()
    rule = next(one for one in book.rule_named(slug) if one.kind == "sample")
    return judge(rule, book.values, sample, law.on)


def _first(findings: list[Finding]) -> Finding | None:
    return findings[0] if findings else None


@cache
def _book() -> Ledger:
    return ledger("lake")
