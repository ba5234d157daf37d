"""Killed in the middle of many acts: nothing half-done, nothing acknowledged lost.

``make load`` kills it in the middle of a thousand.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from deployment import Deployment, deployment, kill
from yiding.followup.states import State

pytestmark = [pytest.mark.data, pytest.mark.long]
ACTS, CLIENTS = int(os.environ.get("YIDING_KILLED_ACTS", "240")), 16
ENOUGH = ACTS * 3 // 10


def whole(city: Deployment) -> dict[str, Any]:
    """What is stored, after ``yiding verify`` found chain and matters whole."""
    verdict = city.verify()
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr
    facts: dict[str, Any] = city.run("facts")
    assert {address for address, state in facts["states"].items() if state == State.UNDER_WAY} == (
        set(facts["signed"])
    )
    assert {len(events) for events in facts["signed"].values()} <= {1}
    return facts


def test_killed_in_the_middle_of_many_acts(tmp_path: Path) -> None:
    with deployment(tmp_path) as city:
        made = city.run("populate", str(ACTS))
        city.token = made["token"]
        with city.serving() as server:
            storm = city.sign_all(made["addresses"], CLIENTS, enough=ENOUGH)
            kill(server)
        assert storm.refused == {}
        acknowledged = set(storm.acknowledged)

        facts = whole(city)
        assert acknowledged <= set(facts["signed"])
        # what was on its way is done or not done, and no more than the clients could have sent
        assert ENOUGH <= len(facts["signed"]) <= len(acknowledged) + CLIENTS < ACTS

        with city.serving():
            again = city.sign_all(made["addresses"], CLIENTS)
        assert set(again.refused) == set(facts["signed"])
        assert set(again.refused.values()) == {409}
        facts = whole(city)
        assert set(facts["signed"]) == set(made["addresses"])
