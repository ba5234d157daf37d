"""A meeting from its plan to its minutes: every verb and guard, and the draft read back."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from followup.sessions import (
    FILED_ON,
    MET_ON,
    REVIEWED_ON,
    done,
    held,
    plan,
    present,
    ready_topic,
    scheduled,
)
from world import World
from yiding.followup.action import actions_on
from yiding.followup.drafting import chinese_number
from yiding.followup.models import Attendance, InboxItem, Meeting, Minutes, Topic
from yiding.followup.refusals import InvalidFields, Refused
from yiding.journal.models import Event
from yiding.registry.roles import OF_A_UNIT, Role

TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("meeting_table.toml").read_text(encoding="utf-8")
)
WORDS = (
    "由市水务局根据会议讨论意见作进一步修改完善后按程序印发实施。\n"
    "市财政局要会同市住建局，于2026年6月底前核清管网改造资金，报市政府。"
)


def test_the_table_names_every_verb_and_state() -> None:
    assert {action.verb for action in actions_on(Meeting)} == {*TABLE, "plan"}
    named = {state for row in TABLE.values() for state in [*row["from"], row["to"]]}
    assert named == set(Meeting.State.values)


@pytest.mark.parametrize("verb", sorted(TABLE))
@pytest.mark.parametrize("state", Meeting.State.values)
def test_every_role(world: World, verb: str, state: str) -> None:
    row = TABLE[verb]
    for session, role in enumerate(Role, 1):
        by_state = str(row["to"]) if state in row["from"] else "refused: state"
        expected = by_state if role in row["by"] else "refused: role"
        assert (role, _tried(world, session, verb, state, role)) == (role, expected)


def _tried(world: World, session: int, verb: str, state: str, role: str) -> str:
    meeting = plan(world, session=session)
    Meeting.objects.filter(pk=meeting.pk).update(state=state)
    _on_the_agenda(world, meeting, "passed" if verb == "minute" else "scheduled")
    username = f"{role}@water" if role in OF_A_UNIT else role
    before = Event.objects.count()
    try:
        world.act(f"meeting.{verb}", meeting, username, MET_ON, **_fields(meeting, verb, session))
    except Refused as refused:
        answer = f"refused: {refused.refusal.guard}"
    else:
        answer = str(Meeting.objects.get(pk=meeting.pk).state)
    is_denied = answer.startswith("refused")
    events = Event.objects.filter(seq__gt=before, verb=f"meeting.{verb}")
    assert [one.outcome for one in events] == ["denied" if is_denied else "done"]
    return answer


def _on_the_agenda(world: World, meeting: Meeting, state: str) -> Topic:
    return Topic.objects.create(
        jurisdiction=world.jurisdiction,
        address=f"linhu-topic-2026-s{meeting.session}",
        title=f"节水方案{meeting.session}",
        unit=world.units["water"],
        state=state,
        meeting=meeting,
        position=1,
        outcome_words="由市水务局于2026年6月30日前印发实施方案。",
    )


def _fields(meeting: Meeting, verb: str, session: int) -> dict[str, Any]:
    if verb == "hold":
        return present(meeting)
    return {"cancel": {"reason": "改期。"}, "minute": {"serial": session + 10}}.get(verb, {})


def test_the_members_of_the_day_are_on_the_roll(world: World) -> None:
    meeting = plan(world)
    assert meeting.address == "linhu-executive-2026-5"
    roll = meeting.attendance.order_by("pk").values_list("title", "person__name", "part")
    assert set(roll) == {
        ("市长", "沈知远", "member"),
        ("副市长", "陆以清", "member"),
        ("秘书长", "顾南舟", "member"),
    }
    assert str(meeting.chair) == "沈知远"


def test_a_number_is_given_once_a_year(world: World) -> None:
    plan(world)
    with pytest.raises(Refused) as refused:
        plan(world)
    assert refused.value.refusal.guard == "number_is_free"
    assert plan(world, series="special").address == "linhu-special-2026-5"


def test_no_agenda_no_meeting(world: World) -> None:
    with pytest.raises(Refused) as refused:
        done(world, "meeting.call", plan(world))
    assert refused.value.refusal.guard == "has_an_agenda"


def test_the_units_of_the_agenda_are_called_once_each(world: World) -> None:
    meeting = plan(world)
    scheduled(world, meeting)
    scheduled(world, meeting, title="另一件")
    done(world, "meeting.call", meeting, on=REVIEWED_ON)
    called = meeting.attendance.filter(part=Attendance.Part.OBSERVER)
    assert [str(one.unit) for one in called] == ["市水务局"]
    told = InboxItem.objects.filter(verb="meeting.call").values_list("account__username", flat=True)
    assert set(told) == {"liaison@water", "unit_head@water"}


def test_a_quorum_is_more_than_half_of_the_members(world: World) -> None:
    meeting = plan(world)
    scheduled(world, meeting)
    done(world, "meeting.call", meeting, on=REVIEWED_ON)
    with pytest.raises(Refused) as refused:
        done(world, "meeting.hold", meeting, **present(meeting, "陆以清", "顾南舟"))
    assert refused.value.refusal.guard == "has_a_quorum"
    assert refused.value.refusal.found_text() == "组成人员3人，到会1人，不够法定人数。"
    leave = "陆以清、赴省城开会"
    done(world, "meeting.hold", meeting, leave=leave, **present(meeting, "陆以清"))
    away = meeting.attendance.get(is_present=False)
    assert (str(away.person), away.reason) == ("陆以清", "赴省城开会")


def test_the_roll_is_called_on_the_day(world: World) -> None:
    meeting = plan(world)
    scheduled(world, meeting)
    done(world, "meeting.call", meeting, on=REVIEWED_ON)
    with pytest.raises(Refused) as refused:
        done(world, "meeting.hold", meeting, on=MET_ON - timedelta(days=1), **present(meeting))
    assert refused.value.refusal.guard == "the_day_has_come"


def test_who_presided_was_there(world: World) -> None:
    meeting = plan(world)
    scheduled(world, meeting)
    done(world, "meeting.call", meeting, on=REVIEWED_ON)
    roll = present(meeting, "沈知远") | {"chair": meeting.chair_id}
    with pytest.raises(Refused) as refused:
        done(world, "meeting.hold", meeting, **roll)
    assert refused.value.refusal.guard == "the_chair_was_there"


def test_cancelled_its_topics_wait_again_and_its_units_are_told(world: World) -> None:
    meeting = plan(world)
    topic = scheduled(world, meeting)
    before = topic.version
    done(world, "meeting.cancel", meeting, reason="防汛。")
    topic.refresh_from_db()
    assert (topic.state, topic.meeting, topic.version) == ("ready", None, before + 1)
    assert Event.objects.get(verb="meeting.cancel").data["topics"] == [topic.address]
    told = InboxItem.objects.filter(verb="meeting.cancel")
    assert {one.account.username for one in told} == {"liaison@water", "unit_head@water"}


def test_no_minutes_while_an_outcome_is_missing(world: World) -> None:
    meeting = plan(world)
    scheduled(world, meeting)
    held(world, meeting)
    with pytest.raises(Refused) as refused:
        done(world, "meeting.minute", meeting, "supervisor", serial=12)
    assert refused.value.refusal.guard == "every_topic_concluded"
    Topic.objects.update(state="passed")
    with pytest.raises(InvalidFields):
        done(world, "meeting.minute", meeting, "supervisor")


def minuted(world: World, *absent: str) -> Minutes:
    """The draft of a meeting with one topic passed in principle, one heard, one deferred."""
    meeting = plan(world)
    first = scheduled(world, meeting)
    heard = scheduled(world, meeting, title="校舍安全情况", by="liaison@housing")
    later = scheduled(world, meeting, title="临湖市停车管理办法", by="liaison@housing")
    held(world, meeting, *absent)
    done(world, "topic.conclude", first, outcome="passed_in_principle", words=WORDS)
    words = "由市住建局于2026年5月31日前提交校舍排查清单。"
    done(world, "topic.conclude", heard, outcome="heard", words=words)
    done(world, "topic.conclude", later, outcome="deferred", words="请市住建局完善后再议。")
    done(world, "meeting.minute", meeting, "supervisor", serial=12, on=MET_ON + timedelta(days=1))
    return meeting.minutes.get()


def test_the_draft_reads_back_as_the_meeting_was(world: World) -> None:
    minutes = minuted(world, "陆以清")
    assert (minutes.address, minutes.number) == ("linhu-2026-12", "〔2026〕12号")
    assert (minutes.held_on, minutes.chair) == (MET_ON, "沈知远")
    assert minutes.state == Minutes.State.REVIEWING
    items = minutes.reading["items"]
    assert [one["no"] for one in items] == [1, 2, 3]
    attendance = minutes.reading["attendance"]
    assert "沈知远" in str(attendance["present"])
    assert "陆以清" in str(attendance["absent"])
    duties = minutes.proposals.filter(is_binding=True).order_by("position")
    found = {one.clause: (str(one.lead), one.due_on) for one in duties}
    assert ("市水务局", None) in found.values()
    assert ("市财政局", date(2026, 6, 30)) in found.values()
    assert ("市住建局", date(2026, 5, 31)) in found.values()


def test_a_vice_mayor_may_preside(world: World) -> None:
    minutes = minuted(world, "沈知远")
    assert minutes.chair in {"陆以清", "顾南舟"}
    assert "受市长委托" in minutes.text


def test_a_number_taken_is_told_and_nothing_is_kept(world: World) -> None:
    minuted(world)
    meeting = plan(world, session=6, held_on="2026-04-28")
    scheduled(world, meeting, title="第三件")
    done(world, "meeting.call", meeting, on=REVIEWED_ON)
    done(world, "meeting.hold", meeting, on=date(2026, 4, 28), **present(meeting))
    Topic.objects.filter(meeting=meeting).update(state="passed", outcome_words="通过。")
    with pytest.raises(Refused) as refused:
        done(world, "meeting.minute", meeting, "supervisor", date(2026, 4, 29), serial=12)
    assert refused.value.refusal.guard == "same_address"
    meeting.refresh_from_db()
    assert (meeting.state, meeting.minutes.count()) == ("held", 0)


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_items_are_numbered_in_chinese(number: int, words: str) -> None:
    assert chinese_number(number) == words


def test_the_neutral_pack_counts_from_filing(world: World) -> None:
    assert ready_topic(world).legal_opinion_on == REVIEWED_ON > FILED_ON
