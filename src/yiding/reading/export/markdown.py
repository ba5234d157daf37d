"""The reading as a page of Markdown: head, items, decisions, duties, roll."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.export.meetings import items_of, meetings
from yiding.reading.export.terms import closing, due, matter, term
from yiding.reading.model import SCHEMA
from yiding.text import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yiding.reading.model import Item, Meeting, Obligation, Reading

    Facts = Iterable[tuple[str, str | None]]

MARK = f"<!-- {SCHEMA} -->"
"""The last line, which no reader of the page sees: by it a result of ours is known."""
DUTY_HEAD = ("编号", "责任主体", "配合", "任务", "时限", "办结标准")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_BLANK = re.compile(r"\s*\n\s*")


def to_markdown(reading: Reading) -> str:
    """A page with Chinese headings, ending in a comment that says whose it is."""
    blocks = [*_head(reading), *_meetings(reading), *_roll(reading), *_warnings(reading), MARK]
    return "\n\n".join(blocks) + "\n"


def _plain(words: str) -> str:
    """Words that Markdown takes as words, on one line, and nothing that steers a terminal."""
    return _SPECIAL.sub(r"\\\1", harmless(_BLANK.sub("", words)))


def _head(reading: Reading) -> Iterator[str]:
    yield f"# {_plain(_title(reading))}"
    yield from _listed((*_facts(meetings(reading)[0]), *_facts_of_the_paper(reading)))


def _title(reading: Reading) -> str:
    issuer = reading.issuer.name if reading.issuer else ""
    return issuer + (reading.genre or term("kind", reading.kind))


def _listed(facts: Facts) -> Iterator[str]:
    lines = [f"- {label}：{_plain(value)}" for label, value in facts if value]
    if lines:
        yield "\n".join(lines)


def _facts(meeting: Meeting) -> Iterator[tuple[str, str | None]]:
    if meeting.number:
        yield "文号", meeting.number.text
    if meeting.session:
        yield "会次", meeting.session.text
    if meeting.held_on and meeting.held_on.date:
        yield "会议时间", meeting.held_on.date.isoformat() + (meeting.held_on.part_of_day or "")
    if meeting.chair:
        yield "主持", meeting.chair.name + (meeting.chair.post or "")


def _facts_of_the_paper(reading: Reading) -> Iterator[tuple[str, str | None]]:
    yield "会议地点", reading.place
    yield "公开", reading.disclosure
    yield "来源", reading.source.name


def _meetings(reading: Reading) -> Iterator[str]:
    for index, meeting in enumerate(meetings(reading)):
        if index:
            session = meeting.session.text if meeting.session else f"（会议{index + 1}）"
            yield f"# {_plain(_title(reading) + session)}"
            yield from _listed(_facts(meeting))
        for item in items_of(reading, index):
            yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield f"## {item.no}. {_plain(item.title or _name(item))}"
    verdicts = [
        f"- **{term('outcome', decision.outcome)}** {_plain(matter(item, decision))}"
        for decision in item.decisions
    ]
    if verdicts:
        yield "### 议定\n\n" + "\n".join(verdicts)
    yield from _duties(item)


def _name(item: Item) -> str:
    """What an item without a title is called."""
    return "、".join(subject.title for subject in item.subjects) or "未列标题"


def _duties(item: Item) -> Iterator[str]:
    binding = [duty for duty in item.obligations if duty.binding]
    if binding:
        rows = [DUTY_HEAD, ("---",) * len(DUTY_HEAD), *(_duty(duty) for duty in binding)]
        yield "### 任务\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)
    standing = [f"- {_plain(duty.action)}" for duty in item.obligations if not duty.binding]
    if standing:
        yield "### 长期要求\n\n" + "\n".join(standing)


def _duty(duty: Obligation) -> tuple[str, ...]:
    basis = "（推定）" if duty.bearer_basis == "inferred" else ""
    cells = (
        duty.address.partition(":")[2] or duty.address,
        "、".join(duty.lead) + basis,
        "、".join(duty.assist),
        duty.action,
        due(duty),
        closing(duty),
    )
    return tuple(_plain(cell) for cell in cells)


def _roll(reading: Reading) -> Iterator[str]:
    roll = reading.attendance
    observers = (f"{one.unit or ''}{'、'.join(one.names) or '代表'}" for one in roll.observers)
    lines = [
        ("出席", "、".join(person.name for person in roll.present)),
        ("缺席", "、".join(person.name for person in roll.absent)),
        ("列席", "；".join(observers)),
        ("记录", roll.recorder.name if roll.recorder else ""),
        ("分送", "；".join(reading.distribution)),
    ]
    for named in _listed(lines):
        yield f"## 出席列席\n\n{named}"


def _warnings(reading: Reading) -> Iterator[str]:
    if reading.warnings:
        listed = [f"- {_plain(warning.message)}" for warning in reading.warnings]
        yield "## 请核对\n\n" + "\n".join(listed)
