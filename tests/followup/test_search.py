"""Search: the answers of the index are those of LIKE, whatever is asked and whatever is there."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db.models import Q

from world import World, make_world, moment
from yiding.followup.bigrams import bigrams
from yiding.followup.board import Board
from yiding.followup.matter_filter import MatterFilter, chosen
from yiding.followup.models import Matter, Minutes
from yiding.followup.search import (
    COUNTED,
    LONGEST,
    SHOWN,
    containing,
    matter_hits,
    minutes_with,
    phrase_of,
)

SIGNS = "校车停靠点安全评估，整改GB/T 9704“A”a_%b.*①㎡𠮷é\n\t0123"
ON = date(2026, 5, 1)


def board_of(world: World, who: str = "supervisor") -> Board:
    return Board(world[who], world.jurisdiction, ON)


def scribble(chance: random.Random, length: int) -> str:
    return "".join(chance.choice(SIGNS) for _ in range(length))


def like(phrase: str) -> set[int]:
    """What LIKE finds; letters of ASCII in either case."""
    found = Matter.objects.filter(Q(action__icontains=phrase) | Q(quote__icontains=phrase))
    return set(found.values_list("pk", flat=True))


@pytest.mark.parametrize("seed", range(4))
def test_any_phrase_is_found_as_like_finds_it(world: World, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    for _ in range(60):
        world.matter(action=scribble(chance, 30), quote=scribble(chance, 60))
    board, sought = board_of(world), 0
    for _ in range(150):
        text = chance.choice(Matter.objects.values_list("quote", flat=True))
        at = chance.randrange(len(text) - 6)
        phrase = phrase_of(text[at : at + chance.randint(2, 6)])
        if len(phrase) < 2 or (not phrase.isascii() and phrase != phrase.casefold()):
            continue
        sought += 1
        assert set(matter_hits(board, phrase).keys) == like(phrase), repr(phrase)
        narrowed = containing(board.rows(), phrase).values_list("pk", flat=True)
        assert set(narrowed) == like(phrase), repr(phrase)
    assert sought > 80


def test_two_characters_are_enough_and_one_is_not(world: World) -> None:
    matter = world.matter(action="治理太湖蓝藻")
    board = board_of(world)
    assert matter_hits(board, "太湖").keys == [matter.pk]
    assert matter_hits(board, "湖蓝").keys == [matter.pk]
    assert matter_hits(board, "湖治").keys == []
    assert not containing(board.rows(), "湖").exists()


def test_a_phrase_across_action_and_sentence_is_none(world: World) -> None:
    world.matter(action="治理太湖", quote="蓝藻暴发")
    assert matter_hits(board_of(world), "湖蓝").keys == []


def test_the_index_follows_every_change(world: World) -> None:
    matter = world.matter(action="治理太湖")
    board = board_of(world)
    Matter.objects.filter(pk=matter.pk).update(action="疏浚航道")
    assert matter_hits(board, "太湖").keys == []
    assert matter_hits(board, "航道").keys == [matter.pk]
    Matter.objects.filter(pk=matter.pk).delete()
    assert matter_hits(board, "航道").count == 0


def test_newest_first_and_counted_to_a_limit(world: World) -> None:
    made = [world.matter(action="整治油烟").pk for _ in range(COUNTED + 3)]
    hits = matter_hits(board_of(world), "油烟")
    assert hits.keys == sorted(made, reverse=True)[:SHOWN]
    assert hits.is_capped


@pytest.mark.parametrize("phrase", ["GPU服", "gpu服", "Gpu服", "服务器é"])
@pytest.mark.parametrize("who", ["supervisor", "liaison@water", "liaison@housing"])
def test_letters_of_ascii_count_as_small_ones_for_everybody(
    world: World, phrase: str, who: str
) -> None:
    own = world.under_way(action="采购GPU服务器é")
    world.under_way(action="采购GPU服务台É")
    board = board_of(world, who)
    found = {own.pk} if "é" in phrase else set(Matter.objects.values_list("pk", flat=True))
    assert set(matter_hits(board, phrase).keys) == found
    if who != "liaison@housing":
        words = chosen(board, MatterFilter(words=phrase))
        assert set(words.values_list("pk", flat=True)) == found
        past = replace(board, on=ON - timedelta(days=1), before=moment(ON, 0))
        then = chosen(past, MatterFilter(words=phrase))
        assert set(then.values_list("matter", flat=True)) == found


def test_a_unit_finds_its_own_and_no_other(world: World) -> None:
    own = world.under_way(action="治理太湖")
    world.matter(action="治理太湖", lead=world.units["finance"], state="under_way")
    other = make_world("qingping", "329901", "青屏县")
    other.matter(action="治理太湖")
    assert matter_hits(board_of(world, "liaison@water"), "太湖").keys == [own.pk]
    assert matter_hits(board_of(world, "liaison@housing"), "太湖").keys == [own.pk]
    assert matter_hits(board_of(world, "liaison@finance"), "太湖").count == 1
    assert matter_hits(board_of(world), "太湖").count == 2


def test_papers_are_searched_and_a_unit_sees_issued_ones_alone(world: World) -> None:
    assert world.minutes is not None
    board = board_of(world, "liaison@water")
    assert minutes_with(board, "按程序印发") == [world.minutes]
    Minutes.objects.update(state=Minutes.State.REVIEWING)
    assert minutes_with(board, "按程序印发") == []
    assert minutes_with(board_of(world), "按程序印发") == [world.minutes]


def test_what_is_too_long_is_cut_and_wild_cards_are_plain(world: World) -> None:
    world.matter(action="完成率100%以上")
    board = board_of(world)
    assert len(phrase_of("很" * 10_000)) == LONGEST
    assert matter_hits(board, phrase_of("很" * 10_000)).count == 0
    assert matter_hits(board, "0%以").count == 1
    assert matter_hits(board, "0_以").count == 0
    assert matter_hits(board, '"程序" OR').count == 0
    assert chosen(board, MatterFilter(words="100%")).count() == 1


def test_pairs_are_each_once_and_small(world: World) -> None:
    assert bigrams("ABab校") == ["ab", "ba", "b校"]
