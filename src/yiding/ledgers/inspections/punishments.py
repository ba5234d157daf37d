"""Punishments 行政处罚: which count, and the most that fall in one window of the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from yiding.rules.entries import Entry

ROWS = (
    (r"(16号|隐患排查治理暂行规定).*(26|二十六)条", "order-16-26"),
    (r"许可证条例.*(19|十九)条", "permit-19"),
    (r"许可证条例.*(20|二十)条", "permit-20"),
    (r"140号|风险报告规定", "jiangsu-140"),
    (r"许可证条例|规定|号令", None),
    (r"第九十七条|(?<!\d)97(?!\d)", "97"),
    (r"第九十九条|(?<!\d)99(?!\d)", "99"),
    (r"第一百零一条|(?<!\d)101(?!\d)", "101"),
    (r"第一百零二条|(?<!\d)102(?!\d)", "102"),
    (r"第一百零八条|(?<!\d)108(?!\d)", "108"),
)
"""The words of a basis, and the row they lead to; the first that fits."""


def most_within(days: Iterable[date], last_of: Callable[[date], date]) -> int:
    """The most of these days that lie from one of them to the last day of its window, included."""
    ordered = sorted(days)
    return max(
        (sum(first <= one <= last_of(first) for one in ordered) for first in ordered), default=0
    )


def counted(punished: dict[str, Any]) -> bool:
    """Whether a record counts: under this law, not revoked, not said to be without a 重大隐患."""
    is_theirs = punished.get("under_this_law") is not False and _is_of_the_law(punished)
    is_standing = punished.get("revoked") is not True
    return is_theirs and is_standing and punished.get("with_major_hazard") is not False


def _is_of_the_law(punished: dict[str, Any]) -> bool:
    """A basis that names another law is none of this one's."""
    basis = punished.get("basis") or ""
    others = re.findall(r"《([^》]+)》", basis)
    return not others or any("安全生产法" in one for one in others)


def days_of(entry: Entry, on: date) -> tuple[date, ...]:
    """The days of the punishments that count, up to a day: its own, and enforcement beside it."""
    own = [one["date"] for one in entry.punishments or () if one.get("date") and counted(one)]
    besides = [one.date for one in _enforcement(entry) if one.date and is_punishment(one)]
    besides = [one for one in besides if one not in own]
    return tuple(one for one in (*own, *besides) if one <= on)


def punishments_told(entry: Entry) -> bool:
    """Whether anything is recorded of punishments: a list, be it empty, or enforcement beside."""
    return entry.punishments is not None or bool(_enforcement(entry))


def is_punishment(enforcement: Entry) -> bool:
    """Orders and cuts are no punishments; fines, warnings, stops and revocations are."""
    is_one = enforcement.type in (None, "fine", "warning", "stop", "revocation")
    return is_one and _is_of_the_law(dict(enforcement.values))


def _enforcement(entry: Entry) -> list[Entry]:
    keys = [
        *(("enterprise", name) for name in names_of(entry)),
        ("of", entry.id),
        ("of", entry.code),
    ]
    found = [
        one
        for field, key in keys
        if key
        for one in entry.batch.referring("enforcement", field, key)
    ]
    return list({id(one): one for one in found}.values())


def names_of(entry: Entry) -> tuple[str, ...]:
    """What entries beside it may call the enterprise: its id, code or name."""
    own = (entry.id, entry.code, entry.name) if entry.kind == "enterprise" else (entry.enterprise,)
    return tuple(dict.fromkeys(one for one in own if one))


def article_of(basis: str | None) -> str | None:
    """The row of the tables of fines that a basis names; none where it names none we keep."""
    text = (basis or "").replace(" ", "")
    if "《" in text and not re.search("《[^》]*(安全生产法|规定|许可证条例)", text):
        return None
    return next((row for pattern, row in ROWS if re.search(pattern, text)), None)
