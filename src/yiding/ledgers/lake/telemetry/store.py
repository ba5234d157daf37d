"""The store 监测值库: its folder, its engine, and the files of a span of months.

```
<data>/lake/spool/                            frames as they came
<data>/lake/store/manifest.json               what counts
<data>/lake/store/readings/year=2024/month=07/00000003-0.parquet
<data>/lake/store/faults/year=2024/month=07/00000003-1.parquet
```

By month and not by station: a city's thirty stations give some 130,000 values a month, one file.
Times are China's (+08:00), kept without a zone. A reading stands there once, in its last revision.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb

from yiding.ledgers.lake.telemetry.manifest import Manifest, read_manifest

if sys.platform != "win32":
    import fcntl

MEMORY, THREADS = "256MB", 2
OWNER_ONLY_FOLDER = 0o700
LOCK = "lock"
_NUMBER = re.compile(r"\d+")


class StoreInUse(Exception):
    """Another process takes readings into this store."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}：另一个进程正在写入监测值库。请等它结束再试。")


@dataclass(frozen=True, slots=True)
class Between:
    """A span of days, the first and the last included."""

    first: date
    last: date

    def months(self) -> Iterator[Between]:
        """The span month by month."""
        first = self.first
        while first <= self.last:
            after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            yield Between(first, min(self.last, date.fromordinal(after.toordinal() - 1)))
            first = after


@dataclass(frozen=True, slots=True)
class Store:
    """A store by its folder; nothing is opened and nothing made until it is used.

    `memory` and `threads` bound the engine: it spills to the store's own folder beyond them.
    """

    folder: Path
    memory: str = MEMORY
    threads: int = THREADS

    @classmethod
    def of(cls, data_dir: Path) -> Store:
        """The store of a deployment by its data directory."""
        return cls(data_dir / "lake" / "store")

    def manifest(self) -> Manifest:
        """What counts now."""
        return read_manifest(self.folder)

    def connect(self) -> duckdb.DuckDBPyConnection:
        """An engine of its own, in memory, within its bounds."""
        spill = self.folder / "spill"
        return duckdb.connect(
            config={
                "memory_limit": self.memory,
                "threads": self.threads,
                "temp_directory": str(spill),
                "preserve_insertion_order": False,
            }
        )

    def readings_of(self, between: Between | None) -> list[str]:
        """Whole paths of the files of readings that a span touches."""
        return self._within(self.manifest().readings, between)

    def months(self) -> list[Between]:
        """The months that hold readings, in order."""
        names = {_month_of(one) for one in self.manifest().readings}
        firsts = sorted(
            date(int(year), int(month), 1) for year, month in map(_NUMBER.findall, names)
        )
        return [next(Between(one, one + timedelta(days=40)).months()) for one in firsts]

    def faults_of(self, between: Between | None) -> list[str]:
        """Whole paths of the files of faults that a span touches."""
        return self._within(self.manifest().faults, between)

    def _within(self, files: tuple[str, ...], between: Between | None) -> list[str]:
        wanted = None if between is None else {month_folder(one.first) for one in between.months()}
        chosen = (one for one in files if wanted is None or _month_of(one) in wanted)
        return [str(self.folder / one) for one in chosen]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Alone in the store for writing; `StoreInUse` where another is."""
        self.folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        handle = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle, self.folder)
            yield
        finally:
            os.close(handle)


def month_folder(day: date) -> str:
    """``year=2024/month=07``."""
    return f"year={day.year:04}/month={day.month:02}"


def quoted(path: Path | str) -> str:
    """A path as SQL writes a string, quotation marks and all."""
    return "'" + str(path).replace("'", "''") + "'"


def parquet(files: Iterable[Path | str]) -> str:
    """The files as SQL reads them."""
    return f"read_parquet([{', '.join(map(quoted, files))}], hive_partitioning=false)"


def _month_of(file: str) -> str:
    return "/".join(file.split("/")[1:3])


def _lock(handle: int, folder: Path) -> None:
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreInUse(folder) from None
