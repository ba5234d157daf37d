"""Bringing a paper in, and its review: every answer is an act; no page needs a script."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from yiding.followup.accounting import is_undecided, missing_of
from yiding.followup.act import Call, Done, act, context_of
from yiding.followup.action import action_named
from yiding.followup.importing import ImportRefused, import_file
from yiding.followup.models import Minutes, Proposal
from yiding.followup.refusals import InvalidFields, Refused, UnknownSubject
from yiding.registry.roles import LEADERS, SUPERVISION
from yiding.web.access import account_of, desk, jurisdiction_of
from yiding.web.minutes.addresses import review_href
from yiding.web.review.contexts import SHOWN, Sight, accepted_words, done_words, review_page

#: What the review page may ask for.
ACTS = frozenset({
    "proposal.accept", "proposal.edit", "proposal.refuse", "proposal.split", "proposal.join",
    "proposal.divide", "minutes.file_background", "minutes.file_decision", "minutes.file_duty",
    "minutes.name_unit", "minutes.take_back",
})  # fmt: skip


@desk(*SUPERVISION)
def upload(request: HttpRequest) -> HttpResponse:
    """Bring a file in; a file known already leads to the paper it is."""
    refused: ImportRefused | None = None
    if request.method == "POST":
        file = request.FILES.get("file")
        if file is None:
            messages.error(request, gettext("请选一个文件。"))
        elif file.size is not None and file.size > settings.FILE_LIMIT:
            megabytes = settings.FILE_LIMIT // 1024 // 1024
            messages.error(request, gettext("文件超过%(n)s兆字节。") % {"n": megabytes})
        else:
            try:
                minutes = import_file(
                    file.name or "file", file.read(), account_of(request), timezone.now()
                )
            except ImportRefused as error:
                refused = error
            else:
                return redirect(review_href(minutes.address))
    status = 409 if refused else 200
    return render(request, "review/upload.html", {"refused": refused}, status=status)


@desk(*(SUPERVISION | LEADERS))
def review(request: HttpRequest, paper: str) -> HttpResponse:
    """The review of a paper; a POST is one act on it or on a duty in it."""
    minutes = minutes_at(request, paper)
    sight = _sight(request, minutes)
    if request.method == "POST":
        return _do(request, sight)
    return _shown(request, sight)


@desk(*SUPERVISION)
def accept_complete(request: HttpRequest, paper: str) -> HttpResponse:
    """Which duties lack nothing, to be accepted together."""
    minutes = minutes_at(request, paper)
    rows = minutes.proposals.select_related("lead").prefetch_related("assists")
    ready = [one for one in rows if is_undecided(one) and not missing_of(one)]
    left = [one for one in rows if is_undecided(one) and missing_of(one)]
    if request.method != "POST":
        context = {"minutes": minutes, "ready": ready, "left": left}
        return render(request, "review/complete.html", context)
    chosen = set(request.POST.getlist("on"))
    count = sum(_accept(request, one) for one in ready if one.clause in chosen)
    messages.success(request, accepted_words(count))
    return redirect(review_href(minutes.address))


def minutes_at(request: HttpRequest, paper: str) -> Minutes:
    """The paper under an address of one's own jurisdiction; else 404."""
    rows = Minutes.objects.select_related("jurisdiction", "file", "supersedes", "signed_by")
    found = rows.filter(address=paper, jurisdiction=jurisdiction_of(request)).first()
    if found is None:
        raise Http404(gettext("没有 %(address)s，或者不归您看。") % {"address": paper})
    return found


def _accept(request: HttpRequest, proposal: Proposal) -> bool:
    call = Call("proposal.accept", proposal.address, {}, seen=proposal.version)
    try:
        act(call, account_of(request), timezone.now())
    except Refused as refused:
        messages.error(request, f"{proposal.clause} {refused.refusal.found_text()}")
        return False
    return True


def _sight(request: HttpRequest, minutes: Minutes) -> Sight:
    show = request.GET.get("show", "duties")
    after = request.GET.get("after", "")
    return Sight(
        minutes=minutes,
        account=account_of(request),
        moment=timezone.now(),
        show=show if show in SHOWN else "duties",
        at=request.GET.get("at", ""),
        after=int(after) if after.isdecimal() and len(after) < 10 else -1,
    )


def _do(request: HttpRequest, sight: Sight) -> HttpResponse:
    name, key = request.POST.get("act", ""), request.POST.get("on", "")
    if name not in ACTS:
        raise Http404(gettext("没有“%(verb)s”这一种办理。") % {"verb": name})
    is_duty = name.startswith("proposal.")
    address = f"{sight.minutes.address}:{key}" if is_duty else sight.minutes.address
    name = _accept_or_edit(request, sight, name, address)
    seen = request.POST.get("seen", "") if is_duty else ""
    known = int(seen) if seen.isdecimal() and len(seen) < 10 else None
    try:
        done = act(Call(name, address, request.POST, seen=known), sight.account, sight.moment)
    except Refused as refused:
        messages.error(request, refused.refusal.text())
        return _again(request, sight, key, 409)
    except InvalidFields as invalid:
        return _invalid(request, sight, key, name, invalid.form)
    except UnknownSubject as unknown:
        raise Http404(gettext("没有这个地址。")) from unknown
    return _done(request, sight, name, done)


def _accept_or_edit(request: HttpRequest, sight: Sight, name: str, address: str) -> str:
    """Accepting a form in which nothing was changed is accepting what was read."""
    if name != "proposal.edit" or not request.POST.get("is_final"):
        return name
    proposal = Proposal.objects.filter(address=address, jurisdiction=sight.minutes.jurisdiction)
    found = proposal.select_related("lead", "minutes", "jurisdiction").first()
    if found is None or found.is_wanted or missing_of(found):
        return name
    context = context_of(found, sight.account, sight.moment)
    form = action_named(name).form(request.POST, context=context)
    changed = set(form.changed_data) - {"is_final", "remembers"}
    return name if changed else "proposal.accept"


def _done(request: HttpRequest, sight: Sight, name: str, done: Done) -> HttpResponse:
    messages.success(request, done_words(str(action_named(name).label), done.event.seq))
    subject = done.subject
    is_duty = isinstance(subject, Proposal)
    stays = is_duty and is_undecided(subject)
    at = subject.clause if stays else ""
    start = subject.start if is_duty else request.POST.get("start", "")
    minutes = Minutes.objects.select_related("jurisdiction", "file").get(pk=sight.minutes.pk)
    after = str(start) if str(start).isdecimal() else ""
    if after and name == "minutes.file_duty":  # the duty just made is what opens
        after = str(max(int(after) - 1, 0))
    if not request.htmx:  # type: ignore[attr-defined]
        href = review_href(minutes.address, show=sight.show, at=at, after=after)
        return redirect(f"{href}#props")
    moved = Sight(minutes, sight.account, sight.moment, sight.show, at, int(after) if after else -1)
    return _shown(request, moved)


def _invalid(
    request: HttpRequest, sight: Sight, key: str, name: str, form: forms.Form
) -> HttpResponse:
    if name == "proposal.edit":
        for wanted in ("lead", "closing_kind"):  # to be accepted, it needs both
            form.fields[wanted].required = True
        return _again(request, sight, key, 422, form=form)
    if name == "proposal.divide":
        form.auto_id = "divide_%s"
        return _again(request, sight, key, 422, divide=form)
    for errors in form.errors.values():
        for error in errors:
            messages.error(request, str(error))
    return _again(request, sight, key, 422)


def _again(
    request: HttpRequest, sight: Sight, key: str, status: int, **given: forms.Form
) -> HttpResponse:
    """The same row once more; a script swaps only what came back well."""
    minutes = Minutes.objects.select_related("jurisdiction", "file").get(pk=sight.minutes.pk)
    same = Sight(minutes, sight.account, sight.moment, sight.show, key)
    return _shown(request, same, 200 if request.htmx else status, **given)  # type: ignore[attr-defined]


def _shown(
    request: HttpRequest, sight: Sight, status: int = 200, **given: forms.Form
) -> HttpResponse:
    page = review_page(sight, **given)
    template = "review/swap.html" if request.htmx else "review/page.html"  # type: ignore[attr-defined]
    return render(request, template, {"page": page}, status=status)
