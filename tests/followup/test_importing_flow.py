"""A paper from its file to matters in the units' inboxes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from world import World, moment
from yiding.followup.act import Call, act
from yiding.followup.importing import ImportRefused, import_file
from yiding.followup.models import InboxItem, Matter, Minutes, Proposal
from yiding.followup.refusals import InvalidFields, Refused
from yiding.followup.states import State
from yiding.journal.models import Event
from yiding.registry.models import UnitAlias

ON = date(2026, 3, 24)
PAPER = """临湖市人民政府
常务会议纪要
〔2026〕9号

2026年3月20日上午，沈知远市长主持召开市政府第3次常务会议，审议《临湖市节水行动实施方案》等议题。

一、审议《临湖市节水行动实施方案》
（一）原则同意《临湖市节水行动实施方案》。由市水务局根据本次会议讨论意见作进一步修改完善后按程序印发实施。
（二）市财政局要会同市住建局，于2026年6月底前核清管网改造资金，报市政府。
（三）各地各部门要提高认识，增强责任感。

二、听取校舍安全情况的汇报
（一）由市教育主管局于2026年5月31日前提交校舍排查清单。
（二）各相关部门要在2026年7月底前完成整改并形成报告。

出席：沈知远　陆以清　顾南舟
"""


def bring(world: World, text: str = PAPER, name: str = "纪要.txt") -> Minutes:
    """The paper, imported by the supervision office."""
    return import_file(name, text.encode(), world["supervisor"], moment(ON))


def do(
    world: World, verb: str, subject: Minutes | Proposal, /, by: str = "supervisor", **data: object
) -> None:
    """One act on the day."""
    act(Call(verb, subject.address, data), world[by], moment(ON))
    subject.refresh_from_db()


def duty(minutes: Minutes, clause: str) -> Proposal:
    """A proposal by its clause."""
    return minutes.proposals.get(address=f"{minutes.address}:{clause}")


def test_every_obligation_becomes_a_proposal_with_its_unit(world: World) -> None:
    minutes = bring(world)
    found = {one.clause: str(one.lead) for one in minutes.proposals.filter(is_binding=True)}
    assert minutes.address == "linhu-2026-9"
    assert minutes.state == Minutes.State.REVIEWING
    assert found["1.1.1"] == "市水务局"
    assert found["1.2.1"] == "市财政局"
    assert found["2.1.1"] == found["2.2.1"] == "None"
    assert [str(unit) for unit in duty(minutes, "1.2.1").assists.all()] == ["市住建局"]


def test_the_same_file_is_told_and_another_text_may_correct(world: World) -> None:
    minutes = bring(world)
    with pytest.raises(ImportRefused) as same:
        bring(world, name="另存.txt")
    assert same.value.refusal.guard == "same_file"
    assert same.value.known == minutes
    with pytest.raises(ImportRefused) as other:
        bring(world, PAPER + "抄送：市人大常委会办公室\n")
    assert other.value.refusal.guard == "same_address"
    assert other.value.may_correct
    assert Event.objects.filter(verb="minutes.import", outcome="denied").count() == 2


@pytest.mark.parametrize("mark", ["机密★3年", "秘密\n", "绝密★启用前", "密级：机密\n"])
def test_a_classified_paper_stays_out(world: World, mark: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        bring(world, f"{mark}\n{PAPER}")
    assert refused.value.refusal.guard == "classified"
    assert not Minutes.objects.filter(address="linhu-2026-9").exists()


def test_a_paper_about_secrecy_comes_in(world: World) -> None:
    assert bring(world, PAPER.replace("校舍安全", "机密文件管理")).pk


def test_what_is_no_minutes_is_told(world: World) -> None:
    with pytest.raises(ImportRefused) as refused:
        bring(world, "从前有一座山，山里有座庙，庙里有个老和尚在讲故事。")
    assert refused.value.refusal.guard == "not_minutes"


def test_a_unit_may_not_bring_papers_in(world: World) -> None:
    with pytest.raises(ImportRefused) as refused:
        import_file("a.txt", PAPER.encode(), world["liaison@water"], moment(ON))
    assert refused.value.refusal.guard == "role"


def test_a_duty_without_a_lead_is_not_accepted(world: World) -> None:
    minutes = bring(world)
    with pytest.raises(Refused) as refused:
        do(world, "proposal.accept", duty(minutes, "2.1.1"))
    assert refused.value.refusal.guard == "is_complete"


def test_a_name_settled_once_is_remembered(world: World) -> None:
    minutes = bring(world)
    do(world, "minutes.name_unit", minutes, name="市教育主管局", unit="市住建局")
    alias = UnitAlias.objects.get(name="市教育主管局")
    assert alias.origin == UnitAlias.Origin.REMEMBERED
    assert str(duty(minutes, "2.1.1").lead) == "市住建局"
    do(world, "minutes.take_back", minutes)
    assert not UnitAlias.objects.exists()
    assert duty(minutes, "2.1.1").lead is None


def test_a_collective_is_no_unit(world: World) -> None:
    minutes = bring(world)
    with pytest.raises(Refused) as refused:
        do(world, "minutes.name_unit", minutes, name="各相关部门", unit="市住建局")
    assert refused.value.refusal.guard == "is_no_collective"


def test_a_collective_is_divided_among_those_chosen(world: World) -> None:
    minutes = bring(world)
    do(
        world,
        "proposal.divide",
        duty(minutes, "2.2.1"),
        members="市水务局、市财政局",
        way="each",
        remembers="on",
    )
    assert str(duty(minutes, "2.2.1").lead) == "市水务局"
    assert str(duty(minutes, "2.2.2").lead) == "市财政局"
    assert world.jurisdiction.groups.get().name == "各相关部门"


def test_a_split_takes_the_next_number_and_a_joined_one_is_never_given_again(world: World) -> None:
    minutes = bring(world)
    first = duty(minutes, "1.2.1")
    do(world, "proposal.split", first, at=first.start + 12)
    second = duty(minutes, "1.2.2")
    assert (first.end, second.start) == (second.start, first.start + 12)
    do(world, "proposal.join", first)
    second.refresh_from_db()
    assert second.state == Proposal.State.RETIRED
    do(world, "proposal.split", first, at=first.start + 12)
    assert minutes.proposals.filter(address__endswith=":1.2.3").exists()


def test_taking_back_puts_back_what_stood(world: World) -> None:
    minutes = bring(world)
    first = duty(minutes, "1.1.1")
    do(world, "proposal.refuse", first, reason="重复")
    do(world, "minutes.take_back", minutes)
    first.refresh_from_db()
    assert (first.state, first.reason, first.decided_by) == ("open", "", None)
    with pytest.raises(Refused) as refused:
        do(world, "minutes.take_back", minutes)
    assert refused.value.refusal.guard == "has_a_step"


def test_nobody_takes_back_what_another_built_on(world: World) -> None:
    minutes = bring(world)
    first = duty(minutes, "1.1.1")
    do(world, "proposal.accept", first)
    do(world, "proposal.refuse", first, by="supervisor2", reason="重复")
    with pytest.raises(Refused) as refused:
        do(world, "minutes.take_back", minutes)
    assert refused.value.refusal.guard == "nobody_built_on_it"


def test_an_edit_that_is_final_asks_for_everything(world: World) -> None:
    minutes = bring(world)
    fields = {
        "action": "提交清单。",
        "date_decision": "set",
        "due_on": "2026-01-01",
        "is_final": "on",
    }
    with pytest.raises(InvalidFields) as invalid:
        do(world, "proposal.edit", duty(minutes, "2.1.1"), **fields)
    assert set(invalid.value.form.errors) == {"lead", "due_on", "closing_kind"}


def finish(world: World, minutes: Minutes) -> None:
    """Decide everything and hand it over."""
    do(world, "minutes.name_unit", minutes, name="市教育主管局", unit="市住建局")
    do(
        world,
        "proposal.divide",
        duty(minutes, "2.2.1"),
        members="市水务局、市财政局",
        way="together",
    )
    for one in minutes.proposals.filter(is_binding=True):
        do(world, "proposal.accept", one)
    for leaf in minutes.accounting:
        if leaf["as"] == "unread":
            do(world, "minutes.file_background", minutes, start=leaf["span"][0])
    do(world, "minutes.submit", minutes)
    do(world, "minutes.sign", minutes, by="secretary_general")


def test_signed_every_accepted_duty_is_handed_over(world: World) -> None:
    minutes = bring(world)
    with pytest.raises(Refused) as early:
        do(world, "minutes.submit", minutes)
    assert early.value.refusal.guard in {"every_duty_decided", "no_sentence_unread"}
    finish(world, minutes)
    matters = {one.address.rpartition(":")[2]: one for one in minutes.matters.all()}
    assert minutes.state == Minutes.State.ISSUED
    assert set(matters) == {"1.1.1", "1.2.1", "2.1.1", "2.2.1"}
    assert all(one.state == State.ASSIGNED and one.due_on for one in matters.values())
    assert matters["1.2.1"].due_on == date(2026, 6, 30)
    assert "财政" in matters["1.2.1"].quote
    verbs = Event.objects.filter(subject=matters["1.1.1"].address).values_list("verb", flat=True)
    assert list(verbs) == ["proposal.accept", "matter.propose", "matter.assign"]
    told = InboxItem.objects.filter(account=world["liaison@water"], must_act=True)
    assert told.filter(matter=matters["1.1.1"]).exists()


def test_returned_it_is_reviewed_again(world: World) -> None:
    minutes = bring(world)
    for one in minutes.proposals.filter(is_binding=True):
        do(world, "proposal.refuse", one, reason="重复")
    do(world, "minutes.submit", minutes)
    with pytest.raises(Refused):
        do(world, "proposal.accept", duty(minutes, "1.1.1"))
    do(world, "minutes.return", minutes, by="secretary_general", words="1.1.1 应立项")
    do(world, "proposal.accept", duty(minutes, "1.1.1"))
    assert Matter.objects.filter(minutes=minutes).count() == 0


def test_the_seed_is_assigned_whole(world: World, seed_dir: Path) -> None:
    content = (seed_dir / "minutes-2019-41.txt").read_bytes()
    minutes = import_file("minutes-2019-41.txt", content, world["supervisor"], moment(ON))
    binding = list(minutes.proposals.filter(is_binding=True))
    assert len(binding) == 12
    for one in binding:
        fields = {"action": one.action, "lead": "市水务局", "date_decision": one.date_decision}
        fields |= {"closing_kind": one.closing_kind, "is_final": "on"}
        do(world, "proposal.edit", one, **fields)
    do(world, "minutes.submit", minutes)
    do(world, "minutes.sign", minutes, by="secretary_general")
    matters = Matter.objects.filter(minutes=minutes)
    assert matters.count() == 12
    assert all(one.lead_id and one.due_on and one.closing_kind for one in matters)
