"""The meetings of the year: their topics from filing to outcome, and who sat in them.

A topic is filed by its unit through the real act; what follows stands in the journal on its own
day, and in the rows from the day of the meeting on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.utils.datastructures import MultiValueDict

from yiding.demo.city import CITY
from yiding.demo.deeds import Deed, moment
from yiding.demo.enrolment import Enrolled
from yiding.demo.papered import upload
from yiding.demo.papers import AgendaTopic, MinutesPaper
from yiding.demo.schedule import working_day_before
from yiding.followup.act import Call, act
from yiding.followup.models import Attendance, Meeting, Topic
from yiding.journal.record import Entry, append
from yiding.registry.authors import author_of
from yiding.registry.roles import Role

_State = Topic.State
_OUTCOMES = {
    "approved": Topic.State.PASSED,
    "approved_in_principle": Topic.State.PASSED_IN_PRINCIPLE,
    "deferred": Topic.State.DEFERRED,
    "heard": Topic.State.HEARD,
    "decided": Topic.State.PASSED,
}
_WORDS = {"approved": "通过", "approved_in_principle": "原则通过", "deferred": "暂缓审议",
          "heard": "听取汇报", "decided": "议定"}  # fmt: skip
_LAWFUL = "经审查，内容和程序合法。"


def meeting_of(paper: MinutesPaper) -> str:
    """The address of the meeting a paper is of."""
    return f"{CITY}-executive-{paper.held_on.year}-{paper.session}"


@dataclass(frozen=True, slots=True)
class _Word:
    """What the journal says of one act on a topic or the meeting itself."""

    verb: str
    day: date
    hour: int
    topic: AgendaTopic | None
    before: str
    after: str
    data: dict[str, Any]


class Sitting:
    """One meeting as it came about."""

    def __init__(self, paper: MinutesPaper, rows: Enrolled) -> None:
        self._paper, self._rows, self._address = paper, rows, meeting_of(paper)
        self._topics: dict[int, Topic] = {}
        self._units = {
            unit.short_name: unit for unit in rows.units.values() if unit.jurisdiction == rows.city
        }

    def deeds(self) -> Iterator[Deed]:
        """From the first topic filed to the roll called and every outcome noted."""
        held_on = self._paper.held_on
        for topic in self._paper.topics:
            at = moment(topic.submitted_on, 10, 5)
            yield Deed(at, f"{self._address} {topic.no}", partial(self._file, topic, at))
            yield from self._said(self._before(topic))
        yield from self._said(self._called())
        yield Deed(moment(held_on, 18), f"{self._address} 1", self._seat)
        yield from self._said(self._concluded())

    def _said(self, words: Iterable[_Word]) -> Iterator[Deed]:
        for no, word in enumerate(words, 1):
            at = moment(word.day, word.hour, 15)
            order = f"{self._address} 2 {word.topic.no if word.topic else 0:02} {no}"
            yield Deed(at, order, partial(self._write, word, at))

    def _before(self, topic: AgendaTopic) -> Iterator[_Word]:
        """A topic from the check of its papers to the agenda."""
        checked_on = working_day_before(topic.submitted_on + timedelta(days=3))
        ready_on = working_day_before(self._paper.held_on - timedelta(days=4))
        checked = _State.COORDINATING
        if topic.reviewed_on:
            checked = _State.LEGAL_REVIEW
            data = {"finding": "lawful", "opinion": _LAWFUL}
            yield _Word(
                "topic.opine", topic.reviewed_on, 11, topic, checked, _State.COORDINATING, data
            )
        yield _Word("topic.check", checked_on, 10, topic, _State.FILED, checked, {})
        yield _Word("topic.coordinate", ready_on, 15, topic, _State.COORDINATING, _State.READY, {})
        data = {"meeting": self._address, "position": str(topic.no)}
        yield _Word("topic.schedule", ready_on, 16, topic, _State.READY, _State.SCHEDULED, data)

    def _called(self) -> Iterator[_Word]:
        """The meeting planned and called."""
        paper, state = self._paper, Meeting.State
        plan = {
            "held_on": paper.held_on.isoformat(), "series": "executive", "session": paper.session,
        }  # fmt: skip
        planned_on = working_day_before(paper.held_on - timedelta(days=12))
        called_on = working_day_before(paper.held_on - timedelta(days=3))
        yield _Word("meeting.plan", planned_on, 9, None, state.PLANNED, state.PLANNED, plan)
        yield _Word("meeting.call", called_on, 16, None, state.PLANNED, state.CALLED, {})

    def _concluded(self) -> Iterator[_Word]:
        """The roll, and what became of each topic."""
        held_on, roll = self._paper.held_on, self._paper.roll
        data = {"present": list(roll.present), "chair": self._paper.chair}
        state = Meeting.State
        yield _Word("meeting.hold", held_on, 18, None, state.CALLED, state.HELD, data)
        for topic in self._paper.topics:
            outcome, words = _OUTCOMES[topic.outcome], _WORDS[topic.outcome]
            data = {"outcome": str(outcome), "words": words, "meeting": self._address}
            yield _Word("topic.conclude", held_on, 18, topic, _State.SCHEDULED, outcome, data)

    def _write(self, word: _Word, at: datetime) -> None:
        address = self._topics[word.topic.no].address if word.topic else self._address
        data = {**word.data, "from": str(word.before), "to": str(word.after)}
        account = self._rows.desks_of(Role.SECRETARY_GENERAL, None, at.date())[0].account
        append(author_of(account), Entry(word.verb, address, data), at)

    def _file(self, topic: AgendaTopic, at: datetime) -> None:
        """The unit files it, with its paper."""
        unit = self._units[topic.unit]
        summary = f"{topic.mode}{topic.title}，提请市政府常务会议研究。"
        fields = {"title": topic.title, "summary": summary}
        if topic.needs_legal_review:
            fields |= {"is_major_decision": "on", "needs_legal_review": "on"}
        paper = upload(f"关于提请{topic.mode}{topic.title}的汇报"[:60], summary)
        filed_by = self._rows.desks_of(Role.LIAISON, unit.code, at.date())[0].account
        call = Call("topic.file", "", fields, MultiValueDict({"material": [paper]}))
        self._topics[topic.no] = act(call, filed_by, at).subject

    def _seat(self) -> None:
        """The meeting and its roll as rows, and its topics as they came out of it."""
        paper, rows = self._paper, self._rows
        meeting = Meeting.objects.create(
            jurisdiction=rows.city,
            address=self._address,
            session=paper.session,
            year=paper.held_on.year,
            state=Meeting.State.HELD,
            version=3,
            held_on=paper.held_on,
            place="市行政中心1号楼第二会议室",
            chair=rows.people[CITY, paper.chair],
        )
        for topic in paper.topics:
            self._conclude(topic, meeting)
        Attendance.objects.bulk_create([*self._members(meeting), *self._observers(meeting)])

    def _conclude(self, topic: AgendaTopic, meeting: Meeting) -> None:
        row = self._topics[topic.no]
        row.state, row.version = _OUTCOMES[topic.outcome], 6
        row.meeting, row.position = meeting, topic.no
        row.outcome_words = _WORDS[topic.outcome]
        if topic.reviewed_on:
            row.legal_opinion, row.legal_opinion_on = _LAWFUL, topic.reviewed_on
            row.legal_sent_on = working_day_before(topic.submitted_on + timedelta(days=3))
        row.save()

    def _members(self, meeting: Meeting) -> list[Attendance]:
        roll = self._paper.roll
        return [
            Attendance(
                meeting=meeting,
                person=self._rows.people[CITY, name],
                part=Attendance.Part.MEMBER,
                is_present=name in roll.present,
                reason="" if name in roll.present else "因公外出",
            )
            for name in (*roll.present, *roll.absent)
        ]

    def _observers(self, meeting: Meeting) -> list[Attendance]:
        roll = self._paper.roll
        people = self._rows.people
        named = [(self._units.get(unit), people.get((CITY, name))) for unit, name in roll.observers]
        unnamed = [(self._units[unit], None) for unit in roll.unnamed]
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
