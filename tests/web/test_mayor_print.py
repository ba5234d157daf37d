"""The mayor's page printed: one sheet of A4, however much waits."""

from __future__ import annotations

from datetime import date, timedelta

import pypdfium2
import pytest
from django.test import Client
from playwright.sync_api import Browser

from browsing import show
from world import World, make_world, moment
from yiding.followup.models import Extension, Minutes
from yiding.registry.models import Office, Person, Post

LONG = "按照会议意见进一步修改完善城市更新项目实施方案和资金平衡方案，报市委常委会审议后印发。"


def crowd(world: World, words: str) -> None:
    """More of everything than a sheet holds."""
    today = date.today()
    first = world.minutes
    assert first is not None
    leaders = [world.leader_post]
    for at in range(8):
        person = Person.objects.create(jurisdiction=world.jurisdiction, name=f"副市长姓名{at}")
        leaders.append(
            Post.objects.create(
                person=person,
                jurisdiction=world.jurisdiction,
                title="副市长",
                office=Office.VICE_MAYOR,
            )
        )
    for at in range(2, 10):
        first.pk, first.address, first.number = None, f"linhu-2026-{at}", f"〔2026〕{at}号"
        first.held_on = today - timedelta(days=at * 9)
        first.save(force_insert=True)
    for at in range(24):
        matter = world.matter(
            action=words,
            state="under_way",
            leader=leaders[at % 9],
            held_on=date(today.year, 1, 3),
            due_on=today - timedelta(days=30 + at),
            original_due_on=today - timedelta(days=60 + at),
            extended_count=1,
        )
        if at < 12:
            Extension.objects.create(
                matter=matter,
                ordinal=2,
                due_before=today,
                new_due_on=today + timedelta(days=60),
                reason="",
                progress="",
                applied_by=world["liaison@water"],
                applied_at=moment(today - timedelta(days=5)),
            )
    assert Minutes.objects.count() == 9


@pytest.fixture(params=["short", "long"])
def page(request: pytest.FixtureRequest, db: None, client: Client) -> str:
    world = make_world()
    crowd(world, LONG if request.param == "long" else "公布排名末五位的街道。")
    client.force_login(world["mayor"])
    return client.get("/mayor/").content.decode()


def printed(browser: Browser, page: str) -> pypdfium2.PdfDocument:
    """The page as paper."""
    tab = browser.new_page()
    show(tab, "/mayor/", page)
    return pypdfium2.PdfDocument(tab.pdf(prefer_css_page_size=True))


def test_a_crowded_page_is_one_sheet_and_says_what_it_left_out(browser: Browser, page: str) -> None:
    paper = printed(browser, page)
    assert len(paper) == 1
    text = paper[0].get_textpage().get_text_range()
    assert "第 1 页，共 1 页" in text
    assert "件没有列出" in text
    assert "停在您这里的" in text
