"""The state table through the page, the API and the command line: each role, then each state.

Of the states that a verb is refused in two are tried, all by ``make pages``: what refuses is one
and the same behind every shell, and ``test_state_table`` tries it in full on both databases.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from api.conftest import Program
from choice import looked_at
from followup.conftest import undone
from followup.situations import DAY, fields_for, matter_in, prepare
from followup.test_state_table import TABLE, expected_of
from world import World, moment
from yiding.cli.app import run
from yiding.followup.models import Matter
from yiding.followup.states import State
from yiding.journal.models import Event
from yiding.registry.roles import ADMINISTRATORS, OF_A_UNIT, Role

pytestmark = pytest.mark.either
Shell = Callable[[World, Matter, str, str, dict[str, Any]], bool]


@pytest.fixture
def world(world_that_stands: World) -> World:
    """One city for the whole table: nothing tried in it is kept."""
    return world_that_stands


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shells read the clock: here it stands at the day of the table."""
    stands: Callable[[], datetime] = lambda: moment(DAY)  # noqa: E731
    monkeypatch.setattr(timezone, "now", stands)
    monkeypatch.setattr(settings, "DEMO", True, raising=False)


def by_page(world: World, matter: Matter, verb: str, who: str, fields: dict[str, Any]) -> bool:
    """Send the form of the page; true if it was done."""
    client = Client()
    client.force_login(world[who], backend="yiding.registry.signing_in.AccountBackend")
    place = matter.address.replace(":", "/")
    return client.post(f"/matters/{place}/{verb}/", fields).status_code == 302


def by_api(world: World, matter: Matter, verb: str, who: str, fields: dict[str, Any]) -> bool:
    """Send the fields as JSON; true if it was done."""
    answer = Program(world, who).post(f"/matters/{matter.address}/acts/{verb}", fields)
    if answer.status_code != 200:
        assert answer.headers["Content-Type"].startswith("application/problem+json")
    return answer.status_code == 200


def by_command(world: World, matter: Matter, verb: str, who: str, fields: dict[str, Any]) -> bool:
    """Type it; true if it was done."""
    options = [f"--{name.replace('_', '-')}={value}" for name, value in fields.items()]
    return run(["act", matter.address, verb, *options, "--as", world[who].username]) == 0


SHELLS: dict[str, Shell] = {"page": by_page, "api": by_api, "command": by_command}


@pytest.mark.parametrize("shell", sorted(SHELLS))
@pytest.mark.parametrize("verb", sorted(TABLE))
def test_every_role_in_a_state_that_fits(world: World, verb: str, shell: str) -> None:
    state = TABLE[verb]["from"][0]
    for role in Role:
        with undone():
            assert_as_expected(world, verb, state, str(role), shell)


@pytest.mark.parametrize("shell", sorted(SHELLS))
@pytest.mark.parametrize("verb", sorted(TABLE))
def test_every_state_for_a_role_that_fits(world: World, verb: str, shell: str) -> None:
    role = TABLE[verb]["by"][0]
    for state in looked_at(State, lambda state: state in TABLE[verb]["from"]):
        with undone():
            assert_as_expected(world, verb, str(state), role, shell)


def assert_as_expected(world: World, verb: str, state: str, role: str, shell: str) -> None:
    """Done where the table says so, with one event; else refused, and the guard is on record."""
    expected = expected_of(verb, state, role)
    matter = matter_in(world, state)
    prepare(world, matter, verb, role)
    who = f"{role}@water" if role in OF_A_UNIT else role
    before = Event.objects.filter(subject=matter.address).count()
    is_done = SHELLS[shell](world, matter, verb, who, fields_for(world, verb, role))
    events = list(Event.objects.filter(subject=matter.address).order_by("seq"))[before:]
    matter.refresh_from_db()
    tried = (verb, state, role, shell)
    assert (tried, is_done) == (tried, not expected.startswith("refused")), json.dumps(
        [event.data for event in events], ensure_ascii=False
    )
    assert (tried, str(matter.state)) == (tried, expected if is_done else state)
    if is_done or role not in ADMINISTRATORS or shell != "page":
        outcome = Event.Outcome.DONE if is_done else Event.Outcome.DENIED
        assert (tried, [event.outcome for event in events]) == (tried, [outcome])
