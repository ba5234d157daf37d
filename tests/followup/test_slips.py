"""Slips: proposed by the pack, issued by a person, numbered, received, answered, withdrawn."""

from __future__ import annotations

from datetime import date

import pytest

from world import World
from yiding.followup.history import history_of
from yiding.followup.ladder import facts_of, proposed_rungs
from yiding.followup.models import InboxItem, Matter, Slip
from yiding.followup.packs import pack_named
from yiding.followup.refusals import Refused
from yiding.journal.models import Event

LATE = date(2026, 7, 3)


@pytest.fixture
def late(world: World) -> Matter:
    """A matter three days past its date."""
    return world.under_way()


def _issue(
    world: World, matter: Matter, by: str = "supervision_director", **fields: object
) -> Slip:
    data = {"rung": "chase", "words": "请三日内报进展和原因。", **fields}
    world.act("matter.issue_slip", matter, by, LATE, **data)
    return Slip.objects.latest("pk")


def test_the_pack_proposes_what_the_day_asks_for(world: World, late: Matter) -> None:
    pack = pack_named("default")
    assert "chase" in [one.rung.slug for one in proposed_rungs(late, pack, LATE)]
    before = date(2026, 4, 1)
    assert "chase" not in [one.rung.slug for one in proposed_rungs(late, pack, before)]


def test_numbers_run_by_rung_and_year(world: World, late: Matter) -> None:
    other = world.under_way()
    slips = [_issue(world, late), _issue(world, other)]
    assert [slip.serial for slip in slips] == [1, 2]
    assert slips[0].address == "linhu-chase-2026-1"
    assert "2026" in slips[0].trigger or slips[0].trigger


def test_received_answered_and_no_more(world: World, late: Matter) -> None:
    slip = _issue(world, late)
    assert InboxItem.objects.filter(account=world["liaison@water"], must_act=True).exists()
    world.act("slip.receive", slip, "liaison@water", LATE)
    world.act("slip.answer", slip, "unit_head@water", LATE, answer="已加派力量，七月底前完成。")
    slip.refresh_from_db()
    assert (slip.state, slip.received_by) == ("answered", world["liaison@water"])
    with pytest.raises(Refused) as refused:
        world.act("slip.receive", slip, "liaison@water", LATE)
    assert refused.value.refusal.guard == "state"


def test_another_unit_cannot_receive_it(world: World, late: Matter) -> None:
    slip = _issue(world, late)
    with pytest.raises(Refused) as refused:
        world.act("slip.receive", slip, "liaison@housing", LATE)
    assert refused.value.refusal.guard == "of_the_addressed_unit"


def test_a_rung_the_day_does_not_ask_for_is_refused(world: World, late: Matter) -> None:
    with pytest.raises(Refused) as refused:
        world.act(
            "matter.issue_slip", late, "mayor", date(2026, 4, 1), rung="red", words="红单。",
            no_good_reason="on",
        )  # fmt: skip
    assert refused.value.refusal.guard == "rung_has_a_ground"


def test_a_supervisor_does_not_sign_a_red_slip(world: World, late: Matter) -> None:
    with pytest.raises(Refused) as refused:
        _issue(world, late, rung="red", no_good_reason="on")
    assert refused.value.refusal.guard == "signs_this_rung"


def test_a_withdrawn_slip_keeps_its_number(world: World, late: Matter) -> None:
    slip = _issue(world, late)
    world.act("slip.withdraw", slip, "supervision_director", LATE, reason="发错单位。")
    assert _issue(world, world.under_way()).serial == slip.serial + 1


def test_a_good_reason_is_known_to_the_ladder(world: World, late: Matter) -> None:
    world.act("matter.judge", late, "supervisor", LATE, finding="good_reason", words="台风停工。")
    late.refresh_from_db()
    facts = facts_of([late])[late.pk]
    assert [(one.kind, one.judged_on) for one in facts.judgements] == [("good_reason", LATE)]


def test_facts_of_many_cost_as_much_as_of_one(
    world: World, django_assert_num_queries: object
) -> None:
    matters = [world.under_way() for _ in range(6)]
    for count in (1, 6):
        with django_assert_num_queries(3):  # type: ignore[operator]
            facts_of(matters[:count])


def test_a_persons_ground_stands_where_the_pack_knows_it(world: World, late: Matter) -> None:
    day = date(2026, 4, 1)
    world.act(
        "matter.issue_slip", late, "secretary_general", day,
        rung="blue", words="质量不高，限期改。", ground="poor_quality", no_good_reason="on",
    )  # fmt: skip
    assert "质量不高" in Slip.objects.get().trigger


def test_the_history_names_the_rung(world: World, late: Matter) -> None:
    _issue(world, late)
    told = history_of(list(Event.objects.filter(subject=late.address)), {})[0]
    assert "催办单" in str(told)
    assert "chase" not in str(told).replace("linhu-chase", "")
