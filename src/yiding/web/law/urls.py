"""Addresses of the pages of law: the address of a provision with a slash for its colon."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.law import views

urlpatterns: list[URLPattern] = [
    path("law/", views.list_law, name="law-list"),
    path("law/<str:slug>/", views.show_instrument, name="law-instrument"),
    path("law/<str:slug>/<str:article>/", views.show_provision, name="law-provision"),
]
