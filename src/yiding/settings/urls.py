"""The roots: pages at /, the API at /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("yiding.api.urls")),
    path("", include("yiding.web.urls")),
]

handler403 = "yiding.web.errors.refused"
handler404 = "yiding.web.errors.absent"
handler500 = "yiding.web.errors.failed"
