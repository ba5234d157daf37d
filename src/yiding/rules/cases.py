"""Worked examples 例 as data: run as tests, shown on the rule's page."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """An entry as someone would hand it in, and the finding a rule must give.

    `expect` holds fields of the finding as `yiding/check/1` prints them, or ``{}`` where the
    rule must say nothing; `others` are further entries checked together with it.
    """

    id: str
    rule: str
    on: date
    entry: Mapping[str, Any]
    expect: Mapping[str, Any]
    note: str = ""
    others: tuple[Mapping[str, Any], ...] = ()


def read_cases(raw: bytes) -> tuple[Case, ...]:
    """The cases of a ``cases.toml``, in its order."""
    return tuple(_case(one) for one in tomllib.loads(raw.decode()).get("case", ()))


def _case(data: Mapping[str, Any]) -> Case:
    entry = {"kind": data["kind"], "id": data["id"], "fields": data["fields"]}
    if "place" in data:
        entry["place"] = data["place"]
    return Case(
        id=data["id"],
        rule=data["rule"],
        on=data["on"],
        entry=entry,
        expect=data["expect"],
        note=data.get("note", ""),
        others=tuple(data.get("others", ())),
    )
