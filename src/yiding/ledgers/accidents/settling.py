"""What people write in another shape than the field's own, set right name by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from yiding.rules.parsing import NO, YES, tidy

Given = Mapping[str, Any]
Pairs = Iterator[tuple[str, Any]]

_WAN = re.compile(r"^(?P<of>.+?)_?(?:in_)?(?:wan|10k|10000)(?:_?(?:yuan|rmb|cny))?$")
_POWER = re.compile(r"^\s*(?P<number>[\d.]+)\s*(?P<unit>万千瓦|千瓦|兆瓦|MW|kW)\s*$", re.IGNORECASE)
_KILOWATTS = {"万千瓦": 10_000, "千瓦": 1, "kw": 1, "兆瓦": 1000, "mw": 1000}
_SPAN = re.compile(
    r"^\s*(?:(?P<hours>[\d.]+)\s*(?:小时|时|h(?:ours?)?))?\s*"
    r"(?:(?P<minutes>\d+)\s*(?:分钟?|m(?:in(?:utes?)?)?))\s*$"
)
_HELD = ("held", "stuck", "strand", "trapped_", "duration", "滞留", "困人")
_EQUIPMENT = re.compile(r"^(?P<of>lift|elevator|crane|ropeway|ride)_(?:car_)?(?P<rest>.+)$")
_EVENTS = {
    "overturn": "overturn", "overturned": "overturn", "explosion": "explosion",
    "exploded": "explosion", "part_break": "part_break", "part_broken": "part_break",
    "hoist_fall": "hoist_fall", "toxic_leak": "leak", "leak": "leak",
}  # fmt: skip
_FAULTS = {
    "hidden": "hidden", "concealed": "hidden", "concealment": "hidden", "瞒报": "hidden",
    "hidden_report": "hidden", "false_report": "false", "谎报": "false", "late_report": "late",
    "reported_late": "late",
}  # fmt: skip
_MAIN = {"主要责任": True, "主责": True, "全部责任": True, "主要": True, "main": True,
         "次要责任": False, "同等责任": False, "次要": False, "无责任": False}  # fmt: skip
_RESPONSIBLE = {"责任事故": True, "非责任事故": False, "自然事故": False}
_TRUTHS = frozenset(map(tidy, ("main_liability", "main_responsibility", "主要责任", "负主要责任",
    "is_responsibility_accident", "responsibility_accident", "responsible", "责任事故",
    "责任事故?")))  # fmt: skip
_MINUTES = Decimal(60)


def set_right(given: Given) -> dict[str, Any]:
    """An accident's, an inquiry's or a liability's fields, as their types take them."""
    return dict(pair for name, raw in given.items() for pair in _right(name, raw))


def _right(name: str, raw: Any) -> Pairs:
    if isinstance(raw, Mapping | list | tuple):
        yield name, raw
    elif wan := _WAN.match(name):
        yield wan["of"].rstrip("_"), {"value": raw, "unit": "万元"}
    elif found := _EQUIPMENT.match(name):
        yield "equipment", found["of"]
        yield from _right(_of_equipment(found["rest"]), raw)
    elif any(word in name for word in _HELD):
        yield from _held(name, raw)
    else:
        yield from _flagged(name, raw)


def _of_equipment(rest: str) -> str:
    """What happened to the equipment: an event, or how long people were held."""
    is_time = "hours" in rest or "minutes" in rest
    return f"held_{'minutes' if 'minutes' in rest else 'hours'}" if is_time else rest


def _held(name: str, raw: Any) -> Pairs:
    """How long people were held, in hours."""
    if name.endswith(("_minutes", "分钟")):
        yield "held_hours", Decimal(str(raw)) / _MINUTES
    else:
        yield name, _own_measure(raw)


def _flagged(name: str, raw: Any) -> Pairs:
    """A yes or no that stands for a word, or a word that stands for a yes or no."""
    is_yes = truth(raw)
    if name in _EVENTS and is_yes is not None:
        yield from [("equipment_event", _EVENTS[name])] if is_yes else []
    elif name in _FAULTS and is_yes is not None:
        yield "concealment", _FAULTS[name] if is_yes else "none"
    elif tidy(name) in _TRUTHS:
        yield name, {**_MAIN, **_RESPONSIBLE}.get(str(raw).strip(), raw)
    elif tidy(name) in ("extension", "延期", "extended", "延长"):
        yield from _extended(name, raw)
    elif name == "approved" and is_yes is not None:
        yield "extension_approved", is_yes
    else:
        yield name, _own_measure(raw)


def truth(raw: Any) -> bool | None:
    """A yes or a no; none for anything else. A number is neither."""
    written = str(raw).strip().lower()
    if written.isdecimal() or not written:
        return None
    return True if written in YES else False if written in NO else None


def _extended(name: str, raw: Any) -> Pairs:
    """Whether, by how many days, or until when an inquiry was extended."""
    written = str(raw).strip().removesuffix("days").removesuffix("天").removesuffix("日").strip()
    if truth(raw) is not None:
        yield name, raw
    elif written.isdecimal() and len(written) < len("20190810"):
        yield "extension_days", written
    else:
        yield "extended_to", raw


def _own_measure(raw: Any) -> Any:
    """Powers in megawatts, spans in hours."""
    if not isinstance(raw, str):
        return raw
    if found := _POWER.match(raw):
        return Decimal(found["number"]) * _KILOWATTS[found["unit"].lower()] / 1000
    if found := _SPAN.match(raw):
        return Decimal(found["hours"] or 0) + Decimal(found["minutes"]) / _MINUTES
    return raw
