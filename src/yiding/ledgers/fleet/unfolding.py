"""What is given nested, joined or one head for two things, laid out as plain fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yiding.ledgers.fleet.choices import BODIES, CLASSES, KINDS_OF_VEHICLE
from yiding.rules.parsing import tidy

SEATS = frozenset(map(tidy, ("seats", "persons", "座位数", "核定载客", "核定载客人数", "载客数")))
RANGE = re.compile(r"^\s*\d+\s*[-~至—–]\s*(?P<most>\d+)\s*[人座]?\s*$")
DISPLACEMENTS = frozenset(map(tidy, ("displacement", "displacement_l", "排量", "排气量")))
ENGINE = re.compile(r"^\s*(?P<litres>\d+(?:\.\d+)?)\s*[TtLl升]\s*$")
TYPES = frozenset(
    map(tidy, ("vehicle_type", "车辆类型", "类型", "type", "category", "kind", "vehicle_kind",
               "model_type", "body", "车型"))
)  # fmt: skip
"""Heads that stand for the kind of quota in one register and for the body in another."""
ORDERS = frozenset(
    map(tidy, ("order", "orders", "dispatch", "dispatches", "dispatch_order", "dispatch_orders",
               "dispatch_id", "派车单", "派车单号"))
)  # fmt: skip
NO_ORDER = frozenset({"", "none", "null", "no", "无", "-", "—", "/", "[]", "false", "没有"})
_WORDS = {
    name: frozenset(tidy(word) for one in options for word in (one.name, one.term, *one.aliases))
    for name, options in (
        ("vehicle_kind", KINDS_OF_VEHICLE),
        ("body", BODIES),
        ("vehicle_class", CLASSES),
    )
}


def vehicle_laid_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """Of a range of persons the upper bound; 1.5T as litres; a body under the head of the kind."""
    told: dict[str, Any] = {}
    for name, one in given.items():
        told[_head(name, one)] = _plain(tidy(name), one)
    return told


def _head(name: str, one: Any) -> str:
    """Where the value belongs: 轿车 under 车辆类型 is what the car is, 应急 what it is for."""
    if tidy(name) not in TYPES:
        return name
    word = tidy(str(one))
    return next((field for field, words in _WORDS.items() if word in words), name)


def _plain(name: str, one: Any) -> Any:
    found = RANGE.match(str(one)) if name in SEATS else None
    if found:
        return found["most"]
    found = ENGINE.match(str(one)) if name in DISPLACEMENTS else None
    return found["litres"] if found else one


def movement_laid_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """An order that is said to be none, and a list of orders: whether there is one."""
    told = dict(given)
    for name, one in given.items():
        if tidy(name) not in ORDERS:
            continue
        if isinstance(one, bool | list | tuple) or str(one or "").strip().lower() in NO_ORDER:
            del told[name]
            has = bool(one) and str(one).strip().lower() not in NO_ORDER
            told.setdefault("is_ordered", has)
    return told
