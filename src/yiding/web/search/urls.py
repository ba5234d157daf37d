"""The address of the search."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.search import views

urlpatterns: list[URLPattern] = [path("search/", views.show_search, name="search")]
