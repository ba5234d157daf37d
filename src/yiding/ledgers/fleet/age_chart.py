"""Age against distance 车龄与里程: a point a vehicle, and the lines of renewal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yiding.ledgers.base.drawing.markup import Svg, element, linked, picture
from yiding.ledgers.base.drawing.scale import Scale, scale_of, written

HEIGHT, TOP, FOOT, RADIUS = 260, 30, 34, 4  # pixels
YEARS = 8  # steps along, about
NEAR_THE_END = 70  # per cent: words behind a line there would leave the drawing


@dataclass(frozen=True, slots=True)
class Aged:
    """A vehicle: years, kilometres, its plate, the class it is coloured by, where it leads."""

    years: float
    km: float
    words: str
    tone: str = "under-way"
    href: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A line: so many years, or so many kilometres, and whose it is."""

    words: str
    years: float | None = None
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Axes:
    """Years along, kilometres up."""

    years: Scale
    km: Scale

    def x(self, years: float) -> float:
        """Per cent from the left."""
        return self.years.share(years) * 100

    def y(self, km: float) -> float:
        """Pixels from the top."""
        return HEIGHT - FOOT - self.km.share(km) * (HEIGHT - TOP - FOOT)


def age_chart(
    cars: Sequence[Aged], bounds: Sequence[Bound], *, title: str, description: str, foot: str
) -> Svg:
    """The chart; `foot` says what runs along it."""
    years = [one.years for one in cars] + [one.years for one in bounds if one.years is not None]
    km = [one.km for one in cars] + [one.km for one in bounds if one.km is not None]
    axes = Axes(scale_of(years, YEARS), scale_of(km))
    drawn = [
        *_grid(axes, foot),
        *(one for bound in bounds for one in _bound(axes, bound)),
        *(_car(axes, one) for one in cars),
    ]
    return picture(drawn, title, description, "chart", width="100%", height=HEIGHT)


def _grid(axes: Axes, foot: str) -> Iterator[Svg]:
    """A hairline a step of distance, its number above it; the years along the foot."""
    for km in axes.km.ticks():
        y = f"{axes.y(km):.1f}"
        yield element("line", class_="l-hair", x1="0", x2="100%", y1=y, y2=y)
        yield element("text", x="0", y=f"{axes.y(km) - 3:.1f}", class_="tick", text=written(km))
    for years in axes.years.ticks()[1:-1]:
        yield _words(f"{axes.x(years):.2f}%", HEIGHT - FOOT + 14, written(years), "middle")
    yield _words("100%", HEIGHT - 4, foot, "end")


def _words(x: str, y: float, text: str, anchor: str, css: str = "tick") -> Svg:
    return element("text", x=x, y=f"{y:.1f}", text_anchor=anchor, class_=css, text=text)


def _bound(axes: Axes, bound: Bound) -> Iterator[Svg]:
    if bound.years is not None:
        x, at = f"{axes.x(bound.years):.2f}%", axes.x(bound.years)
        yield element("line", class_="target", x1=x, x2=x, y1=TOP - 8, y2=HEIGHT - FOOT)
        yield _words(x, TOP - 12, bound.words, "end" if at > NEAR_THE_END else "middle", "em")
    if bound.km is not None:
        y = axes.y(bound.km)
        yield element("line", class_="target", x1="0", x2="100%", y1=f"{y:.1f}", y2=f"{y:.1f}")
        yield _words("100%", y - 4, bound.words, "end", "em")


def _car(axes: Axes, car: Aged) -> Svg:
    """A point that names itself and leads to its vehicle."""
    name = element("title", text=car.words)
    point = element(
        "circle", name, class_=f"f-{car.tone}", cx=f"{axes.x(car.years):.2f}%",
        cy=f"{axes.y(car.km):.1f}", r=RADIUS,
    )  # fmt: skip
    return linked(point, car.href, car.words)
