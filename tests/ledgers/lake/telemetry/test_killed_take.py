"""A take that is killed leaves the store as it was or as it is to be, never between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from ledgers.lake.telemetry.spooled import AT, frame, rows, spool
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_spool

FRAMES = [
    frame(f"A3205{n % 5:011d}", f"202407{n // 24 % 28 + 1:02}{n % 24:02}0000", "w21011=0.05",
          AT + timedelta(seconds=n))
    for n in range(600)
]  # fmt: skip
TAKE = """
import sys
from pathlib import Path
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_spool
print("ready", flush=True)
take_spool(Store(Path(sys.argv[1])), Path(sys.argv[2]), batch=20)
"""
#: Dies where the file is on the disk and the manifest is not yet.
DIE = """
import os, sys
from pathlib import Path
from yiding.ledgers.lake.telemetry.taking import take_spool
from yiding.ledgers.telemetry import taking
from yiding.ledgers.lake.telemetry.store import Store
put, count = taking.write_manifest, [0]
def dies(*what):
    count[0] += 1
    if count[0] == 3:
        os.kill(os.getpid(), 9)
    put(*what)
taking.write_manifest = dies
take_spool(Store(Path(sys.argv[1])), Path(sys.argv[2]), batch=20)
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[object]]:
    """The spool and what a store holds of it when nothing goes wrong."""
    folder = tmp_path_factory.mktemp("whole")
    store = Store(folder / "store")
    take_spool(store, spool(folder / "spool", FRAMES))
    return folder / "spool", rows(store)


def test_killed_before_the_manifest_the_batch_is_not_there(
    tmp_path: Path, whole: tuple[Path, list[object]]
) -> None:
    store = Store(tmp_path / "store")
    answer = subprocess.run(
        [sys.executable, "-c", DIE, str(store.folder), str(whole[0])], check=False
    )
    assert answer.returncode == -signal.SIGKILL
    written = set((store.folder / "readings").rglob("*.parquet"))
    named = set(map(Path, store.readings_of(None)))
    assert written > named
    assert store.manifest().number == 2
    assert 0 < len(rows(store)) <= 40

    take_spool(store, whole[0])
    assert rows(store) == whole[1]
    left = set((store.folder / "readings").rglob("*.*"))
    assert left == {store.folder / one for one in store.manifest().named() if "readings" in one}


@pytest.mark.parametrize("wait_s", [0.05, 0.3])
def test_killed_anywhere_it_goes_on_from_what_was_committed(
    tmp_path: Path, whole: tuple[Path, list[object]], wait_s: float
) -> None:
    store = Store(tmp_path / "store")
    command = [sys.executable, "-c", TAKE, str(store.folder), str(whole[0])]
    taking = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert taking.stdout is not None
    assert taking.stdout.readline() == b"ready\n"
    time.sleep(wait_s)
    os.kill(taking.pid, signal.SIGKILL)
    taking.communicate()

    held = rows(store)
    assert set(held) <= set(whole[1])
    assert len(held) == len(set(held))
    take_spool(store, whole[0])
    assert rows(store) == whole[1]
