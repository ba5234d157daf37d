"""The ledgers, their entries, and the acts on one entry."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from yiding.followup.refusals import Refused
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.permissions import WRITERS, writing_refusal
from yiding.ledgers.base.queries import entry_seen
from yiding.ledgers.base.store import Writing, retire_entry
from yiding.ledgers.catalogue import Ledger
from yiding.web.access import account_of, day_shown, desk
from yiding.web.acts.views import seen_version
from yiding.web.ledgers.asking import ledger_asked
from yiding.web.ledgers.entry import entry_page
from yiding.web.ledgers.filters import EntryFilterForm
from yiding.web.ledgers.indicators import strips_of
from yiding.web.ledgers.listing import entry_href, list_page
from yiding.web.ledgers.overview import overview_page
from yiding.web.ledgers.panels import panels_shown
from yiding.web.ledgers.writing import RetireForm, WriteForm, retire_page, write_page

#: What an address holds when somebody works on the list.
_OF_THE_LIST = {*EntryFilterForm.base_fields, "page"}


@desk()
def list_ledgers(request: HttpRequest) -> HttpResponse:
    """Every ledger."""
    return render(request, "ledgers/overview.html", {"page": overview_page(account_of(request))})


@desk()
def show_ledger(request: HttpRequest, slug: str) -> HttpResponse:
    """One ledger: its entries, and what is drawn of them."""
    kept, account = ledger_asked(slug), account_of(request)
    page = list_page(kept, account, request.GET)
    query = {name: str(value) for name, value in request.GET.items()}
    # a reader who filters or turns pages is at the list
    is_at_list = bool(_OF_THE_LIST & query.keys())
    panels = [] if is_at_list else panels_shown(kept, account, day_shown(request), query)
    strips = strips_of(kept, account, timezone.localdate())
    context = {"page": page, "panels": panels, "strips": strips}
    return render(request, "ledgers/list.html", context)


@desk()
def show_entry(request: HttpRequest, slug: str, kind: str, key: str) -> HttpResponse:
    """One entry."""
    row = _entry(request, slug, kind, key)
    context = {"page": entry_page(row, account_of(request)), "today": timezone.localdate()}
    return render(request, "ledgers/entry.html", context)


@desk(*WRITERS)
def new_entry(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Register an entry."""
    return _written(request, ledger_asked(slug), kind, None)


@desk(*WRITERS)
def edit_entry(request: HttpRequest, slug: str, kind: str, key: str) -> HttpResponse:
    """Change an entry."""
    return _written(request, ledger_asked(slug), kind, _entry(request, slug, kind, key))


@desk(*WRITERS)
def retire(request: HttpRequest, slug: str, kind: str, key: str) -> HttpResponse:
    """Take an entry out of the ledger, with the reason."""
    row, account = _entry(request, slug, kind, key), account_of(request)
    form = RetireForm(request.POST or None)
    refusal = writing_refusal(account, slug, row.unit)
    if request.method == "POST" and form.is_valid():
        try:
            writing = Writing(account, slug, timezone.now())
            retire_entry(writing, row, form.cleaned_data["reason"], seen_version(request))
        except Refused as refused:
            refusal = refused.refusal
        else:
            messages.success(request, gettext("已注销 %(key)s。") % {"key": row.key})
            return redirect(entry_href(row))
    context = {"page": retire_page(ledger_asked(slug), row, refusal), "form": form}
    return render(request, "ledgers/retire.html", context, status=409 if refusal else 200)


def _written(request: HttpRequest, kept: Ledger, name: str, row: Entry | None) -> HttpResponse:
    kind, account = kept.kinds.get(name), account_of(request)
    if kind is None:
        raise Http404(gettext("这个台账没有这一类。"))
    given: tuple[Any, ...] = (request.POST,) if request.method == "POST" else ()
    form = WriteForm(account, kept, kind, row, *given)
    refusal = writing_refusal(account, kept.slug, row.unit if row else account.unit)
    status = 409 if refusal else 200
    if request.method == "POST":
        try:
            done = form.write(account, timezone.now(), seen_version(request))
        except Refused as refused:
            refusal, status = refused.refusal, 409
        else:
            if done is not None:
                messages.success(request, gettext("已入账 %(key)s。") % {"key": done.key})
                return redirect(entry_href(done))
            status = 422
    context = {"page": write_page(kept, kind, row, refusal), "form": form}
    return render(request, "ledgers/write.html", context, status=status)


def _entry(request: HttpRequest, slug: str, kind: str, key: str) -> Entry:
    ledger_asked(slug)
    row = entry_seen(account_of(request), slug, kind, key)
    if row is None:
        raise Http404(gettext("没有这一条，或不归您看。"))
    return row
