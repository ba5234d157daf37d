"""The newest meetings of Linhu come in through the real import and live through the real acts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from yiding.demo.load import AlreadyThere, contents, load_city
from yiding.demo.touring import tour_paper
from yiding.followup.models import (
    Evidence,
    InboxItem,
    Matter,
    Meeting,
    Minutes,
    Proposal,
    Slip,
    Topic,
)
from yiding.followup.replay import differences
from yiding.followup.states import State
from yiding.journal.chain import check_chain
from yiding.journal.models import Event
from yiding.registry.models import Account, Unit, UnitSuccession
from yiding.registry.roles import Role

TODAY = date(2026, 11, 20)


def test_two_meetings_live(db: None, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = settings.DATA_DIR = tmp_path
    told: list[tuple[str, int, int]] = []
    loaded = load_city(2, TODAY, newest=2, told=lambda *how: told.append(how))
    everything_is_in_the_journal()
    what_is_under_way_is_there()
    city = Matter.objects.filter(jurisdiction__slug="linhu")
    assert city.exclude(minutes=tour_paper()).count() <= loaded.matters
    assert {stage for stage, done, total in told if done == total} == {"papers", "acts"}
    until = contents().until
    assert until is not None
    assert timedelta(0) <= TODAY - until <= timedelta(days=3)
    with pytest.raises(AlreadyThere):
        load_city(newest=1)


def everything_is_in_the_journal() -> None:
    """Nothing was refused, the chain is whole and in the order of time, matters are as it says."""
    assert not Event.objects.filter(outcome=Event.Outcome.DENIED).exists()
    assert check_chain().broken is None
    assert list(differences()) == []
    moments = list(Event.objects.order_by("seq").values_list("at", flat=True))
    assert all(before <= after for before, after in pairwise(moments))


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


def five_meetings_hold_everything(today: date) -> None:
    """Papers, slips, what is late, every role, and the registry whole."""
    assert Evidence.objects.filter(file__isnull=False).exists()
    assert Slip.objects.exists()
    assert Matter.objects.overdue(today).exists()
    assert {str(role) for role in Role} <= set(Account.objects.values_list("role", flat=True))
    assert Unit.objects.filter(jurisdiction__slug="linhu", until_on=None).count() >= 60
    assert UnitSuccession.objects.count() >= 12


@pytest.mark.parametrize("today", [date(2026, 10, 8), date(2026, 12, 31)])
def test_the_year_ends_on_any_day(db: None, settings: Any, tmp_path: Path, today: date) -> None:
    settings.MEDIA_ROOT = settings.DATA_DIR = tmp_path
    load_city(today=today, newest=1)
    assert list(differences()) == []
    assert contents().until is not None
