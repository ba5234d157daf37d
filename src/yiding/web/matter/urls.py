"""Addresses of one matter, of the acts on it, of the inbox and of files.

A clause begins with a digit, so no word under ``/matters/`` is ever taken for a paper's.
"""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from yiding.web.matter import bulk, files, inbox, views

_MATTER = r"^matters/(?P<paper>[-\w]+(?:@\d+)?)/(?P<clause>\d[-.\w]*)/"

urlpatterns: list[URLPattern] = [
    path("matters/acts/<slug:verb>/", bulk.act_on_many, name="matter-acts"),
    re_path(rf"{_MATTER}$", views.show_matter, name="matter-page"),
    re_path(rf"{_MATTER}(?P<verb>[a-z_]+)/$", views.act_on_matter, name="matter-act"),
    path("inbox/", inbox.show_inbox, name="inbox-list"),
    path("inbox/read/", inbox.read_notices, name="inbox-read"),
    path("inbox/<int:key>/", inbox.open_notice, name="inbox-open"),
    re_path(r"^files/(?P<sha256>[0-9a-f]{64})/$", files.download, name="file-download"),
]
