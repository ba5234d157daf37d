"""Whether words say yes or no: a cell holds a day, a number of a document, 无 or 未办."""

from __future__ import annotations

from typing import Any

NO = frozenset({
    "否", "无", "未", "不", "没有", "缺", "×", "false", "no", "n", "0", "none", "not yet",
    "missing", "pending", "不详", "未知", "暂无", "absent", "null", "{}", "[]",
})  # fmt: skip
_BEGINNINGS = (
    "未",
    "尚未",
    "没有",
    "没",
    "暂未",
    "待",
    "拟",
    "不",
    "无",
    "not ",
    "no ",
    "without ",
)


def is_said(words: Any) -> bool | None:
    """No for a word of denial, yes for any other (a day, a number, a name), none for nothing."""
    if words is None:
        return None
    told = str(words).strip().lower()
    return told not in NO and not told.startswith(_BEGINNINGS)


def said(words: Any) -> tuple[str, ...]:
    """Of a list, what is no word of denial."""
    return tuple(one for one in words or () if is_said(one))
