"""Columns of the registry's sheets: from what stands in a cell to a value, and back.

A form of a page and a row of a workbook are read by the same columns, so that both say the same
of what they cannot take.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from yiding.registry.models import Jurisdiction, Person, Unit, UnitGroup

Words = str | Promise
_DAY = re.compile(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?")
_SLUG = re.compile(r"[-\w]+", re.ASCII)
_SECOND = re.compile(r"(.*?)（(\d+)）")
_BETWEEN = re.compile(r"[、,，;；\s]+")
JOINT = "、"


class Fault(ValueError):
    """Why a value cannot be taken: a whole sentence with its values."""

    def __init__(self, message: Words, **values: object) -> None:
        super().__init__(str(message) % values)
        self.message, self.values = message, values

    def text(self) -> str:
        """The sentence in the language in use."""
        return str(self.message) % self.values


@dataclass
class Book:
    """名册: what a jurisdiction has, by the names its sheets use."""

    city: Jurisdiction
    units: dict[str, Unit] = field(default_factory=dict)
    groups: dict[str, UnitGroup] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    _handles: dict[int, str] = field(default_factory=dict)
    _names: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, city: Jurisdiction) -> Book:
        """The book of a jurisdiction: three queries."""
        book = cls(city)
        units: Any = Unit.objects.filter(jurisdiction=city)
        groups: Any = UnitGroup.objects.filter(jurisdiction=city)
        book.units = {one.code: one for one in units}
        book.groups = {one.name: one for one in groups}
        for person in Person.objects.filter(jurisdiction=city).order_by("pk"):
            book.enter_person(person)
        return book

    def enter_person(self, person: Person) -> None:
        """Make a person known by name, or by name and number."""
        handle = self.next_handle(person.name)
        self.people[handle], self._handles[person.pk] = person, handle
        self._names[person.name] += 1

    def next_handle(self, name: str) -> str:
        """王伟, then 王伟（2）: two people may have one name."""
        taken = self._names[name]
        return name if not taken else f"{name}（{taken + 1}）"

    def handle_of(self, person: Person | None) -> str:
        """The name by which sheets tell this person from others."""
        return self._handles.get(person.pk, "") if person is not None else ""


def plain_name(handle: str) -> str:
    """王伟 of 王伟（2）."""
    found = _SECOND.fullmatch(handle)
    return found[1] if found else handle


@dataclass(frozen=True)
class Column:
    """列: a head, the field it fills, and how its cells are read."""

    head: Words
    name: str
    is_required: bool = False
    length: int = 200
    hint: Words = ""
    #: What a form asks for, where that is not the head of the column.
    asks: Words = ""

    #: The control a form shows.
    control: ClassVar[str] = "text"

    def read(self, raw: str, book: Book) -> Any:
        """The value; raises Fault."""
        text = raw.strip()
        if not text:
            if self.is_required:
                raise Fault(_("要填。"))
            return self.nothing()
        return self.value(text, book)

    def nothing(self) -> Any:
        """What an empty cell means."""
        return ""

    def value(self, text: str, book: Book) -> Any:  # noqa: ARG002 - text needs no book
        """The value of a cell that is not empty; raises Fault."""
        if len(text) > self.length:
            raise Fault(
                _("最多 %(length)s 字，现有 %(now)s 字。"), length=self.length, now=len(text)
            )
        return text

    def cell(self, value: Any, book: Book) -> str:  # noqa: ARG002
        """What stands in the cell for a value."""
        return "" if value is None else str(value)


class Code(Column):
    """A code: letters, digits, - and _."""

    def value(self, text: str, book: Book) -> str:  # noqa: ARG002
        """The code as it stands in addresses."""
        if not _SLUG.fullmatch(text) or len(text) > self.length:
            raise Fault(_("“%(text)s”不是代码。只用英文字母、数字、-、_，最多 40 个。"), text=text)
        return text


class Day(Column):
    """A calendar day."""

    control = "date"

    def nothing(self) -> None:
        """Open."""

    def value(self, text: str, book: Book) -> date:  # noqa: ARG002
        """2026-04-01, 2026/4/1, 2026年4月1日."""
        found = _DAY.fullmatch(text)
        if found is None:
            raise Fault(_("“%(text)s”不是日期。请按 2026-04-01 填。"), text=text)
        try:
            return date(*(int(part) for part in found.groups()))
        except ValueError as error:
            raise Fault(_("没有“%(text)s”这一天。请按 2026-04-01 填。"), text=text) from error


class Number(Column):
    """A whole number from 0."""

    control = "number"

    def nothing(self) -> int:
        """Zero."""
        return 0

    def value(self, text: str, book: Book) -> int:  # noqa: ARG002
        """The number."""
        if not (text.isascii() and text.isdecimal() and len(text) < 9):
            raise Fault(_("“%(text)s”不是从 0 起的整数。"), text=text)
        return int(text)


@dataclass(frozen=True)
class Choice(Column):
    """One of a few words."""

    choices: tuple[tuple[str, Words], ...] = ()
    default: str = ""

    control = "select"

    def nothing(self) -> str:
        """The usual one."""
        return self.default

    def value(self, text: str, book: Book) -> str:  # noqa: ARG002
        """The value behind a word, in Chinese or as it is kept."""
        for value, words in self.choices:
            if text in {value, str(words), _chinese(words)}:
                return value
        known = JOINT.join(_chinese(words) for _value, words in self.choices)
        raise Fault(_("没有“%(text)s”。可填：%(known)s。"), text=text, known=known)

    def cell(self, value: Any, book: Book) -> str:  # noqa: ARG002
        """Always the Chinese word: a workbook is the same in both languages."""
        return next((_chinese(words) for key, words in self.choices if key == value), str(value))


def _chinese(words: Words) -> str:
    with override("zh-hans"):
        return str(words)


class OfUnit(Column):
    """A unit, by its code."""

    control = "unit"

    def nothing(self) -> None:
        """No unit."""

    def value(self, text: str, book: Book) -> Unit:
        """The unit."""
        if text not in book.units:
            raise Fault(_("没有代码为“%(text)s”的单位。请先在“单位”表登记。"), text=text)
        return book.units[text]

    def cell(self, value: Any, book: Book) -> str:  # noqa: ARG002
        """Its code."""
        return value.code if value is not None else ""


class OfUnits(Column):
    """Several units, by their codes."""

    control = "units"

    def nothing(self) -> list[Unit]:
        """None."""
        return []

    def value(self, text: str, book: Book) -> list[Unit]:
        """The units, each once."""
        codes = dict.fromkeys(part for part in _BETWEEN.split(text) if part)
        missing = [code for code in codes if code not in book.units]
        if missing:
            codes_missing = JOINT.join(missing)
            raise Fault(_("没有代码为“%(text)s”的单位。请先在“单位”表登记。"), text=codes_missing)
        return [book.units[code] for code in codes]

    def cell(self, value: Iterable[Unit], book: Book) -> str:  # noqa: ARG002
        """Their codes."""
        return JOINT.join(sorted(unit.code for unit in value))


class OfGroup(Column):
    """A group of units, by its name."""

    control = "group"

    def value(self, text: str, book: Book) -> UnitGroup:
        """The group."""
        if text not in book.groups:
            raise Fault(_("没有“%(text)s”这个单位组。请先在“单位组”表登记。"), text=text)
        return book.groups[text]

    def cell(self, value: Any, book: Book) -> str:  # noqa: ARG002
        """Its name."""
        return str(value.name)


class OfPerson(Column):
    """A person, by name."""

    control = "person"

    def nothing(self) -> None:
        """Nobody."""

    def value(self, text: str, book: Book) -> Person:
        """The person."""
        if text not in book.people:
            raise Fault(_("没有登记“%(text)s”。请先在“人员”表登记。"), text=text)
        return book.people[text]

    def cell(self, value: Any, book: Book) -> str:
        """The name that tells them apart."""
        return book.handle_of(value)


class Handle(Column):
    """A person's own name, with （2） for the second who bears it."""

    def value(self, text: str, book: Book) -> str:
        """The name as known, or the next of its kind."""
        name = plain_name(super().value(text, book))
        if text in book.people or text == book.next_handle(name):
            return text
        raise Fault(
            _("“%(text)s”前面还没有登记同名的人。应写“%(next)s”。"),
            text=text,
            next=book.next_handle(name),
        )
