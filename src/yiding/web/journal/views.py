"""The journal's pages."""

from __future__ import annotations

import tempfile
from datetime import datetime

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from yiding.journal.export import NothingToExport, Scope, write_export
from yiding.registry.authors import record
from yiding.web.access import account_of, desk, jurisdiction_of
from yiding.web.journal.contexts import (
    READS_ALL,
    READS_OWN,
    event_page,
    events_read_by,
    list_page,
    verification_page,
)


@require_GET
@desk(*READS_ALL, *READS_OWN)
def list_events(request: HttpRequest) -> HttpResponse:
    """Events by person, verb, subject, outcome and day."""
    page = list_page(account_of(request), jurisdiction_of(request), request.GET)
    return render(request, "journal/list.html", {"page": page})


@require_GET
@desk(*READS_ALL, *READS_OWN)
def show_event(request: HttpRequest, seq: int) -> HttpResponse:
    """One event, with all that is stored of it."""
    events = events_read_by(account_of(request), jurisdiction_of(request))
    page = event_page(get_object_or_404(events, seq=seq), events)
    return render(request, "journal/event.html", {"page": page})


@require_GET
@desk(*READS_ALL)
def show_verification(request: HttpRequest) -> HttpResponse:
    """Is the chain whole? Checked while the page is made."""
    return render(request, "journal/verification.html", {"page": verification_page()})


@require_POST
@desk(*READS_ALL)
def export_events(request: HttpRequest) -> FileResponse:
    """The events of the jurisdiction or of one subject, to take away and check anywhere."""
    return _export(request, request.POST.get("subject", "").strip(), timezone.now())


def _export(request: HttpRequest, subject: str, at: datetime) -> FileResponse:
    account, place = account_of(request), jurisdiction_of(request).slug
    events = events_read_by(account, jurisdiction_of(request))
    if subject and not events.filter(subject=subject).exists():
        raise Http404(_("没有“%(subject)s”的流转记录。请核对地址。") % {"subject": subject})
    record(account, "journal.export", place, at, of=subject)
    stream = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    try:
        span = write_export(stream, Scope(place, subject), at)
    except NothingToExport as error:
        raise Http404 from error
    stream.seek(0)
    name = (subject or place).replace(":", "-")
    return FileResponse(stream, as_attachment=True, filename=f"journal-{name}-{span.end.seq}.zip")
