"""Slips: the list with what the pack proposes today, one slip's sheet, and the acts on it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext, pgettext

from yiding.followup.models import Slip
from yiding.registry.models import Account
from yiding.web.access import account_of, desk, jurisdiction_of
from yiding.web.acts.page import Scene, action_on
from yiding.web.acts.views import Wish, answer, receive_about
from yiding.web.ladder.rungs import number_of
from yiding.web.ladder.slip_contexts import slip_list, slip_page, slips_seen_by
from yiding.web.parts import Crumb


@desk()
def list_slips(request: HttpRequest) -> HttpResponse:
    """The slips, and what the pack proposes today."""
    jurisdiction_of(request)
    page = slip_list(account_of(request), request.GET, timezone.now())
    return render(request, "ladder/slips.html", {"page": page})


@desk()
def show_slip(request: HttpRequest, address: str) -> HttpResponse:
    """One slip as a sheet that can be printed."""
    account, at = account_of(request), timezone.now()
    slip = slip_seen(account, address)
    receive_about(address, account, at)
    return render(request, "ladder/slip.html", {"page": slip_page(slip, account, at)})


@desk()
def act_on_slip(request: HttpRequest, address: str, verb: str) -> HttpResponse:
    """An act on a slip."""
    account, action = account_of(request), action_on(Slip, verb)
    href = f"/slips/{address}/"
    wish = Wish(action, address, lambda: _scene(account, address), lambda _done: href)
    return answer(request, wish)


def slip_seen(account: Account, address: str) -> Slip:
    """The slip under an address, if the account may open it; else 404."""
    rows = slips_seen_by(account).select_related(
        "jurisdiction", "matter__minutes", "unit", "issued_by", "received_by", "withdrawn_by"
    )
    found = rows.filter(address=address).first()
    if found is None:
        raise Http404(gettext("没有 %(address)s，或者不归您看。") % {"address": address})
    return found


def _scene(account: Account, address: str) -> Scene:
    slip = slip_seen(account, address)
    facts = (
        (gettext("编号"), number_of(slip)),
        (gettext("主送"), slip.unit.name),
        (gettext("现在"), slip.get_state_display()),
    )
    crumbs = (Crumb(pgettext("nav", "督办单"), "/slips/"), Crumb("", f"/slips/{address}/", address))
    return Scene(slip, slip.words, crumbs, f"/slips/{address}/", facts)
