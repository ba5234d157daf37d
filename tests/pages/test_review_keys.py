"""Every key of the review does what its button says, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from pages.conftest import WIDE, Served, Windows, wait_until_it_listens

Review = Callable[[int], Page]


@pytest.fixture
def review(windows: Windows, town: Served) -> Review:
    """The review of one of the papers kept for this, open in the office's window."""

    def open_paper(number: int) -> Page:
        window = windows.of("supervisor")
        window.resize(WIDE)
        window.open(f"/minutes/{town.places[f'keyed_{number}']}/review/")
        expect(window.page.locator("[data-current='1.1.1']")).to_have_count(1)
        return window.page

    return open_paper


def press(page: Page, key: str) -> None:
    """One key, once the page listens."""
    wait_until_it_listens(page)
    page.keyboard.press(key)


def expect_at(page: Page, clause: str) -> None:
    """This row is open."""
    expect(page.locator(f"[data-current='{clause}']")).to_have_count(1)


def test_j_and_k_go_to_the_next_and_the_one_before(review: Review) -> None:
    page = review(0)
    press(page, "j")
    expect_at(page, "1.2.1")
    press(page, "k")
    expect_at(page, "1.1.1")


def test_u_goes_to_the_unread_sentence(review: Review) -> None:
    page = review(0)
    press(page, "u")
    expect(page.locator(".prop.open [lang=zh-CN]").first).to_contain_text("情况属实")
    expect(page.locator(".doc [data-as=unread][aria-current]")).to_have_count(1)


def test_g_goes_to_the_text_and_back_to_the_form(review: Review) -> None:
    page = review(0)
    press(page, "g")
    expect(page.locator("#paper [aria-current]").first).to_be_focused()
    press(page, "g")
    expect(page.locator("#id_action")).to_be_focused()
    press(page, "Escape")
    expect(page.locator("#id_action")).not_to_be_focused()


def test_a_question_mark_shows_all_keys_and_hides_them(review: Review) -> None:
    page = review(0)
    press(page, "?")
    expect(page.locator(".all-keys p").first).to_be_visible()
    press(page, "?")
    expect(page.locator(".all-keys p").first).to_be_hidden()


def test_a_stroke_goes_to_the_search(review: Review) -> None:
    page = review(0)
    press(page, "/")
    expect(page.locator(".who input[type=search]")).to_be_focused()


def test_keys_can_be_switched_off(review: Review) -> None:
    page = review(0)
    press(page, "?")
    page.check("#keys-off")
    page.locator("#keys-off").blur()
    press(page, "j")
    page.wait_for_timeout(200)
    expect_at(page, "1.1.1")
    page.uncheck("#keys-off")
    page.locator("#keys-off").blur()
    press(page, "j")
    expect_at(page, "1.2.1")


@pytest.mark.parametrize(("key", "number", "kind"), [("b", 1, "background"), ("d", 2, "decision")])
def test_a_sentence_is_filed(review: Review, key: str, number: int, kind: str) -> None:
    page = review(number)
    press(page, "u")
    expect(page.locator(".prop.open")).to_contain_text("情况属实")
    press(page, key)
    expect(page.locator(f".doc [data-as={kind}]", has_text="情况属实")).to_have_count(1)
    expect(page.locator(".doc [data-as=unread]")).to_have_count(0)


def test_t_files_a_sentence_as_a_duty(review: Review) -> None:
    page = review(3)
    press(page, "u")
    expect(page.locator(".prop.open")).to_contain_text("情况属实")
    press(page, "t")
    expect(page.locator("#id_action")).to_have_value(re.compile("情况属实。$"))


def test_m_joins_with_the_next(review: Review) -> None:
    page = review(4)
    before = page.locator(".prop").count()
    press(page, "m")
    expect(page.locator(".prop")).to_have_count(before - 1)
    press(page, "z")
    expect(page.locator(".prop")).to_have_count(before)


def test_s_splits_at_the_caret(review: Review) -> None:
    page = review(5)
    press(page, "j")
    expect_at(page, "1.2.1")
    place = page.evaluate(
        """() => {
          const node = document.querySelector('#paper [aria-current]');
          const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
          getSelection().setPosition(text, text.data.indexOf('资金，') + 3);
          return text.data;
        }"""
    )
    assert "资金，" in place
    press(page, "s")
    expect(page.locator("#split_at")).to_be_focused()
    expect(page.locator("#split_at option:checked")).to_contain_text("｜报市政府")
    page.locator("#split_at").press("Enter")
    page.locator("details[open] button:has-text('拆开')").click()
    expect(page.locator(".prop", has_text="报市政府")).not_to_have_count(0)
    expect(page.locator(".prop .addr", has_text="1.2.2")).not_to_have_count(0)


def test_a_collective_is_divided_among_its_units(review: Review) -> None:
    page = review(6)
    page.locator(".prop .addr", has_text="1.4.1").first.click()
    expect_at(page, "1.4.1")
    page.fill("#divide_members", "市水务局、市财政局")
    page.locator("[name=way][value=each]").check()
    page.click("button:has-text('分到各单位')")
    expect(page.locator(".prop .addr", has_text="1.4.2")).not_to_have_count(0)
    expect(page.locator("#id_lead")).to_have_value("市水务局")


def test_enter_keeps_the_open_form_and_names_what_is_missing(review: Review) -> None:
    page = review(7)
    label = page.locator("label[for=id_lead]")
    expect(label).not_to_contain_text("可不填")
    press(page, "e")
    expect(page.locator("#id_action")).to_be_focused()
    page.fill("#id_lead", "")
    page.press("#id_lead", "Enter")
    expect(page.locator(".errors")).to_contain_text("请填牵头单位")
    expect(label).not_to_contain_text("可不填")
    page.fill("#id_lead", "市财政局")
    page.press("#id_lead", "Enter")
    expect_at(page, "1.2.1")
