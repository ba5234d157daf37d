"""The address of the overview."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.overview import views

urlpatterns: list[URLPattern] = [path("", views.show_home, name="home")]
