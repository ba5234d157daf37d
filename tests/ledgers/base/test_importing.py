"""Files brought in: every wrong row named by its cell, nothing half in, the same file once."""

from __future__ import annotations

from datetime import date

import pytest

from ledgers.base.books import HEADS, book, cells, offices
from ledgers.base.offices import office, writing
from world import World, make_world
from yiding.followup.refusals import Refused
from yiding.journal.chain import check_chain
from yiding.journal.models import Event
from yiding.ledgers.base import import_writing
from yiding.ledgers.base.importing import ImportRefused, Outcome, import_entries, read_for
from yiding.ledgers.base.models import Entry, EntryFinding, EntryVersion, Import
from yiding.ledgers.base.store import change_entry, put_entry

ON = date(2026, 3, 3)
GOOD = ["A-1", "市级机关", "staff", 9, "临湖市水务局"]
WRONG = ["A-2", "月级", "staff", "九点", "市气象台"]


def bring(
    world: World, content: bytes, by: str = "supervisor", *, take_good: bool = False
) -> Outcome:
    return import_entries(writing(world, by), "办公室.xlsx", content, take_good=take_good)


def test_a_good_file_is_taken_whole(world: World) -> None:
    outcome = bring(world, book([GOOD, ["A-2", "市", "staff", 9.01, "水务局"]]))
    batch = outcome.batch
    assert (batch.state, batch.rows, batch.added, batch.refused) == ("taken", 2, 2, 0)
    rows = list(Entry.objects.order_by("key"))
    assert [one.verdict for one in rows] == ["met", "breached"]
    assert {one.unit for one in rows} == {world.units["water"]}
    assert set(EntryVersion.objects.values_list("brought_by", flat=True)) == {batch.pk}


def test_one_event_says_what_came_in(world: World) -> None:
    batch = bring(world, book([GOOD])).batch
    event = Event.objects.get(verb="ledger.import")
    assert event.subject == f"premises:imports/{batch.pk}"
    assert (event.data["added"], event.data["sha256"]) == (1, batch.sha256)
    assert len(event.data["digest"]) == 64
    assert EntryVersion.objects.get().event == event.seq
    assert not check_chain().broken


def test_everything_wrong_with_a_row_is_named_in_the_words_of_the_sheet(world: World) -> None:
    outcome = bring(world, book([GOOD, WRONG]))
    told = {(one.cell, one.head, one.stood): one.text() for one in outcome.wrongs}
    assert set(told) == {
        ("B3", "级别", "月级"),
        ("D3", "使用面积(m²)", "九点"),
        ("E3", "单位名称", "市气象台"),
    }
    assert "市级机关" in told["B3", "级别", "月级"]
    assert "请写一个数" in told["D3", "使用面积(m²)", "九点"]
    assert all(one.endswith("。") for one in told.values())


def test_with_one_wrong_row_nothing_is_written(world: World) -> None:
    outcome = bring(world, book([GOOD, WRONG]))
    assert outcome.batch.state == "refused"
    assert not Entry.objects.exists()
    assert not EntryVersion.objects.exists()
    assert [one["cell"] for one in outcome.batch.faults] == ["B3", "D3", "E3"]
    event = Event.objects.get(verb="ledger.import")
    assert (event.outcome, event.data["wrong"]) == ("denied", 1)


def test_the_good_rows_are_taken_when_asked_and_the_rest_comes_back(world: World) -> None:
    outcome = bring(world, book([GOOD, WRONG]), take_good=True)
    assert (outcome.batch.state, outcome.batch.added, outcome.batch.refused) == ("partly", 1, 1)
    assert [one.key for one in Entry.objects.all()] == ["A-1"]
    heads, row = cells(outcome.refused_sheet())
    assert heads == (*HEADS, "错误说明")
    assert row[:5] == tuple(WRONG)
    assert all(word in row[5] for word in ("月级", "九点", "市气象台"))


def test_what_came_back_can_be_mended_and_brought_in(world: World) -> None:
    sheet = bring(world, book([GOOD, WRONG]), take_good=True).refused_sheet()
    heads, row = cells(sheet)
    mended = book([["A-2", "市级", "staff", 9, "市水务局", row[5]]], heads)
    batch = bring(world, mended).batch
    assert (batch.state, batch.added) == ("taken", 1)
    assert batch.unused == ["错误说明"]


def test_a_key_twice_in_a_file_is_named_with_the_row_it_repeats(world: World) -> None:
    outcome = bring(world, book([GOOD, GOOD, GOOD]))
    assert [(one.cell, one.head) for one in outcome.wrongs] == [("A3", "编号"), ("A4", "编号")]
    assert "第2行" in outcome.wrongs[0].text()


def test_a_row_without_a_key_is_named(world: World) -> None:
    (wrong,) = bring(world, book([["", *GOOD[1:]]])).wrongs
    assert (wrong.cell, wrong.head) == ("A2", "编号")


def test_the_same_file_comes_in_once(world: World) -> None:
    first = bring(world, book([GOOD])).batch
    with pytest.raises(ImportRefused) as refused:
        bring(world, book([GOOD]))
    assert refused.value.known == first
    assert refused.value.refusal.guard == "same_file"
    assert Event.objects.filter(verb="ledger.import", outcome="denied").count() == 1


def test_a_file_refused_for_its_rows_may_be_tried_again(world: World) -> None:
    bring(world, book([GOOD, WRONG]))
    assert bring(world, book([GOOD, WRONG]), take_good=True).batch.state == "partly"


def test_rows_that_stand_are_changed_or_left_as_they_are(world: World) -> None:
    put_entry(writing(world), office("A-1", area="9", unit="water"))
    old = put_entry(writing(world), office("A-2", area="9", unit="water"))
    batch = bring(world, book([GOOD, ["A-2", "市级机关", "staff", 9.01, "临湖市水务局"]])).batch
    assert (batch.added, batch.changed, batch.same) == (0, 1, 1)
    old.refresh_from_db()
    assert (old.revision, old.verdict, old.fields["area_m2"]) == (2, "breached", "9.01")
    found = EntryFinding.objects.filter(entry=old, rule="premises/area-within-limit")
    assert [one.verdict for one in found] == ["breached"]
    assert old.versions.count() == 2
    assert change_entry(writing(world), old, {"area_m2": "8"}, seen=2).revision == 3


def test_a_liaison_officer_brings_in_the_rows_of_the_own_unit_alone(world: World) -> None:
    foreign = ["A-2", "市级机关", "staff", 9, "市住建局"]
    unnamed = ["A-3", "市级机关", "staff", 9, ""]
    outcome = bring(world, book([GOOD, foreign, unnamed]), "liaison@water", take_good=True)
    assert [(one.cell, one.stood) for one in outcome.wrongs] == [("E3", "市住建局")]
    assert {one.unit for one in Entry.objects.all()} == {world.units["water"]}


def test_nobody_takes_over_an_entry_of_another_unit_by_import(world: World) -> None:
    row = put_entry(writing(world), office("A-1", area="9", unit="housing"))
    outcome = bring(world, book([GOOD]), "liaison@water")
    assert len(outcome.wrongs) == 1
    row.refresh_from_db()
    assert (row.unit, row.revision) == (world.units["housing"], 1)


@pytest.mark.parametrize("by", ["mayor", "auditor", "system_admin"])
def test_whoever_may_not_write_may_not_import(world: World, by: str) -> None:
    with pytest.raises(Refused):
        bring(world, book([GOOD]), by)
    assert not Import.objects.exists()
    assert Event.objects.get().outcome == "denied"


@pytest.mark.parametrize(
    ("content", "guard"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 torn", "unreadable"),
        (book([["x", "y"]], ["甲", "乙"]), "unreadable"),
        (book([]), "no_rows"),
    ],
    ids=["empty", "torn", "foreign", "heads alone"],
)
def test_a_file_that_cannot_be_read_says_why(world: World, content: bytes, guard: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        bring(world, content)
    assert refused.value.refusal.guard == guard
    assert refused.value.refusal.text().endswith("。")


def test_a_csv_of_an_office_in_its_old_encoding(world: World) -> None:
    text = "编号,级别,职级,使用面积（平方米）\n0101,市级,staff,9\n"
    outcome = import_entries(writing(world), "办公室.csv", text.encode("gb18030"))
    assert outcome.batch.state == "taken"
    assert Entry.objects.get().key == "0101"


def test_columns_that_name_no_field_are_told(world: World) -> None:
    batch = bring(world, book([[*GOOD, "靠窗"]], [*HEADS, "朝向备考"])).batch
    assert batch.unused == ["朝向备考"]


def test_a_reading_alone_writes_nothing(world: World) -> None:
    read = read_for(writing(world), "办公室.xlsx", book([GOOD, WRONG]))
    assert (len(read.good), len(read.wrong)) == (1, 1)
    assert not Import.objects.exists()
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_nothing_is_in(monkeypatch: pytest.MonkeyPatch) -> None:

    world = make_world()
    monkeypatch.setattr(import_writing, "ROWS", 10)
    written = import_writing.write_findings
    calls = []

    def torn(found: object) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        written(found)  # type: ignore[arg-type]

    monkeypatch.setattr(import_writing, "write_findings", torn)
    with pytest.raises(KeyboardInterrupt):
        bring(world, book(offices(40)))
    assert len(calls) == 3
    kept = (Entry, EntryVersion, EntryFinding, Import, Event)
    assert [one.objects.count() for one in kept] == [0, 0, 0, 0, 0]


def test_two_thousand_rows_with_sixty_wrong_ones(world: World) -> None:
    rows = offices(2000)
    for at in range(0, 2000, 34):
        rows[at][3] = "宽敞"
    content = book(rows)
    outcome = bring(world, content)
    assert outcome.batch.refused == len(range(0, 2000, 34)) == 59
    assert {one.cell for one in outcome.wrongs} == {f"D{at + 2}" for at in range(0, 2000, 34)}
    for at in range(0, 2000, 34):
        rows[at][3] = "9.01"
    batch = bring(world, book(rows)).batch
    assert (batch.added, batch.refused) == (2000, 0)
    assert Entry.objects.filter(verdict="breached").count() == 59


def test_a_key_made_up_of_columns_is_named_where_it_stands(world: World) -> None:
    heads = ["楼栋", "房号", "级别", "职级", "使用面积(m²)"]
    row = ["东楼", "101", "市级机关", "staff", 9]
    outcome = bring(world, book([row, ["西楼", *row[1:]], row], heads, "办公用房"))
    assert [(one.cell, one.head) for one in outcome.wrongs] == [("B4", "房号")]
    assert "东楼-101" in outcome.wrongs[0].text()


def test_a_numeric_room_is_no_decimal(world: World) -> None:
    bring(world, book([[101.0, *GOOD[1:]]]))
    assert Entry.objects.get().key == "101"
