"""What the page of one unit shows: its names through time, its posts and groups, its changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from yiding.journal.models import Event
from yiding.registry.keeping import KEEPERS
from yiding.registry.models import Account, GroupMembership, Post, Unit, UnitGroup
from yiding.registry.sheets import UNITS
from yiding.web.parts import Act, Crumb, View
from yiding.web.registry.contexts import adding, edit_href, posts_in_force, tabs_of


@dataclass(frozen=True)
class NameRow:
    """One name of a unit and the days it held."""

    name: str
    kind: str
    since: date | None
    until: date | None
    href: str = ""
    edit_href: str = ""


@dataclass(frozen=True)
class ChangeRow:
    """One change of the registry, from the journal."""

    event: Event
    words: str


@dataclass(frozen=True)
class UnitPage:
    """单位登记页: names through time, who came before, posts, groups."""

    unit: Unit
    title: str
    tabs: tuple[View, ...]
    crumbs: tuple[Crumb, ...]
    acts: tuple[Act, ...]
    facts: list[tuple[str, object]]
    names: list[NameRow]
    posts: list[tuple[Post, str]]
    groups: list[tuple[UnitGroup, GroupMembership, str]]
    overseers: list[Post]
    changes: list[ChangeRow]
    is_keeper: bool


def unit_page(unit: Unit, account: Account, day: date) -> UnitPage:
    """One unit with everything the registry knows of it."""
    is_keeper = account.role in KEEPERS
    posts: Any = unit.posts.select_related("person").order_by("-until_on", "-from_on", "pk")
    memberships: Any = unit.memberships.select_related("group").order_by("group__name")
    return UnitPage(
        unit=unit,
        title=_unit_title(unit, day),
        tabs=tabs_of(unit.jurisdiction, "units"),
        crumbs=(Crumb(gettext("登记"), reverse("registry-units")), Crumb("", "", unit.code)),
        acts=_unit_acts(unit, account),
        facts=_unit_facts(unit),
        names=_names(unit, is_keeper=is_keeper),
        posts=[(one, edit_href("posts", one.pk) if is_keeper else "") for one in posts],
        groups=[
            (one.group, one, edit_href("members", one.pk) if is_keeper else "")
            for one in memberships
        ],
        overseers=list(posts_in_force(day).filter(portfolio=unit)),
        changes=_changes(unit),
        is_keeper=is_keeper,
    )


def _unit_title(unit: Unit, day: date) -> str:
    if unit.until_on and unit.until_on <= day:
        return gettext("%(name)s，已撤并。") % {"name": unit.name}
    return gettext("%(name)s，在册。") % {"name": unit.name}


def _unit_acts(unit: Unit, account: Account) -> tuple[Act, ...]:
    if account.role not in KEEPERS:
        return ()
    return (
        Act(gettext("改登记"), "first", href=edit_href("units", unit.pk)),
        *adding(account, "aliases", unit=unit.code),
        *adding(account, "successions", successor=unit.code),
        *adding(account, "members", unit=unit.code),
        *adding(account, "posts", unit=unit.code),
    )


def _unit_facts(unit: Unit) -> list[tuple[str, object]]:
    return [
        (gettext("简称"), unit.short_name),
        (gettext("英文名称"), unit.name_en or gettext("没有登记")),
        (gettext("类别"), unit.get_kind_display()),
        (gettext("代码"), unit.code),
    ]


def _names(unit: Unit, *, is_keeper: bool) -> list[NameRow]:
    """Its own name, the names it is also called, and the units before and after it."""
    own = NameRow(unit.name, gettext("现名"), unit.from_on, unit.until_on)
    names: Any = unit.aliases.order_by("-from_on", "name")
    aliases = [
        NameRow(
            one.name,
            one.get_origin_display(),
            one.from_on,
            one.until_on,
            edit_href=edit_href("aliases", one.pk) if is_keeper else "",
        )
        for one in names
    ]
    return [*_heirs(unit), own, *aliases, *_forebears(unit)]


def _heirs(unit: Unit) -> list[NameRow]:
    rows = unit.successions.select_related("successor").order_by("on")
    return [
        NameRow(one.successor.name, gettext("承继者"), one.on, None, _href(one.successor))
        for one in rows
    ]


def _forebears(unit: Unit) -> list[NameRow]:
    rows = unit.inheritances.select_related("predecessor").order_by("-on")
    return [
        NameRow(
            one.predecessor.name, gettext("前身"), one.predecessor.from_on, one.on,
            _href(one.predecessor),
        )
        for one in rows
    ]  # fmt: skip


def _href(unit: Unit) -> str:
    return reverse("registry-unit", args=[unit.code])


def _changes(unit: Unit) -> list[ChangeRow]:
    subject = f"{unit.jurisdiction.slug}:units/{unit.code}"
    events = Event.objects.filter(subject=subject, verb="registry.keep").order_by("-seq")[:20]
    return [ChangeRow(one, _change_words(one)) for one in events]


def _change_words(event: Event) -> str:
    heads = {one.name: str(one.head) for one in UNITS.columns}
    said = [
        gettext("%(head)s：%(before)s → %(after)s")
        % {
            "head": heads.get(name, name),
            "before": before or gettext("空"),
            "after": after or gettext("空"),
        }
        for name, (before, after) in event.data.get("changes", {}).items()
    ]
    return gettext("；").join(said)
