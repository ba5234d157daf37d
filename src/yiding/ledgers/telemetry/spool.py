"""The spool 暂存: every frame on disk before it is acknowledged, append only.

A folder of segments, ``00000001-2024071608.spool``: a running number and the hour of the first
frame. A batch is written and flushed to the disk with one fsync. What a crash tears is the last
record of the last segment, which was never acknowledged: it is cut when the spool is opened again.
The frames hold the devices' passwords as sent, so the folder and its files are the owner's alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from yiding.ledgers.telemetry.record import Found, Record, packed, scan
from yiding.rules.parsing import BEIJING

if sys.platform != "win32":
    import fcntl

SEGMENT_BYTES = 32 * 1024 * 1024
SUFFIX = ".spool"
LOCK = "lock"
OWNER_ONLY, OWNER_ONLY_FOLDER = 0o600, 0o700


class SpoolInUse(Exception):
    """Another process writes to this spool."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}：另一个进程正在写入这个暂存目录。请先停止它，或者换一个目录。")


def segments(folder: Path) -> list[Path]:
    """The segments of a spool in the order of writing; none where there is no such folder."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def stretches(folder: Path) -> Iterator[Found]:
    """All of the spool in the order of writing, bytes that are no record too (``record`` None)."""
    for segment in segments(folder):
        yield from scan(segment.read_bytes())


def records(folder: Path) -> Iterator[Record]:
    """Every frame of the spool as it came, repetitions and damaged ones too."""
    return (found.record for found in stretches(folder) if found.record is not None)


class Spool:
    """A spool open for writing, by one process; a context manager.

    SpoolInUse where another writes to the folder; OSError where it cannot be written.
    ``cut_bytes`` is what was torn at the end of the last segment and cut away.
    """

    def __init__(self, folder: Path, *, segment_bytes: int = SEGMENT_BYTES) -> None:
        self.folder = folder
        self.cut_bytes = 0
        self._segment_bytes = segment_bytes
        folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        self._lock = _locked(folder)
        self._hour = ""
        self._size = 0
        self._file: int | None = None
        self._number = 0
        self._take_up()

    def append(self, records: Sequence[Record]) -> None:
        """Write these records and flush them to the disk, once for all.

        After it returns they survive a crash. On OSError none of them counts as written: what did
        reach the file is taken back where possible, and the next batch begins a new segment.
        """
        if not records:
            return
        data = b"".join([packed(record) for record in records])
        try:
            file = self._open_for(records[0])
            _write_all(file, data)
            os.fsync(file)
        except OSError:
            self._take_back()
            raise
        self._size += len(data)

    def close(self) -> None:
        """Everything has been flushed already: let go of the files."""
        self._leave_segment()
        os.close(self._lock)

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _take_up(self) -> None:
        """Go on in the last segment, without what a crash tore at its end."""
        found = segments(self.folder)
        if not found:
            return
        last = found[-1]
        self._number = int(last.name.partition("-")[0])
        self._hour = last.stem.partition("-")[2]
        self._file = os.open(last, os.O_WRONLY | os.O_APPEND)
        self._size, self.cut_bytes = _repair(last, self._file)

    def _open_for(self, record: Record) -> int:
        """The segment to write to: a new one for a new hour, or when the last is full."""
        hour = f"{record.received_at.astimezone(BEIJING):%Y%m%d%H}"
        if self._file is None or hour != self._hour or self._size >= self._segment_bytes:
            self._leave_segment()
            self._hour, self._size = hour, 0
            self._number += 1
            path = self.folder / f"{self._number:08}-{hour}{SUFFIX}"
            self._file = os.open(
                path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL, OWNER_ONLY
            )
            _flush_folder(self.folder)
        return self._file

    def _take_back(self) -> None:
        """Undo a batch that failed; whether or not it can be undone, the segment is left."""
        try:
            if self._file is not None:
                os.ftruncate(self._file, self._size)
        finally:
            self._leave_segment()

    def _leave_segment(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _locked(folder: Path) -> int:
    """An open file that holds the folder's lock; it goes with the process."""
    lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
    if sys.platform != "win32":
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise SpoolInUse(folder) from None
    return lock


def _repair(path: Path, file: int) -> tuple[int, int]:
    """Cut what stands behind the last whole record: the size left, and the bytes cut."""
    data = path.read_bytes()
    whole = max((found.end for found in scan(data) if found.record is not None), default=0)
    if whole < len(data):
        os.ftruncate(file, whole)
        os.fsync(file)
    return whole, len(data) - whole


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _flush_folder(folder: Path) -> None:
    """A new file survives a crash only when its folder's entry is on the disk too."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
