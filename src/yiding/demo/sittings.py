"""The meetings of the year as rows: the topics they dealt with and who sat in them."""

from __future__ import annotations

from datetime import datetime, time

from yiding.demo.city import CITY
from yiding.demo.diary import ZONE
from yiding.demo.enrolment import Enrolled
from yiding.demo.papers import AgendaTopic, MinutesPaper
from yiding.followup.models import Attendance, Meeting, Topic
from yiding.registry.models import Unit
from yiding.registry.roles import Role

_OUTCOMES = {
    "approved": Topic.State.PASSED,
    "approved_in_principle": Topic.State.PASSED_IN_PRINCIPLE,
    "deferred": Topic.State.DEFERRED,
    "heard": Topic.State.HEARD,
    "decided": Topic.State.PASSED,
}
_WORDS = {"approved": "通过", "approved_in_principle": "原则通过", "deferred": "暂缓审议",
          "heard": "听取汇报", "decided": "议定"}  # fmt: skip


def seat(paper: MinutesPaper, rows: Enrolled) -> Meeting:
    """The meeting of a paper, with its topics and its roll."""
    meeting = Meeting.objects.create(
        jurisdiction=rows.city,
        address=f"{CITY}-executive-{paper.held_on.year}-{paper.session}",
        session=paper.session,
        year=paper.held_on.year,
        state=Meeting.State.MINUTED,
        held_on=paper.held_on,
        place="市行政中心1号楼第二会议室",
        chair=rows.people[CITY, paper.chair],
    )
    units = {
        unit.short_name: unit for unit in rows.units.values() if unit.jurisdiction == rows.city
    }
    for topic in paper.topics:
        _file(topic, meeting, units, rows)
    Attendance.objects.bulk_create(
        [*_members(paper, meeting, rows), *_observers(paper, meeting, rows, units)]
    )
    return meeting


def _file(topic: AgendaTopic, meeting: Meeting, units: dict[str, Unit], rows: Enrolled) -> None:
    unit = units[topic.unit]
    filed_at = datetime.combine(topic.submitted_on, time(10), ZONE)
    filed_by = rows.desks_of(Role.LIAISON, unit.code, topic.submitted_on)[0].account
    Topic.objects.create(
        jurisdiction=rows.city,
        address=f"{CITY}-topic-{meeting.year}-{meeting.session}-{topic.no}",
        title=topic.title,
        unit=unit,
        state=_OUTCOMES[topic.outcome],
        summary=f"{topic.mode}{topic.title}，提请市政府常务会议研究。",
        is_major_decision=topic.needs_legal_review,
        needs_legal_review=topic.needs_legal_review,
        legal_opinion="经审查，内容和程序合法。" if topic.reviewed_on else "",
        legal_opinion_on=topic.reviewed_on,
        legal_sent_on=topic.submitted_on if topic.needs_legal_review else None,
        meeting=meeting,
        position=topic.no,
        outcome_words=_WORDS[topic.outcome],
        filed_by=filed_by,
        filed_at=filed_at,
    )


def _members(paper: MinutesPaper, meeting: Meeting, rows: Enrolled) -> list[Attendance]:
    return [
        Attendance(
            meeting=meeting,
            person=rows.people[CITY, name],
            part=Attendance.Part.MEMBER,
            is_present=name in paper.roll.present,
            reason="" if name in paper.roll.present else "因公外出",
        )
        for name in (*paper.roll.present, *paper.roll.absent)
    ]


def _observers(
    paper: MinutesPaper, meeting: Meeting, rows: Enrolled, units: dict[str, Unit]
) -> list[Attendance]:
    named = [
        (units.get(unit), rows.people.get((CITY, name))) for unit, name in paper.roll.observers
    ]
    unnamed = [(units[unit], None) for unit in paper.roll.unnamed]
    return [
        Attendance(
            meeting=meeting,
            unit=unit,
            person=person,
            part=Attendance.Part.OBSERVER,
            is_present=True,
        )
        for unit, person in [*named, *unnamed]
        if unit is not None
    ]
