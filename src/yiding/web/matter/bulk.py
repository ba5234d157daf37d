"""One act on many matters: what is left out and why, then each in its own transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from yiding.followup.act import Call, act, context_of, refusal_of
from yiding.followup.action import Action
from yiding.followup.models import Matter
from yiding.followup.receipts import receive_of
from yiding.followup.refusals import InvalidFields, Refused, UnknownSubject
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Account
from yiding.web.access import account_of, desk
from yiding.web.acts.page import action_on, dressed
from yiding.web.matter.addresses import matter_href

#: More than this at once is chosen again in parts: each is an act of its own.
AT_ONCE = 200


@dataclass(frozen=True)
class Chosen:
    """One matter among the many: ready, or left out with the reason; done with its number."""

    address: str
    href: str
    matter: Matter | None = None
    reason: str = ""
    seq: int = 0

    @property
    def key(self) -> str:
        """The address with the version that was seen."""
        return f"{self.address}@{self.matter.version if self.matter else ''}"


@dataclass(frozen=True)
class BulkPage:
    """The confirm page, or the list of results."""

    action: Action
    ready: list[Chosen]
    left_out: list[Chosen]
    form: forms.Form | None
    back_href: str

    @property
    def label(self) -> str:
        """The verb."""
        return str(self.action.label)


@dataclass(frozen=True)
class Batch:
    """Who asks for which act on many, with which fields for all of them."""

    action: Action
    account: Account
    at: datetime
    data: Any


@desk()
@require_POST
def act_on_many(request: HttpRequest, verb: str) -> HttpResponse:
    """First the confirm page; with ``confirmed``, each act in turn and the list of results."""
    action = action_on(Matter, verb)
    if not action.is_bulk:
        raise Http404(gettext("“%(verb)s”要一件一件办。") % {"verb": action.label})
    keys = list(dict.fromkeys(request.POST.getlist("matter")))
    batch = Batch(action, account_of(request), timezone.now(), request.POST)
    if len(keys) > AT_ONCE or not keys:
        page = BulkPage(action, [], [], None, _back(request))
        context = {"page": page, "count": len(keys), "limit": AT_ONCE}
        return render(request, "matter/bulk_none.html", context, status=422)
    if "confirmed" in request.POST:
        return _done(request, batch, keys)
    return _confirm(request, batch, keys)


def _confirm(request: HttpRequest, batch: Batch, keys: list[str]) -> HttpResponse:
    chosen = [_looked_at(batch, key) for key in keys]
    ready = [one for one in chosen if not one.reason]
    left_out = [one for one in chosen if one.reason]
    form = _shared_form(batch, ready[0].matter) if ready and ready[0].matter else None
    page = BulkPage(batch.action, ready, left_out, form, _back(request))
    return render(request, "matter/bulk.html", {"page": page, "form": form})


def _done(request: HttpRequest, batch: Batch, keys: list[str]) -> HttpResponse:
    results = [_do(batch, key) for key in keys]
    done = [one for one in results if not one.reason]
    page = BulkPage(
        batch.action, done, [one for one in results if one.reason], None, _back(request)
    )
    return render(request, "matter/bulk_done.html", {"page": page})


def _looked_at(batch: Batch, key: str) -> Chosen:
    address = key.partition("@")[0]
    matter = _found(batch.account, address)
    if matter is None:
        return Chosen(address, "", reason=gettext("没有这个地址，或者不归您看。"))
    refusal = refusal_of(batch.action, matter, batch.account, batch.at)
    reason = refusal.text() if refusal else _unready(batch, matter)
    return Chosen(address, matter_href(address), matter, reason)


def _do(batch: Batch, key: str) -> Chosen:
    address, _, version = key.partition("@")
    matter = _found(batch.account, address)
    if matter is None:
        return Chosen(address, "", reason=gettext("没有这个地址，或者不归您看。"))
    seen = int(version) if version.isdecimal() else None
    try:
        done = act(
            Call(batch.action.name, address, _data(batch, matter), None, seen),
            batch.account,
            batch.at,
        )
    except Refused as refused:
        return Chosen(address, matter_href(address), matter, refused.refusal.text())
    except InvalidFields as invalid:
        return Chosen(address, matter_href(address), matter, _faults(invalid.form))
    except UnknownSubject:
        return Chosen(address, "", reason=gettext("没有这个地址。"))
    receive_of(matter.pk, batch.account, batch.at)
    return Chosen(address, matter_href(address), done.subject, "", done.event.seq)


def _found(account: Account, address: str) -> Matter | None:
    rows = matters_seen_by(account).select_related("jurisdiction", "minutes", "lead", "leader")
    found = rows.filter(address=address).first()
    return found if isinstance(found, Matter) else None


def _data(batch: Batch, matter: Matter) -> dict[str, Any]:
    """What each matter's own form proposes, and what was filled in for all of them."""
    form = batch.action.form(context=context_of(matter, batch.account, batch.at))
    own = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    data = {name: value for name, value in own.items() if value not in (None, "", False)}
    shared = {name: batch.data[name] for name in _shared(form) if name in batch.data}
    return {**data, **shared}


def _unready(batch: Batch, matter: Matter) -> str:
    """Why a matter's own form cannot be sent as it stands; what all share is asked for below."""
    context = context_of(matter, batch.account, batch.at)
    form = batch.action.form(_data(batch, matter), context=context)
    for name in _shared(form):
        form.fields[name].required = False
    return "" if form.is_valid() else _faults(form)


def _shared(form: forms.Form) -> list[str]:
    """The fields that are the same for all: those no matter has a value of its own for."""
    return [name for name in form.fields if name not in form.initial]


def _shared_form(batch: Batch, matter: Matter) -> forms.Form:
    form = batch.action.form(context=context_of(matter, batch.account, batch.at))
    for name in [name for name in form.fields if name in form.initial]:
        del form.fields[name]
    return dressed(form)


def _faults(form: forms.Form) -> str:
    return "".join(
        gettext("%(label)s：%(error)s") % {"label": form[name].label, "error": error}
        if name in form.fields
        else str(error)
        for name, errors in form.errors.items()
        for error in errors
    )


def _back(request: HttpRequest) -> str:
    given = request.POST.get("next", "")
    return given if given.startswith("/matters/") else "/matters/"
