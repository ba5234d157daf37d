"""The application's commands, as they are typed."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from nine_ledger import Nine
from world import World, make_world
from yiding.cli.app import run
from yiding.followup import ledger_sources
from yiding.followup.models import ClosingTest, Matter
from yiding.followup.states import State
from yiding.journal.models import Event


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    """A small city, in a demonstration: no password is asked."""
    monkeypatch.setattr(settings, "DEMO", True, raising=False)
    return make_world()


def test_a_matter_is_signed_for(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    matter = world.assigned()
    assert run(["act", matter.address, "sign", "--as", "liaison@water"]) == 0
    matter.refresh_from_db()
    seq = Event.objects.latest("seq").seq
    assert matter.state == State.UNDER_WAY
    assert f"现为“办理中”，流转记录第 {seq} 号。" in capsys.readouterr().out


def test_a_refusal_names_its_guard(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    matter = world.under_way()
    assert run(["act", matter.address, "close", "--as", "liaison@water"]) == 3
    assert "未准（role）：联络员不能销号。请由" in capsys.readouterr().err


def test_missing_fields_are_named_as_options(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    matter = world.under_way()
    assert run(["act", matter.address, "report", "--as", "liaison@water"]) == 64
    err = capsys.readouterr().err
    assert "--progress" in err
    assert "--words" in err


def test_without_a_verb_it_lists_what_can_be_done(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    matter = world.assigned()
    assert run(["act", matter.address, "--as", "liaison@water"]) == 0
    out = capsys.readouterr().out
    assert "sign" in out
    assert "object" in out
    assert "close" not in out


def test_overdue_matters_of_a_unit(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    late, other = world.under_way(), world.under_way()
    day = Event.objects.latest("seq").at.date()
    for matter, due in ((late, day - timedelta(days=1)), (other, day + timedelta(days=9000))):
        Matter.objects.filter(pk=matter.pk).update(due_on=due)
    listed = ["matters", "--unit", "市水务局", "--overdue", "--format", "json", "--as", "auditor"]
    assert run(listed) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["address"] for row in rows] == [late.address]


def test_as_of_a_past_day(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    matter = world.under_way()
    listed = ["matters", "--as-of", "2026-03-23", "--format", "json", "--as", "auditor"]
    assert run(listed) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["address"], row["state"]) == (matter.address, "assigned")


def test_an_unknown_unit_and_account(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["matters", "--unit", "市气象局", "--as", "auditor"]) == 64
    assert run(["matters", "--as", "nobody"]) == 64
    err = capsys.readouterr().err
    assert "市气象局" in err
    assert "账号“nobody”" in err


def test_a_wrong_password_is_refused(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(settings, "DEMO", False, raising=False)
    monkeypatch.setenv("YIDING_PASSWORD", "不对")
    assert run(["matters", "--as", "auditor"]) == 64
    assert "密码不对" in capsys.readouterr().err


def test_what_the_ledgers_deny_is_listed(
    world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line a matter; a day without a claim has none."""
    monkeypatch.setattr(ledger_sources, "_SOURCES", {"indicator": Nine()})
    matter = world.under_way(closing_kind="deliver")
    test = ClosingTest.objects.create(
        matter=matter,
        jurisdiction=world.jurisdiction,
        kind="indicator",
        address="toy/done",
        target=9,
        by_on=timezone.localdate(),
        named_by=world["supervisor"],
        named_at=timezone.now(),
    )
    assert run(["proofs"]) == 0
    assert capsys.readouterr().out == ""
    Matter.objects.filter(pk=matter.pk).update(state=State.SUBMITTED)
    ClosingTest.objects.filter(pk=test.pk).update(result="contradicted")
    assert run(["proofs"]) == 0
    assert capsys.readouterr().out.split("\t")[:3] == [matter.address, "市水务局", "toy/done"]
    assert test.readings.filter(occasion="due").count() == 1
