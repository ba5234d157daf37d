"""``django acts_page``: write the reference page of the acts to standard output."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from yiding.followup.acts_page import page


class Command(BaseCommand):
    """Prints docs/reference/acts.md."""

    help = "docs/reference/acts.md"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Write the page."""
        self.stdout.write(page(), ending="")
