"""The sheets of the registry: which kinds there are, their columns, and what tells rows apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.columns import (
    Book,
    Choice,
    Code,
    Column,
    Day,
    Fault,
    Handle,
    Number,
    OfGroup,
    OfPerson,
    OfUnit,
    OfUnits,
    Words,
    plain_name,
)
from yiding.registry.models import (
    GroupMembership,
    Jurisdiction,
    Office,
    Person,
    Post,
    Unit,
    UnitAlias,
    UnitGroup,
    UnitSuccession,
)

Values = dict[str, Any]
SINCE, UNTIL = Day(_("自"), "from_on"), Day(_("至"), "until_on", hint=_("最后一天的次日"))


@dataclass(frozen=True)
class Sheet:
    """表: one kind of row; ``key`` are the columns no two rows share."""

    slug: str
    title: Words
    model: type[models.Model]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Jurisdiction], Iterable[Any]]
    owned: bool = True

    def column(self, name: str) -> Column:
        """The column that fills a field."""
        return next(one for one in self.columns if one.name == name)

    def key_of(self, row: Any, book: Book) -> tuple[str, ...]:
        """The key of a row, as its cells write it."""
        return tuple(self.cell(row, self.column(name), book) for name in self.key)

    def cell(self, row: Any, column: Column, book: Book) -> str:
        """What stands in a cell of a row."""
        if isinstance(column, Handle):
            return book.handle_of(row)
        value = getattr(row, column.name)
        return column.cell(value.all() if isinstance(column, OfUnits) else value, book)

    def cells(self, row: Any, book: Book) -> dict[str, str]:
        """Every cell of a row by its field."""
        return {one.name: self.cell(row, one, book) for one in self.columns}


def check(sheet: Sheet, values: Values) -> None:
    """What no single column can see; raises Fault."""
    since, until = values.get("from_on"), values.get("until_on")
    if since and until and until <= since:
        raise Fault(_("“至”要晚于“自”。"))
    if sheet.slug == "successions" and values["predecessor"] == values["successor"]:
        raise Fault(_("单位不能承继自己。"))


def enter(row: Any, book: Book) -> None:
    """Make a row that was just kept known to the rows after it."""
    if isinstance(row, Unit):
        book.units[row.code] = row
    elif isinstance(row, UnitGroup):
        book.groups[row.name] = row
    elif isinstance(row, Person) and not book.handle_of(row):
        book.enter_person(row)


def put(row: Any, values: Values) -> None:
    """Set the fields of a row; lists wait until it is kept."""
    for name, value in values.items():
        if not isinstance(value, list):
            setattr(row, name, plain_name(value) if isinstance(row, Person) else value)


def _units(city: Jurisdiction) -> Iterable[Any]:
    return Unit.objects.filter(jurisdiction=city).order_by("position", "code")


def _aliases(city: Jurisdiction) -> Iterable[Any]:
    rows = UnitAlias.objects.filter(unit__jurisdiction=city).select_related("unit")
    return rows.order_by("unit__code", "name")


def _successions(city: Jurisdiction) -> Iterable[Any]:
    rows = UnitSuccession.objects.filter(predecessor__jurisdiction=city)
    return rows.select_related("predecessor", "successor").order_by("on", "predecessor__code")


def _groups(city: Jurisdiction) -> Iterable[Any]:
    return UnitGroup.objects.filter(jurisdiction=city).order_by("name")


def _members(city: Jurisdiction) -> Iterable[Any]:
    rows = GroupMembership.objects.filter(group__jurisdiction=city)
    return rows.select_related("group", "unit").order_by("group__name", "unit__code")


def _people(city: Jurisdiction) -> Iterable[Any]:
    return Person.objects.filter(jurisdiction=city).order_by("pk")


def _posts(city: Jurisdiction) -> Iterable[Any]:
    rows = Post.objects.filter(jurisdiction=city).select_related("person", "unit")
    return rows.prefetch_related("portfolio").order_by("pk")


UNITS = Sheet(
    "units",
    _("单位"),
    Unit,
    (
        Code(_("代码"), "code", is_required=True, length=40),
        Column(_("全称"), "name", is_required=True, length=80),
        Column(_("简称"), "short_name", is_required=True, length=40),
        Column(_("英文名称"), "name_en", length=120),
        Choice(_("类别"), "kind", choices=tuple(Unit.Kind.choices), default=Unit.Kind.DEPARTMENT),
        Number(_("排序"), "position"),
        SINCE,
        UNTIL,
    ),
    ("code",),
    _units,
)
ALIASES = Sheet(
    "aliases",
    _("又称"),
    UnitAlias,
    (
        OfUnit(_("单位代码"), "unit", is_required=True, asks=_("单位")),
        Column(_("名称"), "name", is_required=True, length=80),
        Choice(
            _("来源"),
            "origin",
            choices=tuple(UnitAlias.Origin.choices),
            default=UnitAlias.Origin.KEPT,
        ),
        SINCE,
        UNTIL,
    ),
    ("unit", "name"),
    _aliases,
    owned=False,
)
SUCCESSIONS = Sheet(
    "successions",
    _("承继"),
    UnitSuccession,
    (
        OfUnit(_("原单位代码"), "predecessor", is_required=True, asks=_("原单位")),
        OfUnit(_("承继单位代码"), "successor", is_required=True, asks=_("承继单位")),
        Day(_("自"), "on", is_required=True),
        Column(_("依据"), "basis", length=200),
    ),
    ("predecessor", "successor"),
    _successions,
    owned=False,
)
GROUPS = Sheet(
    "groups",
    _("单位组"),
    UnitGroup,
    (Column(_("名称"), "name", is_required=True, length=60), SINCE, UNTIL),
    ("name",),
    _groups,
)
MEMBERS = Sheet(
    "members",
    _("单位组成员"),
    GroupMembership,
    (
        OfGroup(_("单位组"), "group", is_required=True),
        OfUnit(_("单位代码"), "unit", is_required=True, asks=_("单位")),
        SINCE,
        UNTIL,
    ),
    ("group", "unit"),
    _members,
    owned=False,
)
PEOPLE = Sheet(
    "people",
    _("人员"),
    Person,
    (
        Handle(
            _("姓名"), "name", is_required=True, length=40, hint=_("同名的第二人写作：王伟（2）")
        ),
    ),
    ("name",),
    _people,
)
POSTS = Sheet(
    "posts",
    _("职务"),
    Post,
    (
        OfPerson(_("姓名"), "person", is_required=True),
        Column(_("职务"), "title", is_required=True, length=60),
        Choice(_("职位"), "office", choices=tuple(Office.choices), default=Office.OTHER),
        OfUnit(_("单位代码"), "unit", asks=_("单位")),
        SINCE,
        UNTIL,
        OfUnits(_("分管单位代码"), "portfolio", hint=_("几家用、隔开"), asks=_("分管单位")),
    ),
    ("person", "title", "from_on"),
    _posts,
)
#: In the order in which one needs the other.
SHEETS = (UNITS, ALIASES, SUCCESSIONS, GROUPS, MEMBERS, PEOPLE, POSTS)


def sheet_named(slug: str) -> Sheet | None:
    """The sheet of a kind."""
    return next((one for one in SHEETS if one.slug == slug), None)
