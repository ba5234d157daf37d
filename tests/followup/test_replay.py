"""The rows against the journal: a difference is named, and there is none of itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from world import World, evidence
from yiding.followup.models import Matter, MatterPeriod
from yiding.followup.replay import differences
from yiding.followup.states import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def lived(world: World) -> Matter:
    """A matter extended, submitted and sent back."""
    matter = world.under_way()
    unit, office = "unit_head@water", "vice_mayor"
    later = {"new_due_on": "2026-08-31", "reason": "汛期停工", "progress": "已完成八成"}
    world.act("matter.apply_extension", matter, unit, date(2026, 5, 20), **later)
    decided = {"decision": "granted", "words": "同意"}
    world.act("matter.decide_extension", matter, office, date(2026, 5, 22), **decided)
    world.act("matter.complete_part", matter, "liaison@housing", date(2026, 5, 23), words="会签。")
    head = {"endorsed_by": world.head_of("water")}
    world.act(
        "matter.submit", matter, unit, date(2026, 5, 24), words="已印发。", **evidence(), **head
    )
    matter.refresh_from_db()
    return matter


def found() -> list[tuple[str, str]]:
    return [(each.address, each.what) for each in differences()]


def test_what_acts_made_is_what_the_journal_says(world: World, lived: Matter) -> None:
    world.assigned()
    world.matter()
    assert lived.state == State.SUBMITTED
    assert lived.periods.count() > 3
    assert found() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("state", State.CLOSED),
        ("due_on", date(2026, 12, 31)),
        ("original_due_on", date(2026, 8, 31)),
        ("lead", None),
    ],
)
def test_a_row_changed_by_hand_is_named(lived: Matter, column: str, value: Any) -> None:
    Matter.objects.filter(pk=lived.pk).update(**{column: value})
    assert found() == [(lived.address, column)]


def test_a_period_changed_by_hand_is_named(lived: Matter) -> None:
    period = lived.periods.order_by("from_at")[1]
    MatterPeriod.objects.filter(pk=period.pk).update(due_on=date(2026, 9, 1))
    assert found() == [(lived.address, f"{period.event} due_on")]


def test_a_period_taken_away_is_named(lived: Matter) -> None:
    lived.periods.order_by("from_at")[1].delete()
    assert found() == [(lived.address, "periods")]


def test_a_period_that_does_not_meet_the_next_is_named(lived: Matter) -> None:
    period = lived.periods.order_by("from_at")[0]
    until: datetime = period.until_at + timedelta(hours=1)
    MatterPeriod.objects.filter(pk=period.pk).update(until_at=until)
    assert found() == [(lived.address, "periods")]


def test_a_matter_taken_away_is_named(world: World) -> None:
    matter = world.assigned()
    Matter.objects.filter(pk=matter.pk).update(address="linhu-2026-99:1.1.1")
    assert found() == [(matter.address, "matter")]
