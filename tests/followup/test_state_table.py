"""Every verb by every role in every state: it happens where the table says, else a guard says."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from followup.conftest import undone
from followup.situations import DAY, fields_for, matter_in, prepare
from world import World
from yiding.followup.action import actions_on
from yiding.followup.models import Matter
from yiding.followup.refusals import Refused
from yiding.followup.states import State
from yiding.journal.models import Event
from yiding.registry.roles import OF_A_UNIT, Role

TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("state_table.toml").read_text(encoding="utf-8")
)


def test_the_table_names_every_verb() -> None:
    assert {action.verb for action in actions_on(Matter)} == set(TABLE)


def test_the_table_names_every_state() -> None:
    named = {state for row in TABLE.values() for state in [*row["from"], row["to"]]}
    assert named - {"stays"} == {str(state) for state in State} - {"stays"}


@pytest.fixture
def world(world_that_stands: World) -> World:
    """One city for the whole table: nothing tried in it is kept."""
    return world_that_stands


@pytest.mark.parametrize("verb", sorted(TABLE))
@pytest.mark.parametrize("state", [str(state) for state in State])
def test_every_role(world: World, verb: str, state: str) -> None:
    matter = matter_in(world, state)
    for role in Role:
        with undone():
            answer = _tried(world, matter, verb, str(role))
        assert (str(role), answer) == (str(role), expected_of(verb, state, str(role)))


def expected_of(verb: str, state: str, role: str) -> str:
    """What the table says: the state it ends in, or who refuses."""
    row = TABLE[verb]
    if role not in row["by"] and role not in row.get("decided_elsewhere", []):
        return "refused: role"
    if state not in row["from"]:
        return "refused: state"
    if role not in row["by"]:
        return "refused: decider"
    return str(state if row["to"] == "stays" else row["to"])


def _tried(world: World, matter: Matter, verb: str, role: str) -> str:
    prepare(world, matter, verb, role)
    username = f"{role}@water" if role in OF_A_UNIT else role
    before = Event.objects.count()
    try:
        world.act(f"matter.{verb}", matter, username, DAY, **fields_for(world, verb, role))
        answer = ""
    except Refused as refused:
        guard = refused.refusal.guard
        answer = "decider" if guard.startswith("approved_as_") else guard
    _assert_one_event(matter, before, denied=bool(answer))
    matter.refresh_from_db()
    return f"refused: {answer}" if answer else str(matter.state)


def _assert_one_event(matter: Matter, before: int, *, denied: bool) -> None:
    assert Event.objects.count() == before + 1
    event = Event.objects.latest("seq")
    assert event.subject == matter.address
    assert event.outcome == (Event.Outcome.DENIED if denied else Event.Outcome.DONE)
