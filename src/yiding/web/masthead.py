"""What stands at the head of every page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def masthead(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """Nothing yet."""
    return {}
