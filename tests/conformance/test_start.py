"""The command starts at once: ``yiding --version`` loads nothing it does not need."""

from __future__ import annotations

import os
import resource
import subprocess
from pathlib import Path

HEAVY = {
    "chinese_calendar",
    "cn2an",
    "django",
    "lxml",
    "opencc",
    "pypdfium2",
    "rich",
    "typer",
    "xlsxwriter",
}
LIMIT_S = 0.6 if os.environ.get("CI") == "true" else 0.2


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run; wall time would measure the neighbours."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def loaded_by(command: list[str]) -> set[str]:
    """The top-level packages a run of the interpreter imports."""
    python, *rest = command
    timed = [python, "-X", "importtime", *rest]
    answer = subprocess.run(timed, check=True, capture_output=True, text=True)
    return {row.rpartition("|")[2].strip().partition(".")[0] for row in answer.stderr.splitlines()}


def test_version_answers_in_a_fifth_of_a_second(yiding: list[str]) -> None:
    assert min(cpu_seconds([*yiding, "--version"]) for _ in range(5)) < LIMIT_S


def test_version_loads_no_large_package(yiding: list[str]) -> None:
    assert loaded_by([*yiding, "--version"]) & HEAVY == set()


def test_importing_the_library_loads_no_large_package(yiding: list[str]) -> None:
    assert loaded_by([yiding[0], "-c", "import yiding"]) & HEAVY == set()


def test_version_is_the_packages(yiding: list[str], root: Path) -> None:
    answer = subprocess.run([*yiding, "--version"], check=True, capture_output=True, text=True)
    source = (root / "src/yiding/__init__.py").read_text("utf-8")
    assert f'"{answer.stdout.split()[-1]}"' in source
