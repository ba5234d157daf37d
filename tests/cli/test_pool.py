"""Many documents over several processes, one of which may die."""

from __future__ import annotations

import os
from pathlib import Path
from signal import SIG_BLOCK, pthread_sigmask

import pytest

from yiding.cli import pool
from yiding.cli.inputs import Task
from yiding.cli.pool import BATCH, STOPS, read_all
from yiding.cli.work import Done, Plan

PLAN = Plan("json", "zh")
ENGLISH = Plan("markdown", "en")


class Deadly:
    """A source that ends the process that unpacks it, as a crash in a library would."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (9,)


def tasks(samples: Path, count: int) -> list[Task]:
    path = samples / "minutes/linhu-2025-7.txt"
    return [Task(f"{number}.txt", path) for number in range(count)]


def read(listed: list[Task], jobs: int = 2, plan: Plan = PLAN) -> list[Done]:
    return list(read_all(listed, plan, jobs))


def test_results_come_in_the_order_of_the_tasks(samples: Path) -> None:
    listed = tasks(samples, 5 * BATCH + 3)
    done = read(listed)
    assert [each.name for each in done] == [task.name for task in listed]
    assert all(each.payload.startswith(b'{"schema"') for each in done)


def test_one_process_and_many_give_the_same(samples: Path) -> None:
    listed = tasks(samples, BATCH + 1)
    assert read(listed, 1) == read(listed, 3)


def test_every_process_writes_in_the_language(samples: Path) -> None:
    listed = tasks(samples, BATCH + 1)
    done = read(listed, 2, ENGLISH)
    assert done == read(listed, 1, ENGLISH)
    assert all("\n## Please check\n\n- “" in each.payload.decode() for each in done)
    assert all("whose day is not known." in each.payload.decode() for each in done)


def test_a_worker_that_dies_costs_its_own_document(samples: Path) -> None:
    listed = tasks(samples, 3 * BATCH)
    listed[BATCH + 2] = Task("deadly.txt", Deadly())  # type: ignore[arg-type]
    done = read(listed)
    failed = [each for each in done if each.failure is not None]
    assert [each.name for each in failed] == ["deadly.txt"]
    assert "读不了“deadly.txt”" in str(failed[0].failure)
    assert [each.name for each in done] == [task.name for task in listed]


def test_an_error_nobody_foresaw_costs_its_own_document(samples: Path) -> None:
    listed = tasks(samples, 3)
    listed[1] = Task("odd.txt", object())  # type: ignore[arg-type]
    assert [each.failure is None for each in read(listed)] == [True, False, True]


def stops_held(*_: object) -> bool:
    """Whether a stop would wait in this process."""
    return set(STOPS) <= pthread_sigmask(SIG_BLOCK, [])


def test_a_stop_ends_a_worker_while_it_reads_and_never_amid_a_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "read_batch", stops_held)
    with pool._pool(1) as workers:
        held = [workers.submit(stops_held), workers.submit(pool._work, [], PLAN)]
        held.append(workers.submit(stops_held))
        assert [each.result() for each in held] == [True, False, True]
