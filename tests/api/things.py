"""One thing of every kind that an action can be done to."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from world import World, moment
from yiding.followup.models import Matter, Meeting, Minutes, Proposal, Slip, Topic

DAY = date(2026, 5, 12)


def thing(world: World, model: type[models.Model]) -> Any:
    """A thing of a kind, in the state it begins in."""
    return _MAKERS[model](world)


def _matter(world: World) -> Matter:
    return world.matter()


def _minutes(world: World) -> Minutes:
    return Minutes.objects.create(
        jurisdiction=world.jurisdiction,
        address=f"linhu-2026-{Minutes.objects.count() + 10}",
        title="临湖市人民政府常务会议纪要",
        text="由市水务局修改完善后按程序印发实施。",
        reading={},
        accounting=[],
        imported_at=moment(DAY),
        imported_by=world["supervisor"],
    )


def _proposal(world: World) -> Proposal:
    minutes = _minutes(world)
    return Proposal.objects.create(
        jurisdiction=world.jurisdiction,
        minutes=minutes,
        address=f"{minutes.address}:1.1.1",
        item=1,
        position=100,
        start=0,
        end=17,
        action="修改完善后按程序印发实施",
        lead=world.units["water"],
    )


def _topic(world: World) -> Topic:
    return Topic.objects.create(
        jurisdiction=world.jurisdiction,
        address=f"linhu-topic-2026-{Topic.objects.count() + 1}",
        title="节水行动实施方案",
        unit=world.units["water"],
    )


def _meeting(world: World) -> Meeting:
    session = Meeting.objects.count() + 1
    return Meeting.objects.create(
        jurisdiction=world.jurisdiction,
        address=f"linhu-meeting-2026-{session}",
        session=session,
        year=2026,
        held_on=DAY,
    )


def _slip(world: World) -> Slip:
    serial = Slip.objects.count() + 1
    return Slip.objects.create(
        jurisdiction=world.jurisdiction,
        address=f"linhu-slip-2026-{serial}",
        matter=world.matter(state="under_way"),
        unit=world.units["water"],
        rung="reminder",
        year=2026,
        serial=serial,
        pack="default",
        trigger="逾期",
        words="请抓紧办理。",
        issued_at=moment(DAY),
        issued_by=world["supervisor"],
    )


_MAKERS: dict[type[models.Model], Any] = {
    Matter: _matter,
    Minutes: _minutes,
    Proposal: _proposal,
    Topic: _topic,
    Meeting: _meeting,
    Slip: _slip,
}
