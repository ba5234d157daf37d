"""Lists: filters, days gone by, pages that stay whole while rows are added."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from api.conftest import Program, assert_problem
from api.things import thing
from world import World
from yiding.followup.models import Meeting, Minutes, Slip, Topic
from yiding.registry.models import Unit


def walked(reader: Program, path: str, query: dict[str, Any], after_each: Any = None) -> list[str]:
    """Every row of a list, page by page."""
    found, cursor = [], None
    while True:
        page = reader.get(path, {**query, **({"cursor": cursor} if cursor else {})}).json()
        found += [one.get("address") or one.get("code") or one.get("seq") for one in page["items"]]
        cursor = page["next"]
        if after_each:
            after_each()
        if cursor is None:
            return found


@pytest.mark.parametrize("order", ["newest", "entered", "due"])
def test_pages_hold_every_row_once(world: World, order: str) -> None:
    first = date(2026, 6, 1)
    for at in range(23):
        due_on = first + timedelta(days=at % 5) if at % 4 else None
        original = first + timedelta(days=at % 3) if at % 3 else None
        world.matter(state="under_way", due_on=due_on, original_due_on=original)
    reader = Program(world, "supervisor")
    whole = reader.get("/matters", {"order": order, "limit": 200}).json()
    expected = [one["address"] for one in whole["items"]]
    assert len(expected) == 23
    assert whole["next"] is None
    assert walked(reader, "/matters", {"order": order, "limit": 4}) == expected


def test_rows_added_meanwhile_move_nothing(world: World) -> None:
    before = [world.matter().address for _ in range(9)]
    reader = Program(world, "supervisor")
    newest = walked(reader, "/matters", {"limit": 2}, world.matter)
    assert newest == before[::-1]
    entered = walked(reader, "/matters", {"order": "entered", "limit": 5})
    assert entered[:9] == before
    assert len(set(entered)) == len(entered) > 9


def test_the_filters(world: World) -> None:
    today = timezone.localdate()
    late = world.matter(state="under_way", due_on=today - timedelta(days=3))
    soon = world.matter(state="under_way", due_on=today + timedelta(days=3))
    extended = world.matter(
        state="under_way",
        original_due_on=today - timedelta(days=30),
        due_on=today + timedelta(days=30),
    )
    silent = world.matter(
        state="under_way",
        lead=world.units["finance"],
        due_on=today + timedelta(days=90),
        original_due_on=today + timedelta(days=90),
        report_due_on=today - timedelta(days=9),
        action="拨付农村公路养护资金",
    )
    for one in (late, soon):
        type(one).objects.filter(pk=one.pk).update(original_due_on=one.due_on)
    reader = Program(world, "supervisor")

    def asked(**query: str) -> set[str]:
        answer = reader.get("/matters", query)
        assert answer.status_code == 200, answer.content.decode()
        return {one["address"] for one in answer.json()["items"]}

    assert asked(clock="overdue") == {late.address}
    assert asked(clock="overdue_by_original") == {late.address, extended.address}
    assert asked(clock="due_soon") == {soon.address}
    assert asked(clock="silent") == {silent.address}
    assert asked(unit="finance") == {silent.address}
    assert asked(q="公路养护") == {silent.address}
    assert asked(q="没有这几个字") == set()
    assert asked(state="closed") == set()
    assert len(asked(minutes=world.minutes.address, state="under_way")) == 4
    assert asked(minutes="linhu-1999-1") == set()
    row = reader.get("/matters", {"clock": "overdue"}).json()["items"][0]
    assert (row["clock"]["kind"], row["clock"]["days"]) == ("late", 3)
    assert row["clock"]["words"] == "逾期 3 天"


def test_a_unit_sees_its_own(world: World) -> None:
    led = world.under_way()
    assisted = Program(world, "liaison@housing").get("/matters", {"bearing": "assist"}).json()
    assert [one["address"] for one in assisted["items"]] == [led.address]
    own = Program(world, "liaison@water").get("/matters").json()
    assert [one["address"] for one in own["items"]] == [led.address]
    assert Program(world, "liaison@finance").get("/matters").json()["items"] == []


def test_as_of_a_day_gone_by(world: World) -> None:
    matter = world.under_way()  # handed over on 23 March, signed for on the 24th
    reader = Program(world, "supervisor")

    def stood(day: str) -> str:
        return str(reader.get(f"/matters/{matter.address}", {"as_of": day}).json()["state"])

    assert [stood("2026-03-22"), stood("2026-03-23"), stood("2026-03-24")] == [
        "proposed", "assigned", "under_way",
    ]  # fmt: skip
    listed = reader.get("/matters", {"as_of": "2026-03-23"}).json()["items"]
    assert [one["state"] for one in listed] == ["assigned"]
    past = reader.get(f"/matters/{matter.address}", {"as_of": "2026-03-23"}).json()
    assert [len(past["history"]), past["offers"]] == [1, []]
    assert_problem(reader.get(f"/matters/{matter.address}", {"as_of": "2026-02-01"}), 404)
    figures = reader.get("/overview", {"as_of": "2026-03-23"}).json()
    assert (figures["total"], figures["by_state"]) == (1, {"assigned": 1})


def test_an_assisting_unit_does_not_read_the_leads_papers(world: World) -> None:
    matter = world.under_way()
    words = {"progress": "on_schedule", "words": "内部进展。"}
    asked = {"new_due_on": "2026-08-31", "reason": "内部进展不顺。", "progress": "内部进展八成"}
    world.act("matter.apply_extension", matter, "unit_head@water", date(2026, 4, 3), **asked)
    head = Program(world, "unit_head@water")
    assert head.post(f"/matters/{matter.address}/acts/report", words).status_code == 200
    shown = Program(world, "liaison@housing").get(f"/matters/{matter.address}")
    assert shown.json()["reports"] == []
    assert [one["reason"] for one in shown.json()["extensions"]] == [""]
    assert "内部进展" not in shown.content.decode()
    assert "内部进展" in head.get(f"/matters/{matter.address}").content.decode()


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/matters", {"limit": 0}),
        ("/matters", {"limit": 201}),
        ("/matters", {"q": "水" * 101}),
        ("/matters", {"clock": "tomorrow"}),
        ("/matters", {"state": "late"}),
        ("/matters", {"as_of": "yesterday"}),
        ("/matters", {"as_of": "0001-01-01"}),
        ("/matters", {"cursor": "x"}),
        ("/matters", {"cursor": "WyJkdWUtaWQiLDFd"}),
        ("/journal", {"outcome": "perhaps"}),
        ("/overview", {"year": 1}),
    ],
)
def test_what_cannot_be_asked_is_told_by_name(world: World, path: str, query: Any) -> None:
    said = assert_problem(Program(world, "auditor").get(path, query), 422)
    assert set(said["errors"]) == set(query)
    assert all(words.endswith("。") for one in said["errors"].values() for words in one)


@pytest.mark.parametrize("path", ["/matters", "/minutes", "/topics", "/meetings", "/slips"])
def test_a_page_asks_as_often_for_fifty_rows_as_for_five(world: World, path: str) -> None:
    reader = Program(world, "supervisor")
    reader.get(path)
    counts = []
    for rows in (5, 45):
        for _ in range(rows):
            _make_one(world, path)
        counts.append(_queries(reader, path))
    assert counts[0] == counts[1]


def test_one_matter_asks_as_often_whatever_its_life(world: World) -> None:
    short, long = world.under_way(), world.under_way()
    head = Program(world, "unit_head@water")
    for at in range(6):
        words = {"progress": "on_schedule", "words": f"第{at}次。"}
        assert head.post(f"/matters/{long.address}/acts/report", words).status_code == 200
    reader = Program(world, "supervisor")
    reader.get(f"/matters/{short.address}")
    counts = [_queries(reader, f"/matters/{one.address}") for one in (short, long)]
    assert counts[0] == counts[1]


def _queries(reader: Program, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert reader.get(path, {"limit": 200} if "/" not in path[1:] else None).status_code == 200
    return len(asked)


def _make_one(world: World, path: str) -> None:
    if path == "/matters":
        world.matter()
    else:
        kinds = {"/minutes": Minutes, "/topics": Topic, "/meetings": Meeting, "/slips": Slip}
        thing(world, kinds[path])


def test_units_and_events_page_too(world: World) -> None:
    for at in range(7):
        Unit.objects.create(
            jurisdiction=world.jurisdiction, code=f"unit-{at}", name=f"{at}局", short_name=f"{at}局"
        )
    reader = Program(world, "auditor")
    assert len(walked(reader, "/units", {"limit": 3})) == 10
    for _ in range(5):
        world.assigned()
    newest = walked(reader, "/journal", {"limit": 2})
    assert newest == sorted(newest, reverse=True)
    assert walked(reader, "/journal", {"limit": 2, "order": "oldest"}) == newest[::-1]
    event = reader.get(f"/journal/{newest[0]}").json()
    assert event["verb"] == "matter.assign"
    denied = reader.get("/journal", {"outcome": "denied"}).json()
    assert denied["items"] == []
