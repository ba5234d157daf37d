"""``django api_page``: write the reference page of the API to standard output."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from yiding.api.page import page


class Command(BaseCommand):
    """Prints docs/reference/api.md."""

    help = "docs/reference/api.md"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Write the page."""
        self.stdout.write(page(), ending="")
