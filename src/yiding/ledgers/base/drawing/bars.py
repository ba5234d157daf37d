"""Bars 条形: one row a thing, its words above, its number at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from yiding.ledgers.base.drawing.markup import Svg, element, linked, picture
from yiding.ledgers.base.drawing.scale import written

ROW, BAR = 38, 10  # pixels of a row and of its bar
LONGEST = 88  # per cent: the number stands behind the longest bar


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing: its words, how much, the class it is coloured by, and where it leads."""

    words: str
    value: Decimal | float
    tone: str = "under-way"
    href: str = ""


def bar_chart(bars: Sequence[Bar], *, title: str, description: str, unit: str = "") -> Svg:
    """The chart, as long as it has rows; a value below 0 has no bar, only its number."""
    most = max((float(one.value) for one in bars), default=0) or 1
    rows = [one for at, bar in enumerate(bars) for one in _row(bar, at * ROW, most, unit)]
    height = max(len(bars) * ROW, ROW)
    return picture(rows, title, description, "chart", width="100%", height=height)


def _row(bar: Bar, top: int, most: float, unit: str) -> Iterator[Svg]:
    wide = max(float(bar.value), 0) * LONGEST / most
    amount = " ".join(filter(None, (written(bar.value), unit)))
    words = element("text", x="0", y=top + 14, text=bar.words)
    yield linked(words, bar.href, f"{bar.words} {amount}")
    yield element(
        "rect", class_=f"f-{bar.tone}", x="0", y=top + 20, width=f"{wide:.2f}%", height=BAR
    )
    yield element("text", x=f"{wide + 1:.2f}%", y=top + 29, class_="em", text=amount)
