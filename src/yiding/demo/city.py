"""Linhu as data: jurisdictions, units with their former names, groups, people and posts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any

CITY = "linhu"


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """地区: the city, or a county or district under it."""

    slug: str
    name: str
    kind: str
    under: str | None = None


@dataclass(frozen=True, slots=True)
class FormerName:
    """前身: what a unit was called until a day, or a body that was merged into it."""

    name: str
    short: str
    until: date


@dataclass(frozen=True, slots=True)
class Unit:
    """单位: its full name, how minutes write it, and where it comes from."""

    jurisdiction: str
    code: str
    name: str
    short: str
    kind: str
    aliases: tuple[str, ...] = ()
    predecessors: tuple[FormerName, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """单位组: a collective wording with the list that a person keeps for it."""

    name: str
    wordings: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """职务: who holds it, in which role, of which unit, from when and until when."""

    jurisdiction: str
    person: str
    title: str
    role: str
    since: date
    unit: str | None = None
    until: date | None = None
    portfolio: tuple[str, ...] = ()

    def is_held_on(self, day: date) -> bool:
        """Whether the post was this person's on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class City:
    """Everything registered of Linhu and the two places under it."""

    jurisdictions: tuple[Jurisdiction, ...]
    units: tuple[Unit, ...]
    groups: tuple[Group, ...]
    posts: tuple[Post, ...]
    observers: tuple[tuple[str, str], ...] = ()
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def units_of(self, jurisdiction: str) -> tuple[Unit, ...]:
        """The units registered in one place."""
        return tuple(unit for unit in self.units if unit.jurisdiction == jurisdiction)

    def people(self) -> tuple[str, ...]:
        """Everybody who holds or held a post, each once, in the order of the posts."""
        return tuple(dict.fromkeys(post.person for post in self.posts))

    def candidates(self, wording: str) -> tuple[str, ...]:
        """The city's units that a wording can mean, by name, short name or alias."""
        return self._names.get(wording, ())

    def group(self, wording: str) -> Group | None:
        """The group a collective wording stands for."""
        return next((g for g in self.groups if wording == g.name or wording in g.wordings), None)

    def holders(self, role: str, day: date, unit: str | None = None) -> tuple[Post, ...]:
        """The city's posts of a role that are held on a day, of a unit where one is given."""
        return tuple(
            post
            for post in self.posts
            if post.role == role
            and post.jurisdiction == CITY
            and post.is_held_on(day)
            and unit in (None, post.unit)
        )

    def leader_of(self, unit: str, day: date) -> Post:
        """The vice-mayor in whose portfolio a unit is; the mayor where nobody has it."""
        having = [post for post in self.holders("vice_mayor", day) if unit in post.portfolio]
        return (having or list(self.holders("mayor", day)))[0]


@lru_cache(maxsize=1)
def linhu() -> City:
    """The city, read from ``units.toml`` and ``people.toml``."""
    places, people = _table("units.toml"), _table("people.toml")
    units = tuple(_units(places))
    return City(
        jurisdictions=tuple(Jurisdiction(**row) for row in places["jurisdiction"]),
        units=units,
        groups=tuple(_group(row) for row in places["group"]),
        posts=tuple(_posts(people)),
        observers=tuple((row["unit"], row["name"]) for row in people["observers"]),
        _names=_index(units),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _units(places: dict[str, Any]) -> Iterator[Unit]:
    for row in places["jurisdiction"]:
        at = "city" if row["slug"] == CITY else row["slug"]
        for unit in places[at]["units"]:
            former = tuple(FormerName(**name) for name in unit.get("predecessors", ()))
            yield Unit(
                jurisdiction=row["slug"],
                code=unit["code"],
                name=unit["name"],
                short=unit["short"],
                kind=unit["kind"],
                aliases=tuple(unit["aliases"]),
                predecessors=former,
            )


def _group(row: dict[str, Any]) -> Group:
    return Group(row["name"], tuple(row["wordings"]), tuple(row["members"]))


def _index(units: tuple[Unit, ...]) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for unit in units:
        if unit.jurisdiction == CITY:
            for name in dict.fromkeys((unit.name, unit.short, *unit.aliases)):
                names[name] = (*names.get(name, ()), unit.short)
    return names


def _posts(people: dict[str, Any]) -> Iterator[Post]:
    since = people["since"]
    handed_over = {row["former"]: row for row in people["leader_changes"]}
    for row in people["leaders"]:
        yield from _succession(_leader(CITY, row, since), handed_over.get(row["name"]))
    changed = {(row["unit"], row["role"]): row for row in people["changes"]}
    for unit, row in people["units"].items():
        for role in ("head", "liaison"):
            title = row["post"] if role == "head" else "办公室主任"
            post = Post(CITY, row[role], title, role, since, unit)
            yield from _succession(post, changed.get((unit, role)))
    for place, county in people["counties"].items():
        yield from (_leader(place, row, since) for row in county["leaders"])
        for unit, (head, liaison) in county["units"].items():
            yield Post(place, head, "主要负责人", "head", since, unit)
            yield Post(place, liaison, "办公室主任", "liaison", since, unit)


def _leader(place: str, row: dict[str, Any], since: date) -> Post:
    return Post(
        jurisdiction=place,
        person=row["name"],
        title=row["post"],
        role=row["role"],
        since=since,
        unit=row.get("unit"),
        portfolio=tuple(row.get("portfolio", ())),
    )


def _succession(post: Post, change: dict[str, Any] | None) -> Iterator[Post]:
    """The post as held until the change, and by the successor from then on."""
    if change is None:
        yield post
        return
    taken_over: date = change["since"]
    yield Post(
        post.jurisdiction,
        post.person,
        post.title,
        post.role,
        post.since,
        post.unit,
        taken_over - timedelta(days=1),
        post.portfolio,
    )
    yield Post(
        post.jurisdiction,
        change["name"],
        change["post"],
        post.role,
        taken_over,
        post.unit,
        None,
        post.portfolio,
    )
