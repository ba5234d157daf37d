"""Where evidence is read live: ledgers register here, and the follow-through knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from yiding.followup.models import Matter
from yiding.registry.models import Jurisdiction


class UnknownSource(LookupError):
    """An address that no ledger answers for."""


@dataclass(frozen=True)
class Choice:
    """Something a closing test may name: its address, how it is called, its unit."""

    address: str
    title: str
    group: str
    unit: str = ""


@dataclass(frozen=True)
class Shown:
    """What a ledger shows on a day.

    `value` is in `unit`, none where there is no data; `part` of `whole` make it up; `holds` is
    whether an entry is as it should be, none for a figure, which is held against a target by
    `better` (``more`` or ``less``). `behind` and `lacking` are keys of entries.
    """

    address: str
    title: str
    as_of: date
    value: Decimal | None
    part: Decimal | None = None
    whole: Decimal | None = None
    unit: str = ""
    better: str = "more"
    holds: bool | None = None
    behind: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """What might prove a matter: the kind of test, its address and target, and why."""

    kind: str
    address: str
    target: Decimal | None
    why: str


class Source(Protocol):
    """One kind of evidence that is read live."""

    def choices(self, jurisdiction: Jurisdiction) -> Iterable[Choice]:
        """What may be named; nothing where there are too many to list."""
        ...

    def check(self, address: str) -> None:
        """Nothing, or `UnknownSource` with what to write instead; nothing is worked out."""
        ...

    def show(self, address: str, jurisdiction: Jurisdiction, on: date) -> Shown:
        """What stands there on a day, or `UnknownSource` as `check` says it."""
        ...


Proposer = Callable[[Matter], Iterable[Proposal]]
_SOURCES: dict[str, Source] = {}
_PROPOSERS: list[Proposer] = []


def register(kind: str, source: Source) -> None:
    """Answer for a kind of closing test; called once, when the application starts."""
    _SOURCES[kind] = source


def register_proposer(proposer: Proposer) -> None:
    """Say what might prove a matter; called once, when the application starts."""
    _PROPOSERS.append(proposer)


def proposals(matter: Matter) -> list[Proposal]:
    """What might prove it, the best first; nothing where no ledger knows such matters."""
    return [one for proposer in _PROPOSERS for one in proposer(matter)]


def choices(kind: str, jurisdiction: Jurisdiction) -> list[Choice]:
    """What a test of a kind may name; nothing where no ledger is installed."""
    source = _SOURCES.get(kind)
    return list(source.choices(jurisdiction)) if source else []


def check(kind: str, address: str) -> None:
    """Whether a ledger answers for an address; `UnknownSource` where none does."""
    _answering(kind).check(address)


def show(kind: str, address: str, jurisdiction: Jurisdiction, on: date) -> Shown:
    """What the ledger shows."""
    return _answering(kind).show(address, jurisdiction, on)


def _answering(kind: str) -> Source:
    source = _SOURCES.get(kind)
    if source is None:
        raise UnknownSource(f"没有登记“{kind}”这一类台账佐证。")
    return source
