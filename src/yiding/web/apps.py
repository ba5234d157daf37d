"""The pages as an application of Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    """页面。"""

    name = "yiding.web"
    label = "web"
    verbose_name = _("页面")
