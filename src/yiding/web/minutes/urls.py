"""Addresses of papers."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from yiding.web.minutes import views

PAPER = r"^minutes/(?P<paper>[-\w]+(?:@\d+)?)/"

urlpatterns: list[URLPattern] = [
    path("minutes/", views.show_list, name="minutes-list"),
    re_path(rf"{PAPER}$", views.show_minutes, name="minutes-page"),
    re_path(rf"{PAPER}proof/$", views.show_proof, name="minutes-proof"),
    re_path(rf"{PAPER}(?P<verb>[a-z_]+)/$", views.act_on_minutes, name="minutes-act"),
]
