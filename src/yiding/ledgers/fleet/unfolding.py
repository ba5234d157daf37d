"""What is given nested, joined or one head for two things, laid out as plain fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from yiding.ledgers.fleet.choices import BODIES, CLASSES, KINDS_OF_VEHICLE, REGISTERED_TO
from yiding.ledgers.fleet.completing import BREACH_FLAGS
from yiding.ledgers.fleet.event_choices import BREACHES
from yiding.rules.entries import Option
from yiding.rules.parsing import tidy


def _heads(*names: str) -> frozenset[str]:
    return frozenset(map(tidy, names))


def _words(options: tuple[Option, ...]) -> dict[str, str]:
    """Every word of a choice, and the name it stands for."""
    return {
        tidy(word): one.name
        for one in reversed(options)
        for word in (one.name, one.term, *one.aliases)
    }


SEATS = _heads("seats", "persons", "座位数", "核定载客", "核定载客人数", "载客数")
RANGE = re.compile(r"^\s*\d+\s*[-~至—–]\s*(?P<most>\d+)\s*[人座]?\s*$")
DISPLACEMENTS = _heads("displacement", "displacement_l", "排量", "排气量")
ENGINE = re.compile(r"^\s*(?P<litres>\d+(?:\.\d+)?)\s*[TtLl升]\s*$")
TYPES = _heads("vehicle_type", "车辆类型", "类型", "type", "category", "kind", "vehicle_kind",
               "model_type", "body", "车型")  # fmt: skip
"""Heads that stand for the kind of quota in one register and for the body in another."""
ABSENT = {
    **dict.fromkeys(_heads("livery", "livery_status", "标识", "标识喷涂"), "absent"),
    **dict.fromkeys(_heads("terminal", "terminal_id", "终端编号", "定位终端"), "无"),
}
"""Where the word none says that there is none, and not that nobody knows."""
HOLDERS = _heads("registered_to", "title_holder", "registered_name", "登记在谁名下", "登记主体",
                 "registered_in_name_of", "registered_in_the_name_of")  # fmt: skip
TEN_THOUSANDS = {tidy(one) for one in ("price_wan", "price_wan_yuan", "price_10k_yuan",
                                       "price_in_wan", "price_wanyuan")}  # fmt: skip
ORDERS = _heads("order", "orders", "dispatch", "dispatches", "dispatch_order", "dispatch_orders",
                "dispatch_id", "派车单", "派车单号")  # fmt: skip
NO_ORDER = frozenset({"", "none", "null", "no", "无", "-", "—", "/", "[]", "false", "没有"})
BREACH_HEADS = _heads("breach", "violation", "violations", "violation_item", "item", "items",
                      "违规情形", "违规行为", "breaches", "type", "kind", "event_kind")  # fmt: skip
ALERT_ITSELF = frozenset({"预警", "alert", "报警", "告警"})
ALERT_NAMED = re.compile(
    r"^\s*(?:预警|报警|告警|alert)\s*(?:[(（:：]\s*(?P<which>.+?)\s*[)）]?)?\s*$"
)
EVENT_HEADS = _heads("event_kind", "event_type", "kind", "type", "事件类型", "事件类别", "类型")
GONE_TO = _heads("paid_to", "proceeds_to", "remitted_to", "收入去向", "上缴去向", "收入上缴")
TREASURY = ("非税", "国库", "财政", "non_tax", "non-tax", "treasury")
LISTED = _heads("vehicles", "in_use", "in_use_vehicles", "vehicles_in_use", "cars", "车辆")
KIND_WORDS, BODY_WORDS, CLASS_WORDS = map(_words, (KINDS_OF_VEHICLE, BODIES, CLASSES))
HOLDER_WORDS, BREACH_WORDS = map(_words, (REGISTERED_TO, BREACHES))
PARTS_OF_KINDS = (
    ("机要", "secret"), ("应急", "emergency"), ("执法", "enforcement"), ("执勤", "enforcement"),
    ("特种", "special"), ("其他", "other"), ("其它", "other"), ("confid", "secret"),
    ("emergenc", "emergency"), ("enforce", "enforcement"), ("special", "special"),
    ("other", "other"),
)  # fmt: skip
"""What tells a kind in a longer wording."""
PARTS_OF_HOLDERS = (
    ("下属", "subordinate"), ("subordinate", "subordinate"), ("公司", "company"),
    ("企业", "company"), ("company", "company"), ("个人", "person"), ("individual", "person"),
    ("person", "person"),
)  # fmt: skip
"""What tells in whose name a vehicle is."""


def vehicle_laid_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """Of a range of persons the upper bound; 1.5T as litres; a body under the head of the kind."""
    told: dict[str, Any] = {}
    for name, one in given.items():
        head = _head(name, one)
        told[head] = _plain(tidy(name), one) if head == name else one
    return told


def _head(name: str, one: Any) -> str:
    """Where the value belongs: 轿车 under 车辆类型 is what the car is, 应急 what it is for."""
    key, word = tidy(name), tidy(str(one))
    if key in TEN_THOUSANDS:
        return "price(万元)"
    if key in HOLDERS and word not in HOLDER_WORDS and _part(word, PARTS_OF_HOLDERS) == word:
        return "registered_owner"
    if key not in TYPES:
        return name
    told = {"vehicle_kind": KIND_WORDS, "body": BODY_WORDS, "vehicle_class": CLASS_WORDS}
    return next((field for field, words in told.items() if word in words), name)


def _plain(name: str, one: Any) -> Any:
    """A value as its field reads it."""
    text = str(one).strip()
    if name in ABSENT and (text.lower() == "none" or text == "null"):
        return ABSENT[name]
    if name in SEATS and (found := RANGE.match(text)):
        return found["most"]
    if name in DISPLACEMENTS and (found := ENGINE.match(text)):
        return found["litres"]
    if name in HOLDERS and tidy(text) not in HOLDER_WORDS:
        return _part(text, PARTS_OF_HOLDERS)
    return _kind(text) if name in TYPES else one


def _kind(text: str) -> str:
    """The kind that a longer wording tells; a word that some head holds is no such wording."""
    is_known = any(tidy(text) in words for words in (KIND_WORDS, BODY_WORDS, CLASS_WORDS))
    return text if is_known else _part(text, PARTS_OF_KINDS)


def _part(text: str, parts: tuple[tuple[str, str], ...]) -> str:
    """What the first part that occurs stands for, else the text."""
    return next((name for part, name in parts if part in text.lower()), text)


def quota_laid_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """Vehicles that are listed are counted; a kind in a longer wording."""
    return {name: _counted(tidy(name), one) for name, one in given.items()}


def _counted(name: str, one: Any) -> Any:
    if name in LISTED and isinstance(one, list | tuple):
        return len(one)
    return _kind(str(one)) if name in TYPES else one


def event_laid_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """Several violations as the flags of each; one under the head of the event's kind."""
    told = dict(given)
    for name, one in given.items():
        if tidy(name) in BREACH_HEADS and isinstance(one, list | tuple):
            del told[name]
            told |= dict.fromkeys(_flags(one), True)
        elif tidy(name) in EVENT_HEADS and (alert := ALERT_NAMED.match(str(one))):
            del told[name]
            told.setdefault("alert_kind", alert["which"])
        elif tidy(name) in {"type", "kind", "eventkind"} and tidy(str(one)) in BREACH_WORDS:
            del told[name]
            told["breach"] = one
    return told


def _flags(words: list[Any] | tuple[Any, ...]) -> Iterator[str]:
    """The flags of the violations that are known by their words."""
    names = (BREACH_WORDS.get(tidy(str(one))) for one in words)
    return (BREACH_FLAGS[one] for one in names if one in BREACH_FLAGS)


def cost_laid_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """A card used for several vehicles: the first is filled, the second the card is another's."""
    told = dict(given)
    for name, one in given.items():
        if tidy(name) in LISTED and isinstance(one, list | tuple) and one:
            del told[name]
            told |= {"vehicle": one[0], "card_vehicle": one[-1]}
    return told


def alert_laid_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """That it is an alert tells nothing of which; the word is left out."""
    return {name: one for name, one in given.items() if tidy(str(one)) not in ALERT_ITSELF}


def disposal_laid_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """Where the proceeds went: whether they were remitted."""
    told = dict(given)
    for name, one in given.items():
        if tidy(name) in GONE_TO and isinstance(one, str) and one.strip():
            del told[name]
            told["is_remitted"] = any(word in one.lower() for word in TREASURY)
    return told


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
