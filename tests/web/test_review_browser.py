"""A paper reviewed in a real browser with the keyboard, and with no script at all."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from browsing import SignedIn
from web.conftest import paper_under_review
from world import World, make_world
from yiding.followup.models import Minutes, Proposal


@pytest.fixture
def world(transactional_db: None) -> World:
    """A small city with a paper under review."""
    city = make_world()
    paper_under_review(city)
    return city


def review(signed_in: SignedIn, world: World, *, script: bool, width: int) -> Page:
    """The review, open in the supervision office's window."""
    page = signed_in(world["supervisor"], width=width, java_script_enabled=script)
    page.goto("/minutes/linhu-2026-9/review/")
    return page


def states() -> dict[str, str]:
    """How every binding duty stands."""
    rows = Proposal.objects.filter(is_binding=True)
    return {one.clause: str(one.state) for one in rows}


def test_two_keys_accept_two_duties(world: World, signed_in: SignedIn) -> None:
    page = review(signed_in, world, script=True, width=1440)
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


def test_refusing_asks_a_reason_by_key(world: World, signed_in: SignedIn) -> None:
    page = review(signed_in, world, script=True, width=1440)
    page.keyboard.press("x")
    page.keyboard.type("已经办结")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-current='1.2.1']")
    refused = Proposal.objects.get(address="linhu-2026-9:1.1.1")
    assert (str(refused.state), refused.reason) == ("refused", "已经办结")


def test_no_key_acts_while_a_field_has_the_focus(world: World, signed_in: SignedIn) -> None:
    page = review(signed_in, world, script=True, width=1440)
    page.keyboard.press("e")
    page.keyboard.type("ab")
    assert "ab" in page.input_value("#id_action")
    assert states()["1.1.1"] == "open"


@pytest.mark.parametrize("width", [1440, 390])
def test_without_a_script_every_act_is_a_form(
    world: World, signed_in: SignedIn, width: int
) -> None:
    page = review(signed_in, world, script=False, width=width)
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
def test_nothing_is_wider_than_the_window(world: World, signed_in: SignedIn, width: int) -> None:
    page = review(signed_in, world, script=True, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
