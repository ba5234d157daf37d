"""Figures: loud numbers, pairs, strips against a target, stacked bars on their own tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString

from yiding.web.parts.formats import number, percent
from yiding.web.parts.words import Words

HEIGHT, TOP = 132, 18  # pixels: where 0 stands, and where the highest line stands
STEPS = (1, 2, 5)
LINES = 2  # lines above the base


@dataclass(frozen=True)
class Total:
    """One loud number of a section, its measure word, and what is good of it."""

    value: Words
    words: Words
    good_words: Words = ""
    note: Words = ""


@dataclass(frozen=True)
class Ratio:
    """A rate with what it counts and out of how many."""

    value: Words
    words: Words
    note: Words = ""
    href: str = ""


@dataclass(frozen=True)
class Pair:
    """两个口径: two rates of one thing, never the first alone."""

    first: Ratio
    second: Ratio


@dataclass(frozen=True)
class Strip:
    """指标: where a figure stands against its target, both as shares of 1."""

    name: Words
    value: Words
    share: float
    target: float
    value_note: Words = ""
    note: Words = ""
    tone: str = "under-way"
    is_late: bool = False
    href: str = ""

    @property
    def width(self) -> str:
        """The bar, per cent."""
        return f"{min(max(self.share, 0), 1) * 100:.1f}"

    @property
    def mark(self) -> str:
        """The target's stroke, per cent."""
        return f"{min(max(self.target, 0), 1) * 100:.1f}"


@dataclass(frozen=True)
class Share:
    """One state of a stacked bar: its colour's name, its word, how many, and their list."""

    tone: str
    words: Words
    count: int
    href: str = ""


@dataclass(frozen=True)
class Bar:
    """总账: a whole in its states, and whether their sum is the number it should be."""

    shares: tuple[Share, ...]
    label: Words
    expected: int | None = None

    @property
    def total(self) -> int:
        """What the states add up to."""
        return sum(share.count for share in self.shares)

    @property
    def difference(self) -> int:
        """What is missing from the sum, or too much in it; 0 where nothing was expected."""
        return 0 if self.expected is None else self.total - self.expected

    @property
    def agrees(self) -> bool:
        """Whether an expected number was given and met."""
        return self.expected is not None and self.difference == 0

    def rows(self) -> Iterator[tuple[Share, float | None]]:
        """Each state with its share of the whole."""
        return ((each, each.count / self.total if self.total else None) for each in self.shares)

    def drawing(self) -> SafeString:
        """What stands in the drawing, written in one piece."""
        rects = (
            f'<rect class="f-{escape(tone)}" x="{left}%" width="{width}%" y="0" height="18"/>'
            f'<line class="l-sheet" x1="{left}%" x2="{left}%" y1="0" y2="18"/>'
            for tone, left, width in self.rects()
        )
        return SafeString("".join(rects))

    def body(self) -> SafeString:
        """The rows of its table, written in one piece."""
        rows = (
            '<tr><th scope="row"><span class="key" aria-hidden="true"><svg width="10" height="10">'
            f'<rect class="f-{escape(share.tone)}" width="10" height="10"/></svg></span>'
            f'{escape(str(share.words))}</th><td class="num">{_linked(share)}</td>'
            f'<td class="num muted">{percent(part)}</td></tr>\n'
            for share, part in self.rows()
        )
        return SafeString("".join(rows))

    def rects(self) -> Iterator[tuple[str, str, str]]:
        """Colour, left edge and width in per cent."""
        whole, left = self.total or 1, 0
        for share in self.shares:
            yield share.tone, f"{left * 100 / whole:.2f}", f"{share.count * 100 / whole:.2f}"
            left += share.count


@dataclass(frozen=True)
class Series:
    """One series over the columns of a figure: its colour's name, its word, a number a column."""

    tone: str
    words: Words
    counts: tuple[int, ...]
    hrefs: tuple[str, ...] = field(default=())

    @property
    def total(self) -> int:
        """The series over all columns."""
        return sum(self.counts)

    def cells(self) -> Iterator[tuple[int, str]]:
        """Each number with the address of its list, or nothing."""
        hrefs = self.hrefs or ("",) * len(self.counts)
        return zip(self.counts, hrefs, strict=True)


@dataclass(frozen=True)
class Columns:
    """分月图: stacked columns that stand on their own table. More than four series is a table."""

    heads: tuple[Words, ...]
    series: tuple[Series, ...]
    label: Words
    unit_words: Words
    sum_words: Words
    total_words: Words

    @cached_property
    def sums(self) -> tuple[int, ...]:
        """What each column adds up to."""
        return tuple(map(sum, zip(*(each.counts for each in self.series), strict=True)))

    @property
    def total(self) -> int:
        """Everything."""
        return sum(self.sums)

    def drawing(self) -> SafeString:
        """What stands in the drawing, written in one piece."""
        lines = (
            f'<line class="l-hair" x1="0" x2="100%" y1="{y}" y2="{y}"/>'
            f'<text x="-8" text-anchor="end" y="{text_y}">{number(value)}</text>'
            for value, y, text_y in self.lines()
        )
        rects = (
            f'<rect class="f-{escape(tone)} l-sheet" x="{left}%" width="{width}%" y="{top}"'
            f' height="{height}"/>'
            for tone, left, width, top, height in self.rects()
        )
        tops = (
            f'<text x="{x}%" y="{y}" text-anchor="middle">{number(count)}</text>'
            for x, y, count in self.tops()
        )
        return SafeString("".join((*lines, *rects, *tops)))

    def foot(self) -> SafeString:
        """The cells of the sums."""
        counts = (*self.sums, self.total)
        return SafeString("".join(f'<td class="num">{number(count)}</td>' for count in counts))

    def body(self) -> SafeString:
        """The rows of the table, written in one piece: every month has a number in every series."""
        return SafeString("".join(f"{_row(each)}\n" for each in self.series))

    @cached_property
    def step(self) -> int:
        """The distance of the lines: 1, 2 or 5 and so many noughts."""
        highest = max(self.sums, default=0)
        steps: Iterator[int] = (base * 10**power for power in range(9) for base in STEPS)
        return next(step for step in steps if step * LINES >= highest * 0.9)

    def height(self, count: int) -> float:
        """So many of them, in pixels."""
        return count * (HEIGHT - TOP) / self.ceiling

    @cached_property
    def ceiling(self) -> int:
        """What would stand as high as the drawing is."""
        return max(self.step * LINES, max(self.sums, default=0), 1)

    def lines(self) -> Iterator[tuple[int, str, str]]:
        """Each line with its number, where it stands, and where the number stands."""
        for value in range(0, (LINES + 1) * self.step, self.step):
            y = HEIGHT - self.height(value)
            yield value, f"{y:.1f}", f"{y + 4:.1f}"

    def rects(self) -> Iterator[tuple[str, str, str, str, str]]:
        """Colour, left edge and width in per cent, top and height in pixels."""
        share = 100 / (len(self.heads) or 1)
        for column in range(len(self.heads)):
            levels = self._levels(column)
            left, width = f"{share * (column + 0.2):.2f}", f"{share * 0.6:.2f}"
            for series, (below, above) in zip(self.series, pairwise(levels), strict=True):
                yield series.tone, left, width, f"{HEIGHT - above:.1f}", f"{above - below:.1f}"

    def tops(self) -> Iterator[tuple[str, str, int]]:
        """Where each column's sum is written, and the sum."""
        share = 100 / (len(self.heads) or 1)
        for column, count in enumerate(self.sums):
            yield (
                f"{share * (column + 0.5):.2f}",
                f"{HEIGHT - self.height(count) - 5:.1f}",
                count,
            )

    def _levels(self, column: int) -> list[float]:
        levels = [0.0]
        for series in self.series:
            levels.append(levels[-1] + self.height(series.counts[column]))
        return levels


def _linked(share: Share) -> str:
    if not share.href:
        return number(share.count)
    return f'<a class="plain" href="{escape(share.href)}">{number(share.count)}</a>'


def _row(series: Series) -> SafeString:
    return format_html(
        '<tr><th scope="row" class="tight"><span class="key" aria-hidden="true">'
        '<svg width="10" height="10"><rect class="f-{}" width="10" height="10"/></svg></span>'
        '{}</th>{}<td class="num strong">{}</td></tr>',
        series.tone,
        series.words,
        SafeString("".join(_cell(count, href) for count, href in series.cells())),
        number(series.total),
    )


def _cell(count: int, href: str) -> str:
    if not count:
        return f'<td class="num muted">{number(count)}</td>'
    if not href:
        return f'<td class="num">{number(count)}</td>'
    return f'<td class="num"><a class="plain" href="{escape(href)}">{number(count)}</a></td>'
