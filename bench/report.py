"""The measurements as a page of Markdown."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import yiding
from bench.folder import FolderRun

LIBRARIES = ("lxml", "pypdfium2", "python-docx", "markitdown", "jionlp")
ABSENT = "not installed"


def timings(title: str, measured: Mapping[str, float | None]) -> str:
    """One table: milliseconds, and how many times the first row."""
    base = next(iter(measured.values()))
    rows = [
        (name, ABSENT, "") if ms is None else (name, _ms(ms), _times(ms, base))
        for name, ms in measured.items()
    ]
    return f"## {title}\n\n" + table(("Work", "CPU ms", "× the first"), rows)


def _ms(ms: float) -> str:
    return f"{ms:.4f}" if ms < 0.1 else f"{ms:.2f}"


def _times(ms: float, base: float | None) -> str:
    return f"{ms / base:.2f}" if base else ""


def folders(runs: Sequence[FolderRun]) -> str:
    """The table of the folder runs."""
    head = ("Files", "Processes", "Wall s", "CPU s", "CPU ms a file", "Largest process MiB")
    rows = [
        (
            str(run.files),
            str(run.jobs),
            f"{run.wall_s:.1f}",
            f"{run.cpu_s:.1f}",
            f"{run.cpu_s * 1000 / run.files:.2f}",
            f"{run.peak_mib:.0f}",
        )
        for run in runs
    ]
    return "## A folder\n\n" + table(head, rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column is words, the others numbers."""
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def where_and_when(day: str, origin: str, rounds: int) -> str:
    """The day, the machine, the versions, the text."""
    rivals = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    return (
        f"Measured on {day}: {processor()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, {sys.platform}. "
        f"Yiding {yiding.__version__}, {rivals}.\n\n"
        f"Medians of {rounds} alternating rounds, processor time. The text: {origin}. "
        "Runs differ by a quarter from one another: only the ratios within one table mean anything."
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ABSENT


def processor() -> str:
    """The name of the processor."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text("utf-8").splitlines() if cpuinfo.exists() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())
