"""The application about itself: every page guarded, every act reachable three ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from yiding.followup.action import Action

#: Views of the framework that show nothing of ours: the language switch.
FOREIGN = {"set_language"}


def views(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every address of the pages with its view; the API guards its own in one place."""
    for each in patterns:
        route = f"{prefix}{each.pattern}"
        if isinstance(each, URLResolver) and not route.startswith("api/"):
            yield from views(each.url_patterns, route)
        elif isinstance(each, URLPattern):
            yield route, each


def test_every_page_says_who_may_open_it() -> None:
    found = list(views(get_resolver().url_patterns))
    assert len(found) > 10
    unguarded = [
        route
        for route, each in found
        if each.name not in FOREIGN and not hasattr(each.callback, "desk_roles")
    ]
    assert unguarded == []


@pytest.mark.parametrize("name", sorted(Action.registered))
def test_every_act_has_a_page(name: str) -> None:
    kind, _, verb = name.partition(".")
    addresses = {
        "matter": f"/matters/linhu-2026-1/1.2.1/{verb}/",
        "topic": f"/topics/linhu-topic-2026-1/{verb}/",
        "meeting": f"/meetings/linhu-executive-2026-1/{verb}/",
        "slip": f"/slips/linhu-blue-2026-1/{verb}/",
        "minutes": f"/minutes/linhu-2026-1/{verb}/",
        "proposal": "/minutes/linhu-2026-1/review/",
    }
    address = addresses[kind]
    if Action.registered[name].begins_anew:
        address = f"/{kind}s/acts/{verb}/"
    assert resolve(address).func


def test_every_act_says_what_it_did() -> None:
    silent = [name for name, one in Action.registered.items() if not str(one.sentence).strip()]
    assert silent == []
