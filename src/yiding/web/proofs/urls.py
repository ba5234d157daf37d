"""Addresses of the list of proofs."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.proofs import views

urlpatterns: list[URLPattern] = [path("proofs/", views.show_proofs, name="proofs-list")]
