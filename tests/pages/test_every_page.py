"""Every page for every role that may open it, in both languages, wide and narrow."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages.conftest import NARROW, WIDE, Served, Window, Windows
from pages.samples import NO_PAGES, SAMPLES, Sample, desks

AXE = Axe()
GRAVE = {"serious", "critical"}
#: Chinese that is no data: the words of the page itself. What is data says which language it is.
WORDS_OF_THE_PAGE = """() => {
  const places = 'h1,h2,h3,th[scope=col],button,label,legend,summary,nav a,.btn,.hint,caption,dt';
  const said = node => [...node.childNodes].flatMap(one =>
    one.nodeType === 3 ? [one.data]
    : one.nodeType === 1 && !one.matches('[lang^=zh],option,textarea') ? said(one) : []);
  return [...document.querySelectorAll(places)]
    .filter(one => !one.closest('[lang=zh-CN]')).map(one => said(one).join('').trim());
}"""
CHINESE = re.compile("[一-鿿]")


def test_every_address_with_a_name_has_a_sample() -> None:
    assert set(desks()) == {one.name for one in SAMPLES} | NO_PAGES


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_page(windows: Windows, town: Served, sample: Sample) -> None:
    first, *others = sample.openers()
    path = sample.path(town.places)
    problems = _look(windows.of(_role(sample, first)), path, "zh")
    problems += _look(windows.of(_role(sample, first), "en"), path, "en")
    for role in others:
        problems += [f"{role}: {one}" for one in _look(windows.of(role), path, "")]
    assert problems == []


def _role(sample: Sample, role: str) -> str:
    return "" if sample.name == "sign-in" else role


def _look(window: Window, path: str, language: str) -> list[str]:
    """What is wrong with a page; axe looks at the first reader's, wide in Chinese, else narrow."""
    window.resize(NARROW if language == "en" else WIDE)
    status = window.open(path)
    page = window.page
    found = [] if status == 200 else [f"status {status}"]
    found += [] if page.locator("h1").count() == 1 else ["not one h1"]
    wanted = {"zh": "zh-CN", "en": "en"}.get(language)
    said = page.get_attribute("html", "lang")
    found += [] if wanted in {None, said} else [f"lang {said}"]
    found += _grave(page) if language else []
    found += _untranslated(page) if language == "en" else []
    for width in (WIDE, NARROW):
        over = window.overflow(width)
        found += [f"{over} px too wide at {width}"] if over > 0 else []
    return [*found, *window.faults]


def _grave(page: Any) -> list[str]:
    results = AXE.run(page).response["violations"]
    return [
        f"axe {one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in results
        if one["impact"] in GRAVE
    ]


def _untranslated(page: Any) -> list[str]:
    return [f"Chinese: {one}" for one in page.evaluate(WORDS_OF_THE_PAGE) if CHINESE.search(one)]
