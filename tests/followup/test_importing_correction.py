"""A corrected paper supersedes the first; what stands unchanged goes on."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from followup.test_importing_flow import ON, PAPER, bring, do, duty, finish
from world import World, moment
from yiding.followup.act import Call, act
from yiding.followup.models import Matter, Minutes
from yiding.followup.refusals import Refused
from yiding.journal.models import Event

CORRECTED = PAPER.replace("2026年6月底前核清", "2026年8月底前逐段核清").replace(
    "二、听取", "（四）由市住建局于2026年9月底前编制管网台账。\n\n二、听取"
)


def correct(world: World, minutes: Minutes, text: str = CORRECTED) -> Minutes:
    """The corrected paper, brought in as the next version."""
    upload = SimpleUploadedFile("更正.txt", text.encode())
    files = MultiValueDict({"file": [upload]})
    act(Call("minutes.supersede", minutes.address, {}, files), world["supervisor"], moment(ON))
    minutes.refresh_from_db()
    return Minutes.objects.get(supersedes=minutes)


def test_what_a_person_settled_stays_where_the_words_stay(world: World) -> None:
    minutes = bring(world)
    do(world, "proposal.refuse", duty(minutes, "1.1.1"), reason="已经办结")
    do(world, "proposal.accept", duty(minutes, "1.2.1"))
    new = correct(world, minutes)
    assert (new.address, new.edition) == ("linhu-2026-9@2", 2)
    assert minutes.state == Minutes.State.SUPERSEDED
    assert duty(new, "1.1.1").state == "refused"
    assert duty(new, "1.2.1").state == "open"
    assert {one["clause"] for one in new.changes} == {"1.2.1", "1.4.1"}


def test_matters_go_on_under_their_own_address(world: World) -> None:
    minutes = bring(world)
    finish(world, minutes)
    before = {one.address: one.state for one in Matter.objects.filter(minutes=minutes)}
    new = correct(world, minutes)
    assert minutes.state == Minutes.State.ISSUED
    do(world, "proposal.edit", duty(new, "1.2.1"), action="逐段核清资金。", lead="市财政局",
       date_decision="read", closing_kind="deliver", is_final="on")  # fmt: skip
    do(world, "proposal.accept", duty(new, "1.4.1"))
    do(world, "minutes.submit", new)
    do(world, "minutes.sign", new, by="secretary_general")
    minutes.refresh_from_db()
    assert minutes.state == Minutes.State.SUPERSEDED
    after = {one.address: one.state for one in Matter.objects.filter(minutes=new)}
    assert set(after) == {*before, "linhu-2026-9:1.4.1"}
    moved = Matter.objects.get(address="linhu-2026-9:1.2.1")
    assert "逐段" in moved.quote
    assert new.text[moved.start : moved.end].startswith("市财政局")
    assert Event.objects.filter(subject=moved.address, verb="matter.anchor").exists()


def test_another_paper_is_no_correction(world: World) -> None:
    minutes = bring(world)
    with pytest.raises(Refused) as refused:
        correct(world, minutes, PAPER.replace("9号", "10号"))
    assert refused.value.refusal.guard == "another_paper"


def test_a_matter_can_be_added_from_a_sentence_of_an_issued_paper(world: World) -> None:
    minutes = bring(world)
    finish(world, minutes)
    fields = {"words": "各地各部门要提高认识", "action": "报送落实情况。", "lead": "市水务局"}
    do(world, "matter.propose", minutes, closing_kind="report", **fields)
    added = Matter.objects.get(minutes=minutes, state="proposed")
    assert added.address == "linhu-2026-9:1.3.2"
    assert minutes.text[added.start : added.end] == "各地各部门要提高认识"
