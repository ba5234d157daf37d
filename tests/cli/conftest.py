"""A sample for the command, and as many copies of it as a test wants."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Copies = Callable[[int], Path]


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
