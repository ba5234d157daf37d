"""What happened and what proves it: the timeline, the evidence and its checks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from yiding.web.parts.marks import Light
from yiding.web.parts.words import Words

CheckResult = Literal["yes", "no", "wait"]
MomentKind = Literal["", "proof", "back", "slip", "more"]


@dataclass(frozen=True)
class Check:
    """核对: one check of a piece of evidence, as a sentence."""

    result: CheckResult
    words: Words
    href: str = ""
    link_words: Words = ""


@dataclass(frozen=True)
class Proof:
    """佐证: what was handed in, its lights, the checks that ran, its hash and who verified it."""

    name: Words
    light: Light
    kind_words: Words = ""
    href: str = ""
    on: date | datetime | None = None
    on_words: Words = ""
    checks: tuple[Check, ...] = field(default=())
    sha256: str = ""
    verifier: Words = ""


@dataclass(frozen=True)
class Moment:
    """经过: one event of a history: what happened, then who did it under which rule."""

    on: date | datetime
    words: Words
    note: Words = ""
    kind: MomentKind = ""
    href: str = ""
    link_words: Words = ""
