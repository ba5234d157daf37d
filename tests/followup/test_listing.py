"""A page of a list: its rows and counts are those of the matters, whoever asks and when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from world import World, moment
from yiding.followup.board import Board, Desk
from yiding.followup.counted import counted
from yiding.followup.listing import SORTS, Listed, Listing, in_order
from yiding.followup.matter_filter import CLOCKS, MatterFilter, chosen
from yiding.followup.models import Matter
from yiding.followup.packs import pack_in_force
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
    assert (Listing(board, open_).count(), counted(board, [open_])) == (0, {open_: 0})
    handed_over(world, ON - timedelta(days=3))
    assert (Listing(board, open_).count(), counted(board, [open_])) == (1, {open_: 1})
    assert Listing(board, open_).count(is_late=True) == 1
    assert Listing(board_of(world, on=ON - timedelta(days=9)), open_).count(is_late=True) == 0


def test_desks_do_not_share_what_they_see(world: World) -> None:
    handed_over(world, ON)
    asked = MatterFilter(clock="open")
    water, housing = (board_of(world, f"liaison@{unit}") for unit in ("water", "housing"))
    assert (Listing(water, asked).count(), Listing(housing, asked).count()) == (1, 0)
    assert Desk(board_of(world)) != Desk(board_of(world, on=ON + timedelta(days=1)))


def test_a_unit_that_takes_a_code_over_is_found_at_once(world: World) -> None:
    handed_over(world, ON)
    board, asked = board_of(world), MatterFilter(unit="water", clock="open")
    assert Listing(board, asked).count() == 1
    Unit.objects.filter(code="water").update(code="water-old")
    assert Listing(board, asked).count() == 0
    assert [row.lead for row in Listing(board, MatterFilter(unit="water-old")).rows(0, 9)]


@pytest.mark.parametrize("sort", ["", *SORTS])
def test_what_is_found_by_its_words_stands_in_the_lists_order(world: World, sort: str) -> None:
    for days in (9, -40, 4):
        handed_over(world, ON + timedelta(days=days))
    world.matter(action="另一件", quote="另一件事。")
    board, word = board_of(world), Matter.objects.values_list("action", flat=True)[0][:4]
    found, every = MatterFilter(words=word), MatterFilter(clock="open")
    listing = Listing(board, found)
    keys = [row.pk for row in listing.rows(0, 9, sort)]
    assert len(keys) == listing.count() == 3
    assert keys == list(in_order(chosen(board, found), found, sort).values_list("pk", flat=True))
    assert [row.pk for row in listing.rows(1, 2, sort)] == keys[1:2]
    assert Listing(board, every).count() == 3


def test_what_is_closed_is_not_late(world: World) -> None:
    handed_over(world, ON - timedelta(days=3))
    counts = {
        state: Listing(board_of(world), MatterFilter(state=state)).count(is_late=True)
        for state in ("closed,archived", "assigned", "closed,assigned", "")
    }
    assert counts == {"closed,archived": 0, "assigned": 1, "closed,assigned": 1, "": 1}


@pytest.mark.parametrize("clock", ["", *CLOCKS])
def test_a_listed_row_is_the_matter_as_the_models_give_it(world: World, clock: str) -> None:
    for days in (-40, -3, 4, 90):
        handed_over(world, ON + timedelta(days=days))
    world.matter()
    board, asked = board_of(world), MatterFilter(clock=clock)
    rows = Listing(board, asked).rows(0, 9)
    models = list(in_order(chosen(board, asked), asked)[:9])
    names = [name for name in Listed._fields if name not in {"lead", "last_report_at"}]
    assert [[getattr(row, name) for name in names] for row in rows] == [
        [getattr(one, name) for name in names] for one in models
    ]
    assert [row.lead for row in rows] == [str(one.lead or "") for one in models]


def test_a_pack_chosen_a_moment_ago_holds(world: World) -> None:
    before = pack_in_force(world.jurisdiction, ON)
    world.jurisdiction.pack_choices.create(slug="sanming", from_on=ON, chosen_at=moment(ON, 9))
    assert before.slug != pack_in_force(world.jurisdiction, ON).slug == "sanming"
