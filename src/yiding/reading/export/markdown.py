"""The reading as a page of Markdown: head, items, decisions, duties, roll."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.export.terms import closing, due, matter, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.model import Item, Obligation, Reading

DUTY_HEAD = ("编号", "责任主体", "配合", "任务", "时限", "办结标准")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_BLANK = re.compile(r"\s*\n\s*")


def to_markdown(reading: Reading) -> str:
    """A page with Chinese headings, ending in a newline."""
    blocks = [*_head(reading), *_items(reading), *_roll(reading), *_warnings(reading)]
    return "\n\n".join(blocks) + "\n"


def _plain(words: str) -> str:
    """Words that Markdown takes as words, on one line."""
    return _SPECIAL.sub(r"\\\1", _BLANK.sub("", words))


def _head(reading: Reading) -> Iterator[str]:
    issuer = reading.issuer.name if reading.issuer else ""
    yield f"# {_plain(issuer + (reading.genre or term('kind', reading.kind)))}"
    facts = [f"- {label}：{_plain(value)}" for label, value in _facts(reading) if value]
    if facts:
        yield "\n".join(facts)


def _facts(reading: Reading) -> Iterator[tuple[str, str | None]]:
    if reading.number:
        yield "文号", reading.number.text
    if reading.session:
        yield "会次", reading.session.text
    if reading.held_on and reading.held_on.date:
        yield "会议时间", reading.held_on.date.isoformat() + (reading.held_on.part_of_day or "")
    yield "会议地点", reading.place
    if reading.chair:
        yield "主持", reading.chair.name + (reading.chair.post or "")
    yield "公开", reading.disclosure
    yield "来源", reading.source.name


def _items(reading: Reading) -> Iterator[str]:
    for item in reading.items:
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
    named = [f"- {label}：{_plain(value)}" for label, value in lines if value]
    if named:
        yield "## 出席列席\n\n" + "\n".join(named)


def _warnings(reading: Reading) -> Iterator[str]:
    if reading.warnings:
        listed = [f"- {_plain(warning.message)}" for warning in reading.warnings]
        yield "## 请核对\n\n" + "\n".join(listed)
