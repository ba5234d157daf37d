"""大字 and the theme: how a reader wants pages shown, kept in their browser."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from yiding.web.access import open_to_all

SIZE_COOKIE, THEME_COOKIE = "yiding_size", "yiding_theme"
SIZES, THEMES = ("large",), ("light", "dark")
YEAR = 365 * 24 * 60 * 60


def size_of(request: HttpRequest) -> str:
    """``large``, or nothing for the usual size."""
    chosen = request.COOKIES.get(SIZE_COOKIE, "")
    return chosen if chosen in SIZES else ""


def theme_of(request: HttpRequest) -> str:
    """``light`` or ``dark``, or nothing to follow the system."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""


def _way_back(request: HttpRequest) -> str:
    given = request.POST.get("next", "")
    hosts = {request.get_host()}
    is_ours = url_has_allowed_host_and_scheme(given, hosts, require_https=request.is_secure())
    return given if is_ours else "/"


def _keep(response: HttpResponse, name: str, given: str, known: tuple[str, ...]) -> None:
    if given in known:
        response.set_cookie(name, given, max_age=YEAR, httponly=True, samesite="Lax")
    else:
        response.delete_cookie(name, samesite="Lax")


@open_to_all
@require_POST
def set_display(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen and go back to the page it was chosen on."""
    response = HttpResponseRedirect(_way_back(request))
    if "size" in request.POST:
        _keep(response, SIZE_COOKIE, request.POST["size"], SIZES)
    if "theme" in request.POST:
        _keep(response, THEME_COOKIE, request.POST["theme"], THEMES)
    return response
