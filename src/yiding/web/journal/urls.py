"""Addresses of the journal's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.journal import views

urlpatterns: list[URLPattern] = [
    path("journal/", views.list_events, name="journal-list"),
    path("journal/<int:seq>/", views.show_event, name="journal-event"),
    path("journal/export/", views.export_events, name="journal-export"),
    path("journal/verification/", views.show_verification, name="journal-verification"),
]
