"""Closing tests 办结标准: which proof ends which duty, and what is checked when it is filed."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context, guard
from yiding.followup.files import kept_file
from yiding.followup.models import ClosingTest, Evidence, LedgerReading, Matter, ProofResult
from yiding.followup.proving import keep_reading
from yiding.followup.refusals import Refusal

Kind = Evidence.Kind

#: The kinds of evidence that meet each closing test.
MEETS = {
    "issue": frozenset({Kind.ISSUED_DOCUMENT}),
    "submit": frozenset({Kind.MEETING_DECISION}),
    "deliver": frozenset(
        {
            Kind.RECORD,
            Kind.ISSUED_DOCUMENT,
            Kind.PUBLIC_NOTICE,
            Kind.WITNESSED,
            Kind.FILE,
            Kind.LEDGER,
        }
    ),
    "report": frozenset({Kind.RECEIPT, Kind.WITNESSED}),
    "standing": frozenset(Kind),
}


def kinds_that_close(matter: Matter) -> frozenset[Evidence.Kind]:
    """The kinds that meet this matter's closing test."""
    return MEETS.get(matter.closing_kind, frozenset(Kind))


def filed_evidence(context: Context) -> Evidence | None:
    """The evidence filled in with an act, kept and checked; none if nothing was filled in."""
    data = context.data
    if not data.get("evidence_kind"):
        return None
    upload = data.get("file")
    evidence = Evidence(
        matter=context.subject,
        kind=data["evidence_kind"],
        title=data["evidence_title"],
        document_number=data.get("document_number", ""),
        dated_on=data["dated_on"],
        issuer=data.get("issuer", ""),
        link=data.get("link", ""),
        witness=data.get("witness", ""),
        file=kept_file(context, upload) if upload else None,
        submitted_by=context.account,
        submitted_at=context.at,
    )
    evidence.findings = checks_of(evidence)
    evidence.save()
    return evidence


def filed_reading(context: Context) -> Evidence | None:
    """What the ledger shows now, filed beside what the unit says; none without a test."""
    test = ClosingTest.objects.filter(matter=context.subject).first()
    if test is None:
        return None
    reading = keep_reading(test, LedgerReading.Occasion.SUBMITTED, context.at)
    holds = reading.result == ProofResult.PROVEN
    return Evidence.objects.create(
        matter=context.subject,
        kind=Kind.LEDGER,
        title=test.address,
        dated_on=reading.as_of,
        submitted_by=context.account,
        submitted_at=context.at,
        findings=[{"check": "the_ledger_bears_it_out", "holds": holds}],
    )


def checks_of(evidence: Evidence) -> list[dict[str, Any]]:
    """What the machine can check: each has a name and whether it holds."""
    matter = evidence.matter
    decided_on = matter.held_on
    is_later = decided_on is None or evidence.dated_on >= decided_on
    return [
        {"check": "dated_after_decision", "holds": is_later},
        {"check": "issued_by_the_lead", "holds": _is_of_the_lead(evidence)},
        {"check": "meets_the_closing_test", "holds": evidence.kind in kinds_that_close(matter)},
        {"check": "file_not_used_elsewhere", "holds": not _is_used_elsewhere(evidence)},
    ]


def _is_of_the_lead(evidence: Evidence) -> bool:
    lead = evidence.matter.lead
    if not evidence.issuer or lead is None:
        return True
    names = {lead.name, lead.short_name, *lead.aliases.values_list("name", flat=True)}
    return any(name and name in evidence.issuer for name in names)


def _is_used_elsewhere(evidence: Evidence) -> bool:
    if evidence.file is None:
        return False
    return evidence.file.evidence.exclude(matter=evidence.matter_id).exists()


def standing_evidence(matter: Matter) -> Any:
    """What is filed and not refused."""
    return matter.evidence.exclude(verdict=Evidence.Verdict.REFUSED)


@guard(reads_fields=True)
def proof_filed(context: Context) -> Refusal | None:
    """Something of a kind that meets the closing test is filed, dated after the decision."""
    matter = context.subject
    kinds = kinds_that_close(matter)
    if context.data.get("evidence_kind") in kinds and _is_dated_after(context):
        return None
    if Kind.LEDGER in kinds and _is_tested_by_a_ledger(matter):
        return None
    filed = standing_evidence(matter).filter(kind__in=sorted(kinds))
    if matter.held_on is not None:
        filed = filed.filter(dated_on__gte=matter.held_on)
    if filed.exists():
        return None
    return Refusal(
        "proof_filed",
        _("还没有能证明办结的佐证：此事要%(kinds)s，且日期不早于议定之日。"),
        _("请附上佐证再申请办结；电话、现场办成的事，可由另一人写见证说明。"),
        {"kinds": [kind.label for kind in sorted(kinds)]},
    )


@guard(reads_fields=True)
def witness_is_another(context: Context) -> Refusal | None:
    """A witness is not the one who files."""
    witness = context.data.get("witness", "")
    if not witness or witness.strip() != context.account.name:
        return None
    return Refusal(
        "witness_is_another",
        _("见证人不能是填报人本人。"),
        _("请写另一位在场的人。"),
    )


def _is_tested_by_a_ledger(matter: Matter) -> bool:
    """The reading is taken with the act; a document is filed by a person."""
    by_hand = ClosingTest.Kind.DOCUMENT
    return ClosingTest.objects.filter(matter=matter).exclude(kind=by_hand).exists()


def _is_dated_after(context: Context) -> bool:
    decided_on, dated_on = context.subject.held_on, context.data.get("dated_on")
    return decided_on is None or (dated_on is not None and dated_on >= decided_on)
