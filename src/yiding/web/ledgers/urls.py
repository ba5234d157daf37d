"""Addresses of the ledgers: what stands in an address is the address of the thing."""

from __future__ import annotations

from django.urls import URLPattern, path

from yiding.web.ledgers import figure_views, import_views, rule_views, views

urlpatterns: list[URLPattern] = [
    path("ledgers/", views.list_ledgers, name="ledgers-list"),
    path("assessment/", figure_views.show_assessment, name="assessment"),
    path("assessment/edit/", figure_views.edit_assessment, name="assessment-edit"),
    path("ledgers/<slug:slug>/", views.show_ledger, name="ledgers-page"),
    path("ledgers/<slug:slug>/rules/", rule_views.list_rules, name="ledgers-rules"),
    path("ledgers/<slug:slug>/rules/<slug:rule>/", rule_views.show_rule, name="ledgers-rule"),
    path("ledgers/<slug:slug>/check/", figure_views.show_checks, name="ledgers-check"),
    path("ledgers/<slug:slug>/import/", import_views.show_imports, name="ledgers-import"),
    path("ledgers/<slug:slug>/import/<int:key>/", import_views.show_batch, name="ledgers-batch"),
    path(
        "ledgers/<slug:slug>/import/<int:key>/take/",
        import_views.confirm_batch,
        name="ledgers-batch-take",
    ),
    path(
        "ledgers/<slug:slug>/import/<int:key>/refused.xlsx",
        import_views.refused_rows,
        name="ledgers-refused",
    ),
    path(
        "ledgers/<slug:slug>/template.xlsx",
        import_views.download_template,
        name="ledgers-template",
    ),
    path("ledgers/<slug:slug>/export.xlsx", figure_views.give_xlsx, name="ledgers-xlsx"),
    path("ledgers/<slug:slug>/export.csv", figure_views.give_csv, name="ledgers-csv"),
    path("ledgers/<slug:slug>/views/", figure_views.keep_view, name="ledgers-view-keep"),
    path(
        "ledgers/<slug:slug>/views/<int:key>/drop/",
        figure_views.drop_view,
        name="ledgers-view-drop",
    ),
    path(
        "ledgers/<slug:slug>/indicators/",
        figure_views.list_indicators,
        name="ledgers-indicators",
    ),
    path(
        "ledgers/<slug:slug>/indicators/<slug:name>/",
        figure_views.show_indicator,
        name="ledgers-indicator",
    ),
    path("ledgers/<slug:slug>/new/<slug:kind>/", views.new_entry, name="ledgers-new"),
    path("ledgers/<slug:slug>/edit/<slug:kind>/<path:key>/", views.edit_entry, name="ledgers-edit"),
    path("ledgers/<slug:slug>/retire/<slug:kind>/<path:key>/", views.retire, name="ledgers-retire"),
    path(
        "ledgers/<slug:slug>/entries/<slug:kind>/<path:key>/",
        views.show_entry,
        name="ledgers-entry",
    ),
]
