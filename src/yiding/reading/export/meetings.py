"""The meetings of a reading, each with its items: most texts hold one, some several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiding.reading.model import Meeting

if TYPE_CHECKING:
    from yiding.reading.model import Item, Reading


def meetings(reading: Reading) -> tuple[Meeting, ...]:
    """Every meeting of the text; the first is the one the head describes."""
    first = Meeting(reading.number, reading.session, reading.held_on, reading.chair)
    return (first, *reading.more_meetings)


def items_of(reading: Reading, index: int) -> tuple[Item, ...]:
    """The items of the meeting at this index."""
    return tuple(item for item in reading.items if item.meeting == index)


def name_of(meeting: Meeting) -> str:
    """What tells a meeting from the others: 第112次 2018-12-20."""
    day = meeting.held_on.date if meeting.held_on else None
    session = meeting.session.text if meeting.session else ""
    return f"{session} {day.isoformat() if day else ''}".strip()
