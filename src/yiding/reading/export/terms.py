"""The words a reading is told with, in either language (terms.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiding.dates.explain import Language
    from yiding.reading.model import Decision, HeldOn, Item, Obligation

Terms = dict[str, dict[str, dict[str, str]]]

Say = Callable[..., str]
"""``say("outcome-heard")``: a term, label, phrase or joint of the table, its gaps filled."""


@cache
def terms() -> Terms:
    """Group (kind, outcome, label …), word of the contract or name, language, what is said."""
    with files(__package__).joinpath("terms.toml").open("rb") as table:
        return tomllib.load(table)


def said(language: str, key: str, /, **gaps: object) -> str:
    """What stands under ``group-word`` in this language."""
    group, _, word = key.partition("-")
    return terms()[group][word][language].format(**gaps)


def speaker(language: Language) -> Say:
    """The table in one language."""
    return partial(said, language)


def listed(names: Iterable[str], say: Say) -> str:
    """Names one after another: 市林业局、市水利局."""
    return say("joint-names").join(names)


def closing(duty: Obligation, say: Say) -> str:
    """What ends the duty, and before which body: 提请市委常委会."""
    kind, to = say(f"closing-{duty.closing.kind}"), duty.closing.to
    return say("phrase-closing_to", closing=kind, to=to) if to else kind


def due(duty: Obligation) -> str:
    """The day, else the words of the deadline, else nothing; no deadline says nothing."""
    deadline = duty.deadline
    if deadline.kind == "none":
        return ""
    return deadline.date.isoformat() if deadline.date else deadline.text or ""


def matter(item: Item, decision: Decision, say: Say) -> str:
    """What a decision is about: its own object, else the subjects of its item."""
    subjects = listed((subject.title for subject in item.subjects), say)
    return decision.object or subjects or item.title or ""


def part_of_day(held_on: HeldOn, say: Say) -> str:
    """上午, as this language has it; a word the table does not know stays as it is."""
    part = held_on.part_of_day or ""
    return say(f"daypart-{part}") if part in terms()["daypart"] else part
