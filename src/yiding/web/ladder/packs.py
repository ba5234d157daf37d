"""Rule packs: the list, one pack, choosing it from a day, trying it over past days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.choosing import CHOOSERS, Choice, choose_pack, secretaries_of
from yiding.followup.fields import day_field, words_field
from yiding.followup.packs import pack_in_force
from yiding.followup.refusals import Refused
from yiding.followup.rulepack import RulePack, load_rulepacks
from yiding.followup.trial import try_pack
from yiding.registry.models import Account, Post
from yiding.registry.roles import LEADERS, SUPERVISION, Role
from yiding.web.access import account_of, desk, jurisdiction_of
from yiding.web.ladder.pack_contexts import pack_page, pack_row, trial_page
from yiding.web.ladder.rungs import pack_words
from yiding.web.parts import Crumb

TRIERS = SUPERVISION | LEADERS | {Role.AUDITOR, Role.INSPECTOR}
#: The longest stretch a dry run looks back over.
LONGEST = timedelta(days=366)
USUAL = timedelta(days=182)


class ChooseForm(forms.Form):
    """From which day, on what ground, and who agreed."""

    from_on = day_field(_("从哪天起"))
    basis = words_field(_("依据"), help_text=_("会议、批示或文件。"))
    endorsed_by = forms.ModelChoiceField(
        Post.objects.none(), label=_("同意的秘书长"), required=False, empty_label=_("请选")
    )

    def __init__(self, *args: Any, by: Account, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by.role == Role.SECRETARY_GENERAL or by.jurisdiction is None:
            del self.fields["endorsed_by"]
            return
        keys = [one.pk for one in secretaries_of(by.jurisdiction, today)]
        field: Any = self.fields["endorsed_by"]
        field.queryset = Post.objects.filter(pk__in=keys).select_related("person")


class SpanForm(forms.Form):
    """From when until when a pack is tried."""

    first = day_field(_("自"))
    last = day_field(_("至"))

    def clean(self) -> dict[str, Any]:
        """At most a year, in order."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and not timedelta(0) <= last - first <= LONGEST:
            self.add_error("last", _("“至”不早于“自”，相隔不超过一年。"))
        return cleaned


@desk()
def list_packs(request: HttpRequest) -> HttpResponse:
    """Every pack there is, with the one in force."""
    city = jurisdiction_of(request)
    now = pack_in_force(city, timezone.localdate())
    rows = [pack_row(one, now.slug) for one in load_rulepacks().values()]
    return render(request, "ladder/packs.html", {"rows": rows, "now": pack_words(now)})


@desk()
def show_pack(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything one pack says."""
    city, account = jurisdiction_of(request), account_of(request)
    now = pack_in_force(city, timezone.localdate())
    page = pack_page(_pack(slug), city, now.slug, may_choose=account.role in CHOOSERS)
    may_try = account.role in TRIERS
    return render(request, "ladder/pack.html", {"page": page, "may_try": may_try})


@desk(*CHOOSERS)
def choose_one(request: HttpRequest, slug: str) -> HttpResponse:
    """Put a pack in force from a day."""
    city, account, at = jurisdiction_of(request), account_of(request), timezone.now()
    pack, today = _pack(slug), timezone.localdate(at)
    now = pack_in_force(city, today)
    form = ChooseForm(request.POST or None, by=account, today=today, initial={"from_on": today})
    context: dict[str, Any] = {
        "form": form,
        "crumbs": (
            Crumb(pgettext("nav", "规则包"), "/rulepacks/"),
            Crumb(pack_words(pack), f"/rulepacks/{slug}/"),
            Crumb(gettext("选用")),
        ),
        "changes": [(gettext("规则包"), pack_words(now), pack_words(pack))],
        "back_href": f"/rulepacks/{slug}/",
    }
    if request.method != "POST":
        return render(request, "ladder/choose.html", context)
    if not form.is_valid():
        return render(request, "ladder/choose.html", context, status=422)
    try:
        choose_pack(account, Choice(slug, **{"endorsed_by": None, **form.cleaned_data}), at)
    except Refused as refused:
        context["refusal"] = refused.refusal
        return render(request, "ladder/choose.html", context, status=409)
    messages.success(request, gettext("已选用，写入流转记录。"))
    return redirect("rulepacks-page", slug)


@desk(*TRIERS)
def try_one(request: HttpRequest, slug: str) -> HttpResponse:
    """What a pack would have proposed, beside what was issued."""
    city, pack = jurisdiction_of(request), _pack(slug)
    today = timezone.localdate()
    asked = {
        "first": request.GET.get("from") or (today - USUAL).isoformat(),
        "last": request.GET.get("to") or today.isoformat(),
    }
    form = SpanForm(asked)
    context: dict[str, Any] = {"form": form, "slug": slug, "name": pack_words(pack)}
    if not form.is_valid():
        return render(request, "ladder/trial.html", context, status=422)
    first, last = form.cleaned_data["first"], min(form.cleaned_data["last"], today)
    context["page"] = trial_page(try_pack(city, pack, first, last))
    return render(request, "ladder/trial.html", context)


def _pack(slug: str) -> RulePack:
    found = load_rulepacks().get(slug)
    if found is None:
        raise Http404(gettext("没有规则包“%(slug)s”。") % {"slug": slug})
    return found
