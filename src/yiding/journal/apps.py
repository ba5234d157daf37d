"""The room as an application of Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    """流转记录。"""

    name = "yiding.journal"
    label = "journal"
    verbose_name = _("流转记录")
