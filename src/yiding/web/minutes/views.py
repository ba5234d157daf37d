"""The list of papers, one paper, and the acts on it that have a page of their own."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from yiding.followup.act import Call, act, context_of, refusal_of
from yiding.followup.action import Action
from yiding.followup.models import Minutes
from yiding.followup.refusals import InvalidFields, Refusal, Refused, UnknownSubject
from yiding.web.access import account_of, desk
from yiding.web.minutes.addresses import LIST_HREF, minutes_href, review_href
from yiding.web.minutes.contexts import MinutesAct, minutes_list, minutes_page, minutes_seen_by
from yiding.web.minutes.proof import proof_page
from yiding.web.parts import Act, Crumb
from yiding.web.review.contexts import done_words

#: The acts on a paper that are done on a page of their own, by the word in its address.
PAGED = {
    "submit": "minutes.submit",
    "sign": "minutes.sign",
    "return": "minutes.return",
    "refuse": "minutes.refuse",
    "name_unit": "minutes.name_unit",
    "supersede": "minutes.supersede",
    "propose": "matter.propose",
}


@dataclass(frozen=True)
class Answer:
    """What an attempt got: the form with its errors, or the guard that said no."""

    form: forms.Form | None = None
    refusal: Refusal | None = None
    status: int = 200


@desk()
def show_list(request: HttpRequest) -> HttpResponse:
    """The papers, newest first."""
    page = minutes_list(account_of(request), request.GET)
    return render(request, "minutes/list.html", {"page": page})


@desk()
def show_minutes(request: HttpRequest, paper: str) -> HttpResponse:
    """One paper beside its matters."""
    minutes = _seen(request, paper)
    page = minutes_page(minutes, account_of(request), timezone.localdate())
    return render(request, "minutes/page.html", {"page": page})


@desk()
def show_proof(request: HttpRequest, paper: str) -> HttpResponse:
    """One paper held against the ledgers, to be read or printed."""
    minutes = _seen(request, paper)
    page = proof_page(minutes, account_of(request), timezone.localdate())
    return render(request, "minutes/proof.html", {"page": page})


@desk()
def act_on_minutes(request: HttpRequest, paper: str, verb: str) -> HttpResponse:
    """The page of one act: its form by GET, the act by POST."""
    action = Action.registered.get(PAGED.get(verb, ""))
    if action is None:
        raise Http404(gettext("没有“%(verb)s”这一种办理。") % {"verb": verb})
    if request.method == "POST":
        return _do(request, action, paper)
    return _shown(request, action, paper)


def _do(request: HttpRequest, action: Action, paper: str) -> HttpResponse:
    seen = request.POST.get("seen", "")
    known = int(seen) if seen.isdecimal() and len(seen) < 10 else None
    account, at = account_of(request), timezone.now()
    try:
        done = act(Call(action.name, paper, request.POST, request.FILES, known), account, at)
    except Refused as refused:
        return _shown(request, action, paper, Answer(refusal=refused.refusal, status=409))
    except InvalidFields as invalid:
        return _shown(request, action, paper, Answer(form=invalid.form, status=422))
    except UnknownSubject as unknown:
        raise Http404(gettext("没有这个地址。")) from unknown
    messages.success(request, done_words(str(action.label), done.event.seq))
    return redirect(_after(done.subject, action))


def _after(minutes: Minutes, action: Action) -> str:
    newer = Minutes.objects.filter(supersedes=minutes.pk).first()
    if action.name == "minutes.supersede" and newer is not None:
        return review_href(newer.address)
    if minutes.state == Minutes.State.REFUSED:
        return LIST_HREF
    is_reviewed = minutes.state in {Minutes.State.REVIEWING, Minutes.State.SUBMITTED}
    return review_href(minutes.address) if is_reviewed else minutes_href(minutes.address)


def _shown(
    request: HttpRequest,
    action: Action,
    paper: str,
    answer: Answer | None = None,
) -> HttpResponse:
    answer = answer or Answer()
    minutes, account, at = _seen(request, paper), account_of(request), timezone.now()
    blocking = refusal_of(action, minutes, account, at)
    label = str(action.label)
    form = answer.form or action.form(context=context_of(minutes, account, at))
    page = MinutesAct(
        action=action,
        minutes=minutes,
        form=form,
        crumbs=(Crumb("", minutes_href(minutes.address), minutes.address), Crumb(label)),
        button=Act(label, reason=blocking.found_text(), id="why-not")
        if blocking
        else Act(label, "grave" if action.is_grave else "first"),
        wanted=sum(1 for one in minutes.proposals.all() if one.is_wanted),
        refusal=answer.refusal or blocking,
        has_files=form.is_multipart(),
        back_href=minutes_href(minutes.address),
    )
    context = {"page": page, "form": form}
    return render(request, "minutes/act.html", context, status=409 if blocking else answer.status)


def _seen(request: HttpRequest, paper: str) -> Minutes:
    rows = minutes_seen_by(account_of(request)).select_related("jurisdiction", "file", "signed_by")
    found = rows.filter(address=paper).first()
    if found is None:
        raise Http404(gettext("没有 %(address)s，或者不归您看。") % {"address": paper})
    return found
