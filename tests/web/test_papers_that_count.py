"""The review and the page of a paper ask the database as often for fifty duties as for five."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from web.conftest import PAPER, client_for, paper_under_review
from world import World
from yiding.followup.models import Matter, Minutes, Part, Proposal

FEW, MANY = 5, 50
Count = Callable[[str], int]


@pytest.fixture
def queries(world: World) -> Count:
    """How many queries a page takes; once to warm up, once to count."""
    client = client_for(world["supervisor"])

    def count(href: str) -> int:
        client.get(href)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(href).status_code == 200
        return len(asked)

    return count


def propose(minutes: Minutes, first: int, last: int) -> None:
    """Copies of a duty, each with units of its own, some accepted."""
    model = Proposal.objects.get(address=f"{minutes.address}:1.2.1")
    assists = list(model.assists.all())
    for number in range(first, last):
        model.pk, model.address = None, f"{minutes.address}:1.2.{number}"
        model.position, model.state = 1000 + number, ("open", "accepted", "edited")[number % 3]
        model.save()
        model.assists.set(assists)


def hand_over(world: World, minutes: Minutes, first: int, last: int) -> None:
    """Matters of the paper, each led by some unit and assisted by another."""
    units = list(world.units.values())
    for number in range(first, last):
        matter: Any = world.matter(
            minutes=minutes,
            address=f"{minutes.address}:1.2.{number}",
            lead=units[number % len(units)],
            state=("assigned", "under_way", "closed")[number % 3],
        )
        Part.objects.create(matter=matter, unit=units[(number + 1) % len(units)])


@pytest.mark.parametrize("query", ["", "?show=all", "?show=open", "?at=1.2.1"])
def test_the_review(minutes: Minutes, queries: Count, query: str) -> None:
    href = f"/minutes/{minutes.address}/review/{query}"
    propose(minutes, 2, FEW)
    few = queries(href)
    propose(minutes, FEW, MANY)
    assert queries(href) == few


def test_what_is_complete(minutes: Minutes, queries: Count) -> None:
    href = f"/minutes/{minutes.address}/review/complete/"
    propose(minutes, 2, FEW)
    few = queries(href)
    propose(minutes, FEW, MANY)
    assert queries(href) == few


def test_a_paper_beside_its_matters(world: World, minutes: Minutes, queries: Count) -> None:
    href = f"/minutes/{minutes.address}/"
    Minutes.objects.filter(pk=minutes.pk).update(state="issued")
    hand_over(world, minutes, 2, FEW)
    few = queries(href)
    hand_over(world, minutes, FEW, MANY)
    assert Matter.objects.filter(minutes=minutes).count() == MANY - 2
    assert queries(href) == few


def test_the_list_of_papers(world: World, minutes: Minutes, queries: Count) -> None:
    hand_over(world, minutes, 2, FEW)
    few = queries("/minutes/")
    for number in range(3, 3 + MANY):
        minutes.pk, minutes.address, minutes.file = None, f"linhu-2025-{number}", None
        minutes.save()
        hand_over(world, minutes, 2, 4)
    assert queries("/minutes/") == few


def test_duties_nobody_follows_do_not_stand_out(world: World, minutes: Minutes) -> None:
    Minutes.objects.filter(pk=minutes.pk).update(state="issued")
    duty = Proposal.objects.get(address=f"{minutes.address}:1.2.1")
    world.matter(minutes=minutes, address=duty.address, start=duty.start, end=duty.end)
    client = client_for(world["supervisor"])
    page = client.get(f"/minutes/{minutes.address}/").content.decode()
    assert page.count('data-as="obligation"') == 1


def test_a_paper_of_another_place_says_so(world: World) -> None:
    text = PAPER.replace("临湖", "云州")
    paper = paper_under_review(world, text)
    client = client_for(world["supervisor"])
    page = client.get(f"/minutes/{paper.address}/review/").content.decode()
    assert f"{paper.address} 不像临湖市的纪要" in page


def test_a_paper_of_ones_own_says_nothing(world: World, minutes: Minutes) -> None:
    client = client_for(world["supervisor"])
    assert "不像临湖市" not in client.get(f"/minutes/{minutes.address}/review/").content.decode()


def test_a_corrected_paper_has_its_matters_under_its_address(world: World) -> None:
    assert world.minutes is not None
    world.minutes.pk, world.minutes.address, world.minutes.edition = None, "linhu-2026-1@2", 2
    world.minutes.save()
    matter = world.assigned()
    client = client_for(world["supervisor"])
    for path in ("1.1.1/", "1.1.1/judge/"):
        assert client.get(f"/matters/linhu-2026-1@2/{path}").status_code == 200
    assert client.get("/minutes/linhu-2026-1@2/").status_code == 200
    assert f"/matters/{matter.address.replace(':', '/')}/" in (
        client.get("/minutes/linhu-2026-1@2/").content.decode()
    )
