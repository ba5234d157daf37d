"""Many documents over several processes: in order, in bounded memory, past a dead worker."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from signal import SIG_DFL, SIGINT, signal
from typing import TYPE_CHECKING

from yiding.cli.messages import speaker
from yiding.cli.work import Done, read_batch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiding.cli.inputs import Task
    from yiding.cli.messages import Say
    from yiding.cli.work import Plan

BATCH = 16
"""Documents a message to a worker carries: enough that the message costs nothing."""
AHEAD = 2
"""Batches under way for each worker; what is not yet under way takes no memory."""

Batch = list["Task"]
Running = deque[tuple[Batch, "Future[list[Done]]"]]


def read_all(tasks: Sequence[Task], plan: Plan, jobs: int) -> Iterator[Done]:
    """Read every task over ``jobs`` processes; results come in the order of the tasks.

    A worker that dies costs its own document, which is named; the others are read.
    """
    waiting = deque(list(tasks[at : at + BATCH]) for at in range(0, len(tasks), BATCH))
    while waiting:
        yield from _one_pool(waiting, plan, min(jobs, len(waiting)))


def _one_pool(waiting: deque[Batch], plan: Plan, jobs: int) -> Iterator[Done]:
    """Work until nothing waits or a worker died; then what was under way waits again."""
    pool = _pool(jobs)
    running: Running = deque()
    try:
        while waiting or running:
            _submit(pool, waiting, running, plan, jobs)
            if not running:
                return
            batch, future = running.popleft()
            error = future.exception()
            yield from future.result() if error is None else _one_by_one(batch, plan)
            if isinstance(error, BrokenProcessPool):
                waiting.extendleft(batch for batch, _ in reversed(running))
                return
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Ctrl-C reaches the whole group: a worker ends at once, its parent does the talking
    return ProcessPoolExecutor(jobs, initializer=signal, initargs=(SIGINT, SIG_DFL))


def _submit(
    pool: ProcessPoolExecutor, waiting: deque[Batch], running: Running, plan: Plan, jobs: int
) -> None:
    while waiting and len(running) < jobs * AHEAD:
        try:
            future = pool.submit(read_batch, waiting[0], plan)
        except BrokenProcessPool:  # a worker died meanwhile: its batch is among the running
            return
        running.append((waiting.popleft(), future))


def _one_by_one(batch: Batch, plan: Plan) -> Iterator[Done]:
    """Each task alone in a process, so that the one that kills it is known."""
    waiting = deque(batch)
    while waiting:
        yield from _until_death(waiting, plan)


def _until_death(waiting: deque[Task], plan: Plan) -> Iterator[Done]:
    with _pool(1) as pool:
        while waiting:
            task = waiting.popleft()
            future = pool.submit(read_batch, [task], plan)
            error = future.exception()
            yield future.result()[0] if error is None else _crashed(task, speaker(plan.language))
            if isinstance(error, BrokenProcessPool):
                return


def _crashed(task: Task, say: Say) -> Done:
    return Done(task.name, failure=say("failed", name=task.name, problem=say("crashed")))
