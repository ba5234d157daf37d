"""The home page: the overview, or for a unit its own desk."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yiding.registry.roles import ADMINISTRATORS, OF_A_UNIT, Role
from yiding.web.access import account_of, desk
from yiding.web.boards import board_shown
from yiding.web.masthead import DESKS
from yiding.web.overview.contexts import overview_page
from yiding.web.units.contexts import desk_page


@desk(*Role)
def show_home(request: HttpRequest) -> HttpResponse:
    """Where an account begins: its unit's desk, its administrator's desk, or the overview."""
    account = account_of(request)
    if account.role in ADMINISTRATORS:
        return redirect(DESKS[account.role][1])
    board = board_shown(request)
    if account.role in OF_A_UNIT and account.unit is not None:
        return render(request, "units/desk.html", {"page": desk_page(board, account.unit)})
    return render(request, "overview/overview.html", {"page": overview_page(board)})
