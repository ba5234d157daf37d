"""The two newest meetings of Linhu: they come in through the real import and live through the real
acts, and papers are held against the ledgers, the city's own and any other with its registry.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from demo.test_load import everything_is_in_the_journal
from followup.conftest import undone
from yiding.demo.load import AlreadyThere, Loaded, contents, is_somebody_elses, load_city
from yiding.demo.touring import tour_paper
from yiding.demo.visiting import visit
from yiding.followup.importing import ImportRefused
from yiding.followup.models import (
    InboxItem,
    Matter,
    Meeting,
    Minutes,
    ProofResult,
    Proposal,
    Topic,
)
from yiding.followup.states import State
from yiding.ledgers.base.proving_minutes import ProvenItem, counted, proven_items
from yiding.ledgers.catalogue import SLUGS
from yiding.registry.importing import ImportFaults

pytestmark = pytest.mark.long
TODAY = date(2026, 12, 31)
NOON = datetime(2027, 1, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
HEADS = ("代码", "全称", "简称", "类别")


@dataclass
class Demonstration:
    """What was loaded, and what was told on the way."""

    loaded: Loaded
    told: list[tuple[str, int, int]] = field(default_factory=list)


@pytest.fixture(scope="module")
def two_meetings(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Demonstration]:
    """The demonstration with its two newest meetings, loaded once; it goes with the module."""
    folder = tmp_path_factory.mktemp("demo")
    told: list[tuple[str, int, int]] = []
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=folder, DATA_DIR=folder),
        undone(),
    ):
        loaded = load_city(2, TODAY, newest=2, told=lambda *how: told.append(how))
        yield Demonstration(loaded, told)


@pytest.fixture
def city(two_meetings: Demonstration, db: None) -> Demonstration:
    """The demonstration as it was loaded: what a test changes goes with the test."""
    return two_meetings


def test_two_meetings_live(city: Demonstration) -> None:
    everything_is_in_the_journal()
    what_is_under_way_is_there()
    matters = Matter.objects.filter(jurisdiction__slug="linhu")
    assert matters.exclude(minutes=tour_paper()).count() <= city.loaded.matters
    assert {stage for stage, done, total in city.told if done == total} == {"papers", "acts"}
    until = contents().until
    assert until is not None
    assert timedelta(0) <= TODAY - until <= timedelta(days=3)
    with pytest.raises(AlreadyThere):
        load_city(newest=1)


def what_is_under_way_is_there() -> None:
    """One paper under review, one to be signed; topics everywhere; the counties have their own."""
    in_the_city = Minutes.objects.filter(jurisdiction__slug="linhu")
    assert sorted(in_the_city.values_list("state", flat=True)) == [
        "issued", "issued", "reviewing", "submitted",
    ]  # fmt: skip
    reviewing = in_the_city.get(state=Minutes.State.REVIEWING)
    states = set(reviewing.proposals.values_list("state", flat=True))
    assert {Proposal.State.OPEN, Proposal.State.ACCEPTED, Proposal.State.REFUSED} <= states
    topics = set(Topic.objects.values_list("state", flat=True))
    assert set(Topic.State.values) - topics <= {"draft", "deferred"}
    assert {"planned", "called", "minuted"} == set(Meeting.objects.values_list("state", flat=True))
    for place in ("bailu", "qingping"):
        matters = Matter.objects.filter(jurisdiction__slug=place)
        assert matters.filter(state=State.UNDER_WAY).count() >= 3
    assert InboxItem.objects.filter(read_at=None).exists()


def held(minutes: Minutes) -> tuple[ProvenItem, ...]:
    """The paper against the ledgers on the last day."""
    return proven_items(minutes, Matter.objects.all(), TODAY)


def registry(units: list[str]) -> bytes:
    """A workbook of units alone."""
    book = openpyxl.Workbook()
    book.active.title = "单位"
    book.active.append(HEADS)
    for no, short in enumerate(units):
        book.active.append((f"V{no:03}", f"某市{short.removeprefix('市')}", short, "部门"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_papers_are_held_against_the_ledgers(city: Demonstration, samples: Path) -> None:
    assert tour_paper() is not None
    the_citys_own_paper_is_tied_to_every_ledger()
    what_cannot_be_toured_says_why(samples)
    another_place_comes_with_its_registry(samples)


def the_citys_own_paper_is_tied_to_every_ledger() -> None:
    """Each duty by a named test; the ledgers bear some out and deny others."""
    minutes = tour_paper()
    assert minutes is not None
    items = held(minutes)
    tests = [test for item in items for line in item.lines for test in line.tests]
    assert [item.no for item in items] == list(range(1, 9))
    assert {one.test.address.partition("/")[0] for one in tests if one.test.target is not None} == (
        set(SLUGS)
    )
    assert all(line.tests and line.state for item in items for line in item.lines)
    assert all(one.test.pk and not one.why for one in tests)
    assert {one.result for one in tests} >= {
        ProofResult.PROVEN, ProofResult.CONTRADICTED, ProofResult.AHEAD,
    }  # fmt: skip
    assert not any(one.result == ProofResult.NO_DATA for one in tests)
    assert all(item.general for item in items)


def another_place_comes_with_its_registry(samples: Path) -> None:
    """Once, under its own units; without a workbook among the city's."""
    file = samples / "minutes" / "qingping-2021-15.txt"
    units = sorted(set(re.findall("县[一-鿿]{2,5}局", file.read_text(encoding="utf-8"))))
    first = visit(file.name, file.read_bytes(), None, NOON)
    assert first.minutes.jurisdiction.slug == "linhu"
    assert visit(file.name, file.read_bytes(), None, NOON).minutes == first.minutes
    other = samples / "minutes" / "shidu-2022-9.txt"
    there = visit(other.name, other.read_bytes(), registry(units), NOON)
    assert there.minutes.jurisdiction.slug == "shidu"
    assert there.account.jurisdiction == there.minutes.jurisdiction
    assert not is_somebody_elses()
    lines = [line for item in held(there.minutes) for line in item.lines]
    assert len(lines) == there.minutes.proposals.filter(is_binding=True).count() > 0
    assert counted(held(there.minutes)).proven == 0


def what_cannot_be_toured_says_why(samples: Path) -> None:
    """Neither a paper that is none nor a workbook that is none leaves anything behind."""
    rules = samples / "lookalikes" / "linhu-rules-of-procedure.txt"
    with pytest.raises(ImportRefused, match="读不出是会议纪要"):
        visit(rules.name, rules.read_bytes(), None, NOON)
    paper = samples / "minutes" / "shidu-2022-9.txt"
    with pytest.raises(ImportFaults):
        visit(paper.name, paper.read_bytes(), b"no workbook", NOON)
    assert not Minutes.objects.filter(address__startswith="shidu").exists()


def test_the_seeds_twelve_duties_have_a_proof_each(city: Demonstration, seed_dir: Path) -> None:
    file = seed_dir / "minutes-2019-41.txt"
    units = sorted(set(re.findall("市[一-鿿]{2,6}?(?:局|委|办)", file.read_text("utf-8"))))
    there = visit(file.name, file.read_bytes(), registry(units), NOON)
    assert there.minutes.jurisdiction.code == "320500"
    items = held(there.minutes)
    lines = [line for item in items for line in item.lines]
    assert len(lines) == 12
    assert all(line.tests and line.lead for line in lines)
    assert all(one.test.address and one.why for line in lines for one in line.tests)
    assert all(item.general for item in items)
