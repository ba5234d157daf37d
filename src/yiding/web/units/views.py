"""A unit's desk, and the list of units."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from yiding.registry.models import Unit
from yiding.registry.roles import OF_A_UNIT, SEES_ALL
from yiding.web.access import account_of, desk, jurisdiction_of
from yiding.web.boards import board_shown
from yiding.web.units.contexts import desk_page, unit_lines


@desk()
def show_unit(request: HttpRequest, code: str) -> HttpResponse:
    """The desk of a unit: its own people's, and whoever sees all may look."""
    account = account_of(request)
    unit = get_object_or_404(Unit, jurisdiction=jurisdiction_of(request), code=code)
    if account.role in OF_A_UNIT and account.unit_id != unit.pk:
        raise PermissionDenied(_("您只能看本单位的工作台。"))
    page = desk_page(board_shown(request), unit)
    return render(request, "units/desk.html", {"page": page})


@desk(*SEES_ALL)
def show_units(request: HttpRequest) -> HttpResponse:
    """Every unit with what it has open."""
    board = board_shown(request)
    lines = unit_lines(board)
    late = sum(bool(line.overdue) for line in lines)
    context = {"board": board, "lines": lines, "late": late}
    return render(request, "units/list.html", context)
