"""A real browser on a live server: Chromium as the system has it, driven by Playwright.

``browser`` is Chromium; ``signed_in(account)`` is a page of it where that account has signed in,
``signed_in(None)`` one where nobody has. Pages are kept as pictures in the folder YIDING_PICTURES,
or in one that goes with the test. Without a browser a test says so and is left out, and under CI
it fails.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer

from yiding.registry.models import Account

NAMES = ("chromium", "chromium-browser", "google-chrome")
HEIGHT = 900
#: Where a page made beforehand is shown: no server stands there.
ADDRESS = "http://yiding.test"

SignedIn = Callable[..., Page]
Picture = Callable[[Page, str], Path]


def chromium() -> str:
    """The browser's path; skips where there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no browser: apt-get install chromium")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, until it is no longer wanted."""
    path = chromium()
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=flags)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for the tests of a module."""
    usual = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    # the loop of Playwright runs in this thread and Django takes it for its own
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with launched() as opened:
            yield opened
    finally:
        if usual is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def signed_in(browser: Browser, live_server: LiveServer) -> Iterator[SignedIn]:
    """Opens a page on the live server: ``signed_in(account, width=390, language="en")``."""
    contexts = []

    def open_page(
        account: Account | None, *, width: int = 1440, language: str = "zh-hans", **options: Any
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": HEIGHT},
            locale={"zh-hans": "zh-CN"}.get(language, language),
            **options,
        )
        contexts.append(context)
        cookies = {settings.LANGUAGE_COOKIE_NAME: language}
        if account is not None:
            cookies[settings.SESSION_COOKIE_NAME] = session_of(account)
        context.add_cookies(
            [
                {"name": name, "value": value, "url": live_server.url}
                for name, value in cookies.items()
            ]
        )
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def show(tab: Page, path: str, html: str, instead: Mapping[str, str] | None = None) -> None:
    """Open a page made beforehand with the static files it names, or other styles ``instead``."""

    def answer(route: Route) -> None:
        asked = urlparse(route.request.url).path
        name = asked.removeprefix("/static/")
        if asked == path:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif name in (instead or {}):
            route.fulfill(body=(instead or {})[name], content_type="text/css; charset=utf-8")
        else:
            route.fulfill(path=Path(str(finders.find(name))))

    tab.route("**/*", answer)
    tab.goto(ADDRESS + path)


def session_of(account: Account) -> str:
    """The key of a session of this account, as signing in makes it."""
    client = Client()
    client.force_login(account)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def picture(tmp_path: Path) -> Picture:
    """Keeps the whole of a page: ``picture(page, "journal-390")``."""
    folder = Path(os.environ.get("YIDING_PICTURES", tmp_path))

    def keep(page: Page, name: str) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        page.screenshot(path=str(path), full_page=True)
        return path

    return keep
