"""Everything that belongs to a matter as it stood at a moment, in a fixed number of queries."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from yiding.followup.history import SEES_DENIALS, Reader
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
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT


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

    @property
    def filed(self) -> Filed:
        """What is checked before a submission."""
        return Filed(self.parts, self.extensions, self.evidence, self.conclusions)

    def seen_by(self, account: Account) -> Records:
        """Without the lead's internal papers, where the account's unit assists."""
        if not assists(account, self.matter):
            return self
        unit = account.unit_id
        return replace(
            self,
            reports=[one for one in self.reports if one.unit_id == unit],
            extensions=[_without_words(one) for one in self.extensions],
            evidence=[one for one in self.evidence if one.submitted_by.unit_id == unit],
            conclusions=[one for one in self.conclusions if one.by.unit_id == unit],
            slips=[one for one in self.slips if one.unit_id == unit],
        )


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
    )


def assists(account: Account, matter: Matter) -> bool:
    """Does the account's unit assist, so that the lead's internal papers stay closed?"""
    return account.role in OF_A_UNIT and account.unit_id != matter.lead_id


def reader_of(account: Account, matter: Matter) -> Reader:
    """Whose eyes the history of a matter is told to."""
    unit = account.unit.code if account.unit else "-"
    return Reader(
        assisting_unit=unit if assists(account, matter) else "",
        sees_denials=account.role in SEES_DENIALS,
    )


def unread_of(matter: Matter) -> list[InboxItem]:
    """The notices of a matter that lie unopened, by event."""
    items = InboxItem.objects.filter(matter=matter, read_at__isnull=True)
    return list(items.select_related("account", "account__unit").order_by("event", "account_id"))


def stood_at(matter: Matter, until: datetime) -> bool:
    """Set the matter to how it stood before a moment; false if nothing had been done to it yet."""
    begun = MatterPeriod.objects.filter(matter=matter, from_at__lt=until)
    period = begun.select_related("lead").order_by("-from_at", "-id").first()
    for name in ("assigned_at", "signed_at"):
        moment = getattr(matter, name)
        setattr(matter, name, moment if moment and moment < until else None)
    if period is None:
        matter.state, matter.verified_on = State.PROPOSED, None
        matter.report_due_on = matter.review_on = None
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
    rows = matter.extensions.select_related("applied_by", "decided_by")
    rows = rows.order_by("-applied_at", "-pk")
    found = list(rows.filter(applied_at__lt=until) if until else rows)
    for one in found:
        if until and one.decided_at and one.decided_at >= until:
            one.decision, one.words = Extension.Decision.PENDING, ""
            one.decided_at = one.decided_by = None
    return found


def _without_words(extension: Extension) -> Extension:
    """The dates and the decision, without why it was asked for and what was answered."""
    found = copy(extension)
    found.reason = found.progress = found.words = ""
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
        if until:
            _stand_back(one, until)
    return found


def _stand_back(slip: Slip, until: datetime) -> None:
    stages = {
        "withdrawn_at": Slip.State.WITHDRAWN,
        "answered_at": Slip.State.ANSWERED,
        "received_at": Slip.State.RECEIVED,
    }
    for name in stages:
        moment = getattr(slip, name)
        if moment and moment >= until:
            setattr(slip, name, None)
    passed = [state for name, state in stages.items() if getattr(slip, name)]
    slip.state = passed[0] if passed else Slip.State.ISSUED
    if slip.answered_at is None:
        slip.answer = ""


def _events(matter: Matter, slips: list[Slip], before: dict[str, Any]) -> list[Event]:
    subjects = [matter.address, *(slip.address for slip in slips)]
    city = matter.jurisdiction.slug
    events = Event.objects.filter(subject__in=subjects, jurisdiction=city, **before)
    return list(events.order_by("seq"))
