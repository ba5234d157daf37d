"""The door of the API: language, limits, and no answer that is a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header

from yiding.api.problems import Problem, absent, invalid, response_to, too_large

View = Callable[..., HttpResponseBase]
#: What the fields of a form may take beside a file at its limit.
_BESIDE_THE_FILE = 1024 * 1024


def answered(view: View) -> View:
    """A view of the API whose every answer is JSON in the caller's language."""

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        language = language_of(request)
        with translation.override(language):
            response = _answer(view, request, *args, **kwargs)
        response.headers["Content-Language"] = language
        response.headers.setdefault("Cache-Control", "private, no-store")
        patch_vary_headers(response, ["Accept-Language", "Authorization", "Cookie"])
        return response

    # a session is checked where it says who is calling, so that the refusal is a problem too
    inside.csrf_exempt = True  # type: ignore[attr-defined]
    return inside


def nothing_here(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whatever is no address of the API."""
    return response_to(absent())


def language_of(request: HttpRequest) -> str:
    """The first language asked for that there is; Chinese where none is."""
    known = [code for code, _name in settings.LANGUAGES]
    for asked, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        for code in known:
            if asked.partition("-")[0] == code.partition("-")[0]:
                return code
    return str(settings.LANGUAGE_CODE)


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    wrong = _wrong_with(request)
    if wrong is not None:
        return response_to(wrong)
    method = request.method
    if method == "HEAD":
        request.method = "GET"
    response = view(request, *args, **kwargs)
    request.method = method  # of HEAD the server leaves the body away
    if response.status_code == 405:
        return _no_such_method(request, response)
    return response


def _wrong_with(request: HttpRequest) -> Problem | None:
    """What no view needs to look at."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and int(length[:18]) > settings.FILE_LIMIT + _BESIDE_THE_FILE:
        return too_large(settings.FILE_LIMIT)
    given = [one for values in dict(request.GET.lists()).values() for one in values]
    said = [request.path, *request.GET, *map(str, given)]
    if any(not _is_text(one) for one in said):
        return invalid({"address": [str(_("地址里有不是文字的内容。"))]})
    return None


def _is_text(given: str) -> bool:
    return "\0" not in given and not any("\ud800" <= one <= "\udfff" for one in given)


def _no_such_method(request: HttpRequest, response: HttpResponseBase) -> HttpResponse:
    allowed = response.headers.get("Allow", "")
    words = _("%(method)s 不能用在此处。") % {"method": request.method}
    remedy = _("可以用的是：%(allowed)s。") % {"allowed": allowed}
    return response_to(Problem("method", words, remedy, headers={"Allow": allowed}))
