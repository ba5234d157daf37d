"""A program that calls, in the name of any account of the city."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from world import World, make_world
from yiding.registry.tokens import TokenWish, issue

ROOT = "/api/v1"


@dataclass
class Program:
    """Calls the API as an account by a token of these scopes; a failure inside is answered too."""

    world: World
    username: str
    scopes: tuple[str, ...] = ("read", "act", "import")
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        account = self.world[self.username]
        wish = TokenWish("对接", self.scopes)
        self.clear = issue(account, wish, account, timezone.now()).clear
        self.client = Client(raise_request_exception=False)

    def get(self, path: str, query: dict[str, Any] | None = None, **headers: str) -> HttpResponse:
        """GET under the root of the API."""
        return self.client.get(ROOT + path, query, headers=self._headers(headers))

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """POST JSON; bytes and text go as they are."""
        raw = body if isinstance(body, str | bytes) else json.dumps({} if body is None else body)
        return self.client.post(
            ROOT + path, raw, content_type="application/json", headers=self._headers(headers)
        )

    def send(self, path: str, fields: dict[str, Any], **headers: str) -> HttpResponse:
        """POST a form with files."""
        return self.client.post(ROOT + path, fields, headers=self._headers(headers))

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        named = {name.replace("_", "-"): value for name, value in more.items()}
        return {"Authorization": f"Bearer {self.clear}", **self.headers, **named}


def assert_problem(response: HttpResponse, status: int, **said: Any) -> dict[str, Any]:
    """The answer is a problem of this status that says this."""
    assert response.status_code == status, response.content.decode()
    assert response.headers["Content-Type"] == "application/problem+json"
    body = response.json()
    assert {"type", "title", "status", "detail"} <= set(body)
    assert body["status"] == status
    assert {name: body.get(name) for name in said} == said
    return body


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    cache.clear()


@pytest.fixture
def world(db: None) -> World:
    """A small city."""
    return make_world()
