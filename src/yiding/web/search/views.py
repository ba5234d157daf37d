"""The page of a search."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yiding.web.access import desk
from yiding.web.boards import board_shown
from yiding.web.search.contexts import address_found, search_page


@desk()
def show_search(request: HttpRequest) -> HttpResponse:
    """What was found; a whole address leads straight to its page."""
    board = board_shown(request)
    given = request.GET.get("q", "")
    found = address_found(board, given)
    if found:
        return redirect(found)
    return render(request, "search/search.html", {"page": search_page(board, given)})
