"""A figure is kept, given again while nothing beneath it has changed, and never when it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db.models import Sum

from ledgers.base.books import book, offices
from ledgers.base.offices import ON, office, writing
from ledgers.base.test_looked_again import LATER, matter_shown_by, result
from world import World, make_world, moment
from yiding.followup.proving import look_at_what_waits
from yiding.ledgers.base import kept_figures, working_out
from yiding.ledgers.base.figures import Asked, figure_of, number_of
from yiding.ledgers.base.importing import import_entries
from yiding.ledgers.base.models import KeptFigure, LedgerChange
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import change_entry, put_entry, retire_entry
from yiding.ledgers.base.working_out import supply_entries
from yiding.registry.models import Jurisdiction
from yiding.rules import Entry

ADDRESS = "premises/office-area-per-person"


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of figures in the order in which they were worked out."""
    told: list[str] = []

    def work_out(asked: Asked, *rest: Any) -> Any:
        told.append(asked.address)
        return working_out.work_out(asked, *rest)

    monkeypatch.setattr(kept_figures, "work_out", work_out)
    return told


def figure(world: World, on: date = ON, address: str = ADDRESS, **more: object) -> Decimal | None:
    return figure_of(Asked(address, world.jurisdiction, on, **more)).value


def test_it_is_worked_out_once_and_then_given(world: World, worked: list[str]) -> None:
    """With its keys; the list of figures does without them."""
    put_entry(writing(world), office("A-1", area="9"))
    asked = Asked(ADDRESS, world.jurisdiction, ON)
    first, again = figure_of(asked).figure, figure_of(asked).figure
    assert first == again
    assert (again.value, again.behind) == (Decimal(9), ("A-1",))
    assert (number_of(asked).value, number_of(asked).figure.behind) == (Decimal(9), ())
    assert worked == [ADDRESS]


def test_every_way_of_writing_makes_it_old(world: World) -> None:
    row = put_entry(writing(world), office("A-1", area="9"))
    assert figure(world) == 9
    row = change_entry(writing(world), row, {"area_m2": "12"})
    assert figure(world) == 12
    import_entries(writing(world), "台账.xlsx", book(offices(1, area="6")))
    assert figure(world) == 6
    put_entry(writing(world), office("B-1", area="8"))
    assert figure(world) == 7
    retire_entry(writing(world), row, "腾退")
    assert figure(world) == 8


def test_another_day_unit_or_moment_is_another_figure(world: World, worked: list[str]) -> None:
    put_entry(writing(world), office("A-1", area="9", unit="water"))
    put_entry(writing(world), office("A-2", area="12", unit="housing"))
    water = world.units["water"]
    for _ in range(2):
        assert figure(world) == Decimal("10.5")
        assert figure(world, unit=water) == 9
        assert figure(world, known_at=moment(ON - timedelta(days=1))) is None
    assert len(worked) == 3


def test_what_was_known_on_a_past_day_stays_kept(world: World, worked: list[str]) -> None:
    """Until somebody writes something dated that early."""
    row = put_entry(writing(world), office("A-1", area="9"))
    assert figure(world, known_at=moment(ON)) == 9
    row = change_entry(writing(world, on=LATER), row, {"area_m2": "12"})
    assert figure(world, known_at=moment(ON)) == 9
    assert len(worked) == 1
    put_entry(writing(world), office("A-2", area="6"))
    assert figure(world, known_at=moment(ON)) == Decimal("7.5")


def test_a_kind_that_is_looked_at_beside_makes_it_old_too(world: World, worked: list[str]) -> None:
    """The share that is rented looks at the buildings; at the offices it does not."""
    address = "premises/rented-share"
    put_entry(writing(world), Given("lease", "L-1", {}))
    figure(world, address=address)
    assert KeptFigure.objects.get(address=address).state["beside"] == {"building": 0}
    put_entry(writing(world), office("A-1"))
    figure(world, address=address)
    assert worked == [address]
    put_entry(writing(world), Given("building", "B-1", {"name": "1号楼"}))
    figure(world, address=address)
    assert worked == [address, address]


def test_another_program_works_it_out_anew(
    world: World, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_entry(writing(world), office("A-1", area="9"))
    figure(world)
    monkeypatch.setattr(kept_figures, "program", lambda: "another")
    assert figure(world) == 9
    assert len(worked) == 2


def test_yesterdays_figure_makes_room_for_todays(world: World) -> None:
    put_entry(writing(world), office("A-1", area="9"))
    figure(world)
    figure(world, known_at=moment(ON))
    figure(world, on=LATER)
    kept = KeptFigure.objects.filter(address=ADDRESS).values_list("asked", flat=True)
    assert sorted(kept) == [f"{ON}//{moment(ON).isoformat()}", f"{LATER}//"]


def test_a_supply_says_what_it_stands_at_or_nothing_is_kept(
    world: World, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stands = ["1"]
    area, people = {"area_m2": Decimal(20)}, {"occupant_count": Decimal(1)}

    def rooms(city: Jurisdiction, kind: str, on: date) -> Iterator[Entry]:
        yield Entry(kind, f"far-{stands[0]}", city.code, {**area, **people})

    monkeypatch.setattr(working_out, "_SUPPLIES", {})
    supply_entries("premises", "office", rooms)
    assert [figure(world), figure(world), len(worked)] == [20, 20, 2]
    supply_entries("premises", "office", rooms, state=lambda _: stands[0], reads=("building",))
    assert [figure(world), figure(world), len(worked)] == [20, 20, 3]
    stands[0] = "2"
    assert figure_of(Asked(ADDRESS, world.jurisdiction, ON)).figure.behind == ("far-2",)
    put_entry(writing(world), Given("building", "B-1", {"name": "1号楼"}))
    figure(world)
    assert len(worked) == 5


def test_a_writing_looks_at_what_it_touches_and_at_nothing_else(
    world: World, worked: list[str]
) -> None:
    """A lease says nothing of the share of offices over the limit."""
    put_entry(writing(world), office("A-1", area="9"))
    test = matter_shown_by(world, "premises/over-limit-share", target="0")
    worked.clear()
    put_entry(writing(world, on=LATER), Given("lease", "L-1", {}))
    assert (result(test), worked) == (("proven", ON), [])
    put_entry(writing(world, on=LATER), office("A-1", area="12"))
    assert (result(test), worked) == (("ahead", LATER), ["premises/over-limit-share"])


def test_a_figure_that_takes_long_waits_for_who_asks(world: World, worked: list[str]) -> None:
    """Nobody's writing waits for it: the result keeps standing without a day until then."""
    put_entry(writing(world), office("A-1", area="9"))
    test = matter_shown_by(world, "premises/over-limit-share", target="0")
    KeptFigure.objects.update(took_ms=5000)
    worked.clear()
    put_entry(writing(world, on=LATER), office("A-1", area="12"))
    assert (result(test), worked) == (("proven", None), [])
    assert look_at_what_waits(world.jurisdiction, LATER) == 1
    assert result(test) == ("ahead", LATER)
    assert look_at_what_waits(world.jurisdiction, LATER) == 0


@pytest.mark.django_db(transaction=True)
def test_with_writers_and_readers_at_once_no_figure_is_old(transactional_db: None) -> None:
    """Six write and six read; afterwards what is kept is what is worked out from the rows."""
    world = make_world()
    for at in range(6):
        put_entry(writing(world), office(f"A-{at}", area="9"))
    test = matter_shown_by(world, "premises/over-limit-share", target="0")
    jobs: list[Callable[[], object]] = []
    for at in range(6):
        jobs.append(lambda at=at: put_entry(writing(world), office(f"A-{at}", area=str(10 + at))))
        jobs.append(lambda: figure(world))
        jobs.append(lambda: figure(world, address="premises/over-limit-share"))
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(_apart, jobs))
    assert figure(world) == Decimal("12.5")
    assert figure(world, address="premises/over-limit-share") == 100
    assert result(test)[0] == "ahead"
    counted = LedgerChange.objects.filter(kind="office").aggregate(all=Sum("number"))
    assert counted["all"] == 12


def _apart(job: Callable[[], object]) -> None:
    """Each on a connection of its own."""
    try:
        job()
    finally:
        connection.close()
