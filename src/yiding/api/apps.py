"""The API as an application of Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    """接口。"""

    name = "yiding.api"
    label = "api"
    verbose_name = _("接口")
