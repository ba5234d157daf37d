"""A topic from its filing to what a meeting made of it: every verb, role, state and guard."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict

from followup.sessions import (
    FILED_ON,
    MET_ON,
    REVIEWED_ON,
    TITLE,
    done,
    file_topic,
    held,
    paper,
    plan,
    ready_topic,
    scheduled,
)
from world import World, moment
from yiding.followup.act import Call, act
from yiding.followup.action import actions_on
from yiding.followup.files import kept_bytes
from yiding.followup.importing import import_context
from yiding.followup.models import Attendance, InboxItem, Meeting, Topic
from yiding.followup.refusals import InvalidFields, Refused
from yiding.journal.models import Event
from yiding.registry.roles import OF_A_UNIT, Role

TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("topic_table.toml").read_text(encoding="utf-8")
)
_FIELDS: dict[str, dict[str, Any]] = {
    "check": {"needs_legal_review": "on"},
    "return": {"missing": "缺分歧说明。"},
    "refile": {"title": TITLE, "summary": "已补。", "needs_legal_review": "on"},
    "opine": {"finding": "lawful", "opinion": "合法。"},
    "schedule": {"meeting": "linhu-executive-2026-5"},
    "unschedule": {"reason": "材料要补。"},
    "conclude": {"outcome": "passed_in_principle", "words": "原则同意。"},
    "withdraw": {"reason": "情况有变。"},
}


def test_the_table_names_every_verb_and_state() -> None:
    assert {action.verb for action in actions_on(Topic)} == {*TABLE, "file"}
    named = {state for row in TABLE.values() for state in [*row["from"], row["to"]]}
    outcomes = {"passed", "to_party", "rejected", "heard"}
    assert named | outcomes | {"draft"} == set(Topic.State.values)


@pytest.mark.parametrize("verb", sorted(TABLE))
@pytest.mark.parametrize("state", [one for one in Topic.State.values if one != "draft"])
def test_every_role(world: World, verb: str, state: str) -> None:
    meeting = plan(world)
    Meeting.objects.filter(pk=meeting.pk).update(state="held" if verb == "conclude" else "planned")
    row = TABLE[verb]
    for role in Role:
        by_state = str(row["to"]) if state in row["from"] else "refused: state"
        expected = by_state if role in row["by"] else "refused: role"
        assert (role, _tried(world, meeting, verb, state, role)) == (role, expected)


def _tried(world: World, meeting: Meeting, verb: str, state: str, role: str) -> str:
    topic = _topic_in(world, state, meeting)
    username = f"{role}@water" if role in OF_A_UNIT else role
    before = Event.objects.count()
    try:
        world.act(f"topic.{verb}", topic, username, MET_ON, **_FIELDS.get(verb, {}))
    except Refused as refused:
        answer = f"refused: {refused.refusal.guard}"
    else:
        answer = str(Topic.objects.get(pk=topic.pk).state)
    assert Event.objects.count() == before + 1
    event = Event.objects.latest("seq")
    is_denied = event.outcome == Event.Outcome.DENIED
    assert (event.subject, is_denied) == (topic.address, answer.startswith("refused"))
    topic.materials.clear()
    topic.delete()
    return answer


def _topic_in(world: World, state: str, meeting: Meeting) -> Topic:
    topic = Topic.objects.create(
        jurisdiction=world.jurisdiction,
        address=f"linhu-topic-2026-t{Event.objects.count()}",
        title=TITLE,
        unit=world.units["water"],
        state=state,
        legal_opinion="合法。",
        legal_sent_on=FILED_ON,
        meeting=meeting if state == "scheduled" else None,
    )
    context = import_context(world["supervisor"], moment(FILED_ON))
    topic.materials.add(kept_bytes(context, b"paper", "paper.txt", "text/plain"))
    return topic


def test_a_unit_files_a_topic_with_its_paper_by_hash(world: World) -> None:
    topic = file_topic(world)
    assert (topic.state, topic.address) == ("filed", "linhu-topic-2026-1")
    assert file_topic(world, title="另一件").address == "linhu-topic-2026-2"
    stored = topic.materials.get()
    event = Event.objects.get(subject=topic.address)
    assert event.data["materials"] == [stored.sha256]
    assert "material" not in event.data
    told = InboxItem.objects.filter(subject=topic.address).values_list("account__role", flat=True)
    assert set(told) == {Role.SUPERVISOR, Role.SUPERVISION_DIRECTOR}


def test_who_is_not_of_a_unit_files_nothing(world: World) -> None:
    fields = {"title": TITLE, "summary": "请审议。"}
    with pytest.raises(Refused) as refused:
        act(Call("topic.file", "", fields), world["supervisor"], moment(FILED_ON))
    assert refused.value.refusal.guard == "role"
    assert Event.objects.latest("seq").outcome == Event.Outcome.DENIED
    with pytest.raises(InvalidFields):
        act(Call("topic.file", "", {}), world["liaison@water"], moment(FILED_ON))


def test_filing_again_keeps_the_hashes_and_asks_the_law_anew(world: World) -> None:
    topic = file_topic(world)
    done(world, "topic.check", topic, "supervisor", FILED_ON, needs_legal_review="on")
    found = {"finding": "unlawful", "opinion": "第三条无上位法依据。"}
    done(world, "topic.opine", topic, "supervisor", REVIEWED_ON, **found)
    assert (topic.state, topic.legal_opinion) == ("returned", "第三条无上位法依据。")
    fields = {"title": TITLE, "summary": "已改。"}
    call = Call("topic.refile", topic.address, fields, paper("修改稿.txt", "改好了"))
    act(call, world["liaison@water"], moment(REVIEWED_ON))
    topic.refresh_from_db()
    assert (topic.state, topic.legal_opinion) == ("filed", "")
    event = Event.objects.get(verb="topic.refile")
    assert len(event.data["materials"]) == 2
    assert "material" not in event.data


def test_another_unit_s_topic_is_not_mended(world: World) -> None:
    topic = file_topic(world)
    done(world, "topic.return", topic, "supervisor", missing="缺材料。")
    fields = {"title": TITLE, "summary": "不是我的。"}
    with pytest.raises(Refused) as refused:
        world.act("topic.refile", topic, "liaison@housing", MET_ON, **fields)
    assert refused.value.refusal.guard == "of_the_filing_unit"


def test_without_a_paper_nothing_is_checked(world: World) -> None:
    topic = file_topic(world)
    topic.materials.clear()
    with pytest.raises(Refused) as refused:
        done(world, "topic.check", topic, "supervisor", FILED_ON)
    assert refused.value.refusal.guard == "papers_filed"


def test_a_major_decision_is_reviewed_seven_working_days(world: World) -> None:
    topic = file_topic(world, is_major_decision="on", needs_legal_review="")
    done(world, "topic.check", topic, "supervisor", FILED_ON)
    assert (topic.state, topic.legal_sent_on) == ("legal_review", FILED_ON)
    opinion = {"finding": "lawful", "opinion": "合法。"}
    day_before = REVIEWED_ON - timedelta(days=1)
    with pytest.raises(Refused) as refused:
        world.act("topic.opine", topic, "supervisor", day_before, **opinion)
    assert refused.value.refusal.guard == "reviewed_long_enough"
    assert "2026年4月16日" in refused.value.refusal.found_text()
    assert done(world, "topic.opine", topic, "supervisor", REVIEWED_ON, **opinion).state == (
        "coordinating"
    )


def test_what_needs_no_opinion_goes_to_coordination(world: World) -> None:
    topic = file_topic(world, needs_legal_review="")
    assert done(world, "topic.check", topic, "supervisor", FILED_ON).state == "coordinating"


def test_the_office_may_ask_the_law_where_the_unit_did_not(world: World) -> None:
    topic = file_topic(world, needs_legal_review="")
    done(world, "topic.check", topic, "supervisor", FILED_ON, needs_legal_review="on")
    assert (topic.state, topic.needs_legal_review) == ("legal_review", True)


def test_no_legal_opinion_no_agenda(world: World) -> None:
    meeting, topic = plan(world), ready_topic(world)
    Topic.objects.filter(pk=topic.pk).update(legal_opinion="")
    with pytest.raises(Refused) as refused:
        done(world, "topic.schedule", topic, meeting=meeting.address)
    assert refused.value.refusal.guard == "legal_opinion_given"


def test_places_on_the_agenda_follow_each_other(world: World) -> None:
    meeting = plan(world)
    first, second = scheduled(world, meeting), scheduled(world, meeting, title="另一件")
    assert (first.position, second.position) == (1, 2)
    other = ready_topic(world, title="插进来的")
    done(world, "topic.schedule", other, meeting=meeting.address, position=9)
    assert other.position == 9


def test_scheduled_after_the_call_the_unit_is_called_too(world: World) -> None:
    meeting = plan(world)
    scheduled(world, meeting)
    done(world, "meeting.call", meeting, on=REVIEWED_ON)
    late = ready_topic(world, by="liaison@finance", title="迟来的")
    done(world, "topic.schedule", late, on=REVIEWED_ON, meeting=meeting.address)
    called = meeting.attendance.filter(part=Attendance.Part.OBSERVER)
    assert {str(one.unit) for one in called} == {"市水务局", "市财政局"}


def test_nothing_is_concluded_before_the_meeting_is_held(world: World) -> None:
    meeting = plan(world)
    topic = scheduled(world, meeting)
    outcome = {"outcome": "passed", "words": "通过。"}
    with pytest.raises(Refused) as refused:
        done(world, "topic.conclude", topic, **outcome)
    assert refused.value.refusal.guard == "meeting_held"
    held(world, meeting)
    with pytest.raises(Refused) as held_one:
        done(world, "topic.unschedule", topic, reason="不审了。")
    assert held_one.value.refusal.guard == "meeting_not_held"


def test_recusal_and_dissent_stay_on_record(world: World) -> None:
    meeting = plan(world)
    topic = scheduled(world, meeting)
    held(world, meeting)
    aside = Attendance.objects.get(meeting=meeting, person__name="陆以清").person
    assert aside is not None
    fields = {"recusals": [aside.pk], "dissent": "财政局认为资金不足。"}
    done(world, "topic.conclude", topic, outcome="deferred", words="暂缓。", **fields)
    assert [str(one) for one in topic.recusals.all()] == ["陆以清"]
    event = Event.objects.get(verb="topic.conclude")
    assert event.data["dissent"] == "财政局认为资金不足。"
    assert event.data["meeting"] == meeting.address


def test_a_deferred_topic_comes_back_to_another_meeting(world: World) -> None:
    first, second = plan(world), plan(world, session=6, held_on="2026-05-12")
    topic = scheduled(world, first)
    held(world, first)
    done(world, "topic.conclude", topic, outcome="deferred", words="完善后再议。")
    done(world, "topic.schedule", topic, meeting=second.address)
    assert (topic.state, topic.meeting, topic.outcome_words) == ("scheduled", second, "")


def test_somebody_else_was_faster(world: World) -> None:
    topic = file_topic(world)
    call = Call("topic.check", topic.address, {}, MultiValueDict(), topic.version - 1)
    with pytest.raises(Refused) as refused:
        act(call, world["supervisor"], moment(FILED_ON))
    assert refused.value.refusal.guard == "version"
