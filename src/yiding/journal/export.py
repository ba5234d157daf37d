"""An export: events a person may see, the digests of all others, and the means to check them."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import IO, Any

from yiding.journal.canonical import moment_text
from yiding.journal.chain import BEGINNING, events_of, span_now
from yiding.journal.models import Event
from yiding.journal.verify import EVENTS, FORMAT, HEAD, Mark, Span, canonical

README, VERIFIER = "README.txt", "verify.py"


@dataclass(frozen=True)
class Scope:
    """Which events stand in an export with their lines; empty means all."""

    jurisdiction: str = ""
    subject: str = ""

    def shows(self, event: Event) -> bool:
        """Does this event stand there with its line?"""
        is_ours = self.jurisdiction in ("", event.jurisdiction)
        return is_ours and self.subject in ("", event.subject)


class NothingToExport(LookupError):
    """There is no event of this scope."""


def write_export(stream: IO[bytes], scope: Scope, at: datetime) -> Span:
    """Write an export as a zip, a few events at a time; the part of the chain it holds."""
    span = _span(scope)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(EVENTS, "w", force_zip64=True) as rows:
            for event in events_of(span):
                rows.write(row_of(event, is_shown=scope.shows(event)).encode() + b"\n")
        archive.writestr(HEAD, _head(span, scope, at))
        archive.writestr(VERIFIER, files("yiding.journal").joinpath(VERIFIER).read_bytes())
        archive.writestr(README, _readme(span, scope, at))
    return span


def row_of(event: Event, *, is_shown: bool) -> str:
    """An event's row: its line and its place in the chain, or its digest alone."""
    if is_shown:
        line = json.loads(event.line())
        return canonical({"event": line, "hash": event.hash, "previous": event.previous})
    return canonical({"digest": event.link().digest, "hash": event.hash, "seq": event.seq})


def _span(scope: Scope) -> Span:
    """From the first event of a subject, or from the beginning, to the end of the chain."""
    if not scope.subject:
        return span_now()
    found = Event.objects.filter(subject=scope.subject)
    if scope.jurisdiction:
        found = found.filter(jurisdiction=scope.jurisdiction)
    first = found.order_by("seq").first()
    if first is None:
        raise NothingToExport(scope.subject)
    start = Mark(first.seq - 1, first.previous) if first.seq > 1 else BEGINNING
    return span_now(start)


def _head(span: Span, scope: Scope, at: datetime) -> str:
    head = {
        "format": FORMAT,
        "scope": {"jurisdiction": scope.jurisdiction, "subject": scope.subject},
        "made_at": moment_text(at),
        "start": _plain(span.start),
        "end": _plain(span.end),
        "checkpoints": [_plain(mark) for mark in span.marks if mark.seq <= span.end.seq],
    }
    return json.dumps(head, ensure_ascii=False, indent=1) + "\n"


def _plain(mark: Mark) -> dict[str, Any]:
    return {"seq": mark.seq, "hash": mark.hash}


def _readme(span: Span, scope: Scope, at: datetime) -> str:
    text = files("yiding.journal").joinpath("export_readme.txt").read_text("utf-8")
    return text.format(
        scope=" ".join(filter(None, (scope.jurisdiction, scope.subject))) or "全部 everything",
        at=moment_text(at),
        start=span.start.seq + 1,
        end=span.end.seq,
        hash=span.end.hash,
    )
