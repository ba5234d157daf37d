"""What is under way when the year ends: a meeting just minuted, two to come, topics at every stage.

All of it through the real acts: a paper drafted from the meeting waits for its signature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from yiding.demo.agenda import AgendaSubject, subjects
from yiding.demo.deeds import Deed, moment
from yiding.demo.diary import working_day_from
from yiding.demo.enrolment import Enrolled
from yiding.demo.papered import upload
from yiding.demo.reviewing import settle_all
from yiding.demo.schedule import working_day_before
from yiding.demo.slots import Draw
from yiding.followup.act import Call, act
from yiding.followup.models import Meeting, Minutes
from yiding.registry.models import Account
from yiding.registry.roles import Role

_OFFICE, _SECRETARY, _DIRECTOR = (
    Role.SUPERVISOR,
    Role.SECRETARY_GENERAL,
    Role.SUPERVISION_DIRECTOR,
)
_SPECIAL, _SERIAL = 4, 4
_SPECIAL_OUTCOMES = ("passed_in_principle", "to_party", "rejected")
_DISAGREED = "市财政局：建议分三年安排资金；市发改委：建议一次立项、分期实施。"
_MISSING = "缺财政部门意见和风险评估报告，请补齐。"


@dataclass
class _Topic:
    """A topic as it will be filed, and its address once it is."""

    title: str
    unit: str
    clauses: tuple[str, ...]
    is_major: bool = False
    address: str = ""


class _LastDays:
    """The acts of the last weeks, each on its day."""

    def __init__(self, today: date, session: int, rows: Enrolled) -> None:
        self._today, self._session, self._rows = today, session, rows
        self._topics = list(_drawn(today, rows))
        self._deeds: list[Deed] = []

    def deeds(self) -> list[Deed]:
        """All of them; those of one moment in the order they are written here."""
        special, next_ones, (later, *loose) = (
            self._topics[:3], self._topics[3:7], self._topics[7:]
        )  # fmt: skip
        self._special(special)
        self._to_come(next_ones)
        self._after_that(later)
        self._loose(loose)
        return self._deeds

    def _special(self, topics: list[_Topic]) -> None:
        """A special meeting: held, minuted, reviewed; its paper waits for the signature."""
        held_on = self._back(6)
        for topic in topics:
            self._made_ready(topic, 24)
        self._plan("special", _SPECIAL, held_on, 14)
        address = self._address("special", _SPECIAL, held_on)
        for topic in topics:
            self._on_topic(10, "schedule", topic, _SECRETARY, meeting=address)
        self._on_meeting(9, "call", address, _SECRETARY)
        self._at(moment(held_on, 11), partial(self._hold, address))
        for topic, outcome in zip(
            topics, ("passed_in_principle", "to_party", "rejected"), strict=True
        ):
            words = "\n".join(topic.clauses)
            self._on_topic(6, "conclude", topic, _SECRETARY, outcome=outcome, words=words)
        self._on_meeting(4, "minute", address, _OFFICE, serial=str(_SERIAL))
        self._at(moment(self._back(3), 10), partial(self._send_for_signature, address))

    def _to_come(self, topics: list[_Topic]) -> None:
        """The next executive meeting: agenda set, units called."""
        held_on, session = working_day_from(self._today + timedelta(days=5)), self._session + 1
        topics[0].is_major = True
        for topic in topics:
            self._made_ready(topic, 24)
        self._plan("executive", session, held_on, 9)
        address = self._address("executive", session, held_on)
        for topic in topics:
            self._on_topic(4, "schedule", topic, _SECRETARY, meeting=address)
        self._on_meeting(1, "call", address, _SECRETARY)

    def _after_that(self, topic: _Topic) -> None:
        """The one after it: only planned, with a first topic."""
        held_on, session = working_day_from(self._today + timedelta(days=19)), self._session + 2
        self._made_ready(topic, 24)
        self._plan("executive", session, held_on, 2)
        address = self._address("executive", session, held_on)
        self._on_topic(1, "schedule", topic, _SECRETARY, meeting=address)

    def _loose(self, topics: list[_Topic]) -> None:
        """One at each stage before an agenda."""
        ready, withdrawn, coordinating, asked, returned, _new = topics
        for back, topic in zip((23, 20, 16, 8, 6, 1), topics, strict=True):
            self._file(topic, back)
        for back, topic in ((19, ready), (12, coordinating)):
            self._on_topic(back, "check", topic, _OFFICE)
        self._on_topic(5, "check", asked, _OFFICE, needs_legal_review="on")
        self._on_topic(12, "coordinate", ready, _OFFICE, disagreements=_DISAGREED)
        self._on_topic(4, "return", returned, _OFFICE, missing=_MISSING)
        reason = "政策依据有调整，重新研究后再报。"
        self._on_topic(11, "withdraw", withdrawn, Role.LIAISON, reason=reason)

    def _made_ready(self, topic: _Topic, back: int) -> None:
        """Filed, checked, reviewed where the law is asked, coordinated."""
        self._file(topic, back)
        if topic.is_major:
            self._on_topic(back - 2, "check", topic, _OFFICE, needs_legal_review="on")
            opinion = "经审查，内容和程序合法，建议按会议意见修改第三条后提请审议。"
            self._on_topic(7, "opine", topic, _OFFICE, finding="lawful", opinion=opinion)
            self._on_topic(5, "coordinate", topic, _OFFICE)
            return
        self._on_topic(back - 2, "check", topic, _OFFICE)
        self._on_topic(back - 6, "coordinate", topic, _OFFICE)

    def _file(self, topic: _Topic, back: int) -> None:
        def file(at: datetime) -> None:
            paper = upload(f"关于{topic.title}的汇报"[:60], _summary(topic))
            fields = {"title": topic.title, "summary": _summary(topic)}
            if topic.is_major:
                fields |= {"is_major_decision": "on", "needs_legal_review": "on"}
            files: MultiValueDict[str, SimpleUploadedFile] = MultiValueDict({"material": [paper]})
            by = self._desk(Role.LIAISON, at, topic.unit)
            topic.address = act(Call("topic.file", "", fields, files), by, at).subject.address

        self._at(moment(self._back(back), 9, 30), file)

    def _plan(self, series: str, session: int, held_on: date, back: int) -> None:
        fields = {
            "series": series,
            "session": str(session),
            "held_on": held_on.isoformat(),
            "place": "市行政中心1号楼第二会议室",
        }
        self._on_meeting(back, "plan", "", _OFFICE, **fields)

    def _on_topic(self, back: int, verb: str, topic: _Topic, role: Role, **fields: str) -> None:
        def do(at: datetime) -> None:
            by = self._desk(role, at, topic.unit if role == Role.LIAISON else None)
            act(Call(f"topic.{verb}", topic.address, fields), by, at)

        self._at(moment(self._back(back), 15), do)

    def _on_meeting(self, back: int, verb: str, address: str, role: Role, **fields: str) -> None:
        def do(at: datetime) -> None:
            act(Call(f"meeting.{verb}", address, fields), self._desk(role, at), at)

        self._at(moment(self._back(back), 15), do)

    def _hold(self, address: str, at: datetime) -> None:
        meeting = Meeting.objects.get(address=address)
        roll = [row.pk for row in meeting.attendance.all()]
        fields: dict[str, Any] = {"present": roll, "chair": meeting.chair_id}
        act(Call("meeting.hold", address, fields), self._desk(_OFFICE, at), at)

    def _send_for_signature(self, address: str, at: datetime) -> None:
        minutes = Minutes.objects.get(meeting__address=address)
        officer = self._desk(_DIRECTOR, at)
        settle_all(minutes.address, officer, at)
        act(Call("minutes.submit", minutes.address, {}), officer, at)

    def _desk(self, role: Role, at: datetime, unit: str | None = None) -> Account:
        return self._rows.desks_of(role, unit, at.date())[0].account

    def _at(self, at: datetime, do: Callable[[datetime], None]) -> None:
        self._deeds.append(Deed(at, f"~{len(self._deeds):03}", partial(do, at)))

    def _back(self, days: int) -> date:
        """So many working days ago."""
        day = working_day_before(self._today)
        for _ in range(days):
            day = working_day_before(day - timedelta(days=1))
        return day

    def _address(self, series: str, session: int, held_on: date) -> str:
        return f"{self._rows.city.slug}-{series}-{held_on.year}-{session}"


def the_last_days(today: date, session: int, rows: Enrolled) -> Iterator[Deed]:
    """The acts of the last weeks before ``today``; ``session`` is the newest meeting's."""
    yield from _LastDays(today, session, rows).deeds()


def _drawn(today: date, rows: Enrolled) -> Iterator[_Topic]:
    """Fourteen topics of fourteen units, as the agenda of the year words them."""
    rng = Random(f"topics {today}")  # noqa: S311
    codes = {unit.short_name: code for code, unit in rows.units.items() if code.startswith("LH")}
    taken: set[str] = set()
    for subject in rng.sample(subjects(), len(subjects())):
        unit = codes.get(subject.unit)
        if subject.mode == "审议" and unit and unit not in taken and len(taken) < _WANTED:
            taken.add(unit)
            yield _topic(subject, unit, Draw(today, rng))


_WANTED = 14


def _topic(subject: AgendaSubject, unit: str, draw: Draw) -> _Topic:
    plain = [one.text for one in subject.clauses if not one.text.startswith("@")]
    title = draw.fill(subject.title).strip("《》")
    return _Topic(title, unit, tuple(draw.fill(text) for text in plain[:3]))


def _summary(topic: _Topic) -> str:
    return f"提请市政府常务会议审议《{topic.title}》，请会议研究确定。"
