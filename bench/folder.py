"""A folder of many files through the command: wall clock, processor, peak of memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

# In a process of its own: the peak of children is kept for the life of their parent.
WATCH = """
import json, resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


@dataclass(frozen=True)
class FolderRun:
    """One run: files, processes, seconds, and the largest process in MiB."""

    files: int
    jobs: int
    wall_s: float
    cpu_s: float
    peak_mib: float


def folder_runs(text: str, plan: Sequence[tuple[int, int]]) -> Iterator[FolderRun]:
    """Read folders of (files, jobs), each file slightly another text."""
    with TemporaryDirectory() as scratch:
        for files, jobs in plan:
            folder = Path(scratch, str(files))
            if not folder.exists():
                _lay(folder, text, files)
            yield _run(folder, files, jobs)


def _lay(folder: Path, text: str, files: int) -> None:
    folder.mkdir()
    for number in range(files):
        Path(folder, f"{number:05}.txt").write_text(f"{text}\n{number}\n", "utf-8")


def _run(folder: Path, files: int, jobs: int) -> FolderRun:
    read = [sys.executable, "-m", "yiding.cli", "read", str(folder), "--format", "json"]
    command = [sys.executable, "-c", WATCH, *read, "--jobs", str(jobs)]
    answer = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own
    code, wall_s, cpu_s, peak_kib = json.loads(answer.stdout)
    if code:
        raise RuntimeError(f"yiding read ended with {code} on {files} files")
    return FolderRun(files, jobs, wall_s, cpu_s, peak_kib / 1024)
