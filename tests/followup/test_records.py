"""What belongs to a matter: for a reader, and as it stood at the end of a past day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from world import World, evidence
from yiding.followup.models import Evidence, Extension, Matter, Part, Slip
from yiding.followup.periods import end_of_day
from yiding.followup.records import Records, records_of, stood_at
from yiding.followup.states import State

CLOSED_ON = date(2026, 4, 29)
LATE_ON = date(2026, 7, 3)


@pytest.fixture
def reopened(world: World) -> Matter:
    """A matter extended, submitted, verified, closed, and opened again."""
    matter = world.under_way()
    asked = {"new_due_on": "2026-08-31", "reason": "汛期停工", "progress": "八成"}
    world.act("matter.apply_extension", matter, "unit_head@water", date(2026, 4, 3), **asked)
    granted = {"decision": "granted", "words": "同意"}
    world.act("matter.decide_extension", matter, "vice_mayor", date(2026, 4, 7), **granted)
    part_done = {"words": "已会签。"}
    world.act("matter.complete_part", matter, "liaison@housing", date(2026, 4, 20), **part_done)
    filed = {"words": "已印发。", "endorsed_by": world.head_of("water"), **evidence()}
    world.act("matter.submit", matter, "liaison@water", date(2026, 4, 27), **filed)
    found = {"method": "desk", "conclusion": "属实。"}
    world.act("matter.verify", matter, "supervisor", date(2026, 4, 28), **found)
    world.act("matter.close", matter, "secretary_general", CLOSED_ON)
    again = {"reason": "回头看发现没有执行。", "due_on": "2026-07-31"}
    world.act("matter.reopen", matter, "supervisor", date(2026, 5, 11), **again)
    matter.refresh_from_db()
    return matter


def stood_on(matter: Matter, day: date) -> Records:
    found = Matter.objects.get(pk=matter.pk)
    assert stood_at(found, end_of_day(day))
    return records_of(found, end_of_day(day))


def test_each_past_day_knows_nothing_of_the_next(reopened: Matter) -> None:
    asked = stood_on(reopened, date(2026, 4, 3))
    [extension], [part] = asked.extensions, asked.parts
    assert (extension.decision, extension.words) == (Extension.Decision.PENDING, "")
    assert (part.state, part.words) == (Part.State.OPEN, "")
    assert (asked.evidence, asked.conclusions) == ([], [])
    submitted = stood_on(reopened, date(2026, 4, 27))
    assert submitted.matter.state == State.SUBMITTED
    assert submitted.extensions[0].decision == Extension.Decision.GRANTED
    assert submitted.parts[0].state == Part.State.DONE
    assert submitted.evidence[0].verdict == Evidence.Verdict.PENDING


def test_what_a_reopening_refused_had_been_accepted(reopened: Matter) -> None:
    assert records_of(reopened, None).evidence[0].verdict == Evidence.Verdict.REFUSED
    closed = stood_on(reopened, CLOSED_ON)
    assert closed.matter.state == State.CLOSED
    assert closed.evidence[0].verdict == Evidence.Verdict.ACCEPTED


def test_a_slip_stands_back_with_its_day(world: World) -> None:
    matter, next_day = world.under_way(), LATE_ON + timedelta(days=1)
    asked = {"rung": "chase", "words": "请三日内报进展和原因。"}
    world.act("matter.issue_slip", matter, "supervision_director", LATE_ON, **asked)
    slip = Slip.objects.get(matter=matter)
    world.act("slip.receive", slip, "liaison@water", next_day)
    world.act(
        "slip.answer", slip, "unit_head@water", next_day + timedelta(days=1), answer="已加派。"
    )
    states = [
        (one.state, one.answer)
        for day in range(3)
        for one in stood_on(matter, LATE_ON + timedelta(days=day)).slips
    ]
    assert states == [("issued", ""), ("received", ""), ("answered", "已加派。")]


def test_an_assisting_unit_sees_the_dates_and_not_the_words(world: World, reopened: Matter) -> None:
    records = records_of(reopened, None)
    own = records.seen_by(world["liaison@housing"])
    assert (own.reports, own.evidence, own.conclusions) == ([], [], [])
    [extension] = own.extensions
    assert extension.new_due_on == date(2026, 8, 31)
    assert [extension.reason, extension.progress, extension.words] == ["", "", ""]
    assert records.extensions[0].reason == "汛期停工"
    for reader in ("liaison@water", "supervisor"):
        assert records.seen_by(world[reader]) is records
