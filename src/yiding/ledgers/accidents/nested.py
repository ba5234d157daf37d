"""What stands inside an accident or flat beside it, under the names it has on its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yiding.rules.parsing import tidy

Given = Mapping[str, Any]

_FLAT_CHANGE = re.compile(r"^(?:supplement|supplementary_report|补报)_?(?P<of>.+)$")
_CHANGE_HEADS = {"日期": "at", "时间": "at", "date": "at", "on": "at", "at": "at",
                 "变化": "change", "内容": "change", "change": "change"}  # fmt: skip
_DIED = frozenset(map(tidy, ("died_on", "died_at", "death_on", "death_at", "injured_died_on",
    "injured_died_at", "later_death_on", "later_death_at", "injured_death_on", "死亡日期",
    "伤者死亡日期", "重伤者死亡日期")))  # fmt: skip
_HURT = ("injured", "伤者")
_EVALUATION = {
    "at": "evaluated_on", "date": "evaluated_on", "done_at": "evaluated_on",
    "done_on": "evaluated_on", "public_at": "evaluation_public_on",
    "public_on": "evaluation_public_on", "published_on": "evaluation_public_on",
    "result": None, "due": None, "due_on": None,
}  # fmt: skip
_LIABILITY = {
    "kind": "handling", "type": "handling", "proposal": None, "person": None, "who": None,
    "document": None,
}  # fmt: skip
_TEAM = {"level": "investigator", "head": None, "members": None, "expert": None, "experts": None}
_WITHIN: dict[str, Mapping[str, str | None]] = {
    "evaluation": _EVALUATION, "整改评估": _EVALUATION, "评估": _EVALUATION,
    "liability": _LIABILITY, "责任追究": _LIABILITY, "追责": _LIABILITY,
    "team": _TEAM, "调查组": _TEAM, "investigationteam": _TEAM,
}  # fmt: skip
"""What a name inside an accident's part is called beside it; none where it has no place there."""
_MORE = ("count", "number", "deaths", "人数", "死亡")


def named_within(name: str, inner: Given) -> dict[str, Any]:
    """The part of an accident under the names that the accident has for it."""
    names = _WITHIN.get(tidy(name), {})
    told = {names.get(one, one): raw for one, raw in inner.items()}
    return {one: raw for one, raw in told.items() if one is not None}


def later_death(one: Any) -> dict[str, Any]:
    """One of the later deaths: by its day alone, or how many died on it; one if not said."""
    if not isinstance(one, Mapping):
        return {"at": one, "deaths_change": 1}
    rest = {name: raw for name, raw in one.items() if name not in _MORE}
    more = next((one[name] for name in _MORE if name in one), None)
    told = {} if more is None and "deaths_change" in rest else {"deaths_change": more or 1}
    return {**rest, **told}


def with_flat_change(given: Given) -> Given:
    """One change told flat, ``supplement_at`` beside ``supplement_change``, as a record."""
    told = {name: _CHANGE_HEADS.get(found["of"]) for name in given
            if (found := _FLAT_CHANGE.match(name))}  # fmt: skip
    flat = {head: given[name] for name, head in told.items() if head}
    if set(flat) == {"at", "change"}:
        return {**{name: raw for name, raw in given.items() if not told.get(name)},
                "supplements": [flat]}  # fmt: skip
    died = next((name for name, raw in given.items() if raw and tidy(name) in _DIED), None)
    return given if died is None else _with_death(given, died)


def _with_death(given: Given, died: str) -> Given:
    """The day on which one more died, and whether of the severely hurt, as a record."""
    fewer = {"severe_change": -1} if any(word in died for word in _HURT) else {}
    rest = {name: raw for name, raw in given.items() if name != died}
    return {**rest, "supplements": [{"at": given[died], "deaths_change": 1, **fewer}]}
