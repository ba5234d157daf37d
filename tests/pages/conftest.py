"""A town of its own, served by its own processes, and one browser for all tests of this folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from browsing import launched
from deployment import deployment

#: What fills the database in a process of its own: the application is loaded before it can be.
FILL = (
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
    "import django; django.setup()\nfrom pages import town; town.main()",
)
HEIGHT = 900
WIDE, NARROW = 1440, 390
#: What htmx marks while a part of a page is asked for, swapped in and made to listen.
UNSETTLED = ".htmx-request, .htmx-swapping, .htmx-added, .htmx-settling"
#: Where pictures of pages are kept, when anybody wants to look at them.
PICTURES = "YIDING_PICTURES"
#: How much of a page a picture shows, in pixels from its head.
PICTURE = 1500


@dataclass(frozen=True)
class Served:
    """Where the town is served, who may sign in there, and where everything is."""

    url: str
    usernames: dict[str, str]
    sessions: dict[str, str]
    places: dict[str, str]
    password: str
    cookie: str
    #: Names and titles: what stays Chinese on an English page.
    data: list[str]


@dataclass
class Window:
    """A page in a context of its own, and what went wrong in it."""

    context: BrowserContext
    page: Page
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> int:
        """Go there; the status of the answer. What went wrong before is forgotten."""
        self.faults.clear()
        answer = self.page.goto(path)
        return answer.status if answer else 0

    def resize(self, width: int) -> None:
        """Make the window this wide."""
        self.page.set_viewport_size({"width": width, "height": HEIGHT})

    def overflow(self, width: int) -> int:
        """How much wider than the window the page is, in pixels."""
        self.resize(width)
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def picture(self, name: str) -> None:
        """Keep the head of the page, where pictures are wanted."""
        folder = os.environ.get(PICTURES)
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            path, size = Path(folder) / f"{name}.png", self.page.viewport_size
            area = {"x": 0, "y": 0, "width": size["width"] if size else WIDE, "height": PICTURE}
            self.page.screenshot(path=str(path), full_page=True, clip=area)


@dataclass
class Windows:
    """One window for each reader and language, opened when first asked for and used again."""

    browser: Browser
    town: Served
    kept: dict[tuple[str, str], Window] = field(default_factory=dict)

    def of(self, role: str, language: str = "zh-hans") -> Window:
        """The window of whoever has this role; nobody has the empty one."""
        key = (role, language)
        if key not in self.kept:
            self.kept[key] = self.new(role, language)
        return self.kept[key]

    def new(self, role: str = "", language: str = "zh-hans", **options: Any) -> Window:
        """Another window."""
        context = self.browser.new_context(
            base_url=self.town.url,
            viewport={"width": WIDE, "height": HEIGHT},
            locale={"zh-hans": "zh-CN"}.get(language, language),
            **options,
        )
        cookies = {"django_language": language}
        if role:
            cookies[self.town.cookie] = self.town.sessions[role]
        context.add_cookies(
            [{"name": k, "value": v, "url": self.town.url} for k, v in cookies.items()]
        )
        window = Window(context, context.new_page())
        window.page.on("console", lambda message: _note(window, message))
        window.page.on("pageerror", lambda error: window.faults.append(str(error)))
        return window

    def close(self) -> None:
        """Close every window that is kept."""
        for window in self.kept.values():
            window.context.close()


def wait_until_it_listens(page: Page) -> None:
    """Wait until keys do what they say: a key before the script, or into a part being swapped
    in, is lost.
    """
    page.wait_for_load_state("load")
    page.wait_for_selector(f"html:not(:has({UNSETTLED}))")


def _note(window: Window, message: ConsoleMessage) -> None:
    if message.type in {"error", "warning"}:
        window.faults.append(f"{message.type}: {message.text}")


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The town, served."""
    with deployment(tmp_path_factory.mktemp("town")) as place:
        place.environment["YIDING_DEMO"] = "true"
        place.environment["PYTHONPATH"] += os.pathsep + os.environ.get("PYTHONPATH", "")
        answer = subprocess.run(
            FILL, env=place.environment, check=False, capture_output=True, text=True
        )
        assert answer.returncode == 0, answer.stderr[-3000:]
        facts = json.loads(answer.stdout.splitlines()[-1])
        # there is one reader: a second process would only work out all over what it remembers
        with place.serving("--workers", "1"):
            yield Served(f"http://127.0.0.1:{place.port}", **facts)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, once."""
    with launched() as opened:
        yield opened


@pytest.fixture(scope="package")
def windows(browser: Browser, town: Served) -> Iterator[Windows]:
    """Windows of every reader."""
    kept = Windows(browser, town)
    yield kept
    kept.close()
