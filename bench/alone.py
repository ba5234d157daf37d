"""One work in a process of its own: its wall and processor time, and the most memory it held."""

# ruff: noqa: S603 - the command is our own
from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bench.report import table

HEADS = ("wall s", "CPU s", "CPU µs each", "peak MiB")
Work = Callable[[Path, int], str]
"""Does something with so many rows of a store, and tells what it came to."""


def arguments(module: str, about: str, parts: Iterable[str], rows: int) -> argparse.Namespace:
    """What a bench of a store is asked for: one part, or all of them; how many rows."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=about)
    parser.add_argument("part", nargs="?", choices=sorted(parts), help="one work, in this process")
    parser.add_argument("--rows", type=int, default=rows)
    parser.add_argument("--store", type=Path, default=Path("out/store"))
    return parser.parse_args()


def alone(module: str, part: str, rows: int, store: Path) -> dict[str, Any]:
    """What a part of a module prints by `report`, run by itself."""
    command = [sys.executable, "-m", module, part, "--rows", str(rows), "--store", str(store)]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def report(part: str, work: Work, store: Path, rows: int) -> None:
    """Do one work and print what it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    told = work(store, rows)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"work": part, "rows": rows, "wall_s": wall, "cpu_s": cpu, "told": told,
                      "peak": peak}))  # fmt: skip


def works_table(works: list[dict[str, Any]], words: dict[str, str], rows_head: str) -> str:
    """By work and rows; what the product says and what was written by hand must be the same."""
    told = {(one["work"], one["rows"]): one["told"] for one in works}
    for (work, rows), said in told.items():
        if said != told.get((f"{work}-by-hand", rows), said):
            raise SystemExit(f"{work}: {said} differs from {told[f'{work}-by-hand', rows]}")
    lines = [
        (words[work], f"{one['rows']:,}", *_figures(one))
        for work in words for one in works if one["work"] == work
    ]  # fmt: skip
    return table(("Work", rows_head, *HEADS), lines)


def _figures(one: dict[str, Any]) -> tuple[str, ...]:
    return (
        f"{one['wall_s']:.1f}", f"{one['cpu_s']:.1f}",
        f"{one['cpu_s'] * 1e6 / one['rows']:.2f}", f"{one['peak']:.0f}",
    )  # fmt: skip


def size_mib(folder: Path) -> float:
    """What the Parquet of a store takes on the disk."""
    return sum(one.stat().st_size for one in folder.rglob("*.parquet")) / 2**20
