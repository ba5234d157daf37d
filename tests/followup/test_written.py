"""Queries written once: the text is kept, the answer never is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from world import World, moment
from yiding.followup.board import Board, Desk
from yiding.followup.counted import counted
from yiding.followup.listing import COUNTED, Listed, capped, in_order, listed
from yiding.followup.matter_filter import CLOCKS, MatterFilter, chosen
from yiding.followup.models import Matter, Minutes
from yiding.followup.packs import pack_in_force
from yiding.followup.written import models_of, written
from yiding.registry.models import Unit

ON = date(2026, 5, 1)


def board_of(world: World, who: str = "supervisor", on: date = ON) -> Board:
    return Board(world[who], world.jurisdiction, on)


def handed_over(world: World, due_on: date, lead: str = "water") -> Matter:
    matter = world.matter()
    world.act(
        "matter.assign",
        matter,
        "secretary_general",
        date(2026, 3, 24),
        lead=lead,
        leader=world.leader_post.pk,
        due_on=str(due_on),
    )
    matter.refresh_from_db()
    return matter


def test_a_count_follows_what_changes_between_two_askings(world: World) -> None:
    board, open_ = board_of(world), MatterFilter(clock="open")
    assert (capped(board, open_), counted(board, [open_])) == (0, {open_: 0})
    handed_over(world, ON - timedelta(days=3))
    assert (capped(board, open_), counted(board, [open_])) == (1, {open_: 1})
    assert capped(board, open_, is_late=True) == 1
    assert capped(board_of(world, on=ON - timedelta(days=9)), open_, is_late=True) == 0


def test_desks_do_not_share_what_they_see(world: World) -> None:
    handed_over(world, ON)
    asked = MatterFilter(clock="open")
    seen = {
        who: capped(board_of(world, who), asked) for who in ("liaison@water", "liaison@housing")
    }
    assert seen == {"liaison@water": 1, "liaison@housing": 0}
    assert Desk(board_of(world)) != Desk(board_of(world, on=ON + timedelta(days=1)))


def test_a_unit_that_takes_a_code_over_is_found_at_once(world: World) -> None:
    handed_over(world, ON)
    board, asked = board_of(world), MatterFilter(unit="water", clock="open")
    assert capped(board, asked) == 1
    Unit.objects.filter(code="water").update(code="water-old")
    assert capped(board, asked) == 0
    assert [row.lead for row in listed(board, MatterFilter(unit="water-old"), first=0, last=9)]


@pytest.mark.parametrize("clock", ["", *CLOCKS])
def test_a_listed_row_is_the_matter_as_the_models_give_it(world: World, clock: str) -> None:
    for days in (-40, -3, 4, 90):
        handed_over(world, ON + timedelta(days=days))
    world.matter()
    board, asked = board_of(world), MatterFilter(clock=clock)
    rows = listed(board, asked, first=0, last=9)
    models = list(in_order(chosen(board, asked), asked)[:9])
    names = [name for name in Listed._fields if name not in {"lead", "last_report_at"}]
    assert [[getattr(row, name) for name in names] for row in rows] == [
        [getattr(one, name) for name in names] for one in models
    ]
    assert [row.lead for row in rows] == [str(one.lead or "") for one in models]


def test_the_same_question_is_written_once_and_asked_each_time(world: World) -> None:
    texts: list[int] = []

    @written
    def papers(place: int) -> Any:
        texts.append(place)
        return Minutes.objects.filter(jurisdiction=place).values_list("address")

    place = world.jurisdiction.pk
    with CaptureQueriesContext(connection) as asked:
        first, second = papers(place), papers(place)
    assert (texts, len(asked), first) == ([place], 2, second)
    assert papers.anew(place) == first
    assert texts == [place, place]


def test_a_question_of_many_keys_is_asked_of_the_keys_given(world: World) -> None:
    matters = [world.matter() for _ in range(4)]

    @written
    def addresses(keys: tuple[int, ...], least: int) -> Any:
        found = Matter.objects.filter(pk__in=keys, version__gte=least)
        return found.order_by("pk").values_list("pk", "address")

    for some in (matters[:2], matters[2:], matters[1:2], []):
        keys = [one.pk for one in some]
        assert addresses.of(keys, 0) == [(one.pk, one.address) for one in some]


def test_a_moment_keeps_its_zone(world: World) -> None:
    Minutes.objects.update(issued_at=moment(ON, 9))

    @written
    def issued() -> Any:
        return Minutes.objects.values_list("issued_at", "id", "held_on")[:1]

    (paper,) = models_of(Minutes, issued(), "issued_at", "id", "held_on")
    assert paper.issued_at == moment(ON, 9)
    assert paper.address == Minutes.objects.get(pk=paper.pk).address


def test_what_finds_nothing_is_not_asked(world: World) -> None:
    @written
    def nobody() -> Any:
        return Unit.objects.filter(pk__in=[]).values_list("pk")

    with CaptureQueriesContext(connection) as asked:
        assert nobody() == []
    assert not asked.captured_queries
    assert COUNTED > capped(board_of(world), MatterFilter(unit="nobody")) == 0


def test_a_pack_chosen_a_moment_ago_holds(world: World) -> None:
    before = pack_in_force(world.jurisdiction, ON)
    world.jurisdiction.pack_choices.create(slug="sanming", from_on=ON, chosen_at=moment(ON, 9))
    assert before.slug != pack_in_force(world.jurisdiction, ON).slug == "sanming"
