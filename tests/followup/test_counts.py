"""Counts: what the database keeps equals a full recount, now and on any past day."""

from __future__ import annotations

import random
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Count, Q
from pytest_django import DjangoDbBlocker

from world import World, evidence, make_world, moment
from yiding.followup.board import Board
from yiding.followup.counted import counted, waiting
from yiding.followup.counts import promises_by_month, silent_units, year_sum
from yiding.followup.keeping import recount
from yiding.followup.matter_filter import CLOCKS, OUTCOMES, MatterFilter, chosen
from yiding.followup.models import Matter, MatterCount, PromiseMonth
from yiding.followup.waits import WAITS, waits_of
from yiding.registry.models import Account, Post

ON = date(2026, 8, 10)
COLUMNS = ("jurisdiction", "year", "state", "original_due_on", "timing", "count")


def board_of(account: Account, on: date = ON, *, past: bool = False) -> Board:
    """The board of an account, live or as of the end of a day."""
    assert account.jurisdiction is not None
    before = moment(on + timedelta(days=1), 0) if past else None
    return Board(account, account.jurisdiction, on, before)


def kept() -> set[tuple[Any, ...]]:
    return set(MatterCount.objects.filter(~Q(count=0)).values_list(*COLUMNS))


def kept_months() -> set[tuple[Any, ...]]:
    months = PromiseMonth.objects.filter(~Q(count=0))
    return set(months.values_list("jurisdiction", "month", "timing", "count"))


def live_a_year(world: World, seed: int) -> None:
    """Forty matters, each taken some way along its life by the acts themselves."""
    chance = random.Random(seed)  # noqa: S311
    for at in range(40):
        matter = world.matter(due_words="6月底前")
        if at % 8 == 0:
            continue
        day = date(2026, 3, 23) + timedelta(days=chance.randint(0, 20))
        world.act(
            "matter.assign",
            matter,
            "secretary_general",
            day,
            lead=chance.choice(["water", "housing"]),
            leader=world.leader_post.pk,
            due_on=str(day + timedelta(days=chance.choice([20, 60, 120, 200]))),
        )
        matter.refresh_from_db()
        unit = matter.lead.code
        if at % 5:
            world.act("matter.sign", matter, f"liaison@{unit}", day + timedelta(days=1))
        if at % 3 == 0 and at % 5:
            _settle(world, matter, unit, day + timedelta(days=chance.randint(15, 110)))


def _settle(world: World, matter: Matter, unit: str, day: date) -> None:
    proof = evidence(endorsed_by=world.head_of(unit), dated_on=str(day), words="办完了")
    proof["issuer"] = str(world.units[unit])
    world.act("matter.submit", matter, f"liaison@{unit}", day, **proof)
    world.act(
        "matter.verify", matter, "supervisor", day + timedelta(days=2), method="desk",
        conclusion="属实",
    )  # fmt: skip


@pytest.fixture(scope="module")
def standing_year(standing_city: World, django_db_blocker: DjangoDbBlocker) -> World:
    """The year is lived once; what a test does to it goes with the test."""
    with django_db_blocker.unblock():
        live_a_year(standing_city, 7)
    return standing_city


@pytest.fixture
def lived(standing_year: World, db: None) -> World:
    return deepcopy(standing_year)


def test_counts_kept_equal_a_recount_after_many_acts(lived: World) -> None:
    before, months = kept(), kept_months()
    assert sum(row[-1] for row in before) == 40
    assert len(months) > 3
    recount(connection)
    assert (kept(), kept_months()) == (before, months)


def test_counts_follow_bulk_changes_and_deletions(lived: World) -> None:
    Matter.objects.filter(state="assigned").update(original_due_on=None, due_on=None)
    Matter.objects.filter(state="proposed").delete()
    before, months = kept(), kept_months()
    recount(connection)
    assert (kept(), kept_months()) == (before, months)
    assert sum(row[-1] for row in before) == Matter.objects.count() == 35


def test_months_are_summed_anew_where_a_migration_took_their_triggers(lived: World) -> None:
    before = kept_months()
    PromiseMonth.objects.all().delete()
    table = "followup_mattercount" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER followup_months_on {table and f'ON {table}'}")
    call_command("migrate", verbosity=0)
    assert kept_months() == before
    Matter.objects.update(original_due_on=date(2026, 2, 1))
    assert kept_months() != before


def test_verified_day_follows_the_moment_and_a_running_clock(lived: World) -> None:
    verified = Matter.objects.filter(state="verified")
    assert verified.count() > 3
    one = verified.first()
    assert one is not None
    assert one.verified_on is not None
    one.state = "under_way"
    one.save()
    assert one.verified_on is None


@pytest.mark.parametrize("who", ["supervisor", "liaison@water", "archivist"])
def test_today_by_periods_is_today(lived: World, who: str) -> None:
    now, then = board_of(lived[who]), board_of(lived[who], past=True)
    for clock in CLOCKS:
        asked = MatterFilter(clock=clock)
        found = set(chosen(now, asked).values_list("pk", flat=True))
        assert found == set(chosen(then, asked).values_list("matter", flat=True)), clock
    assert promises_by_month(now, 2026) == promises_by_month(then, 2026)
    assert [(one.unit, one.count, one.since) for one in silent_units(now)] == [
        (one.unit, one.count, one.since) for one in silent_units(then)
    ]


def test_a_past_day_forgets_what_came_later(lived: World) -> None:
    early = board_of(lived["supervisor"], date(2026, 3, 22), past=True)
    assert chosen(early, MatterFilter()).count() == 0
    middle = board_of(lived["supervisor"], date(2026, 4, 20), past=True)
    late = board_of(lived["supervisor"], past=True)
    assert (
        chosen(middle, MatterFilter(clock="open")).count()
        > chosen(late, MatterFilter(clock="open")).count()
    )


def test_promises_are_those_of_their_lists(lived: World) -> None:
    board = board_of(lived["supervisor"])
    months = promises_by_month(board, 2026)
    assert sum(one.matured for one in months.values()) > 10
    names = {
        "original": "original",
        "delayed": "delayed",
        "extended": "extended",
        "overdue": "overdue",
        "matured": "matured",
        "matured_now": "matured_now",
        "within_due": "within_due",
    }
    assert set(names) == set(OUTCOMES)
    for month, promised in months.items():
        for outcome, name in names.items():
            asked = MatterFilter(due=month, outcome=outcome)
            assert chosen(board, asked).count() == getattr(promised, name), (month, outcome)


def test_the_year_agrees_with_itself_and_with_its_lists(lived: World) -> None:
    board = board_of(lived["supervisor"])
    sums = year_sum(board, 2026)
    assert sums.total == sums.counted == 40
    for state, count in sums.by_state.items():
        assert chosen(board, MatterFilter(state=state, year="2026")).count() == count


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize(
    "who", ["supervisor", "secretary_general", "vice_mayor", "liaison@water", "liaison@housing"]
)
def test_counted_together_is_what_each_list_has(lived: World, who: str, past: bool) -> None:
    lived.under_way()
    board = board_of(lived[who], past=past)
    asked = [MatterFilter(wait=slug) for slug in waits_of(board)]
    asked += [MatterFilter(clock=clock) for clock in CLOCKS] + [MatterFilter(state="verified")]
    counts = {one: chosen(board, one).count() for one in asked}
    assert sum(counts.values()) > 0
    # the second time by the query written the first time
    assert counted(board, asked) == counted(board, asked[::-1]) == counted(board, asked) == counts
    waits = {slug: WAITS[slug].rows(board) for slug in waits_of(board)}
    both = {slug: (rows.count(), rows.overdue(ON).count()) for slug, rows in waits.items()}
    assert waiting(board, list(waits)) == waiting(board, list(waits)) == both


def test_a_vice_mayor_without_a_post_has_nothing_waiting(lived: World) -> None:
    board = board_of(lived["vice_mayor"])
    Post.objects.filter(person=lived["vice_mayor"].person).update(until_on=ON)
    asked = [MatterFilter(wait=slug) for slug in waits_of(board)]
    assert asked
    assert set(counted(board, asked).values()) == {0}
    assert set(waiting(board, waits_of(board)).values()) == {(0, 0)}


def test_another_city_is_never_counted(lived: World) -> None:
    other = make_world("qingping", "329901", "青屏县")
    other.under_way()
    assert chosen(board_of(lived["supervisor"]), MatterFilter()).count() == 40
    assert year_sum(board_of(other["supervisor"]), 2026).total == 1


def test_what_waits_is_for_the_right_desk(lived: World) -> None:
    matter = lived.under_way()
    lived.act(
        "matter.apply_extension", matter, "liaison@water", date(2026, 6, 1),
        new_due_on="2026-09-01", reason="汛期停工", progress="过半",
        endorsed_by=lived.head_of("water"),
    )  # fmt: skip
    vice, mayor = board_of(lived["vice_mayor"]), board_of(lived["mayor"])
    assert "extension" in waits_of(vice)
    assert [row.pk for row in WAITS["extension"].rows(vice)] == [matter.pk]
    assert [row.pk for row in WAITS["extension"].rows(mayor)] == []
    parts = board_of(lived["liaison@housing"])
    assert [row.pk for row in WAITS["part"].rows(parts)] == [matter.pk]


def test_undated_stands_last_in_the_order_of_dates(db: None) -> None:
    world = make_world("qingping", "329901", "青屏县")
    dated, undated = world.under_way(), world.under_way()
    Matter.objects.filter(pk=undated.pk).update(due_on=None, original_due_on=None)
    rows = chosen(board_of(world["supervisor"]), MatterFilter(clock="open")).by_due()
    assert [row.pk for row in rows] == [dated.pk, undated.pk]
    assert chosen(board_of(world["supervisor"]), MatterFilter(clock="undated")).get() == undated
    of_the_county = Matter.objects.filter(jurisdiction=world.jurisdiction)
    grouped = of_the_county.values("clock_on").annotate(n=Count("pk"))
    assert len(grouped) == 2
