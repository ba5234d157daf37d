"""The promise line 承诺线: from the meeting to the day promised, with every day it moved to.

All positions are percentages in SVG attributes, so a line is as wide as its place and text in it
never stretches. Of the labels at most four are shown, in this order: the original date, today or
the day of proof, the last extension, the meeting. One that would touch another moves to the other
side of the line, and is left out where neither side has room: the sentence says it all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from yiding.web.parts.words import Words

NARROWEST = 330  # pixels a full line is wide on a phone: labels must fit there
BEFORE, AFTER = 127, 14  # days that the shared axis of a table shows before and after today
LAST_MONTH = 90  # per cent: a month that begins further right has no room for its number
FULL, SMALL = (0.6, 98.8), (1.0, 98.0)  # left end and length of the drawing, per cent


@dataclass(frozen=True)
class Axis:
    """The months that all rows of a table share, so that today is one line down the page."""

    start_on: date
    end_on: date

    @classmethod
    def around(cls, today: date) -> Axis:
        """About five months ending 14 days after today."""
        return cls(today - timedelta(days=BEFORE), today + timedelta(days=AFTER))

    def at(self, day: date) -> float:
        """Where a day stands, per cent; what is outside stands at the edge."""
        return _within(SMALL, self.start_on, self.end_on, day)


@dataclass(frozen=True)
class Line:
    """承诺线: the days of one promise, and the sentence that says them to whoever cannot see it."""

    began_on: date
    today: date
    label: Words
    original_on: date | None = None
    extended_to: tuple[date, ...] = field(default=())
    proved_on: date | None = None

    @property
    def due_on(self) -> date | None:
        """The day now promised: the last extension, or the original."""
        return self.extended_to[-1] if self.extended_to else self.original_on

    @property
    def reached_on(self) -> date:
        """How far the line is drawn: the day of proof, or today."""
        return self.proved_on or self.today

    @property
    def last_on(self) -> date:
        """The last day that matters to the line."""
        days = (self.original_on, *self.extended_to, self.reached_on, self.began_on)
        return max(day for day in days if day)


@dataclass(frozen=True)
class _Label:
    """Words at a place of the line, and the side they would rather stand on."""

    at: float
    words: str
    tone: str
    is_above: bool

    @property
    def span(self) -> tuple[float, float, str]:
        """Left and right end in per cent on the narrowest screen, and the anchor."""
        wide = sum(12.5 if char > "⺀" else 7.2 for char in self.words) * 100 / NARROWEST
        if self.at - wide / 2 < 0:
            return 0, wide, "start"
        if self.at + wide / 2 > 100:
            return 100 - wide, 100, "end"
        return self.at - wide / 2, self.at + wide / 2, "middle"


def _within(room: tuple[float, float], start: date, end: date, day: date) -> float:
    left, length = room
    share = (day - start).days / max((end - start).days, 1)
    return left + length * min(max(share, 0), 1)


def _day(day: date) -> str:
    # gettext: a date of this year beside a mark, in the letters of Django's date filter
    return date_format(day, gettext("n月j日"))


def _stroke(kind: str, ends: tuple[float, float], y: int) -> str:
    left, right = ends
    return f'<line class="{kind}" x1="{left:.1f}%" x2="{right:.1f}%" y1="{y}" y2="{y}"/>'


def _strokes(line: Line, at: dict[date, float], y: int) -> Iterator[str]:
    """Grey bed, the promise kept, dashes through the extensions, thick red after the last day."""
    began, last, reached = at[line.began_on], at[line.last_on], at[line.reached_on]
    original = at[line.original_on] if line.original_on else last
    due = at[line.due_on] if line.due_on else last
    yield _stroke("bed", (began, last), y)
    yield _stroke("kept", (began, min(original, reached)), y)
    if due > original and reached > original:
        yield _stroke("more", (original, min(due, reached)), y)
    if line.due_on and line.reached_on > line.due_on:
        yield _stroke("over", (due, reached), y)


def _sign(kind: str, x: float, y: int, size: int) -> str:
    shape = "M-{0}-{0}h{1}v{1}h-{1}z" if kind == "proved" else "M0-{0} {0} 0 0 {0}-{0} 0z"
    path = f'<path class="{kind}" d="{shape.format(size, 2 * size)}"/>'
    return f'<svg x="{x:.1f}%" y="{y}" overflow="visible">{path}</svg>'


def _signs(line: Line, at: dict[date, float], y: int, size: int) -> Iterator[str]:
    """The lozenge that never moves, one for each extension, the square of the day of proof."""
    for day in line.extended_to:
        yield _sign("due", at[day], y, size)
    if line.original_on:
        yield _sign("origin", at[line.original_on], y, size)
    if line.proved_on:
        yield _sign("proved", at[line.proved_on], y, size)


def _now(x: float, top: int, bottom: int) -> str:
    return f'<line class="now" x1="{x:.1f}%" x2="{x:.1f}%" y1="{top}" y2="{bottom}"/>'


def _wanted(line: Line, at: dict[date, float]) -> Iterator[_Label]:
    """The labels in order of weight."""
    if line.original_on:
        words = gettext("原定 %(day)s") % {"day": _day(line.original_on)}
        yield _Label(at[line.original_on], words, "em", is_above=True)
    if line.proved_on:
        words = gettext("核实 %(day)s") % {"day": _day(line.proved_on)}
        yield _Label(at[line.proved_on], words, "em", is_above=True)
    else:
        is_late = line.due_on is not None and line.today > line.due_on
        tone = "txt-late" if is_late else "em"
        yield _Label(at[line.today], gettext("今天"), tone, is_above=True)
    if line.extended_to:
        words = gettext("延至 %(day)s") % {"day": _day(line.extended_to[-1])}
        yield _Label(at[line.extended_to[-1]], words, "", is_above=False)
    began = gettext("会议 %(day)s") % {"day": _day(line.began_on)}
    yield _Label(at[line.began_on], began, "", is_above=False)


def _has_room(label: _Label, taken: list[_Label]) -> bool:
    left, right, _ = label.span
    return all(right + 1 < each.span[0] or each.span[1] + 1 < left for each in taken)


def _placed(labels: Iterator[_Label]) -> Iterator[tuple[_Label, bool]]:
    """Each label with the side it stands on; one without room on either side is left out."""
    sides: dict[bool, list[_Label]] = {True: [], False: []}
    for label in labels:
        for side in (label.is_above, not label.is_above):
            if _has_room(label, sides[side]):
                sides[side].append(label)
                yield label, side
                break


def _text(label: _Label, is_above: bool) -> str:
    left, right, anchor = label.span
    place = {"start": left, "end": right, "middle": label.at}[anchor]
    return format_html(
        '<text x="{}%" y="{}" text-anchor="{}" class="{}">{}</text>',
        f"{place:.1f}",
        13 if is_above else 56,
        anchor,
        label.tone,
        label.words,
    )


def _drawing(kind: str, label: Words, shapes: list[str]) -> SafeString:
    """The shapes are markup already: numbers of ours, and words that were escaped."""
    inside = SafeString("".join(shapes))
    return format_html('<svg class="{}" role="img" aria-label="{}">{}</svg>', kind, label, inside)


def full_line(line: Line) -> SafeString:
    """The promise line at the head of a matter, with its labels."""
    days = {line.began_on, line.last_on, line.reached_on, line.today, *line.extended_to}
    days |= {line.original_on} if line.original_on else set()
    at = {day: _within(FULL, line.began_on, line.last_on, day) for day in days}
    shapes = [*_strokes(line, at, 30), *_signs(line, at, 30, 6)]
    shapes += [] if line.proved_on else [_now(at[line.today], 20, 40)]
    shapes += [_text(label, is_above) for label, is_above in _placed(_wanted(line, at))]
    return _drawing("promise", line.label, shapes)


@lru_cache(maxsize=4096)
def small_line(line: Line, axis: Axis) -> SafeString:
    """The promise line of a row, on the axis of its table."""
    days = {line.began_on, line.last_on, line.reached_on, *line.extended_to}
    days |= {line.original_on} if line.original_on else set()
    at = {day: axis.at(day) for day in days}
    shapes = [*_strokes(line, at, 10), *_signs(_within_axis(line, axis), at, 10, 4)]
    shapes.append(_now(axis.at(line.today), -14, 52))
    return _drawing("promise small", str(line.label), shapes)


def _within_axis(line: Line, axis: Axis) -> Line:
    """The line without the days that the axis does not show: a sign at its edge would lie."""

    def shown(day: date | None) -> bool:
        return day is not None and axis.start_on <= day <= axis.end_on

    return replace(
        line,
        original_on=line.original_on if shown(line.original_on) else None,
        extended_to=tuple(day for day in line.extended_to if shown(day)),
        proved_on=line.proved_on if shown(line.proved_on) else None,
    )


def axis_head(axis: Axis) -> SafeString:
    """The months in the head of the column of promise lines."""
    firsts = [day for day in _firsts_of_months(axis) if axis.at(day) < LAST_MONTH]
    shapes = [_month(axis.at(day), day, is_last=day == firsts[-1]) for day in firsts]
    inside = SafeString("".join(shapes))
    return format_html('<svg class="promise small axis" aria-hidden="true">{}</svg>', inside)


def _firsts_of_months(axis: Axis) -> Iterator[date]:
    days = (axis.start_on + timedelta(days=n) for n in range((axis.end_on - axis.start_on).days))
    return (day for day in days if day.day == 1)


def _month(x: float, first: date, *, is_last: bool) -> SafeString:
    # gettext: letters of Django's date filter; of several months in a row the last alone says 月
    words = date_format(first, gettext("n月") if is_last else pgettext("month in a row", "n"))
    place = f"{x:.1f}%"
    return format_html(
        '<text x="{0}" y="11" text-anchor="middle">{1}</text>'
        '<line class="l-ink" x1="{0}" x2="{0}" y1="13" y2="17"/>',
        place,
        words,
    )
