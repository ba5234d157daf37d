"""The history in sentences, the reasons of a date, and what a verifier would return."""

from __future__ import annotations

from datetime import date

import pytest

from world import World, evidence, moment
from yiding.followup.act import Call, act
from yiding.followup.history import Reader, Told, history_of, unit_names
from yiding.followup.models import InboxItem, Matter
from yiding.followup.precheck import Filed, before_submission
from yiding.followup.receipts import receive, receive_all
from yiding.followup.refusals import Refused
from yiding.followup.why import why_this_date
from yiding.journal.models import Event

EVERYTHING = Reader(sees_denials=True)


def events_of(matter: Matter) -> list[Event]:
    return list(Event.objects.filter(subject=matter.address).order_by("seq"))


def told(world: World, matter: Matter, reader: Reader = EVERYTHING) -> list[Told]:
    events = events_of(matter)
    return history_of(events, unit_names(world.jurisdiction, events), reader)


def extended(world: World) -> Matter:
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
    decided = {"decision": "granted", "words": ""}
    world.act("matter.decide_extension", matter, "vice_mayor", date(2026, 6, 22), **decided)
    matter.refresh_from_db()
    return matter


def test_codes_become_names_and_days_are_prose(world: World) -> None:
    first = told(world, world.assigned())[-1]
    assert first.words.endswith("交市水务局办理，限2026年6月30日。")
    assert "配合单位：市住建局" in first.notes[0]
    assert "由“拟分解”转为“待签收”。" in first.notes


def test_a_choice_is_its_label_and_an_empty_field_leaves_no_trace(world: World) -> None:
    last = told(world, extended(world))[0]
    assert last.words.endswith("批复延期申请：同意延期。")
    assert "现定时限由2026年6月30日改为2026年8月31日，原定2026年6月30日不变。" in last.notes
    assert last.kind == "more"


def test_a_date_by_default_is_said_in_the_sentence(world: World) -> None:
    matter = world.matter(due_on=None, original_due_on=None)
    world.act("matter.assign", matter, "secretary_general", date(2026, 3, 23), lead="water")
    matter.refresh_from_db()
    assert matter.due_on is not None
    day = f"{matter.due_on.year}年{matter.due_on.month}月{matter.due_on.day}日"
    assert f"限{day}。" in told(world, matter)[0].words


def test_service_without_a_signature_is_not_called_signing(world: World) -> None:
    matter = world.assigned()
    world.act("matter.sign", matter, "supervisor", date(2026, 4, 20))
    assert "视为签收" in told(world, matter)[0].words


def test_a_denied_attempt_is_told_to_those_who_supervise_only(world: World) -> None:
    matter = world.under_way()
    with pytest.raises(Refused):
        world.act("matter.close", matter, "secretary_general", date(2026, 4, 1))
    denial = told(world, matter)[0]
    assert denial.is_denied
    assert "没有准" in denial.words
    assert "已办" not in denial.words
    assert not any(one.is_denied for one in told(world, matter, Reader()))


def test_an_assisting_unit_reads_no_words_of_the_lead(world: World) -> None:
    matter = world.under_way()
    report = {"progress": "behind", "words": "内部情况不外传。"}
    world.act("matter.report", matter, "liaison@water", date(2026, 4, 3), **report)
    world.act("matter.complete_part", matter, "liaison@housing", date(2026, 4, 9), words="已会签。")
    lines = told(world, matter, Reader(assisting_unit="housing"))
    said = "".join(one.words + "".join(one.notes) for one in lines)
    assert "内部情况" not in said
    assert "已会签" in said
    assert [one.words for one in lines][-1].endswith("：交办。")


def test_a_receipt_stands_with_what_was_received_and_is_written_once(world: World) -> None:
    matter = world.assigned()
    item = InboxItem.objects.get(account=world["liaison@water"])
    at = moment(date(2026, 3, 24), 8)
    assert receive([item.pk], world["liaison@water"], at) == 1
    assert receive([item.pk], world["liaison@water"], at) == 0
    lines = told(world, matter)
    assert len(lines) == 1
    assert "3月24日 8:00收到" in lines[0].receipts[0]
    assert Event.objects.filter(verb="inbox.receive").count() == 1


def test_nobody_receives_for_another(world: World) -> None:
    world.assigned()
    item = InboxItem.objects.get(account=world["liaison@water"])
    at = moment(date(2026, 3, 24))
    assert receive([item.pk], world["liaison@housing"], at) == 0
    assert receive_all(world["liaison@finance"], at) == 0


def why(world: World, matter: Matter) -> tuple[str, ...]:
    events = events_of(matter)
    return why_this_date(matter, events, unit_names(world.jurisdiction, events)).steps


def test_the_reasons_go_from_the_words_to_the_day(world: World) -> None:
    steps = why(world, world.under_way(due_words="6月底前"))
    assert steps[0] == "原文「6月底前」，按开会日2026年3月3日起算。"
    assert steps[1] == "规则：取该月最后一日，得2026年6月30日，星期二。"


def test_every_move_of_the_date_is_a_step_and_the_original_stays(world: World) -> None:
    steps = why(world, extended(world))
    assert steps[0] == "原文没有写明时限。"
    assert "2026年6月30日" in steps[1]
    assert steps[-1].startswith("2026年6月22日")
    assert steps[-1].endswith("批准延期，得2026年8月31日。原定日期保留。")


def test_a_default_date_names_the_pack_and_its_source(world: World) -> None:
    matter = world.matter(due_on=None, original_due_on=None)
    world.act("matter.assign", matter, "secretary_general", date(2026, 3, 23), lead="water")
    matter.refresh_from_db()
    steps = "".join(why(world, matter))
    assert "没有写明时限的" in steps
    assert "出处：" in steps


def filed(matter: Matter) -> Filed:
    return Filed(
        list(matter.parts.all()),
        list(matter.extensions.all()),
        list(matter.evidence.all()),
        list(matter.conclusions.all()),
    )


def test_what_it_would_be_returned_for_is_said_before(world: World) -> None:
    matter = world.under_way()
    found = before_submission(matter, filed(matter))
    assert [one.holds for one in found] == [False, False]
    assert "市住建局" in found[0].words
    assert "印发文件" in found[1].words


def test_a_filed_proof_of_another_issuer_is_named(world: World) -> None:
    matter = world.under_way()
    world.act("matter.complete_part", matter, "liaison@housing", date(2026, 4, 9), words="已会签。")
    report = {"progress": "done", "words": "已印发。", **evidence(issuer="市财政局")}
    world.act("matter.report", matter, "liaison@water", date(2026, 4, 27), **report)
    found = before_submission(matter, filed(matter))
    assert [one.holds for one in found] == [True, False]
    assert "出具单位不是牵头单位" in found[1].words


def test_sending_back_asks_for_something_new(world: World) -> None:
    matter = world.under_way()
    world.act("matter.complete_part", matter, "liaison@housing", date(2026, 4, 9), words="已会签。")
    call = Call(
        "matter.submit",
        matter.address,
        {"words": "已印发。", "endorsed_by": world.head_of("water"), **evidence()},
    )
    act(call, world["liaison@water"], moment(date(2026, 4, 27)))
    back = {"code": "half_done", "missing": "缺县区方案。"}
    world.act("matter.send_back", matter, "supervisor", date(2026, 4, 28), **back)
    matter.refresh_from_db()
    assert "缺县区方案" in before_submission(matter, filed(matter))[-1].words
    assert told(world, matter)[0].kind == "back"
    assert "退回原因：只完成一部分" in told(world, matter)[0].notes[0]
