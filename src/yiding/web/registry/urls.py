"""Addresses of the registry."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.registry import views

urlpatterns: list[URLPattern] = [
    path("registry/", views.list_units, name="registry-units"),
    path("registry/groups/", views.list_groups, name="registry-groups"),
    path("registry/people/", views.list_people, name="registry-people"),
    path("registry/workbook/", views.show_workbook, name="registry-workbook"),
    path("registry/workbook/export.xlsx", views.export_workbook, name="registry-export"),
    path("registry/workbook/template.xlsx", views.download_template, name="registry-template"),
    path("registry/<slug:kind>/add/", views.add_row, name="registry-add"),
    path("registry/<slug:kind>/<int:key>/edit/", views.edit_row, name="registry-edit"),
    # after the forms: ``add`` is no unit's code
    path("registry/units/<slug:code>/", views.show_unit, name="registry-unit"),
]
