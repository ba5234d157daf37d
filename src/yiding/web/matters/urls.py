"""Addresses of the list of matters."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.matters import views

urlpatterns: list[URLPattern] = [
    path("matters/", views.show_list, name="matters-list"),
    path("matters/export.xlsx", views.export_xlsx, name="matters-xlsx"),
    path("matters/export.csv", views.export_csv, name="matters-csv"),
]
