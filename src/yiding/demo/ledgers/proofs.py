"""Matters whose closing a ledger shows: found by their words, named and read by the real acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from yiding.demo.deeds import Deed, moment
from yiding.demo.diary import working_day_from
from yiding.demo.enrolment import Enrolled
from yiding.demo.ledgers.keeping import told
from yiding.demo.seeds import MatterSeed
from yiding.followup.act import Call, act
from yiding.followup.action import Action
from yiding.followup.models import Matter
from yiding.followup.proving import read_what_is_due
from yiding.registry.roles import Role

_AFTER, _WEEK = timedelta(days=2), timedelta(days=7)
_NAME = "matter.name_test"


@dataclass(frozen=True)
class Proof:
    """办结检验 to be: a matter, and the figure with its target, or the entry, that shows it."""

    matter: MatterSeed
    address: str
    target: int | None
    by_on: date | None = None

    def fields(self) -> dict[str, Any]:
        """As the form takes them."""
        kind = "entry" if ":" in self.address else "indicator"
        told: dict[str, Any] = {"kind": kind, "address": self.address}
        if self.by_on is not None:
            told["by_on"] = self.by_on.isoformat()
        return told if self.target is None else {**told, "target": str(self.target)}


def proofs_of(matters: Iterable[MatterSeed]) -> Iterator[Proof]:
    """Those whose words a ledger's table has: for each of its rows the newest matter."""
    rows = told("proof")
    newest: dict[int, MatterSeed] = {}
    for matter in matters:
        fitting = (no for no, one in enumerate(rows) if _says(matter, one["words"]))
        if (found := next(fitting, None)) is not None:
            newest[found] = matter
    for no, matter in newest.items():
        days = rows[no].get("by_days")
        by_on = None if days is None else matter.printed_on + timedelta(days=days)
        yield Proof(matter, rows[no]["address"], rows[no].get("target"), by_on)


def _says(matter: MatterSeed, wanted: Iterable[str]) -> bool:
    return all(word in matter.action for word in wanted)


def naming(matters: Iterable[MatterSeed], rows: Enrolled) -> Iterator[Deed]:
    """Each test named two days after the matter was handed over, where it still may be."""
    for proof in proofs_of(matters):
        at = moment(working_day_from(proof.matter.printed_on + _AFTER), 16, 40)
        yield Deed(at, proof.matter.address, partial(_name, proof, rows, at))


def readings(first: date, today: date, rows: Enrolled) -> Iterator[Deed]:
    """Every Monday, and on the last day, whatever fell due is held against the ledgers."""
    day = first + timedelta(days=-first.weekday() % 7)
    while day < today:
        yield _reading(moment(day, 7, 30), rows)
        day += _WEEK
    yield _reading(moment(today, 7, 30), rows)


def _reading(at: datetime, rows: Enrolled) -> Deed:
    return Deed(at, "proofs due", partial(_read, rows, at))


def _read(rows: Enrolled, at: datetime) -> None:
    read_what_is_due(rows.city, at)


def _name(proof: Proof, rows: Enrolled, at: datetime) -> None:
    """A matter that was noted or closed meanwhile is not tested any more."""
    address = proof.matter.address
    matter = Matter.objects.filter(address=address).first()
    if matter is None or matter.state not in Action.registered[_NAME].sources:
        return
    officer = rows.desks_of(Role.SUPERVISOR, None, at.date())[0].account
    act(Call(_NAME, address, proof.fields()), officer, at)
