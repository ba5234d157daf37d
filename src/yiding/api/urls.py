"""Addresses of the API; every view answers through its door."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, re_path

from yiding.api.application import api, show_description, show_page
from yiding.api.exchange import receive_push
from yiding.api.front import answered, nothing_here


def _through_the_door(patterns: list[URLPattern | URLResolver]) -> list[URLPattern]:
    """Every pattern but the bare root, which is no address."""
    plain = [one for one in patterns if isinstance(one, URLPattern)]
    kept = [pattern for pattern in plain if pattern.name != "api-root"]
    for pattern in kept:
        pattern.callback = answered(pattern.callback)
    return kept


_patterns, _app, _namespace = api.urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("openapi.json", answered(show_description), name="api-description"),
    path("docs", answered(show_page), name="api-docs"),
    path("exchange/<slug:slug>", answered(receive_push), name="api-exchange"),
    path("", include((_through_the_door(_patterns), _app), namespace=_namespace)),
    re_path(r"^.*$", answered(nothing_here)),
]
