"""What the pages of the registry show, as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from yiding.registry.keeping import KEEPERS
from yiding.registry.models import (
    Account,
    GroupMembership,
    Jurisdiction,
    Office,
    Person,
    Post,
    Unit,
    UnitAlias,
    UnitGroup,
)
from yiding.registry.sheets import sheet_named
from yiding.web.parts import Act, Pages, View, pages_of

SIZE = 100


@dataclass(frozen=True)
class UnitRow:
    """A unit in the list: its other names, its head, who oversees it."""

    unit: Unit
    aliases: str
    head: str
    overseers: str
    is_past: bool


@dataclass(frozen=True)
class UnitList:
    """单位登记."""

    title: str
    tabs: tuple[View, ...]
    views: tuple[View, ...]
    acts: tuple[Act, ...]
    rows: list[UnitRow]
    links: Pages
    day: date


@dataclass(frozen=True)
class GroupRow:
    """A group and its members on a day."""

    group: UnitGroup
    members: list[tuple[GroupMembership, str]]
    edit_href: str
    add_href: str


@dataclass(frozen=True)
class GroupList:
    """单位组登记."""

    title: str
    tabs: tuple[View, ...]
    acts: tuple[Act, ...]
    rows: list[GroupRow]
    day: date
    is_keeper: bool


@dataclass(frozen=True)
class PersonRow:
    """A person and the posts they hold or held."""

    person: Person
    posts: list[tuple[Post, str]]
    edit_href: str


@dataclass(frozen=True)
class PeopleList:
    """人员职务登记."""

    title: str
    tabs: tuple[View, ...]
    acts: tuple[Act, ...]
    rows: list[PersonRow]
    links: Pages
    day: date
    asked: str


def tabs_of(city: Jurisdiction, current: str) -> tuple[View, ...]:
    """The parts of the registry."""
    counts = {
        "units": Unit.objects.filter(jurisdiction=city).count(),
        "groups": UnitGroup.objects.filter(jurisdiction=city).count(),
        "people": Person.objects.filter(jurisdiction=city).count(),
    }
    words = (
        ("units", gettext("单位"), "registry-units"),
        ("groups", gettext("单位组"), "registry-groups"),
        ("people", gettext("人员和职务"), "registry-people"),
        ("workbook", gettext("导入导出"), "registry-workbook"),
    )
    return tuple(
        View(said, reverse(name), counts.get(slug), slug == current) for slug, said, name in words
    )


def unit_list(account: Account, query: QueryDict, day: date) -> UnitList:
    """The units in force on a day, or those that are no more."""
    city = _city(account)
    every: Any = Unit.objects.filter(jurisdiction=city)
    in_force = every.in_force(day)
    is_past = query.get("show") == "past"
    shown = every.exclude(pk__in=in_force.values("pk")) if is_past else in_force
    rows = shown.prefetch_related(
        Prefetch("aliases", UnitAlias.objects.order_by("name")),
        Prefetch("posts", _heads(day), to_attr="heads"),
        Prefetch("overseen_by", posts_in_force(day), to_attr="overseers"),
    ).order_by("position", "code")
    page = Paginator(rows, SIZE).get_page(query.get("page"))
    counts = (in_force.count(), every.count())
    return UnitList(
        title=_units_title(*counts),
        tabs=tabs_of(city, "units"),
        views=_unit_views(counts, is_past=is_past),
        acts=adding(account, "units"),
        rows=[_unit_row(one, is_past=is_past) for one in page.object_list],
        links=pages_of(page, query),
        day=day,
    )


def group_list(account: Account, day: date) -> GroupList:
    """The groups with their members as of a day."""
    city = _city(account)
    is_keeper = account.role in KEEPERS
    memberships: Any = GroupMembership.objects.select_related("unit")
    members = memberships.in_force(day).order_by("unit__position", "unit__code")
    groups: Any = UnitGroup.objects.filter(jurisdiction=city)
    rows = list(
        groups.in_force(day)
        .prefetch_related(Prefetch("memberships", members, to_attr="now"))
        .order_by("name")
    )
    title = ngettext("%(count)s 个单位组，", "%(count)s 个单位组，", len(rows)) + gettext(
        "只按名单认成员。"
    )
    return GroupList(
        title=title % {"count": len(rows)},
        tabs=tabs_of(city, "groups"),
        acts=adding(account, "groups"),
        rows=[_group_row(one, is_keeper=is_keeper) for one in rows],
        day=day,
        is_keeper=is_keeper,
    )


def people_list(account: Account, query: QueryDict, day: date) -> PeopleList:
    """People and their posts, found by name, title or unit."""
    city, asked = _city(account), query.get("q", "").strip()[:40]
    is_keeper = account.role in KEEPERS
    people = Person.objects.filter(jurisdiction=city)
    if asked:
        by_post = Q(posts__title__contains=asked) | Q(posts__unit__name__contains=asked)
        named = Q(name__contains=asked) | by_post | Q(posts__unit__short_name__contains=asked)
        people = people.filter(pk__in=people.filter(named).values("pk"))
    posts = Post.objects.select_related("unit").prefetch_related("portfolio")
    rows = people.prefetch_related(Prefetch("posts", posts.order_by("-from_on", "pk")))
    page = Paginator(rows.order_by("name", "pk"), SIZE).get_page(query.get("page"))
    count = page.paginator.count
    return PeopleList(
        title=ngettext("%(count)s 人在册。", "%(count)s 人在册。", count) % {"count": count},
        tabs=tabs_of(city, "people"),
        acts=(*adding(account, "people"), *adding(account, "posts")),
        rows=[_person_row(one, is_keeper=is_keeper) for one in page.object_list],
        links=pages_of(page, query),
        day=day,
        asked=asked,
    )


def adding(account: Account, kind: str, **initial: str) -> tuple[Act, ...]:
    """The button to add a row of a kind, for who keeps the registry."""
    sheet = sheet_named(kind)
    if account.role not in KEEPERS or sheet is None:
        return ()
    words = gettext("登记%(kind)s") % {"kind": sheet.title}
    return (Act(words, "", href=add_href(kind, **initial)),)


def add_href(kind: str, **initial: str) -> str:
    """The form of a new row, with what is known of it."""
    query = QueryDict(mutable=True)
    query.update(initial)
    tail = f"?{query.urlencode()}" if initial else ""
    return reverse("registry-add", args=[kind]) + tail


def edit_href(kind: str, key: int) -> str:
    """The form of a row."""
    return reverse("registry-edit", args=[kind, key])


def posts_in_force(day: date) -> Any:
    """The posts held on a day, each with its person."""
    posts: Any = Post.objects.select_related("person")
    return posts.in_force(day).order_by("pk")


def _city(account: Account) -> Jurisdiction:
    assert account.jurisdiction is not None  # noqa: S101 - the view has asked
    return account.jurisdiction


def _heads(day: date) -> Any:
    return posts_in_force(day).filter(office=Office.UNIT_HEAD)


def _names_of(posts: Iterable[Post]) -> str:
    return "、".join(dict.fromkeys(str(one.person) for one in posts))


def _unit_row(unit: Any, *, is_past: bool) -> UnitRow:
    aliases = "、".join(one.name for one in unit.aliases.all())
    return UnitRow(unit, aliases, _names_of(unit.heads), _names_of(unit.overseers), is_past)


def _units_title(now: int, every: int) -> str:
    head = ngettext("%(now)s 家单位在册，", "%(now)s 家单位在册，", now)
    tail = ngettext("%(past)s 家已撤并。", "%(past)s 家已撤并。", every - now)
    return (head + tail) % {"now": now, "past": every - now}


def _unit_views(counts: tuple[int, int], *, is_past: bool) -> tuple[View, ...]:
    now, every = counts
    here = reverse("registry-units")
    return (
        View(gettext("在册"), here, now, not is_past),
        View(gettext("已撤并"), f"{here}?show=past", every - now, is_past),
    )


def _group_row(group: Any, *, is_keeper: bool) -> GroupRow:
    return GroupRow(
        group=group,
        members=[(one, edit_href("members", one.pk) if is_keeper else "") for one in group.now],
        edit_href=edit_href("groups", group.pk) if is_keeper else "",
        add_href=add_href("members", group=group.name) if is_keeper else "",
    )


def _person_row(person: Any, *, is_keeper: bool) -> PersonRow:
    posts = [(one, edit_href("posts", one.pk) if is_keeper else "") for one in person.posts.all()]
    return PersonRow(person, posts, edit_href("people", person.pk) if is_keeper else "")
