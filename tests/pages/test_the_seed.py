"""The seed's minutes as a new user brings them in: twelve matters, in far less than ten minutes.

Counted as a person works: so long for a key or a click, so long for a field that is typed, and
what the machine itself takes on top.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages.conftest import NARROW, WIDE, Served, Window, Windows, wait_until_it_listens

KEY_S, FIELD_S = 1.5, 4.0
LIMIT_S = 300
ADDRESS = "suzhou-2019-41"


@dataclass
class Hands:
    """A person at a window: everything they do, counted."""

    page: Page
    keys: int = 0
    fields: int = 0
    began: float = field(default_factory=time.monotonic)

    def press(self, key: str) -> None:
        """One key."""
        self.keys += 1
        self.page.keyboard.press(key)

    def click(self, what: str) -> None:
        """One click."""
        self.keys += 1
        self.page.locator(what).first.click()

    def type(self, what: str, words: str) -> None:
        """One field."""
        self.fields += 1
        self.page.locator(what).first.fill(words)

    def at(self, clause: str) -> None:
        """Wait until this duty is open and its page listens."""
        self.page.wait_for_selector(f"[data-current='{clause}']")
        wait_until_it_listens(self.page)

    @property
    def seconds(self) -> float:
        """How long a person would have taken."""
        machine = time.monotonic() - self.began
        return machine + self.keys * KEY_S + self.fields * FIELD_S


@pytest.fixture
def minutes(seed_dir: Path) -> Path:
    """The seed's paper."""
    return seed_dir / "minutes-2019-41.txt"


def test_twelve_matters_in_minutes(windows: Windows, town: Served, minutes: Path) -> None:
    office = windows.of("supervisor")
    office.resize(WIDE)
    office.open("/minutes/import/")
    hands = Hands(office.page)
    office.page.set_input_files("[name=file]", minutes)
    hands.keys += 3  # open the dialogue, choose, confirm
    hands.click("main form button.first")
    office.page.wait_for_url("**/review/")
    _pictures(windows, office, "review")
    expect(office.page.locator("main .bar-note")).to_contain_text("不像临湖市的纪要")
    _settle(hands)
    expect(office.page.locator("h1")).to_contain_text("可以送审签，交办 12 件")
    _pictures(windows, office, "settled")
    hands.click("a:has-text('送秘书长审签')")
    hands.click("main button.first")
    leader = windows.of("secretary_general")
    leader.open(f"/minutes/{ADDRESS}/sign/")
    hands.page = leader.page
    hands.click("main form.form .acts button")
    expect(leader.page.locator("h1")).to_contain_text("交办 12 件")
    _pictures(windows, office, "assigned", f"/minutes/{ADDRESS}/")
    said = f"{hands.keys} keys and clicks, {hands.fields} fields, {hands.seconds:.0f} s"
    assert hands.seconds < LIMIT_S, said
    print(said)
    assert office.faults == []


def _settle(hands: Hands) -> None:
    """What lacks nothing by one key each; the collectives by name."""
    for clause in ("1.1.1", "2.1.1", "3.1.1", "4.1.1"):
        hands.at(clause)
        hands.press("a")
    for clause in ("4.2.2", "4.2.3"):
        hands.at(clause)
        if not hands.page.locator("#id_lead").input_value():
            hands.type("#divide_members", "市住建局、市资源规划局、市财政局")
            hands.click("button:has-text('分到各单位')")
            hands.page.wait_for_selector("#id_lead[value*='住建']")
        hands.press("a")
    hands.at("5.1.1")
    hands.press("a")
    for clause in ("6.1.1", "6.2.1"):
        hands.at(clause)
        hands.type("#id_lead", "市应急局")
        hands.press("Enter")
    for clause in ("6.3.2", "6.3.3", "8.2.1"):
        hands.at(clause)
        hands.press("a")


def _pictures(windows: Windows, window: Window, name: str, path: str = "") -> None:
    """The page as it stands, wide and narrow, in both languages, where pictures are wanted."""
    here = path or window.page.url
    english = windows.of("supervisor", "en")
    for language, one in (("zh", window), ("en", english)):
        if one is english or path:
            one.open(here)
        for width in (WIDE, NARROW):
            assert one.overflow(width) <= 0
            one.picture(f"seed-{name}-{language}-{width}")
        one.resize(WIDE)
