"""The address of the mayor's page."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.mayor import views

urlpatterns: list[URLPattern] = [path("mayor/", views.show_mayor, name="mayor")]
