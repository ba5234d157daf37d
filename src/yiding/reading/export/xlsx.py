"""The reading as a workbook: 会议, 议定, 任务, 出席列席, 未读, 请核对."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from yiding.reading.export.meetings import meetings, name_of
from yiding.reading.export.terms import closing, matter, term

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from yiding.reading.model import Item, Meeting, Obligation, Reading

Cell = str | int | date | None
Row = Sequence[Cell]
Columns = Sequence[tuple[str, int]]

AUTHOR = "yiding"
"""Who made the workbook, as its properties say: by this a result of ours is known."""
LONGEST_CELL = 32767
"""Characters a cell may hold; more than this is cut."""
UNDATED = datetime(2000, 1, 1)
"""The workbook's own creation time where the meeting has no day: the same bytes every time."""

MEETING = (("项目", 14), ("内容", 60))
DECISIONS = (("编号", 18), ("议题", 8), ("方式", 8), ("结论", 12), ("事项", 60), ("会议", 22))
DUTIES = (
    ("编号", 24), ("责任主体", 22), ("主体依据", 10), ("配合", 22), ("任务", 60), ("语气", 8),
    ("时限", 12), ("时限原文", 18), ("办结标准", 18), ("性质", 10), ("条件", 24),
    ("起", 8), ("止", 8), ("会议", 22),
)  # fmt: skip
ROLL = (("类别", 8), ("单位", 28), ("姓名", 18), ("职务", 22))
UNREAD = (("起", 8), ("止", 8), ("原文", 80))
WARNINGS = (("编码", 26), ("说明", 80), ("起", 8), ("止", 8))


@dataclass(frozen=True, slots=True)
class _Looks:
    head: Format
    words: Format
    day: Format


def to_xlsx(reading: Reading) -> bytes:
    """The bytes of an .xlsx file; the same reading gives the same bytes."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties(
            {"title": _sound(reading.address), "author": AUTHOR, "created": _created(reading)}
        )
        looks = _looks(book)
        for name, columns, rows in (
            ("会议", MEETING, _meeting(reading)),
            ("议定", DECISIONS, _decisions(reading)),
            ("任务", DUTIES, _duties(reading)),
            ("出席列席", ROLL, _roll(reading)),
            ("未读", UNREAD, _unread(reading)),
            ("请核对", WARNINGS, _warnings(reading)),
        ):
            _fill(book.add_worksheet(name), columns, rows, looks)
    return file.getvalue()


def _created(reading: Reading) -> datetime:
    held_on = reading.held_on.date if reading.held_on else None
    return datetime(held_on.year, held_on.month, held_on.day) if held_on else UNDATED


def _looks(book: Workbook) -> _Looks:
    cell = {"text_wrap": True, "valign": "top", "font_name": "宋体", "font_size": 11}
    head = cell | {"bold": True, "bg_color": "#E8EEF4", "bottom": 1}
    day = cell | {"num_format": "yyyy-mm-dd", "align": "left"}
    return _Looks(book.add_format(head), book.add_format(cell), book.add_format(day))


def _fill(sheet: Worksheet, columns: Columns, rows: Iterable[Row], looks: _Looks) -> None:
    for at, (name, width) in enumerate(columns):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name, looks.head)
    last = 0
    for last, row in enumerate(rows, 1):
        _write(sheet, last, row, looks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _write(sheet: Worksheet, line: int, row: Row, looks: _Looks) -> None:
    for at, cell in enumerate(row):
        if isinstance(cell, date):
            sheet.write_datetime(line, at, cell, looks.day)
        elif isinstance(cell, int):
            sheet.write_number(line, at, cell, looks.words)
        elif cell:  # always as a string: what begins with = is no formula
            sheet.write_string(line, at, _sound(cell)[:LONGEST_CELL], looks.words)


def _sound(words: str) -> str:
    """Words that UTF-8 can hold: the odd bytes of a file's name become escapes."""
    return words.encode("utf-8", "backslashreplace").decode()


def _meeting(reading: Reading) -> Iterator[Row]:
    yield "编号", reading.address
    yield "类别", term("kind", reading.kind)
    yield from _paper(reading)
    yield from _heads(reading)
    yield "会议地点", reading.place
    yield "公开", reading.disclosure
    yield "分送", "\n".join(reading.distribution)
    for label, imprint in (("整理", reading.compiled), ("印发", reading.printed)):
        if imprint:
            yield label, imprint.by
            yield f"{label}日期", imprint.on
    yield "来源", reading.source.name
    yield "来源校验", reading.source.sha256


def _paper(reading: Reading) -> Iterator[Row]:
    if reading.issuer:
        yield "发文机关", reading.issuer.name
    yield "文种", reading.genre


def _heads(reading: Reading) -> Iterator[Row]:
    for count, meeting in enumerate(meetings(reading), 1):
        which = f"（会议{count}）" if count > 1 else ""
        yield from ((label + which, fact) for label, fact in _head(meeting))


def _head(meeting: Meeting) -> Iterator[tuple[str, Cell]]:
    if meeting.number:
        yield "文号", meeting.number.text
    if meeting.session:
        yield "会次", meeting.session.text
    if meeting.held_on:
        yield "会议时间", meeting.held_on.date
    if meeting.chair:
        yield "主持人", meeting.chair.name
        yield "主持人职务", meeting.chair.post


def _decisions(reading: Reading) -> Iterator[Row]:
    names = [name_of(meeting) for meeting in meetings(reading)]
    for item in reading.items:
        for decision in item.decisions:
            verdict = term("outcome", decision.outcome), matter(item, decision)
            yield item.address, item.no, item.mode, *verdict, names[item.meeting]


def _duties(reading: Reading) -> Iterator[Row]:
    names = [name_of(meeting) for meeting in meetings(reading)]
    for item in reading.items:
        yield from ((*row, names[item.meeting]) for row in _duties_of(item))


def _duties_of(item: Item) -> Iterator[Row]:
    for duty in item.obligations:
        yield (*_bearers(duty), *_act(duty), "；".join(duty.conditions), *duty.span)


def _bearers(duty: Obligation) -> Row:
    basis = term("bearer", duty.bearer_basis)
    return duty.address, "、".join(duty.lead), basis, "、".join(duty.assist)


def _act(duty: Obligation) -> Row:
    nature = "任务" if duty.binding else "长期要求"
    deadline, modality = duty.deadline, term("modality", duty.modality)
    words = None if deadline.kind == "none" else deadline.text
    return duty.action, modality, deadline.date, words, closing(duty), nature


def _roll(reading: Reading) -> Iterator[Row]:
    roll = reading.attendance
    for label, people in (("出席", roll.present), ("缺席", roll.absent)):
        for person in people:
            yield label, person.unit, person.name, person.post
    for observer in roll.observers:
        for name in observer.names or ("代表",):
            yield "列席", observer.unit, name, None
    if roll.recorder:
        yield "记录", None, roll.recorder.name, None


def _unread(reading: Reading) -> Iterator[Row]:
    for leaf in reading.accounting:
        if leaf.kind == "unread":
            yield *leaf.span, reading.text[slice(*leaf.span)]


def _warnings(reading: Reading) -> Iterator[Row]:
    for warning in reading.warnings:
        yield warning.code, warning.message, *(warning.span or (None, None))
