"""What the journal's pages show."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language, gettext

from yiding.journal.chain import check_chain
from yiding.journal.models import Checkpoint, Event
from yiding.journal.verify import Verdict, link, said
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import Role
from yiding.web.journal.forms import EventFilter
from yiding.web.journal.words import verb_words
from yiding.web.matter.addresses import matter_href
from yiding.web.parts import Pages
from yiding.web.parts.formats import number
from yiding.web.parts.words import Words

PAGE = 50
#: How many events a page checks: a second or so; the command checks all.
CHECKED = 20_000
CHECKPOINTS = 30
#: Who reads the journal of the jurisdiction, and takes it away; others read their own acts.
READS_ALL = frozenset({Role.SUPERVISION_DIRECTOR, Role.AUDITOR, Role.INSPECTOR, Role.AUDIT_ADMIN})
READS_OWN = frozenset({Role.SUPERVISOR, Role.UNIT_HEAD, Role.LIAISON, Role.DISCLOSURE_REVIEWER})


@dataclass(frozen=True)
class EventRow:
    """One event of the list."""

    seq: int
    href: str
    at: datetime
    who: str
    desk: Words
    verb: Words
    subject: str
    subject_href: str
    is_denied: bool
    why: str
    hash: str


@dataclass(frozen=True)
class ListPage:
    """The list: its sentence, filters, rows and ways on."""

    title: str
    form: EventFilter
    rows: list[EventRow]
    pages: Pages
    reads_all: bool
    subject: str
    wrong: str


@dataclass(frozen=True)
class EventPage:
    """One event with everything that is stored of it, and whether it is whole."""

    event: Event
    row: EventRow
    data: list[tuple[str, str]]
    line: str
    is_whole: bool
    earlier_href: str
    later_href: str


@dataclass(frozen=True)
class VerificationPage:
    """What a check of the latest events found, and the checkpoints kept."""

    title: str
    verdict: Verdict
    words: str
    is_partial: bool
    checkpoints: list[Checkpoint]


def events_read_by(account: Account, place: Jurisdiction) -> QuerySet[Event]:
    """The events an account may read: all of its jurisdiction, or its own."""
    events = Event.objects.filter(jurisdiction=place.slug)
    return events if account.role in READS_ALL else events.filter(actor=account.username)


def list_page(account: Account, place: Jurisdiction, query: QueryDict) -> ListPage:
    """The list an address asks for, the newest first."""
    form = EventFilter(query)
    events = form.chosen(events_read_by(account, place), place)
    rows, has_newer, has_older = _page_of(events, query)
    reads_all = account.role in READS_ALL
    return ListPage(
        title=_title(rows, form, reads_all=reads_all),
        form=form,
        rows=[row_of(event) for event in rows],
        pages=_pages(rows, query, has_newer=has_newer, has_older=has_older),
        reads_all=reads_all,
        subject=form.cleaned_data.get("subject", ""),
        wrong="、".join(str(form.fields[name].label) for name in form.errors),
    )


def row_of(event: Event) -> EventRow:
    """An event as a row."""
    is_denied = event.outcome == Event.Outcome.DENIED
    return EventRow(
        seq=event.seq,
        href=reverse("journal-event", args=[event.seq]),
        at=event.at,
        who=event.name or event.actor,
        desk=Role(event.role).label if event.role in Role.values else event.role,
        verb=verb_words(event.verb),
        subject=event.subject,
        subject_href=matter_href(event.subject) if event.verb.startswith("matter.") else "",
        is_denied=is_denied,
        why=str(event.data.get("found", "")) if is_denied else "",
        hash=event.hash,
    )


def event_page(event: Event, around: QuerySet[Event]) -> EventPage:
    """One event; ``around`` are the events this reader may go on to."""
    stored = event.link()
    earlier = around.filter(seq__lt=event.seq).order_by("-seq").first()
    later = around.filter(seq__gt=event.seq).order_by("seq").first()
    return EventPage(
        event=event,
        row=row_of(event),
        data=[(name, _plain(value)) for name, value in sorted(event.data.items())],
        line=event.line(),
        is_whole=link(event.previous, stored.digest) == event.hash,
        earlier_href=reverse("journal-event", args=[earlier.seq]) if earlier else "",
        later_href=reverse("journal-event", args=[later.seq]) if later else "",
    )


def verification_page() -> VerificationPage:
    """Check the latest events, now."""
    verdict = check_chain(CHECKED)
    is_partial = verdict.broken is None and verdict.end.seq > verdict.count
    is_whole = gettext("流转记录完整，没有一条改动过。")
    return VerificationPage(
        title=gettext("流转记录断了，请立即停止办理。") if verdict.broken else is_whole,
        verdict=verdict,
        words=said(verdict)[(get_language() or "zh").startswith("en")],
        is_partial=is_partial,
        checkpoints=list(Checkpoint.objects.order_by("-seq")[:CHECKPOINTS]),
    )


def _page_of(events: QuerySet[Event], query: QueryDict) -> tuple[list[Event], bool, bool]:
    """Fifty events before or after a number, and whether there are newer and older ones."""
    before, after = _whole(query.get("before")), _whole(query.get("after"))
    if after is not None:
        found = list(events.filter(seq__gt=after).order_by("seq")[: PAGE + 1])
        return found[:PAGE][::-1], len(found) > PAGE, True
    older = events if before is None else events.filter(seq__lt=before)
    found = list(older.order_by("-seq")[: PAGE + 1])
    return found[:PAGE], before is not None, len(found) > PAGE


def _whole(given: str | None) -> int | None:
    return int(given) if given and given.isdecimal() and len(given) < 19 else None


def _pages(rows: list[Event], query: QueryDict, *, has_newer: bool, has_older: bool) -> Pages:
    if not rows:
        return Pages(first_href=_href(query) if has_newer else "")
    values = {"newest": number(rows[0].seq), "oldest": number(rows[-1].seq)}
    return Pages(
        note=gettext("第 %(newest)s 至 %(oldest)s 号，新的在前。") % values,
        first_href=_href(query) if has_newer else "",
        previous_href=_href(query, after=rows[0].seq) if has_newer else "",
        next_href=_href(query, before=rows[-1].seq) if has_older else "",
    )


def _href(query: QueryDict, **place: int) -> str:
    kept = query.copy()
    for name in ("before", "after"):
        kept.pop(name, None)
    kept.update({name: str(seq) for name, seq in place.items()})
    return f"?{kept.urlencode()}"


def _title(rows: list[Event], form: EventFilter, *, reads_all: bool) -> str:
    if not rows:
        return gettext("没有这样的记录。")
    if not form.is_empty():
        return gettext("筛选出的流转记录，新的在前。")
    if reads_all:
        return gettext("流转记录，办成的和未准的都在，只增不改。")
    return gettext("您办过的和未准的，都在这里。")


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "、".join(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
