"""Everything that belongs to a matter as it stood at a moment, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from yiding.followup.models import (
    Conclusion,
    Evidence,
    Extension,
    InboxItem,
    Matter,
    MatterPeriod,
    Part,
    Report,
    Slip,
)
from yiding.followup.periods import KEPT
from yiding.followup.precheck import Filed
from yiding.followup.states import State
from yiding.journal.models import Event


@dataclass(frozen=True)
class Records:
    """一事的全部: the matter and its rows; past ones as they were, later ones left out."""

    matter: Matter
    parts: list[Part]
    reports: list[Report]
    extensions: list[Extension]
    evidence: list[Evidence]
    conclusions: list[Conclusion]
    slips: list[Slip]
    events: list[Event]
    unread: list[InboxItem]

    @property
    def filed(self) -> Filed:
        """What is checked before a submission."""
        return Filed(self.parts, self.extensions, self.evidence, self.conclusions)


def records_of(matter: Matter, until: datetime | None) -> Records:
    """The matter and what belongs to it; ``until`` is the first moment not to be shown."""
    before: dict[str, Any] = {"at__lt": until} if until else {}
    conclusions = list(matter.conclusions.filter(**before).select_related("by", "by__unit", "unit"))
    slips = _slips(matter, until)
    return Records(
        matter=matter,
        parts=_parts(matter, until),
        reports=list(matter.reports.filter(**before).select_related("unit", "by")),
        extensions=_extensions(matter, until),
        evidence=_evidence(matter, until, conclusions),
        conclusions=conclusions,
        slips=slips,
        events=_events(matter, slips, before),
        unread=_unread(matter),
    )


def stood_at(matter: Matter, until: datetime) -> bool:
    """Set the matter to how it stood before a moment; false if nothing had been done to it yet."""
    begun = MatterPeriod.objects.filter(matter=matter, from_at__lt=until)
    period = begun.select_related("lead").order_by("-from_at", "-id").first()
    for name in ("assigned_at", "signed_at"):
        moment = getattr(matter, name)
        setattr(matter, name, moment if moment and moment < until else None)
    if period is None:
        matter.state, matter.report_due_on, matter.review_on = State.PROPOSED, None, None
        return False
    for name in KEPT:
        setattr(matter, name, getattr(period, name))
    matter.lead = period.lead
    return True


def _parts(matter: Matter, until: datetime | None) -> list[Part]:
    parts = list(matter.parts.select_related("unit", "settled_by").order_by("unit__position", "pk"))
    for part in parts:
        if until and part.settled_at and part.settled_at >= until:
            part.state, part.words, part.settled_at = Part.State.OPEN, "", None
    return parts


def _extensions(matter: Matter, until: datetime | None) -> list[Extension]:
    rows = matter.extensions.select_related("applied_by", "decided_by").order_by("-applied_at")
    found = list(rows.filter(applied_at__lt=until) if until else rows)
    for one in found:
        if until and one.decided_at and one.decided_at >= until:
            one.decision, one.words = Extension.Decision.PENDING, ""
            one.decided_at = one.decided_by = None
    return found


def _evidence(
    matter: Matter, until: datetime | None, conclusions: list[Conclusion]
) -> list[Evidence]:
    rows = matter.evidence.select_related("file", "submitted_by__unit", "verified_by")
    found = list(rows.filter(submitted_at__lt=until) if until else rows)
    for one in found:
        if until:
            _judge_as_of(one, until, conclusions)
    return found


def _judge_as_of(evidence: Evidence, until: datetime, conclusions: list[Conclusion]) -> None:
    judged_at = evidence.verified_at
    if judged_at is None or judged_at >= until:
        evidence.verdict, evidence.verified_at = Evidence.Verdict.PENDING, None
        evidence.verified_by = None
        return
    was_accepted = any(
        one.kind == Conclusion.Kind.VERIFICATION and one.at == judged_at for one in conclusions
    )
    is_reopened = any(
        one.kind == Conclusion.Kind.REOPENING and one.at > judged_at for one in conclusions
    )
    if was_accepted and not is_reopened:
        evidence.verdict = Evidence.Verdict.ACCEPTED


def _slips(matter: Matter, until: datetime | None) -> list[Slip]:
    rows = matter.slips.select_related("unit", "issued_by", "received_by")
    found = list(rows.filter(issued_at__lt=until) if until else rows)
    for one in found:
        for name in ("received_at", "answered_at", "withdrawn_at"):
            moment = getattr(one, name)
            if until and moment and moment >= until:
                setattr(one, name, None)
    return found


def _events(matter: Matter, slips: list[Slip], before: dict[str, Any]) -> list[Event]:
    subjects = [matter.address, *(slip.address for slip in slips)]
    events = Event.objects.filter(
        Q(subject__in=subjects), jurisdiction=matter.jurisdiction.slug, **before
    )
    return list(events.order_by("seq"))


def _unread(matter: Matter) -> list[InboxItem]:
    items = InboxItem.objects.filter(matter=matter, read_at__isnull=True)
    return list(items.select_related("account", "account__unit").order_by("event", "account_id"))
