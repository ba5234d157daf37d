"""How far communities are: their own days, else those of the projects that take them in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.renewal.choices import ASIDE
from yiding.rules import Entry

BEFORE_PLAN = frozenset({"surveyed", "will_sought", "in_store"})
NONE = Decimal(0)


class Standing:
    """The communities with the projects that take each of them in, by id or name."""

    def __init__(self, communities: Sequence[Entry]) -> None:
        self._projects: dict[str, list[Entry]] = defaultdict(list)
        first = next(iter(communities), None)
        for project in first.batch.of_kind("project") if first else ():
            for name in project.communities or ():
                self._projects[name].append(project)

    def projects_of(self, community: Entry) -> list[Entry]:
        """The projects that take a community in."""
        names = dict.fromkeys(one for one in (community.id, community.name) if one)
        return [one for name in names for one in self._projects.get(name, ())]

    def day(self, community: Entry, name: str) -> date | None:
        """Its own day, else the first of its projects'."""
        own: date | None = community.values.get(name)
        days = (one.values.get(name) for one in self.projects_of(community))
        return own or min((one for one in days if one is not None), default=None)

    def has(self, community: Entry, name: str, on: date) -> bool:
        """Whether a day of it has come."""
        day = self.day(community, name)
        return day is not None and day <= on

    def is_planned(self, community: Entry) -> bool:
        """In a plan or a project, and not set aside."""
        if community.stage in ASIDE:
            return False
        told = (community.plan, community.planned_start, community.start_date)
        is_staged = community.stage is not None and community.stage not in BEFORE_PLAN
        return is_staged or any(told) or bool(self.projects_of(community))


def sum_of(entries: Iterable[Entry], name: str) -> Decimal:
    """A field's sum; what is not told adds nothing."""
    return sum((Decimal(one.values.get(name) or 0) for one in entries), NONE)


def saying(entries: Iterable[Entry], *names: str) -> list[Entry]:
    """The entries that say all of these."""
    return [one for one in entries if all(one.values.get(name) is not None for name in names)]


def known_as(entry: Entry) -> tuple[str, ...]:
    """What others call it by."""
    values: Mapping[str, Any] = entry.values
    named = (entry.id, values.get("name"), values.get("code"))
    return tuple(dict.fromkeys(str(one) for one in named if one))
