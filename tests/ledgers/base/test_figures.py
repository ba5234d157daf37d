"""Figures over stored entries by address, with what is behind them; targets, the yearly sheet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ledgers.base.offices import office, writing
from world import World, moment
from yiding.followup.refusals import Refused
from yiding.journal.models import Event
from yiding.ledgers.base.assessment import Item, SheetWish, keep_sheet, score_of, set_target
from yiding.ledgers.base.figures import Asked, UnknownIndicator, figure_of, is_reached, target_on
from yiding.ledgers.base.store import change_entry, put_entry, retire_entry

ADDRESS = "premises/office-area-per-person"
ON = date(2026, 3, 3)


def figure(world: World, on: date = ON, **more: object) -> Decimal | None:
    return figure_of(Asked(ADDRESS, world.jurisdiction, on, **more)).value


def test_a_figure_has_the_entries_behind_it(world: World) -> None:
    for key, area in (("A-1", "9"), ("A-2", "12")):
        put_entry(writing(world), office(key, area=area))
    found = figure_of(Asked(ADDRESS, world.jurisdiction, ON))
    assert found.value == Decimal("10.5")
    assert [one.key for one in found.entries()] == ["A-1", "A-2"]


def test_retired_entries_and_those_of_another_city_count_for_nothing(world: World) -> None:
    row = put_entry(writing(world), office("A-1", area="9"))
    put_entry(writing(world), office("A-2", area="12"))
    retire_entry(writing(world), row, "腾退")
    assert figure(world) == Decimal(12)


def test_no_entries_is_no_figure(world: World) -> None:
    assert figure(world) is None


def test_a_figure_of_one_unit(world: World) -> None:
    put_entry(writing(world), office("A-1", area="9", unit="water"))
    put_entry(writing(world), office("A-2", area="12", unit="housing"))
    assert figure(world, unit=world.units["water"]) == Decimal(9)


def test_a_figure_as_it_was_known_at_a_moment(world: World) -> None:
    row = put_entry(writing(world), office("A-1", area="9"))
    later = date(2026, 3, 10)
    change_entry(writing(world, on=later), row, {"area_m2": "12"})
    retire_entry(writing(world, on=date(2026, 3, 20)), row, "腾退")
    assert figure(world, known_at=moment(date(2026, 3, 2))) is None
    assert figure(world, known_at=moment(ON)) == Decimal(9)
    assert figure(world, known_at=moment(later)) == Decimal(12)
    assert figure(world, known_at=moment(date(2026, 3, 21))) is None


def test_an_unknown_address_names_those_there_are() -> None:
    with pytest.raises(UnknownIndicator, match=ADDRESS):
        figure_of(Asked("premises/happiness", None, ON))  # type: ignore[arg-type]


def test_the_target_ahead_and_then_the_last_one(world: World) -> None:
    by = world["supervision_director"]
    for amount, day in (("11", date(2026, 6, 30)), ("10", date(2026, 12, 31))):
        set_target(by, ADDRESS, Decimal(amount), day, moment(ON))
    amounts = [
        target_on(world.jurisdiction, ADDRESS, day).amount
        for day in (ON, date(2026, 6, 30), date(2026, 7, 1), date(2027, 1, 1))
    ]
    assert amounts == [11, 11, 10, 10]
    assert Event.objects.filter(verb="ledger.target", subject=ADDRESS).count() == 2


@pytest.mark.parametrize(
    ("value", "better", "reached"),
    [("10", "more", True), ("9.99", "more", False), ("10", "less", True), ("10.01", "less", False)],
)
def test_the_target_itself_is_reached(value: str, better: str, reached: bool) -> None:
    assert is_reached(Decimal(value), Decimal(10), better) is reached


def sheet_of(world: World, target: str, better: str = "") -> object:
    item = Item(ADDRESS, Decimal(40), Decimal(target), better)
    wish = SheetWish(2026, "临湖市年度考核表", [item])
    return score_of(keep_sheet(world["supervision_director"], wish, moment(ON)), ON)


@pytest.mark.parametrize(
    ("target", "better", "score"),
    [("12", "", "40"), ("9", "", "30"), ("12", "more", "40"), ("16", "more", "30"), ("0", "", "0")],
)
def test_a_row_scores_its_weight_or_its_share(
    world: World, target: str, better: str, score: str
) -> None:
    put_entry(writing(world), office("A-1", area="12"))
    scored = sheet_of(world, target, better)
    assert scored.total == Decimal(score)
    assert scored.counted == scored.whole == Decimal(40)


def test_a_row_without_data_counts_neither_way(world: World) -> None:
    scored = sheet_of(world, "12")
    assert (scored.total, scored.counted, scored.whole) == (0, 0, 40)
    assert scored.rows[0].is_reached is None


def test_a_sheet_written_again_replaces_its_rows(world: World) -> None:
    sheet_of(world, "12")
    scored = sheet_of(world, "9")
    assert [one.row.target for one in scored.rows] == [9]


def test_only_the_supervision_office_sets_targets(world: World) -> None:
    with pytest.raises(Refused):
        set_target(world["mayor"], ADDRESS, Decimal(10), ON, moment(ON))
