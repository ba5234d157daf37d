"""The API as a whole: its parts, its description, its page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from yiding.api import city, ledgers, matters, papers
from yiding.api.access import SessionAuth, TokenAuth
from yiding.api.acts import act_routes
from yiding.api.description import described
from yiding.api.problems import answer_with_problems

#: The major version, in the address of everything.
VERSION = "1.0.0"


class ReadableRenderer(JSONRenderer):
    """JSON in which Chinese stays Chinese."""

    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012 - the base says so


def make_api() -> NinjaAPI:
    """Every address of ``/api/v1/`` that asks who is calling."""
    made = NinjaAPI(
        title="Yiding 议定",
        version=VERSION,
        urls_namespace="api",
        auth=[TokenAuth(), SessionAuth()],
        renderer=ReadableRenderer(),
        openapi_url=None,
        docs_url=None,
    )
    answer_with_problems(made)
    for router in (
        papers.router,
        matters.router,
        ledgers.router,
        city.router,
        act_routes(),
    ):
        made.add_router("", router)
    return made


api = make_api()


def description(prefix: str) -> dict[str, Any]:
    """The OpenAPI description in the language in use."""
    schema = dict(api.get_openapi_schema(path_prefix=prefix))
    return described(schema)


def show_description(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """``openapi.json``: open to all, for it holds no data."""
    root = reverse("api-description").removesuffix("openapi.json")
    said = {"ensure_ascii": False}
    return JsonResponse(description(root), json_dumps_params=said)


@ensure_csrf_cookie
def show_page(request: HttpRequest) -> HttpResponse:
    """The description to read and try: everything from this server."""
    address = reverse("api-description")
    return render(request, "api/docs.html", {"address": address, "title": _("接口说明")})
