"""Five meetings with their ledgers: every verdict, and everything a ledger can say of a matter."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from demo.test_load import everything_is_in_the_journal, five_meetings_hold_everything
from yiding.demo.ledgers.keeping import keepers, told
from yiding.demo.load import load_city
from yiding.followup.models import ClosingTest, LedgerReading, ProofResult
from yiding.followup.proving import REPORTED_DONE, disagreeing, look_at
from yiding.ledgers.base.assessment import score_of
from yiding.ledgers.base.models import (
    AssessmentSheet,
    CheckRun,
    Entry,
    EntryFinding,
    EntryVersion,
    Import,
    LedgerKeeper,
    Target,
)
from yiding.registry.models import Jurisdiction
from yiding.rules.finding import Reason, Verdict

SEED, TODAY = 2, date(2026, 10, 28)


@pytest.mark.long
@pytest.mark.either
def test_five_meetings_live_with_their_ledgers(db: None, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = settings.DATA_DIR = tmp_path
    loaded = load_city(SEED, TODAY, newest=5)
    everything_is_in_the_journal()
    assert sum(loaded.played.done.values()) > 200
    five_meetings_hold_everything(TODAY)
    city = loaded.rows.city
    the_ledgers_were_brought_in_by_who_keeps_them()
    every_verdict_and_reason_is_there()
    every_result_of_a_proof_is_there(city)
    the_readings_stand_beside_their_matters()
    the_year_is_weighed(city)


def the_ledgers_were_brought_in_by_who_keeps_them() -> None:
    """As files, whole, by the liaison officer of the keeper; what changed has a second version."""
    assert set(Import.objects.values_list("state", flat=True)) == {Import.State.TAKEN}
    for slug, code in keepers().items():
        assert LedgerKeeper.objects.get(ledger=slug).unit.code == code
        brought = Import.objects.filter(ledger=slug)
        assert brought.count() > 1
        assert set(brought.values_list("by__unit__code", flat=True)) == {code}
    changed = EntryVersion.objects.filter(verb="entry.change")
    assert {"premises", "inspections"} <= set(changed.values_list("entry__ledger", flat=True))
    runs = CheckRun.objects.values_list("ledger", "state", "unjudged")
    assert ("inspections", "finished", []) in runs
    assert {(state, bool(unjudged)) for _, state, unjudged in runs} == {("finished", False)}


def every_verdict_and_reason_is_there() -> None:
    """In the whole, and in each ledger what is met and what is not."""
    found = EntryFinding.objects.all()
    assert set(found.values_list("verdict", flat=True)) == set(Verdict)
    assert set(found.values_list("reason", flat=True)) == {"", *Reason}
    for slug in keepers():
        verdicts = Entry.objects.filter(ledger=slug).values_list("verdict", flat=True)
        assert {"met", "breached", "undetermined"} <= set(verdicts)


def every_result_of_a_proof_is_there(city: Jurisdiction) -> None:
    """What stands with a matter reported done is what the ledger shows on the day of the look."""
    tests = list(ClosingTest.objects.select_related("matter", "jurisdiction"))
    assert {test.result for test in tests} == set(ProofResult)
    assert disagreeing(city).count() >= 3
    assert {test.kind for test in tests} == {"indicator", "entry", "document"}
    claimed = [test for test in tests if test.matter.state in REPORTED_DONE]
    assert len(claimed) > len(tests) / 3
    for test in claimed:
        looked = look_at(test, test.looked_on or TODAY)
        assert looked.result == test.result, test.address


def the_readings_stand_beside_their_matters() -> None:
    """One when the test was named, more when somebody claimed, checked, or the day came."""
    occasions = set(LedgerReading.objects.values_list("occasion", flat=True))
    assert occasions == set(LedgerReading.Occasion)
    for test in ClosingTest.objects.all():
        assert test.readings.filter(occasion="named").count() == 1
        assert test.readings.filter(occasion="due").count() <= 1


def the_year_is_weighed(city: Jurisdiction) -> None:
    """Targets stand, and the sheet has rows with data and a row without."""
    assert Target.objects.filter(jurisdiction=city).count() == len(told("target"))
    score = score_of(AssessmentSheet.objects.get(jurisdiction=city), TODAY)
    assert score.whole == 100
    assert 0 < score.total < score.counted < score.whole
