"""Checks, exports, saved views, indicators and the yearly assessment."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from yiding.followup.refusals import Refused
from yiding.ledgers.base.export import export_csv, export_xlsx
from yiding.ledgers.base.models import AssessmentSheet, SavedView
from yiding.ledgers.base.queries import Rows, chosen
from yiding.ledgers.catalogue import Ledger
from yiding.rules.indicator import Indicator
from yiding.web.access import account_of, day_shown, desk, jurisdiction_of
from yiding.web.ledgers.asking import day_asked, ledger_asked
from yiding.web.ledgers.assessment import assessment_page
from yiding.web.ledgers.checking import check_page, start_check
from yiding.web.ledgers.filters import EntryFilterForm
from yiding.web.ledgers.import_views import XLSX
from yiding.web.ledgers.indicators import Look, indicator_list, indicator_page
from yiding.web.ledgers.targets import SheetForm, TargetForm, may_set, targets_set

Answer = TypeVar("Answer", bound=HttpResponseBase)

#: The longest name and query a saved view may have.
_NAME, _QUERY = 40, 500


@desk()
def show_checks(request: HttpRequest, slug: str) -> HttpResponse:
    """The runs; posting begins one."""
    kept, account, status = ledger_asked(slug), account_of(request), 200
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            start_check(account, kept, _day_posted(request))
            return redirect("ledgers-check", slug=slug)
        except Refused as refused:
            context["refusal"], status = refused.refusal, 409
    context["page"] = check_page(kept, account, day_asked(request))
    return render(request, "ledgers/check.html", context, status=status)


@desk()
def give_xlsx(request: HttpRequest, slug: str) -> HttpResponse:
    """The entries of a filter as a workbook, a sheet for each kind."""
    kept = ledger_asked(slug)
    answer = HttpResponse(export_xlsx(kept, _rows(request, kept)), content_type=XLSX)
    return _attached(answer, f"{slug}-{timezone.localdate().isoformat()}.xlsx")


@desk()
def give_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The entries of a filter as plain rows, one kind of them."""
    kept = ledger_asked(slug)
    asked = request.GET.get("kind", "")
    kind = asked if asked in kept.kinds else next(iter(kept.kinds))
    lines = export_csv(kept, _rows(request, kept), kind)
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    return _attached(answer, f"{slug}-{timezone.localdate().isoformat()}.csv")


@desk()
def keep_view(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep a filter under a name; under a name that is taken it replaces the other."""
    kept, account = ledger_asked(slug), account_of(request)
    name, query = request.POST.get("name", "").strip(), request.POST.get("query", "")
    if request.method == "POST" and name:
        SavedView.objects.update_or_create(
            account=account,
            ledger=kept.slug,
            name=name[:_NAME],
            defaults={"query": query[:_QUERY]},
        )
    return redirect(f"{_page(slug)}?{query[:_QUERY]}")


@desk()
def drop_view(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Forget a saved view."""
    if request.method == "POST":
        SavedView.objects.filter(account=account_of(request), ledger=slug, pk=key).delete()
    return redirect("ledgers-page", slug=ledger_asked(slug).slug)


@desk()
def list_indicators(request: HttpRequest, slug: str) -> HttpResponse:
    """Every indicator of a ledger on a day."""
    jurisdiction_of(request)
    page = indicator_list(ledger_asked(slug), _look(request))
    return render(request, "ledgers/indicators.html", {"page": page})


@desk()
def show_indicator(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One indicator on a day."""
    jurisdiction_of(request)
    kept = ledger_asked(slug)
    found: Indicator | None = next((one for one in kept.indicators if one.slug == name), None)
    if found is None:
        raise Http404(gettext("没有这个指标。"))
    account, address, status = account_of(request), f"{slug}/{name}", 200
    form, context = TargetForm(request.POST or None), dict[str, object]()
    if request.method == "POST":
        try:
            if form.write(account, address, timezone.now()):
                return redirect("ledgers-indicator", slug=slug, name=name)
            status = 422
        except Refused as refused:
            context["refusal"], status = refused.refusal, 409
    page = indicator_page(kept, found, _look(request), draw="year" in request.GET)
    context |= {"page": page, "form": form, "may_set": may_set(account)}
    context["targets"] = targets_set(account, address)
    return render(request, "ledgers/indicator.html", context, status=status)


@desk()
def show_assessment(request: HttpRequest) -> HttpResponse:
    """The assessment of a year."""
    year = request.GET.get("year", "")
    account = account_of(request)
    page = assessment_page(account, year, timezone.localdate())
    context = {"page": page, "may_set": may_set(account)}
    return render(request, "ledgers/assessment.html", context)


@desk()
def edit_assessment(request: HttpRequest) -> HttpResponse:
    """A sheet written anew, or the one of a year and title changed."""
    account, status = account_of(request), 200
    asked = {name: request.GET.get(name, "") for name in ("year", "title")}
    sheets = AssessmentSheet.objects.filter(jurisdiction=account.jurisdiction_id)
    is_asked = asked["year"].isdecimal() and asked["title"]
    sheet = sheets.filter(**asked).select_related("unit").first() if is_asked else None
    form = SheetForm(sheet, timezone.localdate().year, request.POST or None)
    context: dict[str, object] = {"form": form, "may_set": may_set(account)}
    if request.method == "POST":
        try:
            if form.write(account, timezone.now()):
                return redirect(f"{reverse('assessment')}?year={form.cleaned_data['year']}")
            status = 422
        except Refused as refused:
            context["refusal"], status = refused.refusal, 409
    return render(request, "ledgers/assessment_edit.html", context, status=status)


def _rows(request: HttpRequest, kept: Ledger) -> Rows:
    account = account_of(request)
    return chosen(account, kept.slug, EntryFilterForm(request.GET, account, kept).asked())


def _attached(answer: Answer, name: str) -> Answer:
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _look(request: HttpRequest) -> Look:
    return Look(account_of(request), day_shown(request), timezone.localdate())


def _day_posted(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        return timezone.localdate()


def _page(slug: str) -> str:
    return reverse("ledgers-page", args=[slug])
