"""Panels 专页: what a ledger draws on its own page beside the list every ledger has.

A ledger's ``panels.py`` holds functions marked ``@panel``; the page of the ledger finds them by
`panels_of`, gives each what it may look at, and shows what comes back. No Django here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from yiding.rules.entries import Entry
from yiding.rules.finding import Verdict


@dataclass(frozen=True, slots=True)
class Panel:
    """A drawing with its title; `template` stands under ``templates/<ledger>/`` of the ledger.

    The template is given `context` and nothing else.
    """

    title: str
    title_en: str
    template: str
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as a reader may see it: what the rules made of it, and where its page is."""

    entry: Entry
    verdict: Verdict | None
    href: str


@dataclass(frozen=True, slots=True)
class Sight:
    """What a panel may look at: a day, a 区划代码, the entries, and the page's own parameters."""

    on: date
    place: str
    entries: Sequence[Shown]
    query: Mapping[str, str] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[Shown]:
        """The entries of a kind."""
        return [one for one in self.entries if one.entry.kind == kind]


@dataclass(frozen=True, slots=True)
class PanelSource:
    """A panel as its file has it: which kinds it looks at, how many entries, what draws it.

    Of more entries than `most` it is given the first by key, or where it is `newest` the last.
    """

    slug: str
    kinds: tuple[str, ...]
    most: int
    draw: Callable[[Sight], Panel | None]
    newest: bool = False


def panel(
    *kinds: str, most: int = 5000, newest: bool = False
) -> Callable[[Callable[[Sight], Panel | None]], PanelSource]:
    """Make a panel of a function of what it may look at; none where there is nothing to draw.

    `kinds` are the kinds of entry it is given, at most `most` of them: kind by kind, the first by
    key, or where it is `newest` the last.
    """

    def made(draw: Callable[[Sight], Panel | None]) -> PanelSource:
        return PanelSource(draw.__name__.replace("_", "-"), kinds, most, draw, newest)

    return made


def panels_of(ledger: str) -> tuple[PanelSource, ...]:
    """The panels of a ledger's ``panels.py`` in the order they stand there; most have none."""
    name = f"yiding.ledgers.{ledger}.panels"
    if find_spec(name) is None:
        return ()
    return tuple(one for one in vars(import_module(name)).values() if isinstance(one, PanelSource))
