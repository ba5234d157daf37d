"""What holds whenever Linhu is loaded, however many of its meetings."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from yiding.demo.load import contents, load_city
from yiding.followup.models import (
    Evidence,
    Matter,
    Slip,
)
from yiding.followup.replay import differences
from yiding.journal.chain import check_chain
from yiding.journal.models import Event
from yiding.registry.models import Account, Unit, UnitSuccession
from yiding.registry.roles import Role


def everything_is_in_the_journal() -> None:
    """Nothing was refused, the chain is whole and in the order of time, matters are as it says."""
    assert not Event.objects.filter(outcome=Event.Outcome.DENIED).exists()
    assert check_chain().broken is None
    assert list(differences()) == []
    moments = list(Event.objects.order_by("seq").values_list("at", flat=True))
    assert all(before <= after for before, after in pairwise(moments))


def five_meetings_hold_everything(today: date) -> None:
    """Papers, slips, what is late, every role, and the registry whole."""
    assert Evidence.objects.filter(file__isnull=False).exists()
    assert Slip.objects.exists()
    assert Matter.objects.overdue(today).exists()
    assert {str(role) for role in Role} <= set(Account.objects.values_list("role", flat=True))
    assert Unit.objects.filter(jurisdiction__slug="linhu", until_on=None).count() >= 60
    assert UnitSuccession.objects.count() >= 12


@pytest.mark.long
@pytest.mark.either
def test_the_year_ends_on_any_day(db: None, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = settings.DATA_DIR = tmp_path
    load_city(today=date(2026, 10, 8), newest=1)
    assert list(differences()) == []
    assert contents().until is not None
