"""The inbox 收件: what an account is told, and first what it must do; opening is the receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from yiding.followup.history import sentence_of, unit_names, verb_label
from yiding.followup.models import InboxItem
from yiding.followup.receipts import receive, receive_all, receive_of
from yiding.journal.models import Event
from yiding.registry.models import Account
from yiding.registry.written import written
from yiding.web.access import account_of, desk, jurisdiction_of
from yiding.web.matter.addresses import matter_href
from yiding.web.parts import Pages, View, pages_of

A_PAGE = 50
#: Where a notice leads, by the kind of what it is about.
_PLACES = {
    "topic": "/topics/{}/",
    "meeting": "/meetings/{}/",
    "slip": "/slips/{}/",
    "minutes": "/minutes/{}/",
}


@dataclass(frozen=True)
class Notice:
    """收件: one line of the inbox."""

    item: InboxItem
    words: str
    label: str
    seq: int


@dataclass(frozen=True)
class InboxPage:
    """The inbox of an account."""

    title: str
    notices: list[Notice]
    unread: int
    views: list[View]
    pages: Pages


@desk()
def show_inbox(request: HttpRequest) -> HttpResponse:
    """What is to be done first, then what is unread, then what was read."""
    return render(request, "inbox/list.html", {"page": _page(request)})


@desk()
@require_POST
def open_notice(request: HttpRequest, key: int) -> HttpResponse:
    """Write the receipt and go to what the notice is about."""
    account = account_of(request)
    items = InboxItem.objects.filter(account=account).select_related("matter")
    item = get_object_or_404(items, pk=key)
    receive([item.pk], account, timezone.now())
    return redirect(place_of(item))


@desk()
@require_POST
def read_notices(request: HttpRequest) -> HttpResponse:
    """Write the receipts of everything unread, or of everything about one matter."""
    account, at = account_of(request), timezone.now()
    matter = request.POST.get("matter", "")
    count = receive_of(int(matter), account, at) if matter.isdecimal() else receive_all(account, at)
    words = ngettext("%(count)s 条已记为收到。", "%(count)s 条已记为收到。", count)
    messages.success(request, words % {"count": count})
    return redirect(_way_back(request))


def place_of(item: InboxItem) -> str:
    """Where the subject of a notice is on the site."""
    if item.matter is not None:
        return matter_href(item.matter.address)
    kind = item.verb.partition(".")[0]
    if kind == "proposal":
        return f"/minutes/{item.subject.partition(':')[0]}/review/"
    return _PLACES.get(kind, "/inbox/").format(item.subject)


def _page(request: HttpRequest) -> InboxPage:
    account = account_of(request)
    mine = InboxItem.objects.filter(account=account)
    unread = mine.filter(read_at__isnull=True)
    to_do, others = (unread.filter(must_act=must).count() for must in (True, False))
    shown = _chosen(mine, request.GET.get("show", ""))
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("page"))
    return InboxPage(
        title=_title(to_do, others),
        notices=_notices(list(page.object_list), request),
        unread=to_do + others,
        views=_views(request.GET.get("show", ""), to_do, to_do + others),
        pages=pages_of(page, request.GET),
    )


def _chosen(mine: QuerySet[InboxItem], show: str) -> QuerySet[InboxItem]:
    if show == "must":
        mine = mine.filter(must_act=True, read_at__isnull=True)
    elif show == "unread":
        mine = mine.filter(read_at__isnull=True)
    rank = Case(
        When(read_at__isnull=True, must_act=True, then=Value(0)),
        When(read_at__isnull=True, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    rows = mine.select_related("matter", "matter__lead")
    return rows.annotate(rank=rank).order_by("rank", "-sent_at", "-pk")


def _title(to_do: int, others: int) -> str:
    if to_do and others:
        words = gettext("%(to_do)s 件等您办，另有 %(others)s 条未读。")
    elif to_do:
        words = gettext("%(to_do)s 件等您办。")
    elif others:
        words = gettext("没有等您办的，%(others)s 条未读。")
    else:
        words = gettext("没有未读的收件。")
    return words % {"to_do": to_do, "others": others}


def _views(show: str, to_do: int, unread: int) -> list[View]:
    return [
        View(gettext("全部"), "/inbox/", is_current=show not in {"must", "unread"}),
        View(gettext("等您办"), "?show=must", to_do, show == "must"),
        View(gettext("未读"), "?show=unread", unread, show == "unread"),
    ]


def _notices(items: list[InboxItem], request: HttpRequest) -> list[Notice]:
    events = Event.objects.in_bulk([item.event for item in items])
    names = unit_names(jurisdiction_of(request), events.values())
    return [_notice(item, events.get(item.event), names) for item in items]


def _notice(item: InboxItem, event: Event | None, names: dict[str, str]) -> Notice:
    words = sentence_of(event, names) if event else verb_label(item.verb)
    return Notice(item, words, verb_label(item.verb), item.event)


def _way_back(request: HttpRequest) -> str:
    given = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(given, {request.get_host()}, request.is_secure())
    return given if is_ours else "/inbox/"


def waiting_of(account: Account) -> int:
    """How many notices wait for something to be done, for the masthead."""
    found = _waiting.of([account.pk])
    return found[0][0] if found else 0


@written
def _waiting(accounts: tuple[int, ...]) -> Any:
    waiting = InboxItem.objects.filter(account__in=accounts, must_act=True).order_by()
    return waiting.values("account").annotate(n=Count("*")).values_list("n")
