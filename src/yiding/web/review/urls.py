"""Addresses of the review."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from yiding.web.review import views

PAPER = r"^minutes/(?P<paper>[-\w]+(?:@\d+)?)/"

urlpatterns: list[URLPattern] = [
    path("minutes/import/", views.upload, name="review-upload"),
    re_path(rf"{PAPER}review/$", views.review, name="review-page"),
    re_path(rf"{PAPER}review/complete/$", views.accept_complete, name="review-complete"),
]
