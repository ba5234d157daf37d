"""Each stylesheet alone in a real browser: the new ones, and the flat one in their place.

A new browser is made an old one by giving it the rules of ``flat.css`` without the condition around
them and nothing of the other two.
"""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django import Settings

from browsing import HEIGHT, show
from yiding.web import flat

WIDTHS = (1440, 1100, 390)
FLAT_RULES = flat.flatten((flat.STYLES / name).read_text("utf-8") for name in flat.SOURCES)
#: What a browser taken for old is given: the flat rules, and nothing of the others.
OLD = {f"yiding/{name}": "" for name in flat.SOURCES} | {f"yiding/{flat.FLAT}": FLAT_RULES}


@pytest.fixture
def parts(settings: Settings, client: Client) -> str:
    """The page that shows every part."""
    settings.DEMO = True
    return client.get("/parts/").content.decode()


def opened(browser: Browser, page: str, width: int, *, is_old: bool) -> Page:
    """The page in a window of this width, in a new browser or in one taken for old."""
    tab = browser.new_page(viewport={"width": width, "height": HEIGHT})
    show(tab, "/parts/", page, OLD if is_old else None)
    return tab


@pytest.mark.parametrize("is_old", [False, True], ids=["new", "old"])
def test_no_page_is_wider_than_its_window(browser: Browser, parts: str, is_old: bool) -> None:
    for width in WIDTHS:
        tab = opened(browser, parts, width, is_old=is_old)
        assert tab.evaluate("document.documentElement.scrollWidth") == width


def test_old_and_new_browsers_show_the_same_sizes_and_colours(browser: Browser, parts: str) -> None:
    measure = """() => [...document.querySelectorAll('main h2, .btn, .mark, .slip, .lights i, td')]
        .map(each => { const style = getComputedStyle(each); return [
          each.textContent.trim(), style.color, style.backgroundColor, style.fontSize,
          style.paddingTop, style.paddingLeft, style.borderTopWidth, style.display ] })"""
    for width in (1440, 390):
        new, old = (
            opened(browser, parts, width, is_old=is_old).evaluate(measure)
            for is_old in (False, True)
        )
        assert len(new) > 100
        assert new == old


def test_every_act_stays_in_reach_of_an_old_browser(browser: Browser, parts: str) -> None:
    for width in WIDTHS:
        tab = opened(browser, parts, width, is_old=True)
        acts = tab.locator("main .btn, main input:not([type=hidden]), main select, main textarea")
        assert acts.count() > 10
        assert [acts.nth(at).is_visible() for at in range(acts.count())] == [True] * acts.count()


def test_a_new_browser_uses_nothing_of_the_flat_stylesheet(browser: Browser, parts: str) -> None:
    tab = opened(browser, parts, 1440, is_old=False)
    used = tab.evaluate(
        """() => Object.fromEntries([...document.styleSheets].map(sheet => [
          sheet.href.split('/').pop(), CSS.supports(sheet.cssRules[0].conditionText)]))"""
    )
    assert used == {"flat.css": False, "tokens.css": True, "yiding.css": True}
