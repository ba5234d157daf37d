"""A matter's whole life, as people live it."""

from __future__ import annotations

from datetime import date

import pytest

from world import World, evidence, moment
from yiding.followup.act import Call, act
from yiding.followup.models import Evidence, InboxItem, Matter
from yiding.followup.refusals import InvalidFields, Refused
from yiding.followup.states import State
from yiding.journal.models import Event


def test_from_assignment_to_closing(world: World) -> None:
    matter = world.under_way()
    assert matter.report_due_on is not None
    world.act(
        "matter.report",
        matter,
        "liaison@water",
        date(2026, 4, 3),
        progress="on_schedule",
        words="征求意见稿已发各县区。",
    )
    world.act(
        "matter.complete_part", matter, "liaison@housing", date(2026, 4, 20), words="已会签。"
    )
    world.act(
        "matter.submit",
        matter,
        "liaison@water",
        date(2026, 4, 27),
        words="已印发。",
        endorsed_by=world.head_of("water"),
        **evidence(),
    )
    world.act(
        "matter.verify", matter, "supervisor", date(2026, 4, 28), method="desk", conclusion="属实。"
    )
    world.act("matter.close", matter, "secretary_general", date(2026, 4, 29))
    matter.refresh_from_db()
    assert matter.state == State.CLOSED
    assert matter.evidence.get().verdict == Evidence.Verdict.ACCEPTED
    verbs = list(Event.objects.filter(subject=matter.address).values_list("verb", flat=True))
    assert verbs == [
        "matter.assign",
        "matter.sign",
        "matter.report",
        "matter.complete_part",
        "matter.submit",
        "matter.verify",
        "matter.close",
    ]
    states = [period.state for period in matter.periods.order_by("from_at")]
    assert states == ["assigned", "under_way", "under_way", "submitted", "verified", "closed"]


def test_an_open_part_stops_the_submission(world: World) -> None:
    matter = world.under_way()
    with pytest.raises(Refused) as refused:
        world.act(
            "matter.submit",
            matter,
            "unit_head@water",
            date(2026, 4, 27),
            words="已印发。",
            **evidence(),
        )
    assert refused.value.refusal.guard == "parts_settled"
    assert "市住建局" in refused.value.refusal.found_text()
    denied = Event.objects.get(outcome=Event.Outcome.DENIED)
    assert denied.data["guard"] == "parts_settled"


def test_extension_keeps_the_original_date(world: World) -> None:
    matter = world.under_way()
    world.act(
        "matter.apply_extension",
        matter,
        "unit_head@water",
        date(2026, 6, 20),
        new_due_on="2026-08-31",
        reason="汛期停工",
        progress="已完成八成",
    )
    world.act(
        "matter.decide_extension",
        matter,
        "vice_mayor",
        date(2026, 6, 22),
        decision="granted",
        words="同意",
    )
    matter.refresh_from_db()
    assert (matter.original_due_on, matter.due_on) == (date(2026, 6, 30), date(2026, 8, 31))
    on = date(2026, 7, 10)
    assert list(Matter.objects.overdue_by_original(on)) == [matter]
    assert not Matter.objects.overdue(on).exists()


def test_the_later_of_two_is_told(world: World) -> None:
    matter = world.assigned()
    seen = matter.version
    act(
        Call("matter.sign", matter.address, {}, seen=seen),
        world["liaison@water"],
        moment(date(2026, 3, 24)),
    )
    with pytest.raises(Refused) as refused:
        act(
            Call("matter.sign", matter.address, {}, seen=seen),
            world["unit_head@water"],
            moment(date(2026, 3, 24), 10),
        )
    assert refused.value.refusal.guard == "version"


def test_what_is_missing_is_named(world: World) -> None:
    matter = world.assigned()
    with pytest.raises(InvalidFields) as invalid:
        world.act("matter.object", matter, "liaison@water", date(2026, 3, 24), reason="")
    assert set(invalid.value.form.errors) == {"reason", "proposed_unit", "endorsed_by"}


def test_the_unit_finds_it_in_the_inbox(world: World) -> None:
    matter = world.assigned()
    item = InboxItem.objects.get(account=world["liaison@water"])
    assert (item.matter, item.must_act, item.verb) == (matter, True, "matter.assign")
    assert not InboxItem.objects.filter(account=world["liaison@finance"]).exists()


def test_what_another_has_done_waits_for_nobody(world: World) -> None:
    matter = world.assigned()
    world.act("matter.sign", matter, "unit_head@water", date(2026, 3, 24))
    item = InboxItem.objects.get(account=world["liaison@water"])
    assert not item.must_act


def test_a_decided_extension_leaves_the_other_notices(world: World) -> None:
    matter = world.under_way()
    asked = {"new_due_on": "2026-08-31", "reason": "汛期", "progress": "八成"}
    world.act("matter.apply_extension", matter, "unit_head@water", date(2026, 6, 20), **asked)
    waiting = InboxItem.objects.filter(account=world["vice_mayor"], must_act=True)
    assert waiting.count() == 1
    world.act(
        "matter.decide_extension", matter, "vice_mayor", date(2026, 6, 22), decision="refused"
    )
    assert waiting.count() == 0
