"""The overview: every number is that of its list, and the page asks as much of 50 as of 5."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from world import World, make_world, moment
from yiding.followup.models import Matter, MatterCount, Minutes

NUMBER_LINK = re.compile(r'<a[^>]*href="(/matters/[^"]*)"[^>]*>([^<]*)</a>')
COUNT = re.compile(r"共 ([\d,]+) 件事项|没有这样的事项")


def today_is(world: World, client: Client, path: str = "/", who: str = "supervisor") -> str:
    client.force_login(world[who])
    return client.get(path).content.decode()


def listed(client: Client, href: str) -> int:
    """How many the list says there are."""
    page = client.get(unescape(href)).content.decode()
    found = COUNT.search(page)
    assert found, href
    return int((found[1] or "0").replace(",", ""))


def live(world: World, count: int) -> None:
    """Matters in many states and with many dates around today."""
    today = date.today()
    states = ("under_way", "assigned", "submitted", "closed", "standing", "objected", "suspended")
    for at in range(count):
        due = today + timedelta(days=(at * 7) % 60 - 40)
        original = due - timedelta(days=20 * (at % 2))
        state = states[at % len(states)]
        matter = world.matter(
            state=state,
            due_on=due if at % 11 else None,
            original_due_on=original if at % 11 else None,
            report_due_on=today - timedelta(days=at % 9 - 3) if state == "under_way" else None,
            held_on=date(today.year, 1, 2) + timedelta(days=at % 100),
            lead=world.units[("water", "housing", "finance")[at % 3]],
            leader=world.leader_post,
            assigned_at=moment(today - timedelta(days=30)),
        )
        if state == "closed":
            verified = today - timedelta(days=30 + at % 30)
            Matter.objects.filter(pk=matter.pk).update(verified_on=verified)
        matter.parts.create(unit=world.units["housing"])


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    live(world, 60)
    return world


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("/", "supervisor"),
        ("/", "secretary_general"),
        ("/", "liaison@water"),
        ("/units/", "auditor"),
        ("/units/housing/", "auditor"),
        ("/mayor/", "mayor"),
    ],
)
def test_every_number_is_that_of_its_list(
    world: World, client: Client, path: str, who: str
) -> None:
    page = today_is(world, client, path, who)
    checked = 0
    for href, words in NUMBER_LINK.findall(page):
        number = re.search(r"([\d,]+)(?: 件| / |$)", unescape(words).strip())
        if number is None or "%" in words:
            continue
        checked += 1
        assert listed(client, href) == int(number[1].replace(",", "")), (href, words)
    assert checked > 4


def test_a_number_of_what_waits_is_that_of_its_list(world: World, client: Client) -> None:
    page = today_is(world, client)
    todo = re.findall(r"<li><b>([\d,]+)</b>.*?<a href=\"(/matters/[^\"]+)\"", page)
    assert len(todo) >= 2
    for count, href in todo:
        assert listed(client, href) == int(count.replace(",", ""))


def test_sums_agree_and_say_so(world: World, client: Client) -> None:
    page = today_is(world, client)
    assert "✓ 相符" in page
    assert "与总数不符" not in page


def test_a_wrong_count_is_a_red_line(world: World, client: Client) -> None:
    MatterCount.objects.filter(state="closed", count__gt=0).first().delete()  # type: ignore[union-attr]
    page = today_is(world, client)
    assert "与总数不符" in page


def test_both_rates_stand_side_by_side(world: World, client: Client) -> None:
    page = today_is(world, client)
    assert page.index("按原定时限") < page.index("按延期后时限")


def test_a_unit_sees_its_own_alone(world: World, client: Client) -> None:
    page = today_is(world, client, who="liaison@water")
    assert "今天要做的" in page
    others = Matter.objects.filter(lead=world.units["finance"])
    assert not any(f'href="/matters/{m.address.replace(":", "/")}/"' in page for m in others)
    assert client.get("/units/finance/").status_code == 403
    assert client.get("/mayor/").status_code == 403


def test_another_city_is_not_there(world: World, client: Client) -> None:
    other = make_world("qingping", "329901", "青屏县")
    page = today_is(other, client)
    assert "linhu-2026-1" not in page
    assert client.get("/units/water/").status_code == 200


def test_a_paper_not_yet_read_waits_for_the_office(world: World, client: Client) -> None:
    Minutes.objects.update(state=Minutes.State.REVIEWING)
    page = today_is(world, client)
    assert "份纪要没有审读完" in page
    assert "继续审读〔2026〕1号" in page


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("/", "supervisor"),
        ("/", "liaison@water"),
        ("/matters/?clock=open", "supervisor"),
        ("/matters/?clock=open&as_of=2026-04-01", "supervisor"),
        ("/units/", "supervisor"),
        ("/units/water/", "supervisor"),
        ("/mayor/", "mayor"),
        ("/search/?q=按程序印发", "supervisor"),
        ("/search/?q=按程序印发", "liaison@water"),
    ],
)
def test_the_queries_do_not_grow_with_the_data(
    db: None, client: Client, path: str, who: str
) -> None:
    world = make_world()
    client.force_login(world[who])
    asked = []
    for more in (8, 90):
        live(world, more)
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert asked[1] <= 45
