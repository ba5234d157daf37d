"""Addresses of slips and rule packs."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from yiding.web.ladder import packs, slips

urlpatterns: list[URLPattern] = [
    path("slips/", slips.list_slips, name="slips-list"),
    path("slips/<slug:address>/", slips.show_slip, name="slips-page"),
    re_path(r"^slips/(?P<address>[-\w]+)/(?P<verb>[a-z_]+)/$", slips.act_on_slip, name="slips-act"),
    path("rulepacks/", packs.list_packs, name="rulepacks-list"),
    path("rulepacks/<slug:slug>/", packs.show_pack, name="rulepacks-page"),
    path("rulepacks/<slug:slug>/choose/", packs.choose_one, name="rulepacks-choose"),
    path("rulepacks/<slug:slug>/dry-run/", packs.try_one, name="rulepacks-dry-run"),
]
