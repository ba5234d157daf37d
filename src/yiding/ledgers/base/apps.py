"""The room as an application of Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LedgersConfig(AppConfig):
    """台账。"""

    name = "yiding.ledgers.base"
    label = "ledgers"
    verbose_name = _("台账")

    def ready(self) -> None:
        """The follow-through reads its evidence from here, and knows no ledger."""
        import_module("yiding.ledgers.base.sources").register()
