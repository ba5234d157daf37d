"""What all verbs on a matter share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.utils import timezone

from yiding.dates import UnknownCalendarYear
from yiding.followup.action import Action, Context
from yiding.followup.inbox import accounts_of_unit, supervision_of
from yiding.followup.models import Conclusion, Matter
from yiding.followup.proving import look_after
from yiding.followup.rulepack import deadline_of, next_report_due
from yiding.followup.rulepack_model import ClockName
from yiding.registry.models import Account, Unit


class MatterAction(Action):
    """A verb on a matter."""

    model: ClassVar[type[Matter]] = Matter
    brings = ("lead",)


class TakesTheClaim(MatterAction):
    """A verb after which it is said, or no more said, that the matter is done."""

    def afterwards(self, context: Context) -> None:
        """The ledgers are held against what is said now."""
        look_after(context.subject, context.today)


class ToTheUnit(MatterAction):
    """A verb the lead unit is told of."""

    def told(self, context: Context) -> Iterable[Account]:
        """Liaison officers and heads of the lead unit."""
        return accounts_of_unit(context.subject.lead)


class ToTheOffice(MatterAction):
    """A verb the supervision office is told of."""

    def told(self, context: Context) -> Iterable[Account]:
        """The supervision office."""
        return supervision_of(context.subject.jurisdiction)


def concluded(context: Context, kind: Conclusion.Kind, words: str, *, code: str = "") -> Conclusion:
    """A conclusion written down with the act."""
    return Conclusion.objects.create(
        matter=context.subject,
        kind=kind,
        code=code,
        words=words,
        by=context.account,
        at=context.at,
    )


def clock_end(context: Context, name: ClockName, anchor: date) -> date | None:
    """The day a clock of the pack runs out; none where the year's calendar is not published."""
    try:
        return deadline_of(context.pack.clock(name), anchor)
    except UnknownCalendarYear:
        return None


def set_next_report(context: Context, *, first: bool = False) -> None:
    """When the next report is due, by the pack in force on the day."""
    matter = context.subject
    if first:
        matter.report_due_on = clock_end(context, "first_report_within", context.today)
        return
    signed_on = timezone.localdate(matter.signed_at or context.at)
    matter.report_due_on = next_report_due(context.pack.reports, signed_on, context.today)


def stop_reports(matter: Matter) -> None:
    """Nothing more is to be reported for now."""
    matter.report_due_on = None


def assisting_units(matter: Matter) -> list[Unit]:
    """The units that assist."""
    return [part.unit for part in matter.parts.select_related("unit")]
