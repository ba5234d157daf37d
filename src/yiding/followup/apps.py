"""The room as an application of Django."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from yiding.followup.keeping import start_keeping


class FollowupConfig(AppConfig):
    """督查督办。"""

    name = "yiding.followup"
    label = "followup"
    verbose_name = _("督查督办")

    def ready(self) -> None:
        """Every file of ``actions`` names one verb; loading it is all it takes to have it."""
        start_keeping(self)
        actions = import_module("yiding.followup.actions")
        for module in iter_modules(actions.__path__, f"{actions.__name__}."):
            import_module(module.name)
        sources = import_module("yiding.followup.ledger_sources")
        documents = import_module("yiding.followup.document_source")
        sources.register("document", documents.DocumentSource())
