"""What a transfer rests on: whose decision a text names, from the State Council to a minute."""

from __future__ import annotations

import re
from typing import Any

from yiding.ledgers.powers.denials import is_said
from yiding.rules import Entry

_STATE = re.compile(r"国务院|国函|国发|国办|全国人大|state\s?council", re.IGNORECASE)
_PROVINCE = re.compile(
    r"省(?:级)?(?:人民)?政府|省(?:级)?批|省府|省级|自治区人民政府|直辖市人民政府|provinc|"
    r"(?:苏|浙|冀|晋|津|京|皖|闽|鲁|豫|鄂|湘|桂|云|藏|陕|甘|青|宁|新|辽|吉|黑|内)政"
    r"(?:复|发|办|函|字|〔|\[|［)|"
    r"(?:粤|川|黔|赣|渝|沪|琼)府(?:复|发|办|函|字|〔|\[|［)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[，。；,;]|但")
_DENIED = re.compile(r"未|没有|尚无|无|缺|待|\bno\b|\bnot\b|without|pending|lack", re.IGNORECASE)


def _names(texts: tuple[str, ...], whose: re.Pattern[str]) -> bool:
    """Whether a text names a decision of somebody, not that there is none."""
    clauses = (part for one in texts for part in _CLAUSE.split(one))
    return any(whose.search(one) and not _DENIED.search(one) for one in clauses)


def texts_of(entry: Entry) -> tuple[str, ...]:
    """Every document that is named as a basis."""
    return (*(entry.legal_basis or ()), *filter(None, (entry.government_decision,)))


def has_state(entry: Entry) -> bool | None:
    """Whether the State Council approved: as registered, else as a basis names it."""
    return _has(entry, entry.state_council_approval, _STATE)


def has_province(entry: Entry) -> bool | None:
    """Whether the provincial government decided."""
    return _has(entry, entry.provincial_decision, _PROVINCE)


def _has(entry: Entry, registered: Any, whose: re.Pattern[str]) -> bool | None:
    if _names(texts_of(entry), whose):
        return True
    return is_said(registered)


def is_told(entry: Entry) -> bool:
    """Whether anything is written down of a basis."""
    return bool(texts_of(entry)) or entry.provincial_decision is not None
