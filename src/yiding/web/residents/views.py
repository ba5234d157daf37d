"""The residents' pages: open to all; codes are handed out by whoever keeps the ledger."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from yiding.followup.refusals import Refused
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.permissions import WRITERS, writing_refusal
from yiding.registry.models import Account
from yiding.web.access import account_of, desk, open_to_all
from yiding.web.residents.answering import (
    LEDGER,
    SATISFACTION,
    WILL,
    Answer,
    NotOpen,
    answer,
    open_survey,
)
from yiding.web.residents.codes import SpentCode, UnknownCode
from yiding.web.residents.communities import Community, communities, community
from yiding.web.residents.contexts import community_page, offered, stage_words
from yiding.web.residents.forms import CodesForm, FindForm, SatisfactionForm, WillForm
from yiding.web.residents.limiting import may_try, note_failure
from yiding.web.residents.models import AnswerCode

#: More than this nobody reads; the rest is looked for by name.
MOST_LISTED = 300


@open_to_all
def list_communities(request: HttpRequest) -> HttpResponse:
    """Every community, or those that are looked for, with where each is and how far."""
    form = FindForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = list(communities(words))
    rows = [(one, stage_words(one.read)) for one in found[:MOST_LISTED]]
    context = {"rows": rows, "form": form, "words": words, "left": len(found) - len(rows)}
    return render(request, "residents/list.html", context)


@open_to_all
def show_community(request: HttpRequest, key: str) -> HttpResponse:
    """One community; an answer is sent to the same address."""
    found = _asked(key)
    surveys = found.surveys()
    asked = request.POST.get("survey", "") if request.method == "POST" else ""
    opened = {kind: _form(kind, surveys, request if kind == asked else None) for kind in surveys}
    status = 200
    if asked in opened:
        form = opened[asked]
        if form is not None and _taken(request, found, surveys[asked], form):
            return redirect(f"{request.path}#{asked}")
        status = 422
    context = {"page": community_page(found, timezone.localdate()), "will": opened[WILL],
               "satisfaction": opened[SATISFACTION],
               "may_hand_out": _keeps(request, found)}  # fmt: skip
    return render(request, "residents/page.html", context, status=status)


def _keeps(request: HttpRequest, found: Community) -> bool:
    """Whether whoever looks may hand out codes here."""
    account = request.user
    if not isinstance(account, Account) or account.jurisdiction_id != found.row.jurisdiction_id:
        return False
    return writing_refusal(account, LEDGER, found.row.unit) is None


def _form(
    kind: str, surveys: dict[str, list[Entry]], request: HttpRequest | None
) -> forms.Form | None:
    """The form of a survey that is open; filled where it was sent."""
    if not surveys[kind]:
        return None
    given = request.POST if request else None
    if kind == WILL:
        return WillForm(offered(surveys[kind]), given, auto_id="will_%s")
    return SatisfactionForm(given, auto_id="satisfaction_%s")


def _taken(request: HttpRequest, found: Community, surveys: list[Entry], form: forms.Form) -> bool:
    """Count what was sent; where it cannot be, the form says why and nothing is written."""
    if not form.is_valid():
        return False
    if not may_try(request, found.row.key):
        form.add_error("code", _("错了太多次。请过一小时再试，或者请社区代填。"))
        return False
    told = form.cleaned_data
    given = Answer(told["says"] == "yes", tuple(told.get("wants", ())))
    try:
        answer(surveys, told["code"], given, timezone.now())
    except UnknownCode:
        note_failure(request, found.row.key)
        form.add_error("code", _("没有这个答题码。请对照纸上的 12 位再填一次。"))
        return False
    except SpentCode:
        form.add_error("code", _("这个答题码已经用过，一户只计一次。"))
        return False
    except (NotOpen, Refused):
        form.add_error(None, _("现在不能填报，请联系社区。"))
        return False
    messages.success(request, _("收到了，已经计入。答题码不能再用。"))
    return True


@desk(*WRITERS)
def hand_out_codes(request: HttpRequest, key: str) -> HttpResponse:
    """New codes, shown once to be printed and cut apart."""
    found, account = _asked(key), account_of(request)
    if account.jurisdiction_id != found.row.jurisdiction_id:
        raise Http404
    refusal = writing_refusal(account, LEDGER, found.row.unit)
    form = CodesForm(request.POST or None)
    context: dict[str, Any] = {"community": found, "form": form, "refusal": refusal, "codes": ()}
    if request.method == "POST" and refusal is None and form.is_valid():
        told = form.cleaned_data
        try:
            _survey, context["codes"] = open_survey(
                account, found.row, told["kind"], told["number"]
            )
        except Refused as refused:
            context["refusal"] = refused.refusal
    context["counts"] = _counts(found)
    status = 422 if request.method == "POST" and not context["codes"] else 200
    return render(request, "residents/codes.html", context, status=status)


def _counts(found: Community) -> list[tuple[str, int, int]]:
    """The surveys of a community, with how many codes were handed out and used."""
    rows = [row for kind in (WILL, SATISFACTION) for row in found.rows(kind)]
    codes = AnswerCode.objects.filter(survey__in=rows).order_by().values("survey__key")
    told = codes.annotate(out=Count("pk"), used=Count("pk", filter=Q(is_used=True)))
    return [(one["survey__key"], one["out"], one["used"]) for one in told]


def _asked(key: str) -> Community:
    found = community(key)
    if found is None:
        raise Http404(_("没有这个小区。请从小区名单里找。"))
    return found
