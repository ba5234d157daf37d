"""The reading as a workbook: 会议, 议定, 任务, 出席列席, 未读, 请核对, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from yiding.reading.export.meetings import meetings, name_of
from yiding.reading.export.terms import closing, listed, matter, speaker

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from yiding.dates.explain import Language
    from yiding.reading.export.terms import Say
    from yiding.reading.model import Item, Meeting, Obligation, Reading

Cell = str | int | date | None
Row = Sequence[Cell]
Columns = Sequence[tuple[str, int]]
Fact = tuple[str, Cell]
"""The name of a label and what stands behind it."""

AUTHOR = "yiding"
"""Who made the workbook, as its properties say: by this a result of ours is known."""
LONGEST_CELL = 32767
"""Characters a cell may hold; more than this is cut."""
UNDATED = datetime(2000, 1, 1)
"""The workbook's own creation time where the meeting has no day: the same bytes every time."""

# Of each sheet its columns: the label over each, and how wide it is.
MEETING = (("fact", 14), ("content", 60))
DECISIONS = (
    ("no", 18), ("item", 8), ("mode", 8), ("outcome", 12), ("matter", 60), ("meeting", 22),
)  # fmt: skip
DUTIES = (
    ("no", 24), ("lead", 22), ("basis", 10), ("assist", 22), ("duty", 60), ("modality", 8),
    ("due", 12), ("due_words", 18), ("closing", 18), ("nature", 10), ("conditions", 24),
    ("start", 8), ("end", 8), ("meeting", 22),
)  # fmt: skip
ROLL = (("role", 8), ("unit", 28), ("name", 18), ("post", 22))
UNREAD = (("start", 8), ("end", 8), ("words", 80))
WARNINGS = (("code", 26), ("message", 80), ("start", 8), ("end", 8))


@dataclass(frozen=True, slots=True)
class _Looks:
    head: Format
    words: Format
    day: Format


def to_xlsx(reading: Reading, *, language: Language = "zh") -> bytes:
    """The bytes of an .xlsx file in this language; the same reading gives the same bytes.

    What is quoted from the document, and the messages of its warnings, stay as they stand.
    """
    file, say = BytesIO(), speaker(language)
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties(
            {"title": _sound(reading.address), "author": AUTHOR, "created": _created(reading)}
        )
        looks = _looks(book)
        for label, columns, rows in _sheets(reading, say):
            heads = [(say(f"label-{head}"), width) for head, width in columns]
            _fill(book.add_worksheet(say(f"label-{label}")), heads, rows, looks)
    return file.getvalue()


def _sheets(reading: Reading, say: Say) -> Iterator[tuple[str, Columns, Iterable[Row]]]:
    """Each sheet: the label it is named by, its columns and its rows."""
    yield "meeting", MEETING, _meeting(reading, say)
    yield "decisions", DECISIONS, _decisions(reading, say)
    yield "duties", DUTIES, _duties(reading, say)
    yield "roll", ROLL, _roll(reading, say)
    yield "unread", UNREAD, _unread(reading)
    yield "to_check", WARNINGS, _warnings(reading)


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


def _meeting(reading: Reading, say: Say) -> Iterator[Row]:
    yield from _labelled(_paper(reading, say), say)
    yield from _heads(reading, say)
    yield from _labelled(_rest(reading), say)


def _labelled(facts: Iterable[Fact], say: Say, which: str = "") -> Iterator[Row]:
    for label, fact in facts:
        yield say(f"label-{label}") + which, fact


def _paper(reading: Reading, say: Say) -> Iterator[Fact]:
    """What the paper is, and whose."""
    yield "no", reading.address
    yield "kind", say(f"kind-{reading.kind}")
    if reading.issuer:
        yield "issuer", reading.issuer.name
    yield "genre", reading.genre


def _heads(reading: Reading, say: Say) -> Iterator[Row]:
    """The facts of each meeting; those of a further one say of which."""
    for count, meeting in enumerate(meetings(reading), 1):
        which = say("joint-words") + say("phrase-meeting", count=count) if count > 1 else ""
        yield from _labelled(_head(meeting), say, which)


def _head(meeting: Meeting) -> Iterator[Fact]:
    if meeting.number:
        yield "number", meeting.number.text
    if meeting.session:
        yield "session", meeting.session.text
    if meeting.held_on:
        yield "held", meeting.held_on.date
    if meeting.chair:
        yield "chair", meeting.chair.name
        yield "chair_post", meeting.chair.post


def _rest(reading: Reading) -> Iterator[Fact]:
    """Where the meeting was, who may see the paper, who made it, and what it was read from."""
    yield "place", reading.place
    yield "disclosure", reading.disclosure
    yield "distribution", "\n".join(reading.distribution)
    for label, imprint in (("compiled", reading.compiled), ("printed", reading.printed)):
        if imprint:
            yield f"{label}_by", imprint.by
            yield f"{label}_on", imprint.on
    yield "source", reading.source.name
    yield "sha256", reading.source.sha256


def _decisions(reading: Reading, say: Say) -> Iterator[Row]:
    names = [name_of(meeting) for meeting in meetings(reading)]
    for item in reading.items:
        mode = say(f"mode-{item.mode}")
        for decision in item.decisions:
            verdict = say(f"outcome-{decision.outcome}"), matter(item, decision, say)
            yield item.address, item.no, mode, *verdict, names[item.meeting]


def _duties(reading: Reading, say: Say) -> Iterator[Row]:
    names = [name_of(meeting) for meeting in meetings(reading)]
    for item in reading.items:
        yield from ((*row, names[item.meeting]) for row in _duties_of(item, say))


def _duties_of(item: Item, say: Say) -> Iterator[Row]:
    for duty in item.obligations:
        conditions = say("joint-clauses").join(duty.conditions)
        yield *_bearers(duty, say), *_act(duty, say), conditions, *duty.span


def _bearers(duty: Obligation, say: Say) -> Row:
    basis = say(f"bearer-{duty.bearer_basis}")
    return duty.address, listed(duty.lead, say), basis, listed(duty.assist, say)


def _act(duty: Obligation, say: Say) -> Row:
    nature = say("label-duty" if duty.binding else "label-standing_request")
    deadline, modality = duty.deadline, say(f"modality-{duty.modality}")
    words = None if deadline.kind == "none" else deadline.text
    return duty.action, modality, deadline.date, words, closing(duty, say), nature


def _roll(reading: Reading, say: Say) -> Iterator[Row]:
    roll = reading.attendance
    for label, people in (("present", roll.present), ("absent", roll.absent)):
        for person in people:
            yield say(f"label-{label}"), person.unit, person.name, person.post
    for observer in roll.observers:
        for name in observer.names or (say("label-representative"),):
            yield say("label-observing"), observer.unit, name, None
    if roll.recorder:
        yield say("label-recorder"), None, roll.recorder.name, None


def _unread(reading: Reading) -> Iterator[Row]:
    for leaf in reading.accounting:
        if leaf.kind == "unread":
            yield *leaf.span, reading.text[slice(*leaf.span)]


def _warnings(reading: Reading) -> Iterator[Row]:
    for warning in reading.warnings:
        yield warning.code, warning.message, *(warning.span or (None, None))
