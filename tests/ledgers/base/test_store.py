"""One entry: put, changed, retired, refused; each with its version, event and findings."""

from __future__ import annotations

from datetime import date

import pytest

from ledgers.base.offices import office, writing
from world import World
from yiding.followup.refusals import Refused
from yiding.journal.chain import check_chain
from yiding.journal.models import Event
from yiding.ledgers.base.models import Entry, EntryVersion
from yiding.ledgers.base.queries import findings_of, versions_of
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import change_entry, put_entry, retire_entry
from yiding.ledgers.base.wrongs import WrongEntry

ON = date(2026, 3, 3)


def test_an_entry_is_kept_as_the_command_takes_it(world: World) -> None:
    row = put_entry(writing(world), office("A-101", area="9.010 平方米", unit="市水务局"))
    row.refresh_from_db()
    assert row.fields.items() >= {"level": "city", "rank": "staff", "area_m2": "9.01"}.items()
    assert (row.unit, row.place, row.revision) == (world.units["water"], "329900", 1)
    assert row.address == "premises:office/A-101"


def test_what_the_rules_find_stands_beside_it(world: World) -> None:
    row = put_entry(writing(world), office("A-101", area="9.01"))
    found = {one["rule"]: one for one in findings_of(row)}
    limit = found["premises/area-within-limit"]
    assert (limit["verdict"], limit["excess"]) == ("breached", "0.01")
    assert limit["message"].endswith("。")
    assert limit["message_en"].endswith(".")
    assert (row.verdict, row.checked_on) == ("breached", ON)


def test_each_write_leaves_a_version_and_an_event_of_the_chain(world: World) -> None:
    row = put_entry(writing(world), office("A-101", area="9"))
    change_entry(writing(world), row, {"area_m2": "8.5"}, seen=1)
    retire_entry(writing(world), row, "腾退", seen=2)
    assert [one.revision for one in versions_of(row)] == [3, 2, 1]
    events = list(Event.objects.filter(subject=row.address).order_by("seq"))
    assert [one.verb for one in events] == ["entry.add", "entry.change", "entry.retire"]
    assert events[1].data["changes"] == {"area_m2": ["9", "8.5"]}
    assert [one.event for one in versions_of(row)] == [one.seq for one in reversed(events)]
    assert not check_chain().broken


def test_the_same_again_changes_nothing(world: World) -> None:
    first = put_entry(writing(world), office("A-101", area="9"))
    again = put_entry(writing(world), office("A-101", area="9.00"))
    assert (again.pk, again.revision) == (first.pk, 1)
    assert EntryVersion.objects.count() == Event.objects.count() == 1


def test_a_lost_update_is_refused_and_the_refusal_is_written(world: World) -> None:
    row = put_entry(writing(world), office("A-101", area="9"))
    change_entry(writing(world), row, {"area_m2": "8"}, seen=1)
    with pytest.raises(Refused) as refused:
        change_entry(writing(world), row, {"area_m2": "7"}, seen=1)
    assert refused.value.refusal.guard == "version"
    row.refresh_from_db()
    assert (row.fields["area_m2"], row.revision) == ("8", 2)
    assert Event.objects.order_by("-seq")[0].outcome == "denied"


def test_whoever_means_a_new_entry_does_not_write_over_one_that_stands(world: World) -> None:
    put_entry(writing(world), office("A-101", area="9"))
    with pytest.raises(Refused):
        put_entry(writing(world), office("A-101", area="7"), seen=0)


def test_everything_wrong_with_an_entry_is_named_at_once(world: World) -> None:
    given = Given("办公室", "", {"级别": "月级", "area_m2": "九点", "颜色": "红"}, unit="市气象台")
    with pytest.raises(WrongEntry) as wrong:
        put_entry(writing(world), given)
    told = wrong.value.by_field()
    assert set(told) == {"id", "level", "area_m2", "颜色", "unit"}
    assert "市级机关" in told["level"][0]
    assert "市气象台" in told["unit"][0]
    assert all(one.text().endswith("。") for one in wrong.value.wrongs)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("area", ["1e999999", "NaN", "9\0", "1" * 40])
def test_what_databases_do_not_give_back_is_refused(world: World, area: str) -> None:
    with pytest.raises(WrongEntry):
        put_entry(writing(world), office("A-101", area=area))


def test_a_retired_entry_has_no_verdict_and_comes_back_when_put_again(world: World) -> None:
    row = put_entry(writing(world), office("A-101", area="9.01"))
    gone = retire_entry(writing(world), row, "腾退")
    assert (gone.is_retired, gone.verdict, findings_of(gone)) == (True, "", [])
    back = put_entry(writing(world), office("A-101", area="9.01"))
    assert (back.pk, back.is_retired, back.revision, back.verdict) == (row.pk, False, 3, "breached")
