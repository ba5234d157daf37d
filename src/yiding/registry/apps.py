"""The room as an application of Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistryConfig(AppConfig):
    """登记：地区、单位、人员、账号。"""

    name = "yiding.registry"
    label = "registry"
    verbose_name = _("登记")
