"""How the command ends: streams that are full, closed or gone, and being told to stop."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.conftest import Copies

Ended = subprocess.CompletedProcess[bytes]


@pytest.fixture
def papers(copies: Copies) -> Path:
    """Enough copies of a sample to be busy for a while."""
    return copies(400)


def shell(yiding: list[str], rest: str, **variables: str) -> Ended:
    """``"$@" REST`` in a shell, the command being ``$@``."""
    kept = {key: value for key, value in os.environ.items() if key != "YIDING_LANG"}
    line = ["bash", "-c", f'"$@" {rest}', "bash", *yiding]
    return subprocess.run(line, capture_output=True, check=False, timeout=60, env=kept | variables)


@pytest.mark.parametrize(
    "words",
    ["--version", "--help", "read {} --format json", "read {}", "read {} --format markdown",
     "read {} --format akn", "deadline 年底前 --held 2025-03-18"],
)  # fmt: skip
def test_a_full_disk_is_told_in_one_sentence(yiding: list[str], sample: Path, words: str) -> None:
    answer = shell(yiding, f"{words.format(sample)} >/dev/full")
    assert (answer.returncode, answer.stderr.decode()) == (74, "结果没有写完：空间已满。\n")


def test_a_closed_output_is_a_failed_one(yiding: list[str], sample: Path) -> None:
    answer = shell(yiding, f"read {sample} --format json >&-", YIDING_LANG="en")
    told = "The results are not complete: the output is closed.\n"
    assert (answer.returncode, answer.stderr.decode()) == (74, told)


def test_results_need_no_standard_error(yiding: list[str], sample: Path) -> None:
    answer = shell(yiding, f"read {sample} --format json 2>&-")
    assert (answer.returncode, answer.stdout[:9]) == (0, b'{"schema"')


def test_a_closed_input_is_an_empty_one(yiding: list[str]) -> None:
    answer = shell(yiding, "read - --format json <&-")
    assert answer.returncode == 2
    assert "读不了“stdin”：文件是空的" in answer.stderr.decode()


@pytest.mark.parametrize("form", ["table", "json", "markdown"])
def test_a_reader_that_goes_away_ends_every_format_alike(
    yiding: list[str], sample: Path, form: str
) -> None:
    files = " ".join([str(sample)] * 4)
    answer = shell(yiding, f"read {files} --format {form} | true; exit ${{PIPESTATUS[0]}}")
    assert (answer.returncode, answer.stderr.replace(_summary(answer), b"")) == (141, b"")


def _summary(answer: Ended) -> bytes:
    return next((line for line in answer.stderr.splitlines(True) if "共".encode() in line), b"\n")


@pytest.fixture
def stoppable() -> Iterator[None]:
    """A run in the background ignores the interrupt, and what it starts inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for _ in range(500):
        if len(found := children.read_text("ascii").split()) == 2:
            return [int(each) for each in found]
        time.sleep(0.02)
    raise AssertionError("no workers")


def is_gone(pid: int) -> bool:
    """Whether the process ends within a few seconds; one that only awaits its parent has."""
    for _ in range(300):
        status = Path(f"/proc/{pid}/status")
        if not status.exists() or "State:\tZ" in status.read_text("utf-8"):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the children are read in /proc")
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGKILL, -9), (signal.SIGINT, 130)]
)
@pytest.mark.usefixtures("stoppable")
def test_no_worker_outlives_the_command(
    yiding: list[str], papers: Path, tmp_path: Path, number: int, status: int
) -> None:
    out = tmp_path / "out"
    command = [*yiding, "read", str(papers), "--out", str(out), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        workers = workers_of(process)
        process.send_signal(number)
        _, told = process.communicate(timeout=30)
    assert process.returncode == status
    assert all(is_gone(worker) for worker in workers)
    if number != signal.SIGKILL:
        assert told.decode() == "已中断。\n"
        assert list(out.glob(".*")) == []
