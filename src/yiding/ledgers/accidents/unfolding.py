"""What is written nested, in words or short, laid out as plain fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from yiding.dates.numerals import parse_number
from yiding.ledgers.accidents.choices import STEPS, SUBJECTS
from yiding.ledgers.accidents.items import CONTENT, with_items
from yiding.ledgers.accidents.nested import later_death, named_within, with_flat_change
from yiding.ledgers.accidents.settling import set_right
from yiding.rules.parsing import tidy

Given = Mapping[str, Any]

_RECORDS = frozenset(
    map(
        tidy,
        (
            "supplements", "supplement", "补报", "补报记录", "casualty_changes", "changes",
            "supplementary_reports", "later_deaths", "伤亡变化", "corrections", "supplementary",
            "supplemental_reports", "supplement_reports", "reports", "report", "report_chain",
            "报告", "报告记录", "report_steps", "chain", "steps", "逐级报告", "pauses",
            "appraisal_pauses", "appraisals", "鉴定暂停", "appraisal", "技术鉴定",
            "technical_appraisals", "grade_history", "grades", "调级记录", "等级历史", "等级变化",
            "content", "change", "变化", "变化情况", "measures", "cause", "causes",
        ),
    )
)  # fmt: skip
"""What stays nested in an accident: everything else nested is laid out."""
_CHANGES = frozenset(
    map(
        tidy,
        (
            "supplements", "supplement", "补报", "补报记录", "casualty_changes", "changes",
            "supplementary_reports", "later_deaths", "伤亡变化", "corrections", "supplementary",
            "supplemental_reports", "supplement_reports",
        ),
    )
)  # fmt: skip
_LATER_DEATHS = tidy("later_deaths")
_PEOPLE = {
    "deaths_change": ("deaths", "死亡", "死亡人数", "death", "dead", "d"),
    "severe_change": ("severe_injuries", "重伤", "重伤人数", "severe", "serious_injuries", "s"),
    "loss_change": ("direct_loss", "loss", "直接经济损失", "损失"),
}
_HURT = ("重伤", "伤者", "受伤", "injur", "wounded")
_DIED = ("死", "亡", "die", "dead", "death")
_COUNT = re.compile(r"(?P<sign>[+\-＋－−]?)\s*(?P<number>\d+|[一二两三四五六七八九十]+)")
_CLOCK = re.compile(r"^\s*(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?::\d{2})?\s*$")
_TOLD = frozenset(map(tidy, ("told_at", "received_at", "told", "received", "获知时间", "接报时间",
    "head_told_at", "unit_told_at", "t0", "a", "learned_at", "informed_at")))  # fmt: skip
_SENT = frozenset(map(tidy, ("reported_at", "sent_at", "at", "reported", "sent", "报告时间",
    "上报时间", "t1", "b", "forwarded_at")))  # fmt: skip
_HOUR = re.compile(r"\d[:：]\d\d|\d时")
_BY_HOUR = {"receivedat": "told_at", "received": "told_at", "reportat": "reported_at"}
_EQUIPMENT = frozenset({"specialequipment", "equipment", "特种设备", "设备"})
_STEP = frozenset({"step", "stage", "reportstep", "环节", "步骤", "报告环节"})
_SUBJECTS = {tidy(word): one.name for one in reversed(SUBJECTS) if one.name != "unit"
             for word in (one.term, *one.aliases)}  # fmt: skip
_STEPS = frozenset(tidy(word) for one in STEPS for word in (one.name, one.term, *one.aliases))
_MINUTES = 60
SPECIAL_BY_TYPE = {"火灾": "fire", "08": "fire", "道路交通": "road", "道路运输": "road"}
"""The kind of accident that its type alone tells."""


def unfold_accident(given: Given) -> dict[str, Any]:
    """An accident, inquiry or liability: nested objects laid out, changes in plain fields."""
    plain: dict[str, Any] = {}
    for name, raw in set_right(given).items():
        if isinstance(raw, Mapping) and tidy(name) not in _RECORDS and "value" not in raw:
            inner = _of_equipment(raw) if tidy(name) in _EQUIPMENT else named_within(name, raw)
            plain |= {one: held for one, held in unfold_accident(inner).items() if one not in given}
        elif tidy(name) in _CHANGES and isinstance(raw, Mapping | list | tuple):
            plain[name] = [_change_of(one, tidy(name)) for one in _listed(raw)]
        else:
            plain[name] = raw
    return plain


def _of_equipment(given: Given) -> dict[str, Any]:
    """A piece of equipment as an object: its type is that of the equipment."""
    named = {"type": "equipment", "kind": "equipment", "种类": "equipment", "类型": "equipment",
             "hours": "held_hours"}  # fmt: skip
    return {named.get(name, name): raw for name, raw in given.items()}


def unfold_event(given: Given) -> dict[str, Any]:
    """An accident, with the clock times of its first report; a time of day is never a day."""
    told = unfold_accident(with_flat_change(given))
    return _with_minutes({_by_hour(name, raw): raw for name, raw in told.items()})


def _by_hour(name: str, raw: Any) -> str:
    has_hour = bool(_HOUR.search(str(raw)))
    return _BY_HOUR.get(tidy(name), name) if has_hour else name


def _listed(raw: Any) -> list[Any]:
    return [raw] if isinstance(raw, Mapping) else list(raw)


def _change_of(one: Any, name: str) -> Any:
    """A change inside its accident: a number of people alone is what then holds.

    In a list of later deaths it is how many more.
    """
    if name == _LATER_DEATHS:
        return later_death(one)
    if not isinstance(one, Mapping):
        return one
    plain = unfold_supplement(one)
    after = {name: key.replace("_change", "_after") for key, names in _PEOPLE.items()
             for name in map(tidy, names)}  # fmt: skip
    return {
        after.get(tidy(name), name) if name in one else name: raw for name, raw in plain.items()
    }


def unfold_supplement(given: Given) -> dict[str, Any]:
    """A change given as an object or in words: how many more or fewer."""
    plain = set_right(given)
    for name in [one for one in given if tidy(one) in ("change", "变化", "变化情况", "changes")]:
        raw = given[name]
        if isinstance(raw, Mapping):
            del plain[name]
            plain |= dict(_changed(raw))
        elif isinstance(raw, int):
            plain["deaths_change"] = plain.pop(name)
        elif isinstance(raw, str):
            told = _in_words(raw)
            plain |= {key: held for key, held in told.items() if key not in given}
    return plain


def _changed(raw: Given) -> Iterator[tuple[str, Any]]:
    for name, held in raw.items():
        known = (key for key, words in _PEOPLE.items() if tidy(name) in map(tidy, words))
        yield next(known, name), held


_NUMBER = re.compile(r"^\s*[+-]?\d{1,4}\s*$")
_RISEN = re.compile(
    r"(?P<was>\d+)\s*人?\s*(?:→|->|=>|增至|增加到|变为|改为|升至|to)\s*(?P<then>\d+)"
)


def _in_words(text: str) -> dict[str, int]:
    """``1名重伤者死亡``: one dead more, one severely hurt fewer."""
    if _NUMBER.match(text):
        return {"deaths_change": int(text)}
    if not any(word in text.lower() for word in _DIED):
        return {}
    if risen := _RISEN.search(text):
        return {"deaths_after": int(risen["then"])}
    found = _COUNT.search(text)
    number = _number(found["number"]) if found else 1
    number = -number if found and found["sign"] in "-－−" and found["sign"] else number
    told = {"deaths_change": number}
    if any(word in text.lower() for word in _HURT):
        told["severe_change"] = -number
    return told


def _number(written: str) -> int:
    found = parse_number(written)
    return 1 if found is None else int(found)


def unfold_report(given: Given) -> dict[str, Any]:
    """A report: two clock times without a day make up how long it took."""
    plain: dict[str, Any] = {}
    for name, raw in with_items(given).items():
        is_spread = isinstance(raw, Mapping) and tidy(name) not in _RECORDS
        plain |= dict(raw) if is_spread else {name: _step(name, _items(name, raw))}
    return _with_minutes(plain)


def _with_minutes(plain: dict[str, Any]) -> dict[str, Any]:
    """Two clock times of a day that is not told, as the minutes between them."""
    told, sent = _clock(plain, _TOLD), _clock(plain, _SENT)
    if told is None or sent is None:
        return plain
    rest = {name: raw for name, raw in plain.items() if tidy(name) not in _TOLD | _SENT}
    return {**rest, "minutes": sent - told}


def _step(name: str, raw: Any) -> Any:
    """A step in other words than the list has: by who sends, before the arrow."""
    if tidy(name) not in _STEP or tidy(str(raw)) in _STEPS:
        return raw
    return step_of(re.split(r"→|->|to|至|向|报", str(raw))[0]) or raw


def _items(name: str, raw: Any) -> Any:
    """The items of a report given as an object: those that say something."""
    if tidy(name) in CONTENT and isinstance(raw, Mapping):
        return [one for one, held in raw.items() if held not in (None, "", False)]
    return raw


def _clock(given: Given, names: frozenset[str]) -> int | None:
    """Minutes since midnight of the first of some names, where it is a time of day alone."""
    for name, raw in given.items():
        found = _CLOCK.match(str(raw)) if tidy(name) in names else None
        if found:
            return int(found["hour"]) * _MINUTES + int(found["minute"])
    return None


def complete_accident(values: Given) -> dict[str, Any]:
    """The special kind; a listed case is finished once it is closed or approved."""
    closed = values.get("closed_on") or values.get("approved_at")
    is_closed = "notice_received_on" in values and closed is not None
    told = {"listing_finished_on": closed} if is_closed else {}
    return {**told, **_special_kind(values)}


def complete_liability(values: Given) -> dict[str, Any]:
    """A chief who is named by his post alone is the subject."""
    subject = _SUBJECTS.get(tidy(values.get("who", "")))
    return {**_special_kind(values), **({"subject": subject} if subject else {})}


def _special_kind(values: Given) -> dict[str, str]:
    if "special_kind" in values:
        return {}
    if "equipment" in values:
        return {"special_kind": "special_equipment"}
    told = str(values.get("type") or "").removesuffix("事故").strip()
    return {"special_kind": SPECIAL_BY_TYPE[told]} if told in SPECIAL_BY_TYPE else {}


def complete_report(values: Given) -> dict[str, Any]:
    """How long a report took, and which step it was."""
    told = {**complete_accident(values), **_took(values)}
    step = step_of(values.get("from_body"))
    return {**told, "step": step} if step else told


def _took(values: Given) -> dict[str, Any]:
    told, sent = values.get("told_at"), values.get("reported_at")
    if not (isinstance(told, datetime) and isinstance(sent, datetime)):
        return {}
    return {"minutes": Decimal(int((sent - told).total_seconds())) / _MINUTES}


_UNIT_WORDS = ("单位", "企业", "公司", "厂", "unit", "company", "enterprise", "head")
_LEVEL_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("state", ("国务院", "国家", "部", "state", "national", "ministry")),
    ("province", ("省", "province", "provincial")),
    ("county", ("县", "区", "county", "district")),
    ("city", ("市", "city", "municipal")),
)


def level_of(body: str | None) -> str | None:
    """The level of a body, by its name: 临湖市应急管理局 is of a city."""
    told = (body or "").lower().replace("设区", "").replace("部门", "")
    return next((name for name, words in _LEVEL_WORDS if any(w in told for w in words)), None)


def step_of(body: str | None) -> str | None:
    """Which step a report is, by who sends it."""
    if not body:
        return None
    if any(word in body.lower() for word in _UNIT_WORDS):
        return "unit"
    return "level" if level_of(body) else None


def day(moment: date | datetime | None) -> date | None:
    """The day of a moment, as its own zone has it."""
    return moment.date() if isinstance(moment, datetime) else moment
