"""The registry's pages: everybody in business reads it, two desks keep it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from yiding.registry.columns import Book
from yiding.registry.importing import ImportFaults, import_registry
from yiding.registry.keeping import KEEPERS, Kept, RowFaults, keep
from yiding.registry.models import Unit
from yiding.registry.roles import Role
from yiding.registry.sheets import SHEETS, Sheet, sheet_named
from yiding.registry.workbook import registry_workbook, template_workbook
from yiding.web.access import BUSINESS, account_of, day_shown, desk, jurisdiction_of
from yiding.web.parts import Crumb
from yiding.web.registry.contexts import (
    group_list,
    people_list,
    tabs_of,
    unit_list,
)
from yiding.web.registry.forms import RowForm
from yiding.web.registry.unit_contexts import unit_page

READERS = BUSINESS | {Role.SYSTEM_ADMIN}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Which list a row of a kind is seen in.
_LISTS = {"groups": "registry-groups", "members": "registry-groups", "people": "registry-people"}


@desk(*READERS)
def list_units(request: HttpRequest) -> HttpResponse:
    """The units on a day."""
    jurisdiction_of(request)
    page = unit_list(account_of(request), request.GET, day_shown(request))
    return render(request, "registry/units.html", {"page": page})


@desk(*READERS)
def show_unit(request: HttpRequest, code: str) -> HttpResponse:
    """One unit through time."""
    units: Any = Unit.objects.filter(jurisdiction=jurisdiction_of(request))
    unit = get_object_or_404(units.select_related("jurisdiction"), code=code)
    account = account_of(request)
    context = {
        "page": unit_page(unit, account, day_shown(request)),
        "has_business": account.role in BUSINESS,
    }
    return render(request, "registry/unit.html", context)


@desk(*READERS)
def list_groups(request: HttpRequest) -> HttpResponse:
    """The groups with their members on a day."""
    jurisdiction_of(request)
    page = group_list(account_of(request), day_shown(request))
    return render(request, "registry/groups.html", {"page": page})


@desk(*READERS)
def list_people(request: HttpRequest) -> HttpResponse:
    """People and their posts."""
    jurisdiction_of(request)
    page = people_list(account_of(request), request.GET, day_shown(request))
    return render(request, "registry/people.html", {"page": page})


@desk(*KEEPERS)
def add_row(request: HttpRequest, kind: str) -> HttpResponse:
    """A new row of a kind."""
    return _row(request, _sheet(kind), None)


@desk(*KEEPERS)
def edit_row(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """A row as it is, to be changed."""
    sheet = _sheet(kind)
    rows: Any = sheet.rows(jurisdiction_of(request))
    return _row(request, sheet, get_object_or_404(rows, pk=key))


@desk(*READERS)
def show_workbook(request: HttpRequest) -> HttpResponse:
    """Take the registry out, or in."""
    city, account = jurisdiction_of(request), account_of(request)
    context: dict[str, Any] = {
        "tabs": tabs_of(city, "workbook"),
        "is_keeper": account.role in KEEPERS,
        "sheets": SHEETS,
        "limit": settings.FILE_LIMIT // 1024 // 1024,
    }
    if request.method != "POST" or not context["is_keeper"]:
        status = 403 if request.method == "POST" else 200
        return render(request, "registry/workbook.html", context, status=status)
    return _taken_in(request, context)


@desk(*READERS)
def export_workbook(request: HttpRequest) -> HttpResponse:
    """The whole registry."""
    city = jurisdiction_of(request)
    name = f"{city.slug}-registry-{timezone.localdate().isoformat()}.xlsx"
    return _file(registry_workbook(city), name)


@desk(*READERS)
def download_template(request: HttpRequest) -> HttpResponse:
    """The heads alone."""
    jurisdiction_of(request)
    return _file(template_workbook(), "registry-template.xlsx")


def _sheet(kind: str) -> Sheet:
    sheet = sheet_named(kind)
    if sheet is None:
        raise Http404(gettext("登记里没有这一种。"))
    return sheet


def _row(request: HttpRequest, sheet: Sheet, row: Any) -> HttpResponse:
    city, account = jurisdiction_of(request), account_of(request)
    given = {name: value for name, value in request.GET.items() if row is None}
    form = RowForm(request.POST or None, sheet=sheet, book=Book.of(city), row=row, initial=given)
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep(account, sheet, form.cells(), timezone.now(), row)
        except RowFaults as wrong:
            form.refuse(wrong)
        else:
            return _kept(request, sheet, kept)
    context = {"sheet": sheet, "form": form, "row": row, "crumbs": _crumbs(sheet, row)}
    context["back_href"] = _back(sheet, row)
    return render(
        request, "registry/row.html", context, status=422 if request.method == "POST" else 200
    )


def _kept(request: HttpRequest, sheet: Sheet, kept: Kept) -> HttpResponse:
    said = {
        "new": gettext("已登记，写入流转记录。"),
        "changed": gettext("已改，写入流转记录。"),
        "same": gettext("没有改动。"),
    }
    messages.success(request, said[kept.how])
    return redirect(_back(sheet, kept.row))


def _back(sheet: Sheet, row: Any) -> str:
    """The page a row is seen on."""
    if isinstance(row, Unit):
        return reverse("registry-unit", args=[row.code])
    owner = getattr(row, "successor", None) or getattr(row, "unit", None)
    if isinstance(owner, Unit) and sheet.slug != "members":
        return reverse("registry-unit", args=[owner.code])
    return reverse(_LISTS.get(sheet.slug, "registry-units"))


def _crumbs(sheet: Sheet, row: Any) -> tuple[Crumb, ...]:
    words = gettext("改%(kind)s") if row is not None else gettext("登记%(kind)s")
    return (
        Crumb(gettext("登记"), reverse("registry-units")),
        Crumb(words % {"kind": sheet.title}),
    )


def _taken_in(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    upload = request.FILES.get("workbook")
    if upload is None or (upload.size or 0) > settings.FILE_LIMIT:
        words = gettext("请选一个 XLSX 文件，不超过 %(limit)s 兆字节。")
        context["missing"] = words % {"limit": context["limit"]}
        return render(request, "registry/workbook.html", context, status=422)
    try:
        taken = import_registry(account_of(request), upload.read(), timezone.now())
    except ImportFaults as faults:
        context["faults"] = faults
        return render(request, "registry/workbook.html", context, status=422)
    words = gettext("已导入：新增 %(new)s 行，改动 %(changed)s 行，%(same)s 行相同。")
    messages.success(request, words % taken.counts)
    return redirect("registry-workbook")


def _file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
