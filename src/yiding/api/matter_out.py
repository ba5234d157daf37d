"""A matter as a value: a row of the list, and the whole of it for a reader and a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from yiding.api.access import Caller
from yiding.api.acts import offered
from yiding.api.problems import absent
from yiding.followup.board import Board
from yiding.followup.history import SEES_DENIALS, Reader, history_of, unit_names
from yiding.followup.models import Evidence, Extension, Matter, MatterPeriod, Part, Slip
from yiding.followup.periods import KEPT
from yiding.followup.standing import clock_of
from yiding.followup.states import State
from yiding.journal.models import Event
from yiding.registry.models import Account, Unit
from yiding.registry.roles import OF_A_UNIT

_STANDING = (
    "original_due_on", "due_on", "report_due_on", "review_on", "verified_on",
)  # fmt: skip


def row_out(row: Any, board: Board) -> dict[str, Any]:
    """A matter, or its period on a past day, as a row."""
    matter = getattr(row, "matter", row)
    return {
        "address": matter.address,
        "minutes": matter.address.rpartition(":")[0],
        "action": matter.action,
        "state": str(row.state),
        "state_label": str(row.get_state_display()),
        "version": matter.version,
        "lead": unit_out(row.lead),
        **{name: getattr(row, name) for name in _STANDING},
        "held_on": matter.held_on,
        "is_major": matter.is_major,
        "closing_kind": matter.closing_kind,
        "clock": _clock(row, board),
    }


def matter_out(matter: Matter, board: Board, caller: Caller) -> dict[str, Any]:
    """The whole, as far as the reader may know, and as it stood on the day."""
    if board.before is not None:
        _stand_back(matter, board.before)
    eyes = _Eyes(caller.account, matter, board.before)
    slips = eyes.slips()
    post = matter.leader
    return {
        **row_out(matter, board),
        "as_of": board.on,
        "quote": matter.quote,
        "due_words": matter.due_words,
        "due_rule": matter.due_rule,
        "leader": f"{post.title} {post.person.name}" if post else None,
        "parts": [_part(one, board.before) for one in matter.parts.select_related("unit")],
        "reports": eyes.reports(),
        "extensions": eyes.extensions(),
        "evidence": eyes.evidence(),
        "conclusions": eyes.conclusions(),
        "slips": [slip_out(one, board.before) for one in slips],
        "history": eyes.history(slips),
        "offers": [] if board.is_past else offered(matter, caller),
    }


def unit_out(unit: Unit | None) -> dict[str, str] | None:
    """A unit's code and short name."""
    return {"code": unit.code, "name": str(unit)} if unit else None


def slip_out(slip: Slip, before: datetime | None = None) -> dict[str, Any]:
    """A slip, with nothing that came after the day."""
    state, label = _slip_state(slip, before)
    return {
        **{name: getattr(slip, name) for name in _SLIP},
        "matter": slip.matter.address,
        "unit": unit_out(slip.unit),
        "state": state,
        "state_label": label,
        "answer": slip.answer if _was(slip.answered_at, before) else "",
        **{name: _then(getattr(slip, name), before) for name in _SLIP_MOMENTS},
    }


@dataclass(frozen=True)
class _Eyes:
    """Who reads, and until when: an assisting unit sees of the lead's papers only that they are."""

    account: Account
    matter: Matter
    before: datetime | None

    @property
    def assists(self) -> bool:
        """Does the account's unit assist and not lead?"""
        account = self.account
        return account.role in OF_A_UNIT and account.unit_id != self.matter.lead_id

    def reports(self) -> list[dict[str, Any]]:
        """What was reported."""
        rows = self._own(self.matter.reports.select_related("unit", "by"), "unit", "at")
        return [
            {
                "unit": unit_out(one.unit),
                "by": one.by.name,
                "at": one.at,
                "progress": one.progress,
                "progress_label": str(one.get_progress_display()),
                "words": one.words,
            }
            for one in rows
        ]

    def extensions(self) -> list[dict[str, Any]]:
        """What was asked for, and what was decided."""
        rows = self.matter.extensions.select_related("applied_by", "decided_by")
        found = self._until(rows.order_by("-applied_at", "-pk"), "applied_at")
        return [_extension(one, self.before) for one in found]

    def evidence(self) -> list[dict[str, Any]]:
        """What was put forward as proof."""
        rows = self.matter.evidence.select_related("file", "submitted_by", "verified_by")
        found = self._own(rows, "submitted_by__unit", "submitted_at")
        return [_evidence(one, self.before) for one in found]

    def conclusions(self) -> list[dict[str, Any]]:
        """What was concluded."""
        rows = self._own(self.matter.conclusions.select_related("by", "unit"), "by__unit", "at")
        return [
            {
                "kind": one.kind,
                "kind_label": str(one.get_kind_display()),
                "code": one.code,
                "words": one.words,
                "unit": unit_out(one.unit),
                "by": one.by.name,
                "at": one.at,
            }
            for one in rows
        ]

    def slips(self) -> list[Slip]:
        """The slips it was urged with."""
        rows = self.matter.slips.select_related("unit", "matter")
        return list(self._own(rows, "unit", "issued_at"))

    def history(self, slips: Iterable[Slip]) -> list[dict[str, Any]]:
        """Every event as a sentence, newest first."""
        subjects = [self.matter.address, *(slip.address for slip in slips)]
        city = self.matter.jurisdiction
        rows = Event.objects.filter(subject__in=subjects, jurisdiction=city.slug)
        events = list(self._until(rows.order_by("seq"), "at"))
        unit = self.account.unit.code if self.account.unit else "-"
        reader = Reader(unit if self.assists else "", self.account.role in SEES_DENIALS)
        told = history_of(events, unit_names(city, events), reader)
        return [
            {
                "seq": one.seq,
                "at": one.at,
                "words": one.words,
                "notes": list(one.notes),
                "receipts": list(one.receipts),
                "is_denied": one.is_denied,
            }
            for one in told
        ]

    def _own(self, rows: QuerySet[Any], unit: str, moment: str) -> QuerySet[Any]:
        rows = self._until(rows, moment)
        return rows.filter(**{unit: self.account.unit_id}) if self.assists else rows

    def _until(self, rows: QuerySet[Any], moment: str) -> QuerySet[Any]:
        return rows.filter(**{f"{moment}__lt": self.before}) if self.before else rows


def _stand_back(matter: Matter, before: datetime) -> None:
    """Set the matter to how it stood; one that was not there yet is not found."""
    begun = MatterPeriod.objects.filter(matter=matter, from_at__lt=before)
    period = begun.select_related("lead").order_by("-from_at", "-pk").first()
    if period is not None:
        for name in KEPT:
            setattr(matter, name, getattr(period, name))
        matter.lead = period.lead
    elif matter.minutes.imported_at >= before:
        raise absent()
    else:
        matter.state, matter.report_due_on, matter.review_on = State.PROPOSED, None, None
        matter.verified_on = None


def _clock(row: Any, board: Board) -> dict[str, Any] | None:
    found = clock_of(row, board.on, board.pack.due_soon.days)
    if found is None or found.kind == "ahead":
        return None
    kind = "today" if found.kind == "soon" and not found.days else found.kind
    return {"kind": kind, "days": found.days, "words": str(found)}


def _part(part: Part, before: datetime | None) -> dict[str, Any]:
    is_settled = part.settled_at is not None and _was(part.settled_at, before)
    state = Part.State(part.state) if is_settled else Part.State.OPEN
    return {
        "unit": unit_out(part.unit),
        "state": str(state),
        "state_label": str(state.label),
        "words": part.words if is_settled else "",
        "settled_at": part.settled_at if is_settled else None,
    }


def _extension(one: Extension, before: datetime | None) -> dict[str, Any]:
    is_decided = one.decided_at is not None and _was(one.decided_at, before)
    decision = Extension.Decision(one.decision) if is_decided else Extension.Decision.PENDING
    plain = ("ordinal", "due_before", "new_due_on", "reason", "progress", "applied_at")
    return {
        **{name: getattr(one, name) for name in plain},
        "applied_by": one.applied_by.name,
        "decision": str(decision),
        "decision_label": str(decision.label),
        "words": one.words if is_decided else "",
        "decided_by": one.decided_by.name if is_decided and one.decided_by else None,
        "decided_at": one.decided_at if is_decided else None,
    }


def _evidence(one: Evidence, before: datetime | None) -> dict[str, Any]:
    is_judged = one.verified_at is not None and _was(one.verified_at, before)
    verdict = Evidence.Verdict(one.verdict) if is_judged else Evidence.Verdict.PENDING
    plain = ("kind", "title", "document_number", "dated_on", "issuer", "link", "witness")
    return {
        **{name: getattr(one, name) for name in (*plain, "submitted_at")},
        "kind_label": str(one.get_kind_display()),
        "file": one.file.name if one.file else None,
        "sha256": one.file.sha256 if one.file else None,
        "submitted_by": one.submitted_by.name,
        "verdict": str(verdict),
        "verdict_label": str(verdict.label),
        "verified_by": one.verified_by.name if is_judged and one.verified_by else None,
        "verified_at": one.verified_at if is_judged else None,
    }


_SLIP = (
    "address", "rung", "year", "serial", "version", "trigger", "words", "reply_by_on",
    "done_by_on", "issued_at",
)  # fmt: skip
_SLIP_MOMENTS = ("received_at", "answered_at", "withdrawn_at")


def _slip_state(slip: Slip, before: datetime | None) -> tuple[str, str]:
    states = Slip.State
    if before is None:
        return str(slip.state), str(slip.get_state_display())
    stages = (
        (slip.withdrawn_at, states.WITHDRAWN),
        (slip.answered_at, states.ANSWERED),
        (slip.received_at, states.RECEIVED),
    )
    stood = next((state for moment, state in stages if _was(moment, before)), states.ISSUED)
    return str(stood), str(stood.label)


def _was(moment: datetime | None, before: datetime | None) -> bool:
    return before is None or (moment is not None and moment < before)


def _then(moment: datetime | None, before: datetime | None) -> datetime | None:
    return moment if _was(moment, before) else None
