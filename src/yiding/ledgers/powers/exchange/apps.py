"""The exchange as an application of Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PowersConfig(AppConfig):
    """点对点信息交换。"""

    name = "yiding.ledgers.powers.exchange"
    label = "powers"
    verbose_name = _("点对点信息交换")

    def ready(self) -> None:
        """A push written into the ledger is put into the outbox in the same transaction."""
        import_module("yiding.ledgers.powers.exchange.outbox").listen()
