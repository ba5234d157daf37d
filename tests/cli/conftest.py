"""The command, a sample for it, and as many copies of it as a test wants."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from yiding.cli.app import run as run_here

Copies = Callable[[int], Path]
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(yiding: list[str], tmp_path: Path) -> Run:
    """Run the command as a program in an empty folder, under a locale that is not UTF-8."""

    def run(
        *arguments: object, stdin: bytes = b"", **variables: str
    ) -> subprocess.CompletedProcess[bytes]:
        kept = {key: value for key, value in os.environ.items() if key != "YIDING_LANG"}
        environment = kept | {"LC_ALL": "C", "PYTHONUTF8": "0"} | variables
        command = [*yiding, *map(str, arguments)]
        return subprocess.run(
            command, input=stdin, capture_output=True, cwd=tmp_path, env=environment, check=False
        )

    return run


@pytest.fixture
def call(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> Run:
    """Run the command in an empty folder and in this process: nothing has to be loaded again."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("YIDING_LANG", raising=False)

    def call(
        *arguments: object, stdin: bytes = b"", **variables: str
    ) -> subprocess.CompletedProcess[bytes]:
        command = [str(one) for one in arguments]
        with monkeypatch.context() as here:
            here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            for name, value in variables.items():
                here.setenv(name, value)
            code = run_here(command)
        return subprocess.CompletedProcess(command, code, *capfdbinary.readouterr())

    return call


@pytest.fixture
def sample(samples: Path) -> Path:
    return samples / "minutes/linhu-2025-7.txt"


@pytest.fixture
def copies(tmp_path: Path, sample: Path) -> Copies:
    """A folder with so many copies of the sample: 00.txt, 01.txt, …"""

    def made(count: int) -> Path:
        folder = tmp_path / "papers"
        folder.mkdir()
        width = len(str(count - 1))
        for number in range(count):
            (folder / f"{number:0{width}}.txt").write_bytes(sample.read_bytes())
        return folder

    return made
