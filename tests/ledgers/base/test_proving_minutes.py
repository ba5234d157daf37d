"""A paper held against the ledgers: by the test a person named, else by the one proposed."""

from __future__ import annotations

from datetime import date

from world import World, moment
from yiding.followup.act import context_of
from yiding.followup.actions.name_test import NameTest
from yiding.followup.models import ClosingTest, Matter, ProofResult
from yiding.ledgers.base.proving_minutes import ProofLine, proven_items

DAY = date(2026, 5, 12)
HEADING = "审议《临湖市党政机关办公用房管理办法（草案）》"


def line(matter: Matter) -> ProofLine:
    """The one duty of its paper."""
    paper = matter.minutes
    paper.reading = {"items": [{"no": matter.item, "title": HEADING, "decisions": []}]}
    paper.save()
    [item] = proven_items(paper, Matter.objects.all(), DAY)
    [found] = item.lines
    assert [one.test.address for one in item.general] == ["premises/over-limit-share"]
    return found


def test_a_duty_without_a_test_is_shown_by_the_one_proposed(world: World) -> None:
    found = line(world.assigned(closing_kind="issue"))
    [test] = found.tests
    assert (test.test.kind, test.test.address) == ("document", "临湖市党政机关办公用房管理办法")
    assert test.why
    assert test.test.pk is None
    assert found.result == ProofResult.AHEAD


def test_the_test_a_person_named_goes_before(world: World) -> None:
    matter = world.assigned(closing_kind="issue")
    named = {"kind": "entry", "address": "premises:office/A-1"}
    world.act("matter.name_test", matter, "supervisor", DAY, **named)
    [test] = line(matter).tests
    assert (test.test.address, test.why) == ("premises:office/A-1", "")
    assert line(matter).result == ProofResult.NO_DATA


def test_the_form_begins_with_what_is_proposed_then_with_what_was_named(world: World) -> None:
    matter = world.assigned(closing_kind="issue")
    line(matter)
    context = context_of(matter, world["supervisor"], moment(DAY))
    form = NameTest.form(context=context)
    assert form.initial["address"] == "临湖市党政机关办公用房管理办法"
    assert "建议" in str(form.fields["address"].help_text)
    named = {"kind": "indicator", "address": "premises/idle-share", "target": "3"}
    world.act("matter.name_test", matter, "supervisor", DAY, **named)
    assert ClosingTest.objects.get(matter=matter).address == "premises/idle-share"
    again = NameTest.form(context=context)
    assert (again.initial["address"], again.initial["target"]) == ("premises/idle-share", 3)
