"""The mayor's page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yiding.registry.roles import LEADERS, SUPERVISION, Role
from yiding.web.access import desk
from yiding.web.boards import board_shown
from yiding.web.mayor.contexts import mayor_page


@desk(*LEADERS, *SUPERVISION, Role.AUDITOR, Role.INSPECTOR)
def show_mayor(request: HttpRequest) -> HttpResponse:
    """One sheet of A4, for the mayor or whoever else decides."""
    page = mayor_page(board_shown(request), timezone.now())
    return render(request, "mayor/mayor.html", {"page": page})
