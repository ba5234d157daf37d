"""Signing in and out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from world import World, make_world
from yiding.journal.models import Event


@pytest.fixture
def world(db: None) -> World:
    """A small city whose auditor and system administrator have passwords."""
    world = make_world()
    for role in ("auditor", "system_admin"):
        world[role].set_password("临湖审计二〇二六")
        world[role].save()
    return world


def _try(client: Client, **fields: str) -> int:
    return client.post("/sign-in/", {"desk": "business", **fields}).status_code


def test_the_right_password_at_the_right_desk(world: World, client: Client) -> None:
    assert _try(client, username="auditor", password="临湖审计二〇二六") == 302
    assert Event.objects.get().verb == "account.sign_in"


def test_the_wrong_desk_and_the_wrong_password_say_the_same(world: World, client: Client) -> None:
    answers = [
        client.post("/sign-in/", {"username": name, "password": password, "desk": desk})
        for name, password, desk in (
            ("system_admin", "临湖审计二〇二六", "business"),
            ("system_admin", "不对", "system_admin"),
            ("nobody", "不对", "business"),
        )
    ]
    words = "账号、密码或所选的台不对。"
    assert [(one.status_code, words in one.content.decode()) for one in answers] == [
        (422, True)
    ] * 3
    assert set(Event.objects.values_list("outcome", flat=True)) == {Event.Outcome.DENIED}


def test_one_click_accounts_only_in_a_demonstration(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.post("/sign-in/demo/", {"username": "mayor"}).status_code == 404
    monkeypatch.setattr(settings, "DEMO", True, raising=False)
    assert client.post("/sign-in/demo/", {"username": "mayor"}).status_code == 302


def test_nobody_is_sent_to_another_site(world: World, client: Client) -> None:
    fields = {
        "username": "auditor",
        "password": "临湖审计二〇二六",
        "next": "https://evil.example/",
    }
    answer = client.post("/sign-in/", {"desk": "business", **fields})
    assert answer.headers["Location"] == "/"


def test_a_session_in_use_goes_on(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(world["auditor"], backend="yiding.registry.signing_in.AccountBackend")
    start = timezone.now()
    for minutes in (0, 20, 40, 60):
        now = start + timedelta(minutes=minutes)
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        assert client.get("/inbox/").status_code == 200
    monkeypatch.setattr(timezone, "now", lambda: start + timedelta(minutes=95))
    assert client.get("/inbox/").status_code == 302


def test_a_page_asked_for_again_does_not_write_the_session(world: World, client: Client) -> None:
    client.force_login(world["auditor"], backend="yiding.registry.signing_in.AccountBackend")
    client.get("/inbox/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/inbox/")
    assert [one for one in queries.captured_queries if one["sql"].startswith("UPDATE")] == []
