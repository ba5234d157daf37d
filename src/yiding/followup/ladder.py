"""The ladder of escalation 督办梯级: which rungs the pack proposes for a matter on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from yiding.followup.models import Conclusion, Matter, Report, Slip
from yiding.followup.rulepack import (
    Judgement,
    MatterFacts,
    ProposedRung,
    RulePack,
    SlipFacts,
    rungs_due,
)


def proposed_rungs(matter: Matter, pack: RulePack, on: date) -> list[ProposedRung]:
    """What the pack proposes for one matter, the highest last."""
    return rungs_due(pack, facts_of([matter])[matter.pk], on)


def facts_of(matters: Iterable[Matter]) -> dict[int, MatterFacts]:
    """What the triggers may know of some matters, with a fixed number of queries."""
    rows = {matter.pk: matter for matter in matters}
    units = {matter.lead_id for matter in rows.values() if matter.lead_id}
    slips = list(Slip.objects.filter(Q(matter__in=rows) | Q(unit__in=units)))
    reports = _by_matter(Report.objects.filter(matter__in=rows).values_list("matter", "unit", "at"))
    judged = _judgements(rows)
    return {
        key: MatterFacts(
            state=matter.state,
            assigned_on=_day(matter.assigned_at),
            signed_on=_day(matter.signed_at),
            due_on=matter.due_on,
            original_due_on=matter.original_due_on,
            reported_on=tuple(
                sorted(_local(at) for unit, at in reports[key] if unit == matter.lead_id)
            ),
            slips=tuple(_slip(one) for one in slips if one.matter_id == key),
            unit_slips=tuple(_slip(one) for one in slips if one.unit_id == matter.lead_id),
            judgements=judged[key],
            is_major=matter.is_major,
        )
        for key, matter in rows.items()
    }


def _by_matter(values: Iterable[tuple[int, Any, Any]]) -> dict[int, list[tuple[Any, Any]]]:
    grouped: dict[int, list[tuple[Any, Any]]] = defaultdict(list)
    for matter, one, other in values:
        grouped[matter].append((one, other))
    return grouped


def _judgements(rows: Iterable[int]) -> dict[int, tuple[Judgement, ...]]:
    found = Conclusion.objects.filter(matter__in=list(rows), kind=Conclusion.Kind.JUDGEMENT)
    grouped: dict[int, tuple[Judgement, ...]] = defaultdict(tuple)
    for one in found.order_by("at"):
        grouped[one.matter_id] += (Judgement(one.code, _local(one.at)),)  # type: ignore[arg-type]
    return grouped


def _slip(slip: Slip) -> SlipFacts:
    return SlipFacts(
        rung=slip.rung,
        issued_on=_local(slip.issued_at),
        received_on=_day(slip.received_at),
        reply_by=slip.reply_by_on,
        done_by=slip.done_by_on,
        answered_on=_day(slip.answered_at),
        withdrawn_on=_day(slip.withdrawn_at),
    )


def _day(at: datetime | None) -> date | None:
    return _local(at) if at is not None else None


def _local(at: datetime) -> date:
    return timezone.localdate(at)
