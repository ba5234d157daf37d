"""One matter, and the acts on it."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from yiding.followup.act import Call, act
from yiding.followup.action import Action
from yiding.followup.models import Matter
from yiding.followup.periods import end_of_day
from yiding.followup.receipts import receive_of
from yiding.followup.records import records_of, stood_at
from yiding.followup.refusals import InvalidFields, Refusal, Refused, UnknownSubject
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Account
from yiding.web.access import account_of, day_shown, desk
from yiding.web.acts.page import ActPage, Asked, act_page, action_on, blank_form
from yiding.web.acts.views import seen_version, told_done
from yiding.web.matter.acting import scene_of
from yiding.web.matter.addresses import address_of, matter_href
from yiding.web.matter.contexts import Sight, page_of


@desk()
def show_matter(request: HttpRequest, paper: str, clause: str) -> HttpResponse:
    """The page of one matter, now or as of a past day."""
    account, at, day = account_of(request), timezone.now(), day_shown(request)
    matter = matter_seen(account, address_of(paper, clause))
    is_past = day < timezone.localdate(at)
    until = end_of_day(day) if is_past else None
    if until is not None:
        stood_at(matter, until)
        if matter.held_on is not None and matter.held_on > day:
            return render(
                request, "matter/not_yet.html", {"matter": matter, "day": day}, status=404
            )
    sight = Sight(account, at, day, is_past)
    return render(request, "matter/page.html", {"page": page_of(records_of(matter, until), sight)})


@desk()
def act_on_matter(request: HttpRequest, paper: str, clause: str, verb: str) -> HttpResponse:
    """The page of one act: its form by GET, the act itself by POST."""
    action, address = action_on(Matter, verb), address_of(paper, clause)
    account, at = account_of(request), timezone.now()
    if request.method == "POST":
        return _do(request, action, address, at)
    page = act_page(_asked(action, matter_seen(account, address), account, at))
    return _shown(request, page, 409 if page.refusal else 200)


def matter_seen(account: Account, address: str) -> Matter:
    """The matter under an address, if the account may open it; else 404."""
    rows = matters_seen_by(account).select_related(
        "jurisdiction", "minutes", "lead", "leader__person", "submitted_by", "verified_by"
    )
    found = rows.filter(address=address).first()
    if found is None:
        raise Http404(gettext("没有 %(address)s，或者不归您看。") % {"address": address})
    assert isinstance(found, Matter)  # noqa: S101 - the query is over matters
    return found


def _asked(action: Action, matter: Matter, account: Account, at: datetime) -> Asked:
    return Asked(action, scene_of(matter, action), account, at)


def _do(request: HttpRequest, action: Action, address: str, at: datetime) -> HttpResponse:
    account = account_of(request)
    call = Call(action.name, address, request.POST, request.FILES, seen_version(request))
    try:
        done = act(call, account, at)
    except Refused as refused:
        return _refused(request, action, address, refused.refusal, at)
    except InvalidFields as invalid:
        asked = _asked(action, matter_seen(account, address), account, at)
        return _shown(request, act_page(asked, invalid.form), 422)
    except UnknownSubject as unknown:
        raise Http404(gettext("没有这个地址。")) from unknown
    receive_of(done.subject.pk, account, at)
    told_done(request, action, done)
    return redirect(_after(account, address))


def _after(account: Account, address: str) -> str:
    """Back to the matter, if it is still the account's to see; a reassigned one may not be."""
    is_seen = matters_seen_by(account).filter(address=address).exists()
    return matter_href(address) if is_seen else "/inbox/"


def _refused(
    request: HttpRequest, action: Action, address: str, refusal: Refusal, at: datetime
) -> HttpResponse:
    account = account_of(request)
    try:
        matter = matter_seen(account, address)
    except Http404:
        context = {"refusal": refusal, "action": action, "address": address}
        return render(request, "matter/refused.html", context, status=409)
    asked = _asked(action, matter, account, at)
    page = act_page(asked, blank_form(asked, request.POST), refusal)
    return _shown(request, page, 409)


def _shown(request: HttpRequest, page: ActPage, status: int) -> HttpResponse:
    return render(request, "matter/act.html", {"page": page, "form": page.form}, status=status)
