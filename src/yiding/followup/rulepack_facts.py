"""What the triggers of a rule pack look at, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from yiding.followup.rulepack_messages import Translate, fill, gettext_noop
from yiding.followup.rulepack_model import Rung, Trigger

JudgementKind = Literal[
    "poor_quality", "behind_schedule", "major", "urgent", "special", "instructed", "good_reason"
]


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """督办单: one notice of the ladder as issued on a matter.

    ``reply_by`` is the day it asks an answer by, ``done_by`` the day it wants the matter done by.
    """

    rung: str
    issued_on: date
    received_on: date | None = None
    reply_by: date | None = None
    done_by: date | None = None
    answered_on: date | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """研判: what a person found on a day; ``good_reason`` (有正当理由) holds back a step up."""

    kind: JudgementKind
    judged_on: date


@dataclass(frozen=True, slots=True)
class MatterFacts:
    """事项情况: what the triggers may know of one matter.

    ``state`` is the state's slug (``assigned``, ``under_way`` …); ``due_on`` is the limit in force,
    ``original_due_on`` the first one; ``unit_slips`` are those of the lead unit on all its matters.
    """

    state: str
    assigned_on: date | None = None
    signed_on: date | None = None
    due_on: date | None = None
    original_due_on: date | None = None
    reported_on: tuple[date, ...] = ()
    slips: tuple[SlipFacts, ...] = ()
    unit_slips: tuple[SlipFacts, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    is_major: bool = False

    @property
    def last_report_on(self) -> date | None:
        """The day of the latest report."""
        return max(self.reported_on, default=None)

    def as_of(self, on: date) -> MatterFacts:
        """The facts without what happened later than ``on``; the state and limits stay."""
        return replace(
            self,
            assigned_on=_by(self.assigned_on, on),
            signed_on=_by(self.signed_on, on),
            reported_on=tuple(day for day in self.reported_on if day <= on),
            slips=_slips_by(self.slips, on),
            unit_slips=_slips_by(self.unit_slips, on),
            judgements=tuple(each for each in self.judgements if each.judged_on <= on),
        )


def _by(day: date | None, on: date) -> date | None:
    return day if day is not None and day <= on else None


def _slips_by(slips: tuple[SlipFacts, ...], on: date) -> tuple[SlipFacts, ...]:
    kept = [
        replace(
            slip,
            received_on=_by(slip.received_on, on),
            answered_on=_by(slip.answered_on, on),
            withdrawn_on=_by(slip.withdrawn_on, on),
        )
        for slip in slips
        if slip.issued_on <= on
    ]
    return tuple(sorted(kept, key=lambda slip: slip.issued_on))


@dataclass(frozen=True, slots=True)
class Reason:
    """理由: why a rung is due since ``since``: a message for translation and its parameters."""

    message: str
    params: Mapping[str, object] = field(hash=False)
    since: date
    trigger: Trigger

    @property
    def text(self) -> str:
        """The reason in Chinese."""
        return self.said(gettext_noop, "zh")

    def said(self, translate: Translate, language: str) -> str:
        """The reason in a language: ``reason.said(gettext, get_language())``."""
        return fill(self.message, self.params, translate, language)


@dataclass(frozen=True, slots=True)
class ProposedRung:
    """建议督办: a rung the pack proposes; a person issues it or leaves it."""

    rung: Rung
    reasons: tuple[Reason, ...]

    @property
    def since(self) -> date:
        """The first day on which a reason held."""
        return min(reason.since for reason in self.reasons)

    @property
    def needs_no_good_reason(self) -> bool:
        """Whether 无正当理由 must be checked before it is issued."""
        return self.rung.needs_no_good_reason


@dataclass(frozen=True, slots=True)
class UndecidedRung:
    """无法判断: a rung whose trigger needs the working days of a year not yet published."""

    rung: Rung
    trigger: Trigger
    year: int
