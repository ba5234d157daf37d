"""A matter as a value: a row of the list, and the whole of it for a reader and a day."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from yiding.api.access import Caller
from yiding.api.acts import offered
from yiding.api.problems import absent
from yiding.followup.board import Board
from yiding.followup.history import Reader, history_of, unit_names
from yiding.followup.models import (
    Conclusion,
    Evidence,
    Extension,
    Matter,
    Part,
    Report,
    Slip,
)
from yiding.followup.records import Records, reader_of, records_of, stood_at
from yiding.followup.standing import clock_of
from yiding.registry.models import Unit

_STANDING = (
    "original_due_on", "due_on", "report_due_on", "review_on", "verified_on",
)  # fmt: skip
_EXTENSION = (
    "ordinal", "due_before", "new_due_on", "reason", "progress", "applied_at", "decision", "words",
    "decided_at",
)  # fmt: skip
_EVIDENCE = (
    "kind", "title", "document_number", "dated_on", "issuer", "link", "witness", "submitted_at",
    "verdict", "verified_at",
)  # fmt: skip
_SLIP = (
    "address", "rung", "year", "serial", "version", "trigger", "words", "reply_by_on",
    "done_by_on", "issued_at", "state", "answer", "received_at", "answered_at", "withdrawn_at",
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
    if board.before is not None and not stood_at(matter, board.before):
        _assert_was_there(matter, board.before)
    records = records_of(matter, board.before)
    own, post = records.seen_by(caller.account), matter.leader
    return {
        **row_out(matter, board),
        "as_of": board.on,
        "quote": matter.quote,
        "due_words": matter.due_words,
        "due_rule": matter.due_rule,
        "leader": f"{post.title} {post.person.name}" if post else None,
        "parts": [_part(one) for one in own.parts],
        "reports": [_report(one) for one in own.reports],
        "extensions": [_extension(one) for one in own.extensions],
        "evidence": [_evidence(one) for one in own.evidence],
        "conclusions": [_conclusion(one) for one in own.conclusions],
        "slips": [slip_out(one) for one in own.slips],
        "history": _history(records, reader_of(caller.account, matter)),
        "offers": [] if board.is_past else offered(matter, caller),
    }


def unit_out(unit: Unit | None) -> dict[str, str] | None:
    """A unit's code and short name."""
    return {"code": unit.code, "name": str(unit)} if unit else None


def slip_out(slip: Slip) -> dict[str, Any]:
    """A slip, and the matter it urges."""
    return {
        **{name: getattr(slip, name) for name in _SLIP},
        "matter": slip.matter.address,
        "unit": unit_out(slip.unit),
        "state_label": str(slip.get_state_display()),
    }


def _assert_was_there(matter: Matter, before: datetime) -> None:
    """One that was not there yet is not found."""
    if matter.minutes.imported_at >= before:
        raise absent()


def _clock(row: Any, board: Board) -> dict[str, Any] | None:
    found = clock_of(row, board.on, board.pack.due_soon.days)
    if found is None or found.kind == "ahead":
        return None
    kind = "today" if found.kind == "soon" and not found.days else found.kind
    return {"kind": kind, "days": found.days, "words": str(found)}


def _part(one: Part) -> dict[str, Any]:
    return {
        "unit": unit_out(one.unit),
        "state": one.state,
        "state_label": str(one.get_state_display()),
        "words": one.words,
        "settled_at": one.settled_at,
    }


def _report(one: Report) -> dict[str, Any]:
    return {
        "unit": unit_out(one.unit),
        "by": one.by.name,
        "at": one.at,
        "progress": one.progress,
        "progress_label": str(one.get_progress_display()),
        "words": one.words,
    }


def _extension(one: Extension) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in _EXTENSION},
        "applied_by": one.applied_by.name,
        "decision_label": str(one.get_decision_display()),
        "decided_by": one.decided_by.name if one.decided_by else None,
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in _EVIDENCE},
        "kind_label": str(one.get_kind_display()),
        "file": one.file.name if one.file else None,
        "sha256": one.file.sha256 if one.file else None,
        "submitted_by": one.submitted_by.name,
        "verdict_label": str(one.get_verdict_display()),
        "verified_by": one.verified_by.name if one.verified_by else None,
    }


def _conclusion(one: Conclusion) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "kind_label": str(one.get_kind_display()),
        "code": one.code,
        "words": one.words,
        "unit": unit_out(one.unit),
        "by": one.by.name,
        "at": one.at,
    }


def _history(records: Records, reader: Reader) -> list[dict[str, Any]]:
    """Every event as a sentence, newest first."""
    names = unit_names(records.matter.jurisdiction, records.events)
    told = history_of(records.events, names, reader)
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
