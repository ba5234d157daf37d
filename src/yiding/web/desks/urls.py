"""Addresses of the three desks."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.desks import audit, security, system

urlpatterns: list[URLPattern] = [
    path("desk/system/", system.show_desk, name="desk-system"),
    path("desk/system/open/", system.open_one, name="desk-open"),
    path("desk/system/<int:key>/", system.show_account, name="desk-account"),
    path("desk/system/<int:key>/edit/", system.change_one, name="desk-account-edit"),
    path("desk/system/<int:key>/<slug:verb>/", system.act_on_account, name="desk-account-act"),
    path("desk/security/", security.show_desk, name="desk-security"),
    path("desk/security/tokens/", security.show_tokens, name="desk-tokens"),
    path("desk/security/tokens/<int:key>/", security.revoke_one, name="desk-token-revoke"),
    path("desk/security/<int:key>/", security.give_one, name="desk-role"),
    path("desk/security/<int:key>/release/", security.release_one, name="desk-release"),
    path("desk/audit/", audit.show_desk, name="desk-audit"),
]
