"""A small city for tests: units, people, one account a role, minutes, and matters in any state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from yiding.followup.act import Call, Done, act
from yiding.followup.models import Matter, Minutes
from yiding.registry.models import Account, Jurisdiction, Office, Person, Post, Unit
from yiding.registry.roles import OF_A_UNIT, Role

ZONE = ZoneInfo("Asia/Shanghai")
PASSWORD = "临湖-2026-试用"
HELD_ON = date(2026, 3, 3)


def moment(day: date, hour: int = 9) -> datetime:
    """A moment on a day in the city's own time."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)


@dataclass
class World:
    """The city and whoever acts in it."""

    jurisdiction: Jurisdiction
    units: dict[str, Unit] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    minutes: Minutes | None = None
    made: int = 0

    def __getitem__(self, username: str) -> Account:
        """An account by its name: a role, or ``liaison@water``."""
        return self.accounts[username]

    def act(self, name: str, matter: Any, by: str, on: date, **data: Any) -> Done:
        """Do an act at nine on a day, with the fields given."""
        call = Call(name, matter.address, data)
        return act(call, self[by], moment(on))

    def matter(self, **values: Any) -> Matter:
        """A proposed matter of the minutes; ``values`` set anything."""
        assert self.minutes is not None
        self.made += 1
        fields: dict[str, Any] = {
            "jurisdiction": self.jurisdiction,
            "address": f"{self.minutes.address}:1.{self.made}.1",
            "minutes": self.minutes,
            "item": 1,
            "position": self.made,
            "start": 0,
            "end": 10,
            "action": "修改完善后按程序印发实施",
            "quote": "由市水务局修改完善后按程序印发实施。",
            "closing_kind": "issue",
            "held_on": HELD_ON,
            "lead": self.units["water"],
            "due_on": date(2026, 6, 30),
            "original_due_on": date(2026, 6, 30),
        }
        return Matter.objects.create(**{**fields, **values})

    def assigned(self, **values: Any) -> Matter:
        """A matter handed to the water bureau, with the housing bureau assisting."""
        matter = self.matter(**values)
        self.act(
            "matter.assign",
            matter,
            "secretary_general",
            HELD_ON + timedelta(days=20),
            lead="water",
            assists=["housing"],
            leader=self.leader_post.pk,
            due_on="2026-06-30",
        )
        matter.refresh_from_db()
        return matter

    def under_way(self, **values: Any) -> Matter:
        """A matter the water bureau has signed for."""
        matter = self.assigned(**values)
        self.act("matter.sign", matter, "liaison@water", HELD_ON + timedelta(days=21))
        matter.refresh_from_db()
        return matter

    @property
    def leader_post(self) -> Post:
        """The vice-mayor's post."""
        return Post.objects.get(office=Office.VICE_MAYOR, jurisdiction=self.jurisdiction)

    def head_of(self, unit: str) -> int:
        """The key of a unit head's post, for endorsements."""
        return Post.objects.get(office=Office.UNIT_HEAD, unit=self.units[unit]).pk


def make_world(slug: str = "linhu", code: str = "329900", name: str = "临湖市") -> World:
    """The city, with three bureaus and every role."""
    city = Jurisdiction.objects.create(code=code, slug=slug, name=name)
    world = World(city)
    units = [
        Unit(jurisdiction=city, code=key, name=full, short_name=short, position=position)
        for position, (key, full, short) in enumerate(_UNITS)
    ]
    world.units = {unit.code: unit for unit in Unit.objects.bulk_create(units)}
    _make_accounts(world, _make_people(world))
    world.minutes = _make_minutes(world)
    return world


def evidence(**values: Any) -> dict[str, Any]:
    """An issued document as the fields of a form."""
    fields = {
        "evidence_kind": "issued_document",
        "evidence_title": "临湖市节水行动实施方案",
        "document_number": "临政办发〔2026〕12号",
        "dated_on": "2026-04-20",
        "issuer": "市水务局",
        "link": "https://linhu.example/doc/12",
    }
    return {**fields, **values}


_UNITS = (
    ("water", "临湖市水务局", "市水务局"),
    ("housing", "临湖市住房和城乡建设局", "市住建局"),
    ("finance", "临湖市财政局", "市财政局"),
)


_LEADERS = (
    (Office.MAYOR, "市长", "沈知远"),
    (Office.VICE_MAYOR, "副市长", "陆以清"),
    (Office.SECRETARY_GENERAL, "秘书长", "顾南舟"),
)


def _make_people(world: World) -> dict[str, Person]:
    """Everybody with a post, and who holds the city's own, by the office."""
    city = world.jurisdiction
    names = [name for _, _, name in _LEADERS]
    names += [f"{unit.short_name}局长" for unit in world.units.values()]
    people = Person.objects.bulk_create([Person(jurisdiction=city, name=name) for name in names])
    posts = [
        Post(person=person, jurisdiction=city, title=title, office=office)
        for person, (office, title, _) in zip(people, _LEADERS, strict=False)
    ]
    posts += [
        Post(person=head, jurisdiction=city, unit=unit, title="局长", office=Office.UNIT_HEAD)
        for head, unit in zip(people[len(_LEADERS) :], world.units.values(), strict=True)
    ]
    Post.objects.bulk_create(posts)
    vice_mayor = next(post for post in posts if post.office == Office.VICE_MAYOR)
    vice_mayor.portfolio.set(world.units.values())
    return {str(post.office): post.person for post in posts if post.unit is None}


def _make_accounts(world: World, leaders: dict[str, Person]) -> None:
    """One for each role, for each role of each unit, and a second supervisor; made in one go."""
    of_the_city = [(role, str(role)) for role in Role if role not in OF_A_UNIT]
    of_the_units = [(role, f"{role}@{key}") for key in world.units for role in sorted(OF_A_UNIT)]
    prefix = "" if world.jurisdiction.slug == "linhu" else f"{world.jurisdiction.slug}-"
    for role, username in (*of_the_city, *of_the_units, (Role.SUPERVISOR, "supervisor2")):
        unit = username.partition("@")[2]
        world.accounts[username] = Account(
            username=prefix + username,
            name=f"{role.label}{username[-6:]}",
            role=role,
            jurisdiction=world.jurisdiction,
            unit=world.units.get(unit),
            person=None if unit else leaders.get(str(role)),
        )
    Account.objects.bulk_create(world.accounts.values())


def _make_minutes(world: World) -> Minutes:
    return Minutes.objects.create(
        jurisdiction=world.jurisdiction,
        address=f"{world.jurisdiction.slug}-2026-1",
        state=Minutes.State.ISSUED,
        title=f"{world.jurisdiction.name}人民政府常务会议纪要",
        number="〔2026〕1号",
        held_on=HELD_ON,
        printed_on=date(2026, 3, 20),
        text="由市水务局修改完善后按程序印发实施。",
        reading={},
        accounting=[],
        imported_at=moment(HELD_ON),
        imported_by=world["supervisor"],
    )
