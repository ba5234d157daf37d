"""A line chart 曲线: one to four series over the same heads, with gaps where nothing is known.

The lines are stretched to the width of their place and the words are not: positions along it are
percentages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from yiding.ledgers.base.drawing.markup import Svg, element, picture
from yiding.ledgers.base.drawing.scale import Scale, scale_of, written

WIDE = 1000  # units the stretched part is wide
TOP, FOOT = 30, 22  # pixels above the highest line and below the lowest
LABELS = 6  # heads written along the foot
MARKED = 40  # series up to so long show each value as a point


@dataclass(frozen=True, slots=True)
class Line:
    """One series: its name, and a value under each head, none where it is not known."""

    words: str
    values: tuple[Decimal | float | None, ...]


def line_chart(  # noqa: PLR0913 - one parameter a thing the drawing says
    lines: Sequence[Line],
    heads: Sequence[str],
    *,
    title: str,
    description: str,
    target: Decimal | float | None = None,
    target_words: str = "",
    height: int = 200,
) -> Svg:
    """The chart; `target` is a dashed line with its words."""
    known = [value for line in lines for value in line.values if value is not None]
    scale = scale_of([*known, *(() if target is None else (target,))])
    plot = _Plot(scale, len(heads), height)
    drawn = [
        *plot.grid(),
        *plot.foot(heads),
        *(plot.target(target, target_words) if target is not None else ()),
        *(one for at, line in enumerate(lines, 1) for one in plot.series(line, at)),
        *(plot.legend(lines) if len(lines) > 1 else ()),
    ]
    return picture(drawn, title, description, "chart", width="100%", height=height)


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where a head and a value stand."""

    scale: Scale
    count: int
    height: int

    def x(self, at: int) -> float:
        """Per cent from the left, half a step in from both ends."""
        return (at + 0.5) * 100 / (self.count or 1)

    def y(self, value: Decimal | float) -> float:
        """Pixels from the top."""
        room = self.height - TOP - FOOT
        return self.height - FOOT - self.scale.share(value) * room

    def grid(self) -> Iterator[Svg]:
        """A hairline a step, its number above it at the left."""
        for value in self.scale.ticks():
            y = f"{self.y(value):.1f}"
            yield element("line", class_="l-hair", x1="0", x2="100%", y1=y, y2=y)
            yield element(
                "text", x="0", y=f"{self.y(value) - 3:.1f}", class_="tick", text=written(value)
            )

    def foot(self, heads: Sequence[str]) -> Iterator[Svg]:
        """Every head where there is room, else every second, third …, ending with the last."""
        step = -(-len(heads) // LABELS) or 1
        for at in range(len(heads) - 1, -1, -step):
            yield element(
                "text", x=f"{self.x(at):.2f}%", y=self.height - 6, text_anchor="middle",
                text=heads[at],
            )  # fmt: skip

    def target(self, value: Decimal | float, words: str) -> Iterator[Svg]:
        """The line to reach."""
        y = f"{self.y(value):.1f}"
        yield element("line", class_="target", x1="0", x2="100%", y1=y, y2=y)
        yield element(
            "text", x="100%", y=f"{self.y(value) - 4:.1f}", text_anchor="end", class_="em",
            text=words,
        )  # fmt: skip

    def series(self, line: Line, number: int) -> Iterator[Svg]:
        """Its runs as lines, its values as points that name themselves."""
        runs = (
            element("polyline", class_=f"run s-{number}", points=points, fill="none",
                    vector_effect="non-scaling-stroke")
            for points in self._runs(line)
        )  # fmt: skip
        view = f"0 0 {WIDE} {self.height}"
        yield element(
            "svg", *runs, x="0", y="0", width="100%", height=self.height, viewBox=view,
            preserveAspectRatio="none", aria_hidden="true",
        )  # fmt: skip
        if len(line.values) <= MARKED:
            yield from self._points(line, number)

    def _runs(self, line: Line) -> Iterator[str]:
        run: list[str] = []
        for at, value in enumerate(line.values):
            if value is not None:
                run.append(f"{self.x(at) * WIDE / 100:.1f},{self.y(value):.1f}")
            elif run:
                yield " ".join(run)
                run = []
        if run:
            yield " ".join(run)

    def _points(self, line: Line, number: int) -> Iterator[Svg]:
        for at, value in enumerate(line.values):
            if value is not None:
                name = element("title", text=f"{line.words} {written(value)}")
                yield element(
                    "circle", name, class_=f"dot s-{number}", cx=f"{self.x(at):.2f}%",
                    cy=f"{self.y(value):.1f}", r="3",
                )  # fmt: skip

    def legend(self, lines: Sequence[Line]) -> Iterator[Svg]:
        """Each series by its stroke and name, along the top."""
        for at, line in enumerate(lines):
            x = at * 100 / len(lines)
            stroke = element("line", class_=f"run s-{at + 1}", x1="0", x2="22", y1="8", y2="8")
            words = element("text", x="28", y="12", text=line.words)
            yield element("svg", stroke, words, x=f"{x:.1f}%", y="0", overflow="visible")
