"""Read: a document becomes its reading, with nothing left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import scan
from yiding.reading.accounting import Tile, account, after_marks
from yiding.reading.address import address_of
from yiding.reading.asking import Asks, asks_of, obligations_of
from yiding.reading.chair import chair_of
from yiding.reading.head import (
    disclosed_on,
    genre_of,
    issuer_of,
    number_of,
    opened,
    place_of,
    session_of,
)
from yiding.reading.held import Years, held_on_of
from yiding.reading.items import sections_of
from yiding.reading.kinds import kind_of
from yiding.reading.model import Attendance, Issuer, Item, Meeting, Reading, Source, Warning
from yiding.reading.obligations import Setting
from yiding.reading.outline import outline
from yiding.reading.parts import parts_of, split_meetings
from yiding.reading.phrases import mask
from yiding.reading.roll import attendance_of
from yiding.reading.signs import Signs
from yiding.reading.tail import tail_of, together
from yiding.reading.times import Times
from yiding.reading.verdicts import decisions_of
from yiding.reading.warnings import duty_warnings, page_warnings
from yiding.text import Text, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from yiding.reading.model import (
        Chair,
        Decision,
        HeldOn,
        Kind,
        LeafKind,
        Number,
        Session,
    )
    from yiding.reading.outline import Outline
    from yiding.reading.parts import Parts
    from yiding.reading.section import Section
    from yiding.reading.sheet import Sheet
    from yiding.reading.tail import Tail
    from yiding.text import Span

# what stands below is decided: 会议议定以下事项：, 现将会议议定事项纪要如下：
_GIVES = re.compile(
    "(?:会议|将)[^。，：]{0,8}(?:议定|确定|决定|明确)[^。，：]{0,14}(?:如下|以下)[^。，：]{0,8}[：。]$"
)


def read(source: str | Path | bytes, *, name: str | None = None) -> Reading:
    """Read one document: a path, or the bytes of one.

    Raises ``UnreadableFile`` where the file cannot become text; never refuses a text.
    """
    return read_characters(read_text(source, name=name))


class _Meeting(NamedTuple):
    """One meeting of the text, read."""

    number: Number | None
    session: Session | None
    held_on: HeldOn
    chair: Chair | None
    parts: Parts
    warnings: list[Warning]
    genre: str | None
    issuer: Issuer | None
    place: str | None
    tail: Tail


def read_characters(text: Text) -> Reading:
    """Read a text that has been taken out of its file."""
    laid = outline(text)
    sheet = laid.sheet
    groups = split_meetings(sheet.flat, laid.paragraphs)
    first = parts_of(sheet.flat, groups[0])
    kind = kind_of(sheet.flat, laid.paragraphs, first, text.characters)
    if kind == "not_minutes":
        return _look_alike(text, laid, first)
    if len(groups) > 1 and kind in {"minutes", "news", "summary"}:
        kind = "summary"
    parts = [first, *(parts_of(sheet.flat, group) for group in groups[1:])]
    words = mask(sheet.flat)
    tail = together([tail_of(sheet, part) for part in parts])
    meetings = [_meeting(sheet, part, tail) for part in parts]
    return _reading(text, laid, words, kind, meetings)


def _meeting(sheet: Sheet, parts: Parts, tail: Tail) -> _Meeting:
    opening = opened(sheet.flat, parts)
    number = number_of(sheet, parts)
    session = session_of(sheet, parts, opening)
    years = Years(sheet, number, session, tail)
    held_on, warnings = held_on_of(sheet, parts, opening, years)
    return _Meeting(
        number,
        session,
        held_on,
        chair_of(sheet, parts, opening),
        parts,
        warnings,
        genre_of(sheet, parts, opening),
        issuer_of(sheet, parts, opening, tail),
        place_of(sheet, parts, opening),
        tail,
    )


def _source(text: Text) -> Source:
    return Source(text.name, text.sha256, text.media_type, len(text.characters))


def _look_alike(text: Text, laid: Outline, parts: Parts) -> Reading:
    """Rules of procedure, a story, a summons: named, accounted, and nothing made of it."""
    tiles: list[Tile] = [(p.start, p.end, "unread") for p in laid.paragraphs]
    opening = opened(laid.sheet.flat, parts)
    issuer = issuer_of(laid.sheet, parts, opening, tail_of(laid.sheet, parts))
    warning = Warning("not-minutes", "这不是会议纪要：开头没有写明日期的会议，未读取议题和任务。")
    return Reading(
        source=_source(text),
        text=text.characters,
        kind="not_minutes",
        address=address_of(issuer.name if issuer else None, None, None, None, text.sha256),
        accounting=account(laid.sheet, tiles, laid.noise),
        warnings=(*page_warnings(text), warning),
    )


def _reading(
    text: Text, laid: Outline, words: str, kind: Kind, meetings: list[_Meeting]
) -> Reading:
    head, tail, sheet = meetings[0], meetings[0].tail, laid.sheet
    address = _address(text, kind, head)
    items, solids = _items(sheet, words, kind, meetings, address)
    warnings = [warning for meeting in meetings for warning in meeting.warnings]
    return Reading(
        source=_source(text),
        text=text.characters,
        kind=kind,
        address=address,
        issuer=head.issuer,
        genre=head.genre,
        number=head.number,
        session=head.session,
        held_on=head.held_on,
        place=head.place,
        chair=head.chair,
        items=tuple(items),
        attendance=_attendance(sheet, meetings),
        compiled=tail.compiled,
        disclosure=tail.disclosure or disclosed_on(text.characters),
        distribution=tail.distribution,
        printed=tail.printed,
        more_meetings=tuple(Meeting(m.number, m.session, m.held_on, m.chair) for m in meetings[1:]),
        accounting=account(sheet, _tiles(laid, meetings, solids), laid.noise),
        warnings=(*page_warnings(text), *warnings, *duty_warnings(items)),
    )


def _attendance(sheet: Sheet, meetings: list[_Meeting]) -> Attendance:
    """The roll of the first meeting that has one: two may share what stands under the second."""
    rolls = (attendance_of(sheet, meeting.parts) for meeting in meetings)
    return next((roll for roll in rolls if roll != Attendance()), Attendance())


def _address(text: Text, kind: Kind, head: _Meeting) -> str:
    number, held_on = head.number, head.held_on.date
    year = number.year if number and number.year else (held_on.year if held_on else None)
    return address_of(
        head.issuer.name if head.issuer else None,
        "政协" if kind == "consultative" else head.genre,
        year,
        number.serial if number else None,
        text.sha256,
    )


def _items(
    sheet: Sheet, words: str, kind: Kind, meetings: list[_Meeting], address: str
) -> tuple[list[Item], list[Tile]]:
    items: list[Item] = []
    solids: list[Tile] = []
    times = Times(scan(words), words)
    signs = Signs(words)
    for index, meeting in enumerate(meetings):
        setting = Setting(sheet, words, signs, times, meeting.held_on.date)
        sections = sections_of(sheet, words, meeting.parts, kind)
        # a step at a time for all sections: quicker than section by section
        decided = [decisions_of(sheet, words, section) for section in sections]
        asks = kind != "consultative"
        gives = any(_GIVES.search(sheet.flat, one.start, one.end) for one in meeting.parts.opening)
        asked = [
            asks_of(section, setting, gives=gives) if asks else Asks([], []) for section in sections
        ]
        for section, decisions, found in zip(sections, decided, asked, strict=True):
            place = _Place(index, len(items) + 1, address)
            item, tiles = _item(section, setting, place, decisions, found)
            items.append(item)
            solids += tiles
    only = items[0] if len(items) == 1 else None
    if only and not (only.subjects or only.obligations or only.decisions):
        return [], []
    return items, solids


class _Place(NamedTuple):
    """Where an item stands: its meeting, its number, the document's address."""

    meeting: int
    number: int
    document: str


def _item(
    section: Section,
    setting: Setting,
    place: _Place,
    decided: list[tuple[Decision, Span]],
    found: Asks,
) -> tuple[Item, list[Tile]]:
    sheet = setting.sheet
    setting = setting._replace(candidates=section.candidates)
    address = f"{place.document}:{place.number}"
    obligations = obligations_of(found.asked, setting, address)
    solids: list[Tile] = [(*span, "obligation") for _, _, span in found.asked]
    if section.heading:
        solids.append((*section.heading, "heading"))
    solids += _apart(decided, solids)
    solids += _unread(found.missed, solids)
    title = section.title
    item = Item(
        address=address,
        no=place.number,
        meeting=place.meeting,
        mode=section.mode,
        title=section.title_words or (sheet.words(*title) if title else None),
        subjects=section.subjects,
        span=sheet.span(section.start, section.end),
        decisions=tuple([decision for decision, _ in decided]),
        obligations=obligations,
    )
    return item, solids


def _apart(decided: list[tuple[Decision, Span]], solids: list[Tile]) -> list[Tile]:
    """Decision tiles, cut short where a duty of the same clause begins."""
    tiles: list[Tile] = []
    for _, (start, end) in decided:
        inside = [tile for tile in solids if tile[0] < end and tile[1] > start]
        stop = min((tile[0] for tile in inside), default=end)
        if stop > start:
            tiles.append((start, stop, "decision"))
    return tiles


def _unread(missed: list[Span], solids: list[Tile]) -> list[Tile]:
    """Tiles of the sentences of which nothing at all was made."""
    tiles: list[Tile] = []
    for start, end in missed:
        if not any(tile[0] < end and tile[1] > start for tile in solids):
            tiles.append((start, end, "unread"))
    return tiles


def _tiles(laid: Outline, meetings: list[_Meeting], solids: list[Tile]) -> list[Tile]:
    """Every paragraph by its part, with the decisions and duties inside it."""
    kinds, flat = _kinds(meetings), laid.sheet.flat
    tiles: list[Tile] = []
    inner = iter(sorted(solids))
    solid = next(inner, None)
    for start, end, opens, _ in laid.paragraphs:
        kind, done = kinds.get(start, "opening"), start
        if kind == "imprint" and opens == "send":
            kind = "distribution"
        while solid and solid[0] < end:
            if solid[0] > done:
                tiles.append((done, solid[0], kind))
            if solid[0] >= done:
                tiles.append(solid)
                done = solid[1]
            solid = next(inner, None)
            done = after_marks(flat, done, min(end, solid[0]) if solid else end)
        if done < end:
            tiles.append((done, end, kind))
    return tiles


def _kinds(meetings: list[_Meeting]) -> dict[int, LeafKind]:
    """The kind of each paragraph, by where it starts."""
    kinds: dict[int, LeafKind] = {}
    for parts in (meeting.parts for meeting in meetings):
        kinds |= dict.fromkeys([paragraph.start for paragraph in parts.letterhead], "letterhead")
        kinds |= dict.fromkeys([paragraph.start for paragraph in parts.opening], "opening")
        kinds |= dict.fromkeys([paragraph.start for paragraph in parts.body], "background")
        kinds |= dict.fromkeys([paragraph.start for paragraph in parts.roll], "attendance")
        kinds |= dict.fromkeys([paragraph.start for paragraph in parts.tail], "imprint")
    return kinds
