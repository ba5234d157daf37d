"""Every page for every role that may open it, in both languages; key pages wide and narrow.

``make pages`` looks at every one of them in the browser.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import DEFAULT_OPTIONS, Axe
from lxml import html
from playwright.sync_api import Page

from choice import EVERY
from pages.conftest import NARROW, WIDE, Served, Window, Windows
from pages.samples import NO_PAGES, SAMPLES, Sample, desks
from yiding.registry.roles import Role

AXE = Axe()
GRAVE = {"serious", "critical"}
#: Colours are the same in both languages: of key pages contrast is worked out once.
BUT_CONTRAST = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": False}}}
IN_ENGLISH = DEFAULT_OPTIONS if EVERY else BUT_CONTRAST
#: Where the words of the page itself stand. What is data says which language it is.
PLACES = ("h1", "h2", "h3", "th[@scope='col']", "button", "label", "legend", "summary", "nav//a",
          "caption", "dt", "*[contains(concat(' ', @class, ' '), ' btn ')]",
          "*[contains(concat(' ', @class, ' '), ' hint ')]")  # fmt: skip
WORDS = "|".join(f"//{one}" for one in PLACES)
CHINESE = re.compile("[一-鿿]")


def test_every_address_with_a_name_has_a_sample() -> None:
    assert set(desks()) == {one.name for one in SAMPLES} | NO_PAGES


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_page(windows: Windows, town: Served, sample: Sample) -> None:
    first, *others = sample.openers()
    path, reader = sample.path(town.places), "" if sample.name == "sign-in" else first
    chinese, english = windows.of(reader), windows.of(reader, "en")
    if sample.is_key or EVERY:
        problems = _look(chinese, path, "zh-CN") + _grave(chinese.page)
        problems += _look(english, path, "en") + _grave(english.page, IN_ENGLISH)
    else:
        problems = [one for each in (chinese, english) for one in _answered(each, path, reader)]
    problems += [] if sample.name == "parts" else _untranslated(english, path, town.data)
    problems += [one for role in others for one in _answered(windows.of(role), path, role)]
    assert "\n".join(problems) == ""


@pytest.mark.parametrize("role", Role)
def test_home(windows: Windows, role: Role) -> None:
    assert "\n".join(_look(windows.of(role), "/", "zh-CN")) == ""


def _look(window: Window, path: str, language: str) -> list[str]:
    """What is wrong with a page, wide and narrow; Chinese ends wide, English narrow."""
    status = window.open(path)
    page = window.page
    found = [] if status in _allowed(page) else [f"status {status}"]
    found += [] if page.locator("h1").count() else ["no h1"]
    said = page.get_attribute("html", "lang")
    found += [] if said == language else [f"lang {said}"]
    for width in (WIDE, NARROW) if language == "en" else (NARROW, WIDE):
        over = window.overflow(width)
        found += [f"{over} px too wide at {width}: {_widest(page)}"] if over > 0 else []
    return [*found, *(one for one in window.faults if "409 (Conflict)" not in one)]


def _allowed(page: Page) -> set[int]:
    """A page of an act that cannot be done today says so, and says why."""
    is_refusal = page.locator("form.form [aria-disabled=true]").count() > 0
    return {200, 409} if is_refusal else {200}


def _answered(window: Window, path: str, role: str) -> list[str]:
    """What is wrong with the answer that another reader gets, without opening it."""
    answer = window.context.request.get(path)
    headings = answer.text().count("<h1")
    is_well = answer.status in {200, 409} and headings > 0
    return [] if is_well else [f"{role}: status {answer.status}, {headings} h1"]


def _widest(page: Page) -> str:
    return str(
        page.evaluate(
            """() => [...document.querySelectorAll('main *')]
            .filter(one => one.getBoundingClientRect().right > innerWidth)
            .map(one => one.outerHTML.slice(0, 90)).slice(0, 3).join(' … ')"""
        )
    )


def _grave(page: Page, options: dict[str, Any] = DEFAULT_OPTIONS) -> list[str]:
    results = AXE.run(page, options=options).response["violations"]
    return [
        f"axe {one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in results
        if one["impact"] in GRAVE
    ]


def _untranslated(window: Window, path: str, data: list[str]) -> list[str]:
    """Words of the page that are still Chinese when all names and titles are taken out."""
    found = []
    for words in _words_of_the_page(window.context.request.get(path).text()):
        left = words
        for known in data if CHINESE.search(words) else ():
            left = left.replace(known, "")
        if CHINESE.search(left):
            found.append(f"Chinese: {words} ({left})")
    return found


def _words_of_the_page(page: str) -> list[str]:
    nodes = html.fromstring(page).xpath(WORDS)
    return [_said(one) for one in nodes if not one.xpath("ancestor-or-self::*[@lang='zh-CN']")]


def _said(node: html.HtmlElement) -> str:
    """The words in a node, without what is Chinese by its own word, and without choices."""
    parts = [node.text or ""]
    for one in node:
        is_data = (one.get("lang") or "").startswith("zh") or one.tag in {"option", "textarea"}
        parts += [] if is_data or not isinstance(one.tag, str) else [_said(one)]
        parts.append(one.tail or "")
    return "".join(parts).strip()
