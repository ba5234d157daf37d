"""The words of the contract as people read them (terms.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiding.reading.model import Decision, Item, Obligation

Terms = dict[str, dict[str, dict[str, str]]]


@cache
def terms() -> Terms:
    """Group (kind, outcome, closing …), word of the contract, language, term."""
    with files(__package__).joinpath("terms.toml").open("rb") as table:
        return tomllib.load(table)


def term(group: str, word: str) -> str:
    """The Chinese term of a word of the contract."""
    return terms()[group][word]["zh"]


def closing(duty: Obligation) -> str:
    """What ends the duty, and before which body: 提请市委常委会."""
    return term("closing", duty.closing.kind) + (duty.closing.to or "")


def due(duty: Obligation) -> str:
    """The day, else the words of the deadline, else nothing; no deadline says nothing."""
    deadline = duty.deadline
    if deadline.kind == "none":
        return ""
    return deadline.date.isoformat() if deadline.date else deadline.text or ""


def matter(item: Item, decision: Decision) -> str:
    """What a decision is about: its own object, else the subjects of its item."""
    subjects = "、".join(subject.title for subject in item.subjects)
    return decision.object or subjects or item.title or ""
