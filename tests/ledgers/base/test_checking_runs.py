"""A check of a whole ledger: every entry judged on the day, the run counted, progress told."""

from __future__ import annotations

from datetime import date

import pytest

from ledgers.base.offices import office, writing
from world import World, moment
from yiding.followup.refusals import Refused
from yiding.journal.models import Event
from yiding.ledgers.base import checking_runs
from yiding.ledgers.base.checking_runs import check_ledger, latest_check
from yiding.ledgers.base.models import CheckRun, Entry, EntryFinding
from yiding.ledgers.base.store import put_entry, retire_entry

ON = date(2026, 3, 3)


def clock() -> object:
    return moment(ON, hour=10)


def check(world: World, by: str = "supervisor", on: date = ON, **more: object) -> CheckRun:
    return check_ledger(world[by], "premises", on, clock, **more)


def some_offices(world: World) -> None:
    for key, area in (("A-1", "9"), ("A-2", "9.01"), ("A-3", "8")):
        put_entry(writing(world), office(key, area=area))


def test_every_entry_is_judged_anew(world: World) -> None:
    some_offices(world)
    Entry.objects.update(verdict="", gravity=0, checked_on=None)
    EntryFinding.objects.all().delete()
    run = check(world)
    assert (run.state, run.total, run.done) == ("finished", 3, 3)
    assert run.counts["breached"] == 1
    assert Entry.objects.get(key="A-2").verdict == "breached"
    assert set(Entry.objects.values_list("checked_on", flat=True)) == {ON}
    assert Event.objects.get(verb="ledger.check").data["entries"] == 3


def test_a_second_check_replaces_what_the_first_found(world: World) -> None:
    some_offices(world)
    first = EntryFinding.objects.count()
    check(world)
    assert EntryFinding.objects.count() == first > 0


def test_a_rule_says_nothing_before_its_provision_was_in_force(world: World) -> None:
    some_offices(world)
    run = check(world, on=date(2014, 1, 1))
    assert "breached" not in run.counts
    assert not EntryFinding.objects.filter(rule="premises/area-within-limit").exists()


def test_retired_entries_are_left_alone(world: World) -> None:
    row = put_entry(writing(world), office("A-1", area="9.01"))
    retire_entry(writing(world), row, "腾退")
    assert check(world).total == 0


def test_progress_is_told_and_kept_chunk_by_chunk(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_offices(world)
    monkeypatch.setattr(checking_runs, "CHUNK", 2)
    told: list[tuple[int, int]] = []
    check(world, progress=lambda done, total: told.append((done, total)))
    assert told == [(2, 3), (3, 3)]


def test_a_run_that_breaks_off_says_so_and_leaves_findings_whole(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_offices(world)
    monkeypatch.setattr(checking_runs, "CHUNK", 2)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(world, progress=stop)
    run = latest_check(world.jurisdiction.pk, "premises")
    assert (run.state, run.done) == ("failed", 2)
    judged = EntryFinding.objects.values("entry").distinct().count()
    assert judged == 3
    assert not Event.objects.filter(verb="ledger.check").exists()


@pytest.mark.parametrize("by", ["mayor", "auditor", "liaison@water", "system_admin"])
def test_only_the_supervision_office_checks_a_whole_ledger(world: World, by: str) -> None:
    with pytest.raises(Refused):
        check(world, by=by)
    assert not CheckRun.objects.exists()


def test_an_entry_its_ledger_no_longer_reads_is_named_and_the_others_judged(world: World) -> None:
    some_offices(world)
    Entry.objects.filter(key="A-1").update(kind="castle")
    Entry.objects.filter(key="A-2").update(fields={"area_m2": "九点"})
    run = check(world)
    assert run.unjudged == ["premises:castle/A-1", "premises:office/A-2"]
    assert (run.state, run.done) == ("finished", 3)
