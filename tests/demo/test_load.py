"""The newest meetings of Linhu come in through the real import and live through the real acts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yiding.demo.load import AlreadyThere, load_city
from yiding.followup.models import Evidence, Matter, Minutes, Proposal, Slip
from yiding.journal.models import Event
from yiding.registry.models import Account, Unit, UnitSuccession
from yiding.registry.roles import Role

TODAY = date(2026, 11, 20)
NEWEST = 3


def test_the_newest_meetings_live(db: None, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    loaded = load_city(newest=NEWEST)
    assert Minutes.objects.filter(state=Minutes.State.ISSUED).count() == NEWEST
    assert Matter.objects.count() == loaded.matters >= 60
    assert not Proposal.objects.filter(state=Proposal.State.OPEN).exists()
    assert not Event.objects.filter(outcome=Event.Outcome.DENIED).exists()
    assert sum(loaded.played.done.values()) > 200
    assert Evidence.objects.exists()
    assert Slip.objects.exists()
    assert Matter.objects.overdue(TODAY).exists()
    assert {str(role) for role in Role} <= set(Account.objects.values_list("role", flat=True))
    assert Unit.objects.filter(jurisdiction__slug="linhu", until_on=None).count() >= 60
    assert UnitSuccession.objects.count() >= 12
    with pytest.raises(AlreadyThere):
        load_city(newest=1)
