"""A ledger of three fields, for what every rule can do, and a maker of its entries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

from yiding.rules import (
    Field,
    Fields,
    Kind,
    Option,
    Term,
    Type,
    Values,
    choose,
    compute,
    larger,
    ln,
    root,
    rule,
    smaller,
)
from yiding.rules.entries import Entry
from yiding.rules.parsing import read_entry
from yiding.rules.rule import Rule, rules_of
from yiding.rules.values import read_values

CITED = "ndrc-2014-2674:annex-1"
PLAN = "wujiang-bloom-plan-2020:major"
"""Law in one district only."""
ON = date(2025, 3, 1)
COLOURS = (Option("red", "红"), Option("blue", "蓝"), Option("green", "绿"))
THING = Kind(
    "thing",
    "物件",
    (
        Field("colour", "颜色", Type.CHOICE, options=COLOURS),
        Field("size", "大小", Type.NUMBER, "m²"),
        Field("part", "部分", Type.NUMBER, "m²"),
        Field("is_open", "开着", Type.FLAG),
    ),
)
VALUES = read_values(
    """
[size]
term = "大小限值"
english = "Limit of size"
unit = "m²"
keys = ["colour"]
[[size.rows]]
from = 2014-11-24
provision = "ndrc-2014-2674:annex-1"
tag = "C2"
amounts = { red = "9", blue = "12.5" }
[[size.rows]]
from = 2020-01-01
place = "320000"
provision = "ndrc-2014-2674:annex-1"
tag = "S"
amounts = { red = "8" }
[[size.rows]]
from = 2014-11-24
place = "420000"
provision = "ndrc-2014-2674:annex-1"
tag = "U"
amounts = { red = "7" }

[share]
term = "部分占比"
english = "Share of the part"
[[share.rows]]
from = 2014-11-24
provision = "ndrc-2014-2674:annex-1"
tag = "C"
amount = "0.3"
""".encode()
)


@rule(cites=CITED, kind="thing", needs=["size", "colour"], english="Small enough")
def small_enough(thing: Fields, values: Values) -> Term:
    """大小不超过限值。"""
    return thing.size <= values.size[thing.colour]


@rule(cites=CITED, kind="thing", needs=["size", "part"], english="The part is below its share")
def part_below_share(thing: Fields, values: Values) -> Term:
    """开着时部分小于占比。"""
    return (thing.part < thing.size * values.share).where(thing.is_open)


@rule(cites=CITED, kind="thing", needs=["size"], english="Class of size")
def class_of_size(thing: Fields, values: Values) -> Term:
    """大小分级。"""
    label = choose((thing.size <= values.size["red"], "小"), otherwise="大")
    return compute(ln(thing.size), label=label)


@rule(cites=CITED, kind="thing", needs=["size"], english="The side is no more than the part")
def side_of_size(thing: Fields, _: Values) -> Term:
    """大小的边长不超过部分。"""
    return root(thing.size) <= thing.part


@rule(cites=CITED, kind="thing", english="Red or open, and not blue")
def red_or_open(thing: Fields, _: Values) -> Term:
    """红的或者开着，且不是蓝的。"""
    return ((thing.colour == "red") | thing.is_open) & ~(thing.colour == "blue")


@rule(cites=CITED, kind="thing", english="The part is no more than a size between two bounds")
def part_between(thing: Fields, values: Values) -> Term:
    """部分不超过夹在上下限之间的大小。"""
    return thing.part <= larger(smaller(thing.size, values.size["blue"]), 3)


@rule(cites=PLAN, or_else=CITED, kind="thing", english="Small enough, by a district's plan or not")
def small_by_plan(thing: Fields, values: Values) -> Term:
    """大小不超过限值，有区里的预案时按预案。"""
    return thing.size <= values.size[thing.colour]


RULES = (
    small_enough,
    part_below_share,
    class_of_size,
    side_of_size,
    red_or_open,
    part_between,
    small_by_plan,
)


def bound() -> dict[str, Rule]:
    """The rules by slug."""
    module = SimpleNamespace(**{one.lines.__name__: one for one in RULES})
    return {one.source.slug: one for one in rules_of("toy", module, {"thing": THING}, VALUES)}


def thing(fields: Mapping[str, Any], place: str = "100000") -> Entry:
    """One thing."""
    return read_entry(THING, "1", place, fields)
