"""Addresses of units."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.units import views

urlpatterns: list[URLPattern] = [
    path("units/", views.show_units, name="units-list"),
    path("units/<slug:code>/", views.show_unit, name="units-desk"),
]
