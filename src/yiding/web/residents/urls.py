"""Addresses of the residents' pages."""

from __future__ import annotations

from django.urls import path

from yiding.web.residents import views

urlpatterns = [
    path("residents/", views.list_communities, name="residents"),
    path("residents/<str:key>/", views.show_community, name="residents-community"),
    path("residents/<str:key>/codes/", views.hand_out_codes, name="residents-codes"),
]
