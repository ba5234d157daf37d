"""Two at once: one wins and the other is told; nothing is lost and the chain has no gap."""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from crowd import COMMAND, handed_over
from world import World, make_world
from yiding.followup.act import Call, act
from yiding.followup.models import InboxItem, Matter
from yiding.followup.refusals import Refused
from yiding.followup.replay import differences
from yiding.followup.states import State
from yiding.journal.chain import check_chain
from yiding.journal.models import Event
from yiding.registry.models import Account

pytestmark = pytest.mark.django_db(transaction=True)
ONE, OTHER = "liaison@water", "unit_head@water"


@pytest.fixture
def world(transactional_db: None) -> World:
    return make_world()


def sign(account: Account, address: str, seen: int | None = 1) -> str:
    """What came of it: ``done``, or the guard that refused."""
    try:
        act(Call("matter.sign", address, {}, seen=seen), account, timezone.now())
    except Refused as refused:
        return refused.refusal.guard
    finally:
        connection.close()
    return "done"


def at_once(jobs: list[Callable[[], str]]) -> list[str]:
    """The answers of all jobs, started together in threads."""
    barrier = Barrier(len(jobs))

    def run(job: Callable[[], str]) -> str:
        barrier.wait()
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


@pytest.mark.parametrize(("seen", "guard"), [(1, "version"), (None, "state")])
def test_of_two_one_wins_and_the_other_is_told(world: World, seen: int | None, guard: str) -> None:
    for address in handed_over(world, 12):
        both = [world[ONE], world[OTHER]]
        jobs = [lambda who=who, of=address: sign(who, of, seen) for who in both]
        assert sorted(at_once(jobs)) == sorted(["done", guard])
        matter = Matter.objects.get(address=address)
        assert (matter.state, matter.version) == (State.UNDER_WAY, 2)
        outcomes = Event.objects.filter(subject=address).values_list("outcome", flat=True)
        assert sorted(outcomes) == ["denied", "done"]
    assert check_chain().broken is None
    assert list(differences()) == []


def test_ten_at_one_thing_change_it_once(world: World) -> None:
    (address,) = handed_over(world, 1)
    said = at_once([lambda: sign(world[ONE], address) for _ in range(10)])
    assert Counter(said) == {"done": 1, "version": 9}
    assert Event.objects.filter(subject=address).count() == 10
    assert Matter.objects.get(address=address).periods.count() == 1
    told = InboxItem.objects.filter(subject=address).values_list("account", flat=True)
    assert len(told) == len(set(told)) > 0


def test_two_hundred_on_as_many_matters_all_land(world: World) -> None:
    addresses = handed_over(world, 200)
    random.Random(20260303).shuffle(addresses)  # noqa: S311 - an order, no secret
    with ThreadPoolExecutor(20) as pool:
        said = list(pool.map(lambda address: sign(world[ONE], address), addresses))
    assert Counter(said) == {"done": 200}
    assert list(Event.objects.values_list("seq", flat=True)) == list(range(1, 201))
    assert check_chain().count == 200
    assert check_chain().broken is None
    assert list(differences()) == []


def test_processes_are_as_apart_as_threads(world: World) -> None:
    addresses = handed_over(world, 40)
    environment = {**os.environ, "YIDING_DATABASE_URL": this_database()}
    workers = [
        subprocess.Popen(
            [*COMMAND, "sign", who, *addresses], env=environment, stdout=subprocess.PIPE, text=True
        )
        for who in (ONE, OTHER)
    ]
    one, other = (json.loads(worker.communicate(timeout=120)[0]) for worker in workers)
    assert {tuple(sorted((one[each], other[each]))) for each in addresses} == {("done", "version")}
    assert Event.objects.filter(outcome=Event.Outcome.DONE).count() == 40
    assert check_chain().broken is None
    assert check_chain().count == 80
    assert list(differences()) == []


def this_database() -> str:
    """The address of the database this test runs on."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['YIDING_DATABASE_URL'].rpartition('/')[0]}/{name}"
