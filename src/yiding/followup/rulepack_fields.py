"""What may stand in a rule pack's file: each table's keys and how each value is checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, get_args

from yiding.followup.rulepack_errors import BAD_VALUE, MISSING, UNKNOWN_KEY, Where
from yiding.followup.rulepack_model import (
    JUDGED,
    Anchor,
    ApprovalName,
    Bilingual,
    CadenceKind,
    ClockName,
    Role,
    Term,
    TriggerKind,
    Unit,
)

Check = Callable[[Where, Any], Any]
Fields = dict[str, Check]


def number(low: int, high: int = 9999) -> Check:
    """A whole number from ``low`` to ``high``."""

    def check(where: Where, value: Any) -> int:
        if type(value) is not int or not low <= value <= high:
            raise where.error(BAD_VALUE, value=value, wanted=f"{low} 至 {high} 的整数")
        return value

    return check


def word(*words: str) -> Check:
    """One of these words."""

    def check(where: Where, value: Any) -> str:
        if value not in words:
            raise where.error(BAD_VALUE, value=value, wanted="、".join(words) + " 之一")
        return str(value)

    return check


def text(where: Where, value: Any) -> str:
    """Words that are not empty."""
    if not isinstance(value, str) or not value.strip():
        raise where.error(BAD_VALUE, value=value, wanted="文字")
    return value


def slug(where: Where, value: Any) -> str:
    """A name of lower-case ASCII letters, digits, - and _."""
    plain = str(value).replace("-", "").replace("_", "")
    if not isinstance(value, str) or not (plain.isascii() and plain.isalnum() and plain.islower()):
        raise where.error(BAD_VALUE, value=value, wanted="小写字母、数字、- 和 _ 组成的代号")
    return value


def yes_or_no(where: Where, value: Any) -> bool:
    """``true`` or ``false``."""
    if not isinstance(value, bool):
        raise where.error(BAD_VALUE, value=value, wanted="true 或 false")
    return value


def day(where: Where, value: Any) -> date:
    """A date, written without quotes."""
    if type(value) is not date:
        raise where.error(BAD_VALUE, value=value, wanted="日期，如 2021-12-28")
    return value


def share(where: Where, value: Any) -> Fraction:
    """``"1/2"``: a part of the whole."""
    top, _, bottom = str(value).partition("/")
    if not (top.isdecimal() and bottom.isdecimal() and 0 < int(top) <= int(bottom)):
        raise where.error(BAD_VALUE, value=value, wanted='分数，如 "1/2"')
    return Fraction(int(top), int(bottom))


def points(where: Where, value: Any) -> dict[str, int]:
    """A table of whole numbers, each a score."""
    table = as_table(where, value)
    return {name: number(-999, 999)(where.below(name), each) for name, each in table.items()}


def slugs(where: Where, value: Any) -> tuple[str, ...]:
    """A list of names, none twice."""
    if not isinstance(value, list) or not value or len(value) != len(set(map(str, value))):
        raise where.error(BAD_VALUE, value=value, wanted="不重复的代号列表")
    return tuple(slug(where, each) for each in value)


def as_table(where: Where, value: Any) -> dict[str, Any]:
    """A TOML table."""
    if not isinstance(value, dict):
        raise where.error(BAD_VALUE, value=value, wanted="一个表")
    return value


def check_table(where: Where, value: Any, fields: Fields, needed: set[str]) -> dict[str, Any]:
    """The checked values of a table; refuses unknown keys and missing ones."""
    table = as_table(where, value)
    for name in table:
        if name not in fields:
            raise where.below(name).error(UNKNOWN_KEY, known="、".join(sorted(fields)))
    for name in sorted(needed - table.keys()):
        raise where.below(name).error(MISSING, wanted="它的值")
    return {name: fields[name](where.below(name), each) for name, each in table.items()}


def term(where: Where, value: Any) -> Term:
    """``{ amount = 3, unit = "working_day" }``."""
    return Term(**check_table(where, value, TERM, set(TERM)))


def bilingual(where: Where, value: Any) -> Bilingual:
    """``{ zh = "…", en = "…" }``."""
    return Bilingual(**check_table(where, value, {"zh": text, "en": text}, {"zh", "en"}))


def triggers(where: Where, value: Any) -> list[dict[str, Any]]:
    """A list of predicates, each with its ``kind``."""
    if not isinstance(value, list) or not value:
        raise where.error(BAD_VALUE, value=value, wanted="至少一个触发条件")
    places = [Where(where.file, f"{where.key}[{at}]") for at in range(len(value))]
    rows = zip(places, value, strict=True)
    return [_trigger(place, row) for place, row in rows]


def _trigger(where: Where, value: Any) -> dict[str, Any]:
    kind = word(*get_args(TriggerKind))(where.below("kind"), as_table(where, value).get("kind"))
    every, needed = TRIGGER_NEEDS[kind], TRIGGER_NEEDS[kind].needed
    return check_table(where, value, {**ANY_TRIGGER, **every.fields}, needed)


class Needs:
    """The keys a kind of trigger may have, and those it must."""

    def __init__(self, fields: Fields | None = None, *needed: str) -> None:
        self.fields = fields or {}
        self.needed = set(needed)


PROVENANCE: Fields = {
    "source": slug, "article": text, "confirmed": yes_or_no, "note": text, "proposed": slugs,
}  # fmt: skip
TERM: Fields = {"amount": number(0), "unit": word(*get_args(Unit))}
ANY_TRIGGER: Fields = {
    "kind": word(*get_args(TriggerKind)), "only_major": yes_or_no,
    "following": slug, "source": slug, "article": text, "note": text,
}  # fmt: skip
CLOCK_NAMES = word(*get_args(ClockName))
TRIGGER_NEEDS = {
    "unsigned": Needs({"after": term, "clock": CLOCK_NAMES}),
    "due_soon": Needs({"days": number(0, 365)}),
    "overdue": Needs(
        {"days": number(0, 3650), "against": word("current", "original")}, "days", "against"
    ),
    "silent": Needs({"periods": number(1, 100)}, "periods"),
    "previous_rung": Needs({"rung": slug, "after": term}, "rung"),
    "rung_expired": Needs({"rung": slug}, "rung"),
    "count": Needs(
        {
            "rung": slug, "times": number(1, 100), "is_consecutive": yes_or_no,
            "scope": word("matter", "unit"),
        },
        "rung", "times",
    ),
    **{kind: Needs() for kind in sorted(JUDGED)},
}  # fmt: skip
RUNG: Fields = {
    "zh": text, "en": text, "colour": word("blue", "yellow", "orange", "red", "none"),
    "bars": number(0, 3), "triggers": triggers, "needs_no_good_reason": yes_or_no,
    "signed_by": word(*get_args(Role)), "reply_within": term,
}  # fmt: skip
RUNG_NEEDS = {"zh", "en", "triggers", "signed_by", "needs_no_good_reason"}
SECTIONS: dict[str, Fields] = {
    "reports": {
        "kind": word(*get_args(CadenceKind)), "day": number(1, 366), "early_days": number(0, 31),
    },
    "due_soon": {"days": number(0, 365)},
    "silence": {"grace": term},
    "quorum": {"share": share, "is_strict": yes_or_no},
    "scoring": {"points": points, "weights": points},
}  # fmt: skip
GROUPS: dict[str, tuple[Fields, tuple[str, ...] | None]] = {
    "clocks": ({**TERM, "counted_from": word(*get_args(Anchor))}, get_args(ClockName)),
    "approvals": ({"role": word(*get_args(Role))}, get_args(ApprovalName)),
    "rungs": (RUNG, None),
}
INSTRUMENT: Fields = {
    "title": text, "place": text, "number": text, "issued": text, "note": text,
}  # fmt: skip
HEAD: Fields = {
    "slug": slug, "extends": slug, "name": bilingual, "place": bilingual, "source": slug,
    "in_force_from": day, "note": text, "ladder": slugs, "instruments": as_table,
    **dict.fromkeys((*SECTIONS, *GROUPS), as_table),
}  # fmt: skip
