"""Explaining: a deadline in one sentence that says why this date."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from yiding.dates.model import Deadline
from yiding.dates.scan import scan
from yiding.dates.wording import Wording
from yiding.dates.words import WORDS

Language = Literal["zh", "en"]


def explain(deadline: Deadline, held_on: date | None, language: Language = "zh") -> str:
    """One sentence: the words, what they count from, the rule, the date; then the warning.

    “明年6月底前”以会议日期2019-11-05为基准：明年为2020年，取该月最后一日，得2020-06-30。
    """
    return _english(deadline, held_on) if language == "en" else _chinese(deadline, held_on)


def rule_words(rule: str, language: Language = "zh") -> str:
    """What a rule takes, without the words and the day: 取该月最后一日."""
    return _rule(rule)[1 if language == "en" else 0]


def _chinese(deadline: Deadline, held_on: date | None) -> str:
    if deadline.rule is None:
        return f"“{deadline.text or ''}”中没有时限。"
    basis = "以文中所写为准" if deadline.base == "text" else _chinese_base(deadline, held_on)
    steps = [step for step in (_year_step(deadline, held_on), _rule(deadline.rule)[0]) if step]
    sentence = f"“{deadline.text}”{basis}：{'，'.join(steps)}，{_chinese_result(deadline)}。"
    is_said = deadline.kind in ("event", "vague") or (deadline.warning or "")[:-1] in sentence
    return sentence if is_said else f"{sentence}{deadline.warning}"


def _chinese_base(deadline: Deadline, held_on: date | None) -> str:
    if deadline.base is None:
        return "没有起算的日子"
    return "需要会议日期" if held_on is None else f"以会议日期{held_on.isoformat()}为基准"


def _chinese_result(deadline: Deadline) -> str:
    if deadline.date is None:
        return "不给出日期" if deadline.start is None else f"起自{deadline.start.isoformat()}"
    start = f"{deadline.start.isoformat()}至" if deadline.start else ""
    return f"得{start}{deadline.date.isoformat()}"


def _english(deadline: Deadline, held_on: date | None) -> str:
    if deadline.rule is None:
        return f"“{deadline.text or ''}” names no deadline."
    meeting = (
        "the meeting's date, which is not known" if held_on is None else f"the meeting of {held_on}"
    )
    basis = {"text": "stands by itself", "held_on": f"counts from {meeting}"}
    chosen = basis.get(deadline.base or "", "has no day to count from")
    result = _english_result(deadline)
    steps = [step for step in (_english_year(deadline, held_on), _rule(deadline.rule)[1]) if step]
    sentence = f"“{deadline.text}” {chosen}: {', '.join(steps)}, {result}."
    note = in_english(deadline.warning or "")
    is_said = deadline.kind in ("event", "vague") or note[:-1].casefold() in sentence.casefold()
    return sentence if is_said else f"{sentence} {note}"


def in_english(warning: str) -> str:
    """A warning of a deadline in English."""
    return _warnings()(warning)


@lru_cache(maxsize=1)
def _warnings() -> Wording:
    return Wording(_table()["warnings"])


def _english_result(deadline: Deadline) -> str:
    if deadline.date is None:
        return "so no date is given" if deadline.start is None else f"from {deadline.start}"
    return f"giving {f'{deadline.start} to ' if deadline.start else ''}{deadline.date}"


def _year_step(deadline: Deadline, held_on: date | None) -> str | None:
    found = _told_year(deadline, held_on)
    return found and f"{found[0]}为{found[1]}年"


def _english_year(deadline: Deadline, held_on: date | None) -> str | None:
    found = _told_year(deadline, held_on)
    return found and f"{found[0]} is {found[1]}"


# 明年 -> 2020
def _told_year(deadline: Deadline, held_on: date | None) -> tuple[str, int] | None:
    if held_on is None:
        return None
    for word in scan(deadline.text or ""):
        if name := word.parts.get("relyear"):
            return name, held_on.year + WORDS.years[name]
    return None


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Any]]:
    text = files(__package__).joinpath("explain.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=1)
def _sentences() -> dict[str, tuple[str, str]]:
    return {name: (zh, en) for name, (zh, en) in _table()["rules"].items()}


def _rule(name: str) -> tuple[str, str]:
    return _sentences()[name]
