"""Put Linhu into the registry: places, units and their former selves, groups, people, accounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from yiding.demo.city import CITY, City, Post, Unit
from yiding.registry import models as registry
from yiding.registry.roles import OF_A_UNIT, Role

_PLACES = {
    "linhu": ("329900", "Linhu"),
    "bailu": ("329902", "Bailu"),
    "qingping": ("329921", "Qingping"),
}
_KINDS = {"zone": "park", "party": "other", "vertical": "other", "institution": "other",
          "association": "other", "town": "other"}  # fmt: skip
_ROLES = {
    "head": Role.UNIT_HEAD,
    "discipline_inspector": Role.INSPECTOR,
    "system_administrator": Role.SYSTEM_ADMIN,
    "security_administrator": Role.SECURITY_ADMIN,
    "audit_administrator": Role.AUDIT_ADMIN,
}
_OFFICES = {
    "mayor": registry.Office.MAYOR,
    "vice_mayor": registry.Office.VICE_MAYOR,
    "secretary_general": registry.Office.SECRETARY_GENERAL,
    "deputy_secretary_general": registry.Office.DEPUTY_SECRETARY_GENERAL,
    "head": registry.Office.UNIT_HEAD,
}
_ALONE = {
    Role.MAYOR, Role.SECRETARY_GENERAL, Role.SUPERVISION_DIRECTOR, Role.AUDITOR, Role.INSPECTOR,
    Role.DISCLOSURE_REVIEWER, Role.ARCHIVIST, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN,
    Role.AUDIT_ADMIN,
}  # fmt: skip


@dataclass(frozen=True)
class Desk:
    """One account with the days its holder had the post."""

    account: registry.Account
    post: registry.Post
    role: Role
    portfolio: frozenset[str]
    since: date
    until: date | None

    def is_held_on(self, day: date) -> bool:
        """Whether the holder sat there on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass
class Enrolled:
    """The city as rows: what the rest of the demo looks up."""

    places: dict[str, registry.Jurisdiction] = field(default_factory=dict)
    units: dict[str, registry.Unit] = field(default_factory=dict)
    people: dict[tuple[str, str], registry.Person] = field(default_factory=dict)
    desks: list[Desk] = field(default_factory=list)
    _held: dict[tuple[Role, str | None], list[Desk]] = field(default_factory=dict)
    _found: dict[tuple[Role, str | None, date], list[Desk]] = field(default_factory=dict)

    @property
    def city(self) -> registry.Jurisdiction:
        """The city itself."""
        return self.places[CITY]

    def desks_of(self, role: Role, unit: str | None, day: date) -> list[Desk]:
        """The city's desks of a role on a day: of a unit, or with it in the portfolio."""
        key = (role, unit, day)
        if key not in self._found:
            fitting = self._desks_at(role, unit)
            self._found[key] = [desk for desk in fitting if desk.is_held_on(day)]
        return self._found[key]

    def _desks_at(self, role: Role, unit: str | None) -> list[Desk]:
        """Whoever held such a desk at any time."""
        if (role, unit) not in self._held:
            self._held[role, unit] = [one for one in self.desks if self._fits(one, role, unit)]
        return self._held[role, unit]

    def _fits(self, desk: Desk, role: Role, unit: str | None) -> bool:
        if desk.role != role or desk.account.jurisdiction_id != self.city.pk:
            return False
        if role in OF_A_UNIT:
            return desk.account.unit == self.units[unit or ""]
        return role != Role.VICE_MAYOR or unit in desk.portfolio


def enrol(city: City, today: date, password: str) -> Enrolled:
    """Write every row of the registry; all accounts share one password."""
    rows = Enrolled()
    _enrol_places(city, rows)
    _enrol_units(city, rows)
    _enrol_groups(city, rows)
    _enrol_posts(city, rows, today, make_password(password))
    return rows


def _enrol_places(city: City, rows: Enrolled) -> None:
    for place in city.jurisdictions:
        code, english = _PLACES[place.slug]
        rows.places[place.slug] = registry.Jurisdiction.objects.create(
            code=code,
            slug=place.slug,
            name=place.name,
            name_en=english,
            parent=rows.places.get(place.under or ""),
        )


def _enrol_units(city: City, rows: Enrolled) -> None:
    for position, unit in enumerate(city.units, 1):
        row = registry.Unit.objects.create(
            jurisdiction=rows.places[unit.jurisdiction],
            code=unit.code,
            name=unit.name,
            short_name=unit.short,
            kind=_KINDS.get(unit.kind, unit.kind),
            position=position,
        )
        rows.units[unit.code] = row
        registry.UnitAlias.objects.bulk_create(
            registry.UnitAlias(unit=row, name=alias) for alias in unit.aliases
        )
        _enrol_former(unit, row, position)


def _enrol_former(unit: Unit, row: registry.Unit, position: int) -> None:
    for no, former in enumerate(unit.predecessors, 1):
        on = former.until + timedelta(days=1)
        before = registry.Unit.objects.create(
            jurisdiction=row.jurisdiction,
            code=f"{unit.code}-{no}",
            name=former.name,
            short_name=former.short,
            kind=row.kind,
            position=position,
            until_on=on,
        )
        registry.UnitSuccession.objects.create(
            predecessor=before, successor=row, on=on, basis="机构改革方案"
        )


def _enrol_groups(city: City, rows: Enrolled) -> None:
    """One group a wording: a wording means the list that a person keeps for it."""
    by_short = {unit.short: rows.units[unit.code] for unit in city.units_of(CITY)}
    for group in city.groups:
        for wording in (group.name, *group.wordings):
            row = registry.UnitGroup.objects.create(jurisdiction=rows.city, name=wording)
            registry.GroupMembership.objects.bulk_create(
                registry.GroupMembership(group=row, unit=by_short[member])
                for member in group.members
            )


def _enrol_posts(city: City, rows: Enrolled, today: date, password: str) -> None:
    codes = {(unit.jurisdiction, unit.short): unit.code for unit in city.units}
    usernames = _usernames(city)
    for post, username in zip(city.posts, usernames, strict=True):
        code = codes.get((post.jurisdiction, post.unit or ""))
        row = _enrol_post(post, code, codes, rows)
        if username:
            portfolio = frozenset(codes[post.jurisdiction, unit] for unit in post.portfolio)
            account = _account(post, username, code, rows, password)
            account.is_active = post.is_held_on(today)
            account.save()
            role = Role(account.role)
            rows.desks.append(Desk(account, row, role, portfolio, post.since, post.until))


def _enrol_post(
    post: Post, code: str | None, codes: dict[tuple[str, str], str], rows: Enrolled
) -> registry.Post:
    row = registry.Post.objects.create(
        person=_person(post, rows),
        jurisdiction=rows.places[post.jurisdiction],
        unit=rows.units[code] if code else None,
        title=post.title,
        office=_OFFICES.get(post.role, registry.Office.OTHER),
        from_on=post.since,
        until_on=post.until + timedelta(days=1) if post.until else None,
    )
    row.portfolio.set(rows.units[codes[post.jurisdiction, unit]] for unit in post.portfolio)
    return row


def _person(post: Post, rows: Enrolled) -> registry.Person:
    key = (post.jurisdiction, post.person)
    if key not in rows.people:
        place = rows.places[post.jurisdiction]
        rows.people[key] = registry.Person.objects.create(jurisdiction=place, name=post.person)
    return rows.people[key]


def _account(
    post: Post, username: str, code: str | None, rows: Enrolled, password: str
) -> registry.Account:
    role = _role_of(post)
    assert role is not None  # noqa: S101 - a username is given only with a role
    return registry.Account(
        username=username,
        name=post.person,
        role=role,
        jurisdiction=rows.places[post.jurisdiction],
        unit=rows.units[code] if code and role in OF_A_UNIT else None,
        person=_person(post, rows),
        password=password,
    )


def _role_of(post: Post) -> Role | None:
    if post.role in _ROLES:
        return _ROLES[post.role]
    return Role(post.role) if post.role in set(Role) else None


def _usernames(city: City) -> Iterator[str | None]:
    """``mayor``, ``vice_mayor2``, ``liaison@lh014``; elsewhere with the place before it."""
    codes = {(unit.jurisdiction, unit.short): unit.code for unit in city.units}
    given: dict[str, int] = {}
    for post in city.posts:
        role = _role_of(post)
        if role is None:
            yield None
            continue
        of_unit = role in OF_A_UNIT
        code = codes.get((post.jurisdiction, post.unit or ""), "").lower()
        stem = f"{role}@{code}" if of_unit else str(role)
        stem = stem if post.jurisdiction == CITY else f"{post.jurisdiction}-{stem}"
        given[stem] = given.get(stem, 0) + 1
        no = given[stem]
        yield (
            stem
            if no == 1 and (of_unit or role in _ALONE)
            else f"{stem}{no}"
            if not of_unit
            else f"{stem}-{no}"
        )
