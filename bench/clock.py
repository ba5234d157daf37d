"""Processor time of several works, taken in alternating rounds so that all share the weather."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

SAMPLE_S = 0.06
"""A sample repeats its work for about so long."""


@dataclass(frozen=True)
class Work:
    """Something to measure; ``run`` is None where its library is not installed."""

    name: str
    run: Callable[[], object] | None
    units: int = 1
    """How many things one run does: the time is told for one of them."""


def medians(works: Sequence[Work], rounds: int) -> dict[str, float | None]:
    """The median milliseconds of processor time of each work, None where it cannot run."""
    runs = {work: _repeats(work.run) for work in works if work.run is not None}
    samples: dict[Work, list[float]] = {work: [] for work in runs}
    for _ in range(rounds):
        for work, repeats in runs.items():
            samples[work].append(_sample(work, repeats))
    return {work.name: median(samples[work]) if work in runs else None for work in works}


def _repeats(run: Callable[[], object]) -> int:
    """How many runs fill a sample; the first run, which loads and compiles, does not count."""
    run()
    start = time.process_time()
    run()
    return max(1, round(SAMPLE_S / max(time.process_time() - start, 1e-6)))


def _sample(work: Work, repeats: int) -> float:
    start = time.process_time()
    for _ in range(repeats):
        work.run()  # type: ignore[misc] - only works that can run are sampled
    return (time.process_time() - start) * 1000 / repeats / work.units
