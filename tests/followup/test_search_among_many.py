"""Search among many: the newest stand first and the count is right, however common the phrase."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest
from pytest_django import DjangoDbBlocker

from world import World
from yiding.followup import search
from yiding.followup.board import Board
from yiding.followup.models import Matter
from yiding.followup.search import COUNTED, SHOWN, matter_hits

#: More than are counted; every so many of them have a phrase.
MANY, EVERY = 620, (1, 2, 7, 40, 300)


@pytest.fixture(scope="module")
def standing_many(standing_city: World, django_db_blocker: DjangoDbBlocker) -> World:
    """Written once for all tests here."""
    with django_db_blocker.unblock():
        for at in range(MANY):
            words = [f"每{every}件" for every in EVERY if at % every == 0]
            standing_city.matter(action="，".join(words), quote="")
    return standing_city


@pytest.fixture
def many(standing_many: World, db: None) -> World:
    return deepcopy(standing_many)


@pytest.mark.parametrize(
    ("near", "everywhere"), [(5_000, 166), (600, 100), (60, 20), (30, 40), (1, 1)]
)
def test_however_common_a_phrase_is(
    many: World, monkeypatch: pytest.MonkeyPatch, near: int, everywhere: int
) -> None:
    # each way PostgreSQL may take, at the size of a test
    for name, size in {"_NEAR": near, "_EVERYWHERE": everywhere, "_COMMON": COUNTED + 50}.items():
        monkeypatch.setattr(search, name, size)
    board = Board(many["supervisor"], many.jurisdiction, date(2026, 5, 1))
    for every in EVERY:
        hits = matter_hits(board, f"每{every}件")
        found = Matter.objects.filter(action__contains=f"每{every}件").order_by("-pk")
        assert hits.keys == list(found.values_list("pk", flat=True)[:SHOWN])
        assert hits.count == min(len(range(0, MANY, every)), COUNTED + 1)
