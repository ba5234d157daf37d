"""Whose name stands somewhere: the original department's or the approval bureau's."""

from __future__ import annotations

from yiding.rules import Entry
from yiding.rules.parsing import tidy

BUREAU = "行政审批"
_FROM = frozenset(map(tidy, ("principal", "委托机关", "委托部门", "原部门", "原实施部门", "from",
    "original_department", "from_dept", "original_dept", "原审批部门", "department", "本部门",
    "the principal", "委托方", "principal's name", "original department")))  # fmt: skip
_TO = frozenset(map(tidy, ("bureau", "审批局", "approval_bureau", "to", "to_bureau", "own",
    "own_name", "受托机关", "承接部门", "trustee", "entrusted", "agent", "自己", "自己名义",
    "approval bureau", "受委托机关", "its own name", "the bureau", "以自己名义", "受托方",
    "entrusted_body")))  # fmt: skip


def whose(named: str, entry: Entry) -> str | None:
    """``from`` or ``to``: the side of a transfer that a name means, none for somebody else."""
    word = tidy(named)
    if word in _FROM or is_same(named, entry.from_dept):
        return "from"
    if word in _TO or is_same(named, entry.to_bureau):
        return "to"
    is_bureau = BUREAU in named or "审批局" in named
    return "to" if is_bureau and entry.to_bureau is None else None


def is_same(one: str, other: str | None) -> bool:
    """Whether two names mean one body: 市住建局 and 临湖市住建局 do."""
    if not other:
        return False
    left, right = tidy(one), tidy(other)
    return left in right or right in left
