"""The ledgers of Linhu: real findings of every kind, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yiding.demo.city import CITY, linhu
from yiding.demo.deeds import moment
from yiding.demo.enrolment import enrol
from yiding.demo.ledgers.dates import words
from yiding.demo.ledgers.delivery import Delivery, NotTaken, bring_in, workbook
from yiding.demo.ledgers.enforcing import beside_the_items
from yiding.demo.ledgers.estate import Estate
from yiding.demo.ledgers.keeping import assessed, keepers, shared_out, told, years
from yiding.demo.ledgers.rounds import Rounds
from yiding.demo.ledgers.season import Season
from yiding.demo.ledgers.sending import messages, take_readings
from yiding.demo.ledgers.stewardship import numbered, returns, scales
from yiding.demo.ledgers.water import Samples, season_of
from yiding.ledgers.base.figures import indicator_at
from yiding.ledgers.base.models import Entry
from yiding.ledgers.catalogue import SLUGS, ledger
from yiding.ledgers.sheets import read_sheets
from yiding.registry.roles import Role

TODAY = date(2026, 11, 20)
SEASON = (date(2026, 4, 1), date(2026, 12, 1))


def everything(seed: int) -> dict[str, Any]:
    """All that is made by chance."""
    estate = Estate(seed, TODAY)
    rounds = Rounds(seed, TODAY)
    return {
        "offices": estate.offices(),
        "scales": scales(estate.bodies, seed),
        "returns": returns(estate.bodies, 2026, TODAY, seed),
        "items": [(one.key, one.steps) for one in rounds.items],
        "samples": Samples(seed, TODAY).rows(*SEASON),
        "season": Season(seed, TODAY).rows(*SEASON),
        "messages": list(messages(seed, date(2026, 7, 1), date(2026, 7, 4))),
    }


def test_the_same_seed_gives_the_same_data() -> None:
    """And another seed other data in every part."""
    first, again, other = everything(1), everything(1), everything(2)
    assert first == again
    assert all(first[part] != other[part] for part in first)


def test_the_city_is_large_enough_to_look_at() -> None:
    estate, rounds = Estate(1, TODAY), Rounds(1, TODAY)
    assert len(estate.compounds()) == 12
    assert len(estate.buildings()) == 60
    offices = estate.offices()
    assert 1200 < len(offices) < 1700
    assert len({row["id"] for row in offices}) == len(offices)
    assert 250 < len(rounds.items) < 350
    assert len({one.key for one in rounds.items}) == len(rounds.items)


def test_a_small_part_of_the_city_is_loaded_with_few_meetings() -> None:
    whole, part = Estate(1, TODAY), Estate(1, TODAY, 1 / 12)
    assert len(part.bodies) < len(whole.bodies) / 5
    assert part.bodies == whole.bodies[: len(part.bodies)]
    assert len(Rounds(1, TODAY, 1 / 12).items) < len(Rounds(1, TODAY).items) / 3


def test_nothing_is_known_before_it_happened() -> None:
    """An item says of each day only what had come about by then."""
    rounds = Rounds(1, TODAY)
    closed = [one for one in rounds.items if (one.as_of(TODAY) or {}).get("closed") == "是"]
    assert len(closed) > 100
    for item in closed:
        (last, _), first = item.steps[-1], item.steps[0][0]
        assert item.as_of(date.fromordinal(first.toordinal() - 1)) is None
        before = item.as_of(date.fromordinal(last.toordinal() - 1))
        assert before is not None
        assert before["closed"] == "否"
    assert all(row["sample_time"].date() < TODAY for row in Samples(1, TODAY).rows(*SEASON))


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 3, 31), date(2025, 4, 1)),
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 12, 31), date(2026, 4, 1)),
    ],
)
def test_the_season_is_the_one_under_way_or_the_last(today: date, first: date) -> None:
    assert season_of(today) == first


def test_everything_is_told_within_the_rows_of_words() -> None:
    """Every indicator that a matter, a target or the sheet names is one of a ledger's."""
    named = [one["address"] for one in told("proof") if ":" not in one["address"]]
    named += [one["indicator"] for table in ("target", "assessed") for one in told(table)]
    assert all(indicator_at(name)[1].slug == name.partition("/")[2] for name in named)
    assert len(beside_the_items(TODAY)["plan6"]) == 9


@pytest.mark.parametrize("slug", years())
def test_a_ledgers_words_speak_of_that_ledger_alone(slug: str) -> None:
    """Its proofs, targets and rows of the sheet, none of them empty."""
    for table, name in (("proof", "address"), ("target", "indicator"), ("assessed", "indicator")):
        rows = words(f"{slug}.toml")[table]
        assert {one[name].replace(":", "/").partition("/")[0] for one in rows} == {slug}


def test_a_ledger_is_kept_by_a_unit_of_the_city() -> None:
    codes = {unit.code for unit in linhu().units_of(CITY)}
    assert keepers().keys() == set(years()) <= set(SLUGS)
    assert set(keepers().values()) <= codes


def test_the_sheet_is_a_hundred_whatever_points_the_ledgers_give() -> None:
    """Whole weights in their measure; what is left over goes to the largest rests."""
    assert sum(one.weight for one in assessed()) == 100
    assert shared_out(100, [10, 10, 15, 65]) == [10, 10, 15, 65]
    assert shared_out(100, [1, 1, 1]) == [34, 33, 33]
    assert shared_out(100, [5, 10, 10, 5]) == [17, 33, 33, 17]


def test_the_messages_are_taken_but_for_those_that_came_damaged(
    settings: Any, tmp_path: Path
) -> None:
    """Ten days of five stations, six a day; taken again, nothing is new."""
    settings.DATA_DIR = tmp_path
    now = moment(TODAY, 9)
    taken = take_readings(1, date(2026, 4, 1), now, share=10 / 62)
    assert (taken.frames, taken.damaged) == (300, 1)
    assert taken.new > 2000
    assert take_readings(1, date(2026, 4, 1), now, share=10 / 62).new == 0


def test_every_sheet_is_read_as_the_kind_it_is_written_for() -> None:
    """Heads as people write them; records go in a cell and come out again."""
    estate = Estate(1, TODAY, 1 / 12)
    rows = {"office": estate.offices(), "building": estate.buildings(), **stewardship_rows()}
    for slug, sheets in (("premises", rows), ("inspections", beside_the_items(TODAY))):
        book = workbook(Delivery(slug, "清查", moment(TODAY, 9), sheets))
        read = list(read_sheets(ledger(slug), "清查.xlsx", book))
        assert Counter(one["kind"] for one in read) == {kind: len(sheets[kind]) for kind in sheets}
        keys = {(one["kind"], one["id"]) for one in read}
        assert keys == {(kind, row["id"]) for kind in sheets for row in sheets[kind]}
        if slug == "premises":
            office = next(one for one in read if one["kind"] == "office")
            assert office["fields"]["occupants"][0]["rank"] == "bureau_head"


def stewardship_rows() -> dict[str, list[dict[str, Any]]]:
    return {name: numbered(name, TODAY) for name in ("lease", "works", "disposal")}


def test_a_row_the_ledger_does_not_take_is_a_fault_told_in_words(
    db: None, settings: Any, tmp_path: Path
) -> None:
    """Nothing of such a file is written."""
    settings.MEDIA_ROOT = tmp_path
    rows = enrol(linhu(), TODAY, "x")
    officer = rows.desks_of(Role.SUPERVISOR, None, TODAY)[0].account
    wrong = {"building": [{"id": "B-1", "name": "1号楼", "gross_area_m2": "很大"}]}
    with pytest.raises(NotTaken, match="很大"):
        bring_in(Delivery("premises", "清查", moment(TODAY, 9), wrong), officer)
    assert not Entry.objects.exists()
