"""What is given nested, joined or empty, written out plainly; and what follows inside an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from yiding.ledgers.powers.case_fields import CASE_FIELDS, PAUSE
from yiding.ledgers.powers.choices import DAY_TYPES, ITEM_KINDS
from yiding.ledgers.powers.item_fields import (
    ANTICIPATE_DAY,
    ANTICIPATE_TYPE,
    ITEM_KIND,
    PROMISE_DAY,
    PROMISE_TYPE,
    RESPONSIBLE,
    TASK_TYPE,
)
from yiding.ledgers.powers.nesting import (
    added_parts,
    named_sides,
    related_moved,
    spread,
    told_extension,
    told_handling,
)
from yiding.ledgers.powers.transfer_fields import BASIS
from yiding.rules.entries import Field, Option
from yiding.rules.parsing import EMPTY, tidy

Given = Mapping[str, Any]
NOTHING = "无"
_PERMIT_CODE = "1"  # the one code that means the same in every profile
_DAYS = re.compile(r"^\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>\D+?)\s*$")
_HEAD = re.compile(r"^(?P<name>.+?)[(（\[](?P<unit>[^()（）\[\]]+)[)）\]]$")
_SPAN = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\s*(?:\.\.+|~|至|到|—|/| - | to )\s*"
    r"(?P<to>(?:\d{4}-)?(?:\d{1,2}-)?\d{1,2})$"
)
_AT_ONCE = frozenset(
    map(tidy, ("当日", "当天", "当场", "即时", "same day", "same_day", "on the spot"))
)
_PERIODS = frozenset(map(tidy, ("period", "dates", "时间", "期间", "days", "span")))


def _names(*fields: Field) -> frozenset[str]:
    return frozenset(tidy(name) for one in fields for name in one.names)


def _word(options: Iterable[Option], written: Any) -> str | None:
    words = {tidy(w): one.name for one in options for w in (one.name, one.term, *one.aliases)}
    return words.get(tidy(str(written)))


_KINDS = _names(ITEM_KIND, TASK_TYPE)
_STEPS = frozenset(map(tidy, (
    "steps", "added_steps", "环节", "步骤", "新增环节", "conditions", "added_conditions",
    "办理条件", "许可条件", "新增条件", "handle_steps", "办理环节",
)))  # fmt: skip
_BASES = frozenset(map(tidy, ("basis", "by_law", "legal_basis", "law", "设定依据", "法定依据",
    "依据", "法律依据", "has_basis", "has_legal_basis")))  # fmt: skip
_BODIES = _names(*RESPONSIBLE)
_TRANSFER_BASES = _names(*BASIS)
_PAUSES = _names(next(one for one in CASE_FIELDS if one.name == "pauses"))
_FLAT_PAUSE = {
    "kind": frozenset(map(tidy, ("pause_kind", "pause_type", "暂停种类", "pause_reason"))),
    "from_on": frozenset(map(tidy, ("pause_from", "paused_from", "暂停开始", "pause_start",
        "paused_at", "paused_on", "pause_from_on"))),
    "to_on": frozenset(map(tidy, ("pause_to", "paused_to", "暂停结束", "pause_end", "resumed_at",
        "resumed_on", "pause_to_on", "pause_until"))),
    "told": frozenset(map(tidy, ("pause_told", "pause_told_in_writing", "暂停书面告知",
        "pause_notified", "told_in_writing"))),
}  # fmt: skip
_LIMITS = (
    (_names(ANTICIPATE_DAY), ANTICIPATE_TYPE),
    (_names(PROMISE_DAY), PROMISE_TYPE),
)


def unfold_item(given: Given) -> Given:
    """Days with their unit, a kind or its code, steps without a basis, bodies that are none."""
    plain: dict[str, Any] = {}
    for name, one in added_parts(spread(given)).items():
        plain.update(_as_days(name, one) or _as_kind(name, one) or _as_part(name, one))
    return plain


def _as_days(name: str, one: Any) -> dict[str, Any] | None:
    """``20个工作日`` as a number and its unit; also a unit in the head."""
    head = _HEAD.match(name.strip())
    base, unit = (head["name"], head["unit"]) if head else (name, None)
    field = next((kind for names, kind in _LIMITS if tidy(base) in names), None)
    if field is None:
        return None
    found = _DAYS.match(str(one))
    unit = found["unit"] if found else unit
    number = found["number"] if found else one
    if tidy(str(one)) in _AT_ONCE:
        number = 0
    kind = _word(DAY_TYPES, unit) if unit else None
    return {base: number, **({field.name: kind} if kind else {})}


def _as_kind(name: str, one: Any) -> dict[str, Any] | None:
    """A word of the trade is the kind, whatever the head; else it is a code of some profile."""
    if tidy(name) not in _KINDS or one is None:
        return None
    kind = _word(ITEM_KINDS, one)
    if kind is None and str(one).strip() == _PERMIT_CODE:
        return {ITEM_KIND.name: "permit", TASK_TYPE.name: one}
    return {ITEM_KIND.name: kind} if kind else {TASK_TYPE.name: one}


def _as_part(name: str, one: Any) -> dict[str, Any]:
    """A step or condition written down without a basis has none; nobody named is nobody."""
    if tidy(name) in _STEPS and isinstance(one, list | tuple | Mapping):
        parts = [one] if isinstance(one, Mapping) else one
        return {name: [_with_basis(part) for part in parts]}
    is_nobody = one in (None, [], ()) or (isinstance(one, str) and one.strip().lower() in EMPTY)
    return {name: NOTHING if tidy(name) in _BODIES and is_nobody else one}


def _with_basis(part: Any) -> Any:
    if not isinstance(part, Mapping):
        return part
    told = {name: one for name, one in part.items() if tidy(name) in _BASES and one}
    others = {name: one for name, one in part.items() if tidy(name) not in _BASES}
    return {**others, **(told or {"basis": NOTHING})}


def unfold_transfer(given: Given) -> Given:
    """As an item; a basis written down as nothing is none; whose name it is, told yes or no."""
    plain = unfold_item(related_moved(named_sides(given)))
    return {
        name: NOTHING if tidy(name) in _TRANSFER_BASES and one in (None, "", [], False) else one
        for name, one in plain.items()
    }


def unfold_case(given: Given) -> Given:
    """Days with their unit, a kind or a code; pauses as records, also where one is given flat."""
    plain: dict[str, Any] = {}
    flat: dict[str, Any] = {}
    for name, one in told_handling(told_extension(spread(given))).items():
        part = next((key for key, names in _FLAT_PAUSE.items() if tidy(name) in names), None)
        if part:
            flat[part] = one
        elif tidy(name) in _PAUSES:
            plain[name] = _pauses(one)
        else:
            plain.update(_as_days(name, one) or _as_kind(name, one) or {name: one})
    if flat:
        plain["pauses"] = [*(plain.get("pauses") or ()), flat]
    return plain


def _pauses(given: Any) -> Any:
    parts = [given] if isinstance(given, Mapping) else given
    if not isinstance(parts, list | tuple):
        return given
    return [_pause(one) if isinstance(one, Mapping) else one for one in parts]


def _pause(given: Mapping[str, Any]) -> dict[str, Any]:
    """``{"kind": …, "period": "2019-11-11..2019-11-15"}`` with its two days apart."""
    plain: dict[str, Any] = {}
    for name, one in given.items():
        is_period = tidy(name) in _PERIODS
        plain.update((is_period and _span(one)) or {name: one})
    return plain


def _span(written: Any) -> dict[str, str] | None:
    if isinstance(written, list | tuple) and written:
        return {PAUSE[1].name: str(written[0]), PAUSE[2].name: str(written[-1])}
    found = _SPAN.search(str(written))
    if found is None:
        return None
    first = [found["year"], found["month"], found["day"]]
    last = found["to"].split("-")
    last = first[: len(first) - len(last)] + last
    return {PAUSE[1].name: "-".join(first), PAUSE[2].name: "-".join(last)}


def complete_item(values: Mapping[str, Any]) -> dict[str, Any]:
    """How many materials and steps are written down; whether a penalty is on freedom."""
    made: dict[str, Any] = {}
    if values.get("materials") and all("material_name" in one for one in values["materials"]):
        made["material_count"] = len(values["materials"])
    if values.get("steps"):
        made["step_count"] = len(values["steps"])
    if "拘留" in str(values.get("punishment_method", "")):
        made["limits_freedom"] = True
    return made


def complete_case(values: Mapping[str, Any]) -> dict[str, Any]:
    """Complete is what is not incomplete; joint is joint, however it is told."""
    made: dict[str, Any] = {}
    if "is_incomplete" in values:
        made["is_complete"] = not values["is_incomplete"]
    if values.get("is_joint"):
        made["handling"] = "joint"
    return made
