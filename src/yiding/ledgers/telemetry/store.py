"""The store 遥测库: its folder, its engine, and the files of a span of days.

```
<data>/<ledger>/spool/                        frames as they came
<data>/<ledger>/store/manifest.json           what counts
<data>/<ledger>/store/readings/year=2024/month=07/00000003-0.parquet
<data>/<ledger>/store/faults/year=2024/month=07/00000003-1.parquet
```

Times are China's (+08:00), kept without a zone. A row stands there once, in its last revision.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar, Self

import duckdb

from yiding.ledgers.telemetry.manifest import Manifest, read_manifest
from yiding.ledgers.telemetry.series import Between, Series

if sys.platform != "win32":
    import fcntl

MEMORY, THREADS = "256MB", 2
OWNER_ONLY_FOLDER = 0o700
LOCK = "lock"
_NUMBER = re.compile(r"\d+")


class StoreInUse(Exception):
    """Another process takes rows into this store."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}：另一个进程正在写入这个库。请等它结束再试。")


@dataclass(frozen=True, slots=True)
class Store:
    """A store by its folder; nothing is opened and nothing made until it is used.

    `memory` and `threads` bound the engine: it spills to the store's own folder beyond them. A
    ledger has a class of its own, which says which series there are.
    """

    folder: Path
    memory: str = MEMORY
    threads: int = THREADS
    ledger: ClassVar[str]
    schema: ClassVar[str]
    series: ClassVar[tuple[Series, ...]]

    @classmethod
    def of(cls, data_dir: Path) -> Self:
        """The store of a deployment by its data directory."""
        return cls(data_dir / cls.ledger / "store")

    def manifest(self) -> Manifest:
        """What counts now."""
        return read_manifest(self.folder, self.schema, [one.name for one in self.series])

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

    def files_of(self, series: Series, between: Between | None = None) -> list[str]:
        """Whole paths of the files that a span touches; of all where none is given."""
        files = self.manifest().of(series.name)
        if between is not None:
            wanted = {series.folder(one.first) for one in series.spans(between)}
            files = tuple(one for one in files if _folder_of(one) in wanted)
        return [str(self.folder / one) for one in files]

    def spans(self, series: Series) -> list[Between]:
        """The months, or the days, that hold rows, in order."""
        names = sorted({_folder_of(one) for one in self.manifest().of(series.name)})
        numbers = ([int(one) for one in _NUMBER.findall(name)] for name in names)
        firsts = [date(year, month, *(day or [1])) for year, month, *day in numbers]
        whole = [Between(one, date(one.year + 1, 12, 31)) for one in firsts]
        return [next(iter(series.spans(one))) for one in whole]

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


def quoted(path: Path | str) -> str:
    """A path as SQL writes a string, quotation marks and all."""
    return "'" + str(path).replace("'", "''") + "'"


def parquet(files: Iterable[Path | str]) -> str:
    """The files as SQL reads them."""
    return f"read_parquet([{', '.join(map(quoted, files))}], hive_partitioning=false)"


def rows_in(series: Series, files: Iterable[Path | str]) -> str:
    """The rows of a series in some files as SQL reads them; none, of the same columns, of none."""
    if listed := list(files):
        return parquet(listed)
    columns = ", ".join(f"NULL::{kind} AS {name}" for name, kind in series.columns.items())
    return f"(SELECT {columns}, NULL::BIGINT AS revision LIMIT 0)"


def _folder_of(file: str) -> str:
    return "/".join(file.split("/")[1:-1])


def _lock(handle: int, folder: Path) -> None:
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreInUse(folder) from None
