"""A paper reviewed in a real browser with the keyboard, and with no script at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from web.test_review import PAPER
from world import World, make_world, moment
from yiding.followup.importing import import_file
from yiding.followup.models import Minutes, Proposal


@pytest.fixture
def world(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    """A small city with a paper under review."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # asked while the browser runs
    city = make_world()
    import_file("纪要.txt", PAPER.encode(), city["supervisor"], moment(date(2026, 3, 24)))
    return city


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Chromium."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


def review(browser: Browser, server: LiveServer, world: World, *, script: bool, width: int) -> Page:
    """The review, open in the supervision office's window."""
    client = Client()
    client.force_login(world["supervisor"], backend="yiding.registry.signing_in.AccountBackend")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script
    )
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": server.url}])
    page = context.new_page()
    page.goto(f"{server.url}/minutes/linhu-2026-9/review/")
    return page


def states() -> dict[str, str]:
    """How every binding duty stands."""
    rows = Proposal.objects.filter(is_binding=True)
    return {one.clause: str(one.state) for one in rows}


def test_two_keys_accept_two_duties(
    world: World, live_server: LiveServer, browser: Browser
) -> None:
    page = review(browser, live_server, world, script=True, width=1440)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.keyboard.press("a")
    page.wait_for_selector("[data-current='1.2.1']")
    assert page.url.endswith("/review/")
    page.keyboard.press("a")
    page.wait_for_selector("h1:has-text('可以送审签')")
    assert states() == {"1.1.1": "accepted", "1.2.1": "accepted"}
    page.keyboard.press("z")
    page.wait_for_selector("h1:has-text('还有 1 件待定')")
    assert states() == {"1.1.1": "accepted", "1.2.1": "open"}
    assert problems == []


def test_refusing_asks_a_reason_by_key(
    world: World, live_server: LiveServer, browser: Browser
) -> None:
    page = review(browser, live_server, world, script=True, width=1440)
    page.keyboard.press("x")
    page.keyboard.type("已经办结")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-current='1.2.1']")
    refused = Proposal.objects.get(address="linhu-2026-9:1.1.1")
    assert (str(refused.state), refused.reason) == ("refused", "已经办结")


def test_no_key_acts_while_a_field_has_the_focus(
    world: World, live_server: LiveServer, browser: Browser
) -> None:
    page = review(browser, live_server, world, script=True, width=1440)
    page.keyboard.press("e")
    page.keyboard.type("ab")
    assert "ab" in page.input_value("#id_action")
    assert states()["1.1.1"] == "open"


@pytest.mark.parametrize("width", [1440, 390])
def test_without_a_script_every_act_is_a_form(
    world: World, live_server: LiveServer, browser: Browser, width: int
) -> None:
    page = review(browser, live_server, world, script=False, width=width)
    page.click("button[name=is_final]")
    page.wait_for_selector("[data-current='1.2.1']")
    page.fill("#id_due_on", "2026-07-15")
    page.click("button[name=is_final]")
    page.wait_for_selector("h1:has-text('可以送审签')")
    assert states() == {"1.1.1": "accepted", "1.2.1": "edited"}
    changed = Proposal.objects.get(address="linhu-2026-9:1.2.1")
    assert (changed.due_on, changed.date_decision) == (date(2026, 7, 15), "set")
    page.click("a:has-text('送秘书长审签')")
    page.click("button.first")
    assert Minutes.objects.get(address="linhu-2026-9").state == Minutes.State.SUBMITTED


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_is_wider_than_the_window(
    world: World, live_server: LiveServer, browser: Browser, width: int
) -> None:
    page = review(browser, live_server, world, script=True, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
