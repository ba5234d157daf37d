"""Answering a request for an act: its form by GET, the act itself by POST."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from yiding.followup.act import Call, Done, act
from yiding.followup.action import Action
from yiding.followup.models import InboxItem
from yiding.followup.receipts import receive
from yiding.followup.refusals import InvalidFields, Refused, UnknownSubject
from yiding.registry.models import Account
from yiding.web.access import account_of
from yiding.web.acts.page import ActPage, Asked, Scene, act_page, blank_form


@dataclass(frozen=True)
class Wish:
    """办理请求: which act, on what is under an address, how the page shows it, where it leads."""

    action: Action
    address: str
    scene_of: Callable[[], Scene]
    href_of: Callable[[Any], str]


def answer(request: HttpRequest, wish: Wish) -> HttpResponse:
    """The page, or the act and the way on from it."""
    account, at = account_of(request), timezone.now()
    if request.method == "POST":
        return _do(request, wish, at)
    page = act_page(Asked(wish.action, wish.scene_of(), account, at))
    return _shown(request, page, 409 if page.refusal else 200)


def seen_version(request: HttpRequest) -> int | None:
    """The version the form was shown with."""
    given = request.POST.get("seen", "")
    return int(given) if given.isdecimal() and len(given) < 10 else None


def told_done(request: HttpRequest, action: Action, done: Done) -> None:
    """「已销号，流转记录第 48,214 号。」"""
    words = gettext("已办“%(verb)s”，流转记录第 %(seq)s 号。")
    messages.success(request, words % {"verb": action.label, "seq": f"{done.event.seq:,}"})


def receive_about(address: str, account: Account, at: datetime) -> int:
    """Write the receipts of everything unread about one subject."""
    items = InboxItem.objects.filter(account=account, read_at__isnull=True, subject=address)
    return receive(items.values_list("pk", flat=True), account, at)


def _do(request: HttpRequest, wish: Wish, at: datetime) -> HttpResponse:
    account, action = account_of(request), wish.action
    wish.scene_of()  # what the account may not open it may not act on either
    call = Call(action.name, wish.address, request.POST, request.FILES, seen_version(request))
    try:
        done = act(call, account, at)
    except Refused as refused:
        asked = Asked(action, wish.scene_of(), account, at)
        page = act_page(asked, blank_form(asked, request.POST), refused.refusal)
        return _shown(request, page, 409)
    except InvalidFields as invalid:
        asked = Asked(action, wish.scene_of(), account, at)
        return _shown(request, act_page(asked, invalid.form), 422)
    except UnknownSubject as unknown:
        raise Http404(gettext("没有这个地址。")) from unknown
    receive_about(wish.address, account, at)
    told_done(request, action, done)
    return redirect(wish.href_of(done.subject))


def _shown(request: HttpRequest, page: ActPage, status: int) -> HttpResponse:
    return render(request, "acts/act.html", {"page": page, "form": page.form}, status=status)
