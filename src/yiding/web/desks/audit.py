"""The audit administrator's desk: the journal is read here, and nothing else is done."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from yiding.followup.history import sentence_of, unit_names
from yiding.journal.models import Checkpoint, Event, Head
from yiding.registry.roles import Role
from yiding.web.access import desk, jurisdiction_of
from yiding.web.journal.words import verb_words

_DENIED = Event.Outcome.DENIED


@desk(Role.AUDIT_ADMIN)
def show_desk(request: HttpRequest) -> HttpResponse:
    """How much was written, what was not let through, and where the chain ends."""
    city, at = jurisdiction_of(request), timezone.now()
    events = Event.objects.filter(jurisdiction=city.slug)
    recent = events.filter(at__gte=at - timedelta(days=7))
    counts = recent.aggregate(all=Count("seq"), denied=Count("seq", filter=Q(outcome=_DENIED)))
    denied = list(events.filter(outcome=_DENIED).order_by("-seq")[:12])
    names = unit_names(city, denied)
    context = {
        "title": _title(counts),
        "denied": [(one, sentence_of(one, names)) for one in denied],
        "head": Head.objects.filter(pk=1).first(),
        "checkpoint": Checkpoint.objects.order_by("-seq").first(),
        "kinds": [(verb_words(verb), verb, n) for verb, n in _kinds(recent)],
        "days": gettext("最近七天"),
    }
    return render(request, "desks/audit.html", context)


def _kinds(events: QuerySet[Event]) -> list[tuple[str, int]]:
    counted = events.values("verb").annotate(n=Count("seq")).order_by("-n", "verb")[:12]
    return [(row["verb"], row["n"]) for row in counted]


def _title(counts: dict[str, int]) -> str:
    head = ngettext("七天里 %(all)s 条流转记录，", "七天里 %(all)s 条流转记录，", counts["all"])
    tail = ngettext("%(denied)s 条未准。", "%(denied)s 条未准。", counts["denied"])
    return (head + tail) % counts
