"""Key pages (all by ``make pages``) with the flat stylesheet, as a browser without layers shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

from pages.conftest import NARROW, WIDE, Served, Window, Windows
from pages.samples import LOOKED_AT, Sample
from yiding.web import flat

RULES = flat.flatten((flat.STYLES / name).read_text("utf-8") for name in flat.SOURCES)
AXE = Axe()
CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
#: What cannot be pressed or filled in: no room, out of the window, or something lies over it.
OUT_OF_REACH = """() => {
  const wanted = 'main a.btn, main button, main input:not([type=hidden]), main select, ' +
    'main textarea, main summary, .masthead a, .masthead summary';
  const isShut = one => one.closest('details:not([open])') && !one.matches('summary');
  const isGone = one => getComputedStyle(one).visibility === 'hidden' || one.closest('.hush')
    || !one.offsetParent && one.closest('.nav,.who,.menu,.keys,.search,.opt');
  const isCovered = one => {
    one.scrollIntoView({block: 'center', inline: 'nearest'});
    const box = one.getBoundingClientRect();
    if (box.width < 1 || box.height < 1 || box.right < 1 || box.left > innerWidth) return true;
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
    const line = one.getClientRects()[0];
    const top = document.elementFromPoint(
      one.getClientRects().length > 1 ? line.left + line.width / 2 : x,
      one.getClientRects().length > 1 ? line.top + line.height / 2 : box.top + box.height / 2);
    return !top || !(one.contains(top) || top.contains(one) || one.labels?.[0]?.contains(top));
  };
  return [...document.querySelectorAll(wanted)].filter(one => !isShut(one) && !isGone(one))
    .filter(isCovered).map(one => one.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def old(windows: Windows) -> Iterator[dict[str, Window]]:
    """Windows of an old browser by role."""
    opened: dict[str, Window] = {}
    yield opened
    for window in opened.values():
        window.context.close()


def _answer(route: Route) -> None:
    is_flat = route.request.url.endswith(f"/{flat.FLAT}")
    route.fulfill(body=RULES if is_flat else "", content_type="text/css; charset=utf-8")


def _window(old: dict[str, Window], windows: Windows, role: str) -> Window:
    if role not in old:
        old[role] = windows.new(role)
        old[role].context.route("**/static/yiding/*.css", _answer)
    return old[role]


@pytest.mark.parametrize("sample", LOOKED_AT, ids=str)
def test_page(windows: Windows, old: dict[str, Window], town: Served, sample: Sample) -> None:
    role = "" if sample.name == "sign-in" else sample.openers()[0]
    window = _window(old, windows, role)
    window.open(sample.path(town.places))
    problems: list[str] = []
    for width in (WIDE, NARROW):
        over = window.overflow(width)
        problems += [f"{over} px too wide at {width}"] if over > 0 else []
        problems += [f"{width}: {one}" for one in window.page.evaluate(OUT_OF_REACH)]
    problems += _unreadable(window.page)
    assert "\n".join(problems) == ""


def _unreadable(page: Page) -> list[str]:
    found = AXE.run(page, options=CONTRAST).response["violations"]
    return [node["html"][:160] for one in found for node in one["nodes"]]
