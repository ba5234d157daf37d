"""From a name as the minutes write it to the unit it means: one candidate, or none.

A name is looked up as of the meeting's day: full name, short name, another name in force, each
with and without the city before it. Whoever it meant then answers through its successor on the
day the duty is handed over. Two candidates are no answer: a person settles them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from yiding.registry.models import (
    GroupMembership,
    Jurisdiction,
    Unit,
    UnitAlias,
    UnitGroup,
    UnitSuccession,
)

_BLANKS = re.compile(r"[\s\u3000]+")
_BRACKETS = str.maketrans("()", "（）")
#: What stands before a name and does not change whom it means.
_OWN = re.compile("^(?:我市|本市|全市|我县|本县|我区|本区)")
_RANK = re.compile("[市县区州旗盟]$")


@dataclass(frozen=True)
class Named:
    """What a name means: the unit, or the candidates, or the group whose list is kept.

    ``unit`` answers today; ``then`` is the unit that bore the name on the meeting's day, where
    another answers for it now.
    """

    name: str
    unit: Unit | None = None
    then: Unit | None = None
    candidates: tuple[Unit, ...] = ()
    group: UnitGroup | None = None
    members: tuple[Unit, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Is there one unit and no doubt?"""
        return self.unit is not None


@dataclass
class NameBook:
    """Every name of a jurisdiction on one day; made once, asked for many names."""

    jurisdiction: Jurisdiction
    #: The day the name was written.
    written_on: date
    #: The day whoever it names has to answer.
    answered_on: date
    units: dict[int, Unit] = field(default_factory=dict)
    _bearers: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _heirs: dict[int, list[tuple[date, int]]] = field(default_factory=lambda: defaultdict(list))
    _groups: dict[str, tuple[UnitGroup, tuple[Unit, ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, jurisdiction: Jurisdiction, written_on: date, answered_on: date) -> NameBook:
        """The book of a jurisdiction: five queries, however many names are asked."""
        book = cls(jurisdiction, written_on, answered_on)
        book._enter_units()
        book._enter_successions()
        book._enter_groups()
        return book

    def named(self, name: str) -> Named:
        """What a name means."""
        known = self._group_of(name)
        if known is not None:
            return Named(name, group=known[0], members=known[1])
        then = self._bearers_of(name)
        answering = {heir for one in then for heir in self._answering(one)}
        if len(answering) != 1:
            return Named(name, candidates=self._in_order(answering or then))
        (unit,) = answering
        before = next(iter(then)) if len(then) == 1 else unit
        return Named(name, self.units[unit], self.units[before] if before != unit else None)

    def answering_units(self) -> list[Unit]:
        """Every unit that can be given a duty on the day of the answer, in order."""
        return list(self._in_order(key for key in self.units if self._is_there(key)))

    def near(self, name: str) -> list[Unit]:
        """Units whose name shares a part with this one: what a person may have meant."""
        core = _bare(name)
        found = [unit for unit in self.answering_units() if core and core in _bare(unit.name)]
        return found[:8]

    def _enter_units(self) -> None:
        for row in Unit.objects.filter(jurisdiction=self.jurisdiction):
            unit = cast("Unit", row)
            self.units[unit.pk] = unit
            if _holds(unit, self.written_on) or self._is_there(unit.pk):
                self._enter(unit.name, unit.pk)
                self._enter(unit.short_name, unit.pk)
        aliases = UnitAlias.objects.filter(unit__jurisdiction=self.jurisdiction)
        for alias in aliases.in_force(self.written_on).values_list("name", "unit_id"):
            self._enter(*alias)

    def _enter(self, name: str, unit: int) -> None:
        for variant in self._variants(name):
            self._bearers[variant].add(unit)

    def _enter_successions(self) -> None:
        rows = UnitSuccession.objects.filter(predecessor__jurisdiction=self.jurisdiction)
        begun = rows.filter(on__lte=self.answered_on).order_by("on")
        for old, new, on in begun.values_list("predecessor_id", "successor_id", "on"):
            self._heirs[old].append((on, new))

    def _enter_groups(self) -> None:
        groups = UnitGroup.objects.filter(jurisdiction=self.jurisdiction)
        members = defaultdict(list)
        kept = GroupMembership.objects.filter(group__jurisdiction=self.jurisdiction)
        for group, unit in kept.in_force(self.answered_on).values_list("group_id", "unit_id"):
            members[group].append(unit)
        for group in groups.in_force(self.written_on):
            row = cast("UnitGroup", group)
            self._groups[_plain(row.name)] = (row, self._in_order(members[row.pk]))

    def _group_of(self, name: str) -> tuple[UnitGroup, tuple[Unit, ...]] | None:
        return self._groups.get(_plain(name))

    def _bearers_of(self, name: str) -> set[int]:
        return next(
            (self._bearers[one] for one in self._variants(name) if one in self._bearers), set()
        )

    def _variants(self, name: str) -> Iterator[str]:
        """The name itself first, then with the city's name for 市, then without either."""
        plain = _OWN.sub("", _plain(name))
        city = self.jurisdiction.name
        rank = _RANK.search(city)
        yield plain
        if plain.startswith(city):
            bare = plain.removeprefix(city)
            yield (rank.group() if rank else "") + bare
            plain = bare
        elif rank and plain.startswith(rank.group()):
            plain = plain.removeprefix(rank.group())
            yield city + plain
        if len(plain) > 2:
            yield plain

    def _answering(self, unit: int, seen: frozenset[int] = frozenset()) -> set[int]:
        """Who answers for a unit on the day of the answer: itself, or its heirs."""
        heirs = [new for _, new in self._heirs.get(unit, ())]
        if not heirs:
            return {unit} if self._is_there(unit) else set()
        after = [heir for heir in heirs if heir not in seen]  # a circle ends nowhere
        return {one for heir in after for one in self._answering(heir, seen | {unit})}

    def _is_there(self, unit: int) -> bool:
        return _holds(self.units[unit], self.answered_on)

    def _in_order(self, keys: Iterable[int]) -> tuple[Unit, ...]:
        found = {key: self.units[key] for key in keys}
        return tuple(sorted(found.values(), key=lambda unit: (unit.position, unit.code)))


def _holds(unit: Unit, on: date) -> bool:
    begun = unit.from_on is None or unit.from_on <= on
    return begun and (unit.until_on is None or unit.until_on > on)


def _plain(name: str) -> str:
    return _BLANKS.sub("", name).translate(_BRACKETS)


def _bare(name: str) -> str:
    """The part of a name that tells it from the others: 水务 of 市水务局."""
    plain = re.sub("^.{1,3}[市县区]|^[市县区]", "", _plain(name))
    return re.sub("(?:管理局|委员会|办公室|局|委|办|厅|中心)$", "", plain)
