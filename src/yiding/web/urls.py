"""Addresses of the pages."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from yiding.web.display import set_display
from yiding.web.gallery import show_parts

urlpatterns: list[URLPattern | URLResolver] = [
    path("language/", set_language, name="set_language"),
    path("display/", set_display, name="set-display"),
    path("parts/", show_parts, name="parts"),
    path("", include("yiding.web.signing_in.urls")),
    path("", include("yiding.web.journal.urls")),
    path("", include("yiding.web.matter.urls")),
    path("", include("yiding.web.matters.urls")),
    path("", include("yiding.web.search.urls")),
    path("", include("yiding.web.mayor.urls")),
    path("", include("yiding.web.units.urls")),
    path("", include("yiding.web.overview.urls")),
    path("", include("yiding.web.review.urls")),
    path("", include("yiding.web.minutes.urls")),
    path("", include("yiding.web.meetings.urls")),
    path("", include("yiding.web.registry.urls")),
    path("", include("yiding.web.desks.urls")),
    path("", include("yiding.web.ladder.urls")),
    path("", include("yiding.web.ledgers.urls")),
    path("", include("yiding.web.law.urls")),
    path("", include("yiding.web.proofs.urls")),
    path("", include("yiding.web.residents.urls")),
]
