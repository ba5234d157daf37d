"""Many documents over several processes: in order, in bounded memory, past a dead worker."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, parent_process
from signal import SIG_BLOCK, SIG_DFL, SIG_UNBLOCK, SIGINT, SIGTERM, pthread_sigmask, signal
from threading import Thread
from typing import TYPE_CHECKING

from yiding.cli.messages import speaker
from yiding.cli.usage import TERMINATED
from yiding.cli.work import Done, discard_draft, read_batch

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from yiding.cli.inputs import Task
    from yiding.cli.messages import Say
    from yiding.cli.work import Plan

BATCH = 16
"""Documents a message to a worker carries: enough that the message costs nothing."""
AHEAD = 2
"""Batches under way for each worker; what is not yet under way takes no memory."""
STOPS = (SIGINT, SIGTERM)

Batch = list["Task"]
Running = deque[tuple[Batch, "Future[list[Done]]"]]
"""What the workers have, in order; the first is the one whose results are awaited or told."""


def read_all(tasks: Sequence[Task], plan: Plan, jobs: int) -> Generator[Done]:
    """Read every task over ``jobs`` processes; results come in the order of the tasks.

    A worker that dies costs its own document, which is named; the others are read.
    """
    waiting = deque(list(tasks[at : at + BATCH]) for at in range(0, len(tasks), BATCH))
    while waiting:
        yield from _one_pool(waiting, plan, min(jobs, len(waiting)))


def _one_pool(waiting: deque[Batch], plan: Plan, jobs: int) -> Iterator[Done]:
    """Work until nothing waits or a worker died; then what was under way waits again."""
    pool, running = _pool(jobs), Running()
    try:
        while waiting or running:
            _submit(pool, waiting, running, plan, jobs)
            if not running:
                return
            batch, future = running[0]
            error = future.exception()
            yield from future.result() if error is None else _one_by_one(batch, plan)
            running.popleft()
            if isinstance(error, BrokenProcessPool):
                waiting.extendleft(batch for batch, _ in reversed(running))
                return
    finally:
        _end(pool, [task for batch, _ in running for task in batch])


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_begin_worker)


def _begin_worker() -> None:
    """A worker ends when told to, and when its parent has gone, however that ended."""
    for number in STOPS:  # its parent does the talking
        signal(number, SIG_DFL)
    pthread_sigmask(SIG_BLOCK, STOPS)
    Thread(target=_outlive_nobody, daemon=True).start()


def _work(batch: Batch, plan: Plan) -> list[Done]:
    """Read a batch: here a stop ends the worker at once, and nowhere else.

    Ended amid a message it would leave half of one, and the parent would wait for the rest.
    """
    pthread_sigmask(SIG_UNBLOCK, STOPS)
    try:
        return read_batch(batch, plan)
    finally:
        pthread_sigmask(SIG_BLOCK, STOPS)


def _outlive_nobody() -> None:
    if parent := parent_process():
        parent.join()
    os._exit(TERMINATED)


def _end(pool: ProcessPoolExecutor, under_way: Sequence[Task]) -> None:
    """Given up in the middle, the workers end where they read and leave no half-written file."""
    if under_way:
        for worker in active_children():
            worker.terminate()
    pool.shutdown(cancel_futures=True)
    for task in under_way:
        discard_draft(task)


def _submit(
    pool: ProcessPoolExecutor, waiting: deque[Batch], running: Running, plan: Plan, jobs: int
) -> None:
    while waiting and len(running) < jobs * AHEAD:
        try:
            future = _begin(pool, waiting[0], plan)
        except BrokenProcessPool:  # a worker died meanwhile: its batch is among the running
            return
        running.append((waiting.popleft(), future))


def _begin(pool: ProcessPoolExecutor, batch: Batch, plan: Plan) -> Future[list[Done]]:
    """Hand over a batch; a stop waits while workers are made, for amid a fork it would be lost."""
    pthread_sigmask(SIG_BLOCK, STOPS)
    try:
        return pool.submit(_work, batch, plan)
    finally:
        pthread_sigmask(SIG_UNBLOCK, STOPS)


def _one_by_one(batch: Batch, plan: Plan) -> Iterator[Done]:
    """Each task alone in a process, so that the one that kills it is known."""
    waiting = deque(batch)
    while waiting:
        yield from _until_death(waiting, plan)


def _until_death(waiting: deque[Task], plan: Plan) -> Iterator[Done]:
    pool = _pool(1)
    under_way: list[Task] = []
    try:
        while waiting:
            under_way = [task := waiting.popleft()]
            future = _begin(pool, under_way, plan)
            error = future.exception()
            yield future.result()[0] if error is None else _crashed(task, speaker(plan.language))
            if isinstance(error, BrokenProcessPool):
                return
            under_way = []
    finally:
        _end(pool, under_way)


def _crashed(task: Task, say: Say) -> Done:
    return Done(task.name, failure=say("failed", name=task.name, problem=say("crashed")))
