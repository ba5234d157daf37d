"""The sentence a finding is told in: what was found, against what, and what is wanting."""

from __future__ import annotations

from yiding.rules.finding import CHINESE, Answer, Reason, Verdict, readable
from yiding.rules.rule import Rule

_REMEDY = {
    Reason.NO_DATA: "请补齐后再查",
    Reason.NEEDS_LOCAL: "本地限值尚未录入，请主管部门提供",
    Reason.JUDGEMENT: "需要人工判断",
    Reason.UNCONFIRMED: "依据的数值尚未核对原文，不作判定，请主管部门确认",
    Reason.CONTRADICTORY: "数据互相矛盾，请核对",
}
_REMEDY_EN = {
    Reason.NO_DATA: "complete it and check again",
    Reason.NEEDS_LOCAL: "no local value is loaded; ask the authority for it",
    Reason.JUDGEMENT: "a person must judge",
    Reason.UNCONFIRMED: "the value has not been checked against its text and decides nothing",
    Reason.CONTRADICTORY: "the data contradict one another; check them",
}


def sentence(rule: Rule, answer: Answer, language: str) -> str:
    """The finding's message; in Chinese it ends in 。"""
    if language == "en":
        parts = [rule.source.title_en.rstrip("."), *_english(answer), answer.note_en.rstrip(".")]
        return "; ".join(part for part in parts if part) + "."
    missing = [rule.terms.get(name, name) for name in answer.missing]
    parts = [_verdict(answer), *_chinese(answer, missing), answer.note.rstrip("。")]
    return rule.source.title.rstrip("。") + "：" + "，".join(part for part in parts if part) + "。"


def _verdict(answer: Answer) -> str:
    return CHINESE[answer.reason] if answer.reason else CHINESE[answer.verdict]


def _amount(answer: Answer, number: object) -> str:
    unit = f" {answer.unit}" if answer.unit else ""
    return f"{readable(number)}{unit}"  # type: ignore[arg-type]


def _chinese(answer: Answer, missing: list[str]) -> list[str]:
    told = []
    if answer.value is not None or answer.label:
        amount = "" if answer.value is None else _amount(answer, answer.value)
        told.append(" ".join(part for part in (answer.label, amount) if part))
    if answer.measured is not None:
        told.append(f"实为 {_amount(answer, answer.measured)}")
    if answer.limit is not None:
        told.append(f"限值 {_amount(answer, answer.limit)}")
    if answer.excess is not None:
        told.append(f"相差 {_amount(answer, answer.excess)}")
    if missing:
        told.append("缺：" + "、".join(missing))
    if answer.due_on is not None:
        told.append(f"期限 {answer.due_on:%Y年%-m月%-d日}")
    if answer.verdict == Verdict.OVERDUE and answer.days is not None:
        told.append(f"逾期 {answer.days} 天")
    if answer.reason:
        told.append(_REMEDY[answer.reason])
    return told


def _english(answer: Answer) -> list[str]:
    told = [str(answer.reason or answer.verdict).replace("_", " ")]
    if answer.value is not None or answer.label:
        amount = "" if answer.value is None else _amount(answer, answer.value)
        told.append(" ".join(part for part in (answer.label, amount) if part))
    if answer.measured is not None:
        told.append(f"measured {_amount(answer, answer.measured)}")
    if answer.limit is not None:
        told.append(f"limit {_amount(answer, answer.limit)}")
    if answer.excess is not None:
        told.append(f"off by {_amount(answer, answer.excess)}")
    if answer.missing:
        told.append("missing " + ", ".join(answer.missing))
    if answer.due_on is not None:
        told.append(f"due on {answer.due_on.isoformat()}")
    if answer.days is not None:
        told.append(f"{answer.days} days late")
    if answer.reason:
        told.append(_REMEDY_EN[answer.reason])
    return told
