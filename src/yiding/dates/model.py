"""What a time expression means: the answer, its rule and its base."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

DeadlineKind = Literal["by", "within", "span", "recurring", "event", "vague", "none"]
Confidence = Literal["certain", "inferred", "ambiguous", "none"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """时限: when a duty must be done, as read from its own words.

    ``base`` names what the words count from (``held_on``, ``text`` when they stand alone);
    ``rule`` is the slug of the rule applied (``month-end``, ``working-days`` …); ``refused``
    says why no date is given although one was asked for (``calendar-year``). ``span`` is in
    characters of the document, or None when read from words alone.
    """

    kind: DeadlineKind
    text: str | None = None
    date: datetime.date | None = None
    start: datetime.date | None = None
    base: str | None = None
    rule: str | None = None
    confidence: Confidence | None = None
    refused: str | None = None
    warning: str | None = None
    span: tuple[int, int] | None = None


NO_DEADLINE = Deadline("none")
