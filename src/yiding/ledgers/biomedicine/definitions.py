"""The 口径 of a figure: what makes two figures fit to be added and compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yiding.rules import Entry
from yiding.rules.units import UnitMismatch, convert

SYNONYMS = {
    "规上产值": "规模以上工业总产值",
    "规上工业产值": "规模以上工业总产值",
    "规上工业总产值": "规模以上工业总产值",
    "规模以上工业产值": "规模以上工业总产值",
    "规上总产值": "规模以上工业总产值",
    "abovescaleindustrialoutput": "规模以上工业总产值",
    "园区产值": "园区产业产值",
    "industryscale": "产业规模",
    "规模": "产业规模",
    "outputvalue": "产值",
    "output": "产值",
    "当年价": "现价",
    "现价": "现价",
    "currentprices": "现价",
    "currentprice": "现价",
    "current": "现价",
    "不变价": "可比价",
    "可比价格": "可比价",
    "可比价": "可比价",
    "constantprices": "可比价",
    "comparableprices": "可比价",
}
"""Other words for the same."""
ASPECTS = ("definition", "industry_scope", "threshold", "price_basis", "territory")
TERMS = {
    "definition": "口径",
    "industry_scope": "行业范围",
    "threshold": "统计起点",
    "price_basis": "价格基准",
    "territory": "地域",
    "period": "期间",
}
ONE = Decimal(1)
ASKED = ("definition", "price_basis")
"""What must be known of both before they are compared."""


def canonical(words: Any) -> str | None:
    """Words of a 口径 as they are compared; none where nothing is said."""
    if words is None:
        return None
    bare = re.sub(r"[\s_\-·]+", "", unicodedata.normalize("NFKC", str(words))).lower()
    return SYNONYMS.get(bare, bare)


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: `value` none where only a bound is known; `scope` its aspects as compared."""

    value: Decimal | None
    year: int | None
    unit: str | None
    scope: Mapping[str, str | None]


def point(values: Mapping[str, Any]) -> Point:
    """A figure out of an entry's values or a record's."""
    value, year = values.get("value"), values.get("year")
    scope = {name: canonical(values.get(name)) for name in (*ASPECTS, "period")}
    return Point(
        value if isinstance(value, Decimal) else None,
        None if year is None else int(year),
        values.get("unit"),
        scope,
    )


def of_entry(figure: Entry) -> Point:
    """The figure itself, of its own 口径 where that is not the row's."""
    definition = figure.actual_definition or figure.definition
    return point({**figure.values, "territory": _place_of(figure), "definition": definition})


def of_row(figure: Entry) -> Point:
    """The figure with the 口径 of its row, which what stands beside it is of too."""
    return point({**figure.values, "territory": _place_of(figure)})


def _place_of(figure: Entry) -> str | None:
    """Its park or district stands for its territory."""
    where: str | None = figure.territory or figure.park or figure.district
    return where


def differences(points: Iterable[Point]) -> tuple[str, ...]:
    """The aspects in which some figures are known to differ."""
    listed = list(points)
    told = {name: {one.scope[name] for one in listed} - {None} for name in (*ASPECTS, "period")}
    return tuple(name for name, words in told.items() if len(words) > 1)


def unknown(points: Iterable[Point]) -> tuple[str, ...]:
    """What is not known of one of them and must be; of others, what one says and another not."""
    listed = list(points)
    return tuple(name for name in ASPECTS if _is_unknown(name, [one.scope[name] for one in listed]))


def _is_unknown(name: str, told: list[str | None]) -> bool:
    is_half_told = None in told and set(told) != {None}
    return is_half_told or (name in ASKED and None in told)


def in_unit(one: Point, unit: str | None) -> Decimal | None:
    """A figure in another's unit, money by way of 元; none where there is no way."""
    if one.value is None or one.unit is None or unit is None or one.unit == unit:
        return one.value
    try:
        return one.value * convert(ONE, one.unit, "元") / convert(ONE, unit, "元")
    except UnitMismatch:
        return None


def earlier_than(figure: Entry) -> Point | None:
    """What a figure is compared with: written in it, named by it, or the year before beside it."""
    own = of_entry(figure)
    if figure.previous:
        return point({"unit": own.unit, **figure.previous[-1]})
    if figure.values.get("previous_value") is not None:
        return side(figure, "previous")
    if figure.values.get("base_value") is not None and not is_aimed(figure):
        return side(figure, "base")
    if figure.compared_with is not None:
        other = figure.batch.look_up(figure.kind, figure.compared_with)
        return of_entry(other) if other else None
    return max(_beside(figure), key=_year_of, default=None)


def _year_of(one: Point) -> str:
    return str(one.year)


def _beside(figure: Entry) -> Iterator[Point]:
    """The figures of the same name of earlier years."""
    if figure.name is None or figure.year is None:
        return
    for other in figure.batch.referring(figure.kind, "name", figure.name):
        is_same_place = other.place == figure.place
        is_earlier = other.year is not None and other.year < figure.year
        if is_same_place and is_earlier and _where(other) == _where(figure):
            yield of_entry(other)


def _where(figure: Entry) -> tuple[Any, ...]:
    return figure.territory, figure.park, figure.district, figure.period


def is_aimed(figure: Entry) -> bool:
    """Whether a target is set for it: its base is then where it set out from."""
    return bool(figure.targets) or figure.values.get("target_value") is not None


def side(figure: Entry, name: str) -> Point:
    """Another figure of the same row: what is not said of it is as the row says."""
    told, own = figure.values, of_row(figure)
    scope = {aspect: told.get(f"{name}_{aspect}") or words for aspect, words in own.scope.items()}
    value, year = told.get(f"{name}_value"), told.get(f"{name}_year")
    return point({**scope, "unit": own.unit, "value": value, "year": year})
