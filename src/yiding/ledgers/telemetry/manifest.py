"""The manifest 清单: which files are the store, and how far each segment of a spool was taken.

It is replaced as a whole by one renaming, so a reader finds the store as it was or as it is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

NAME = "manifest.json"


class UnknownStore(ValueError):
    """A folder whose manifest this edition does not read."""

    def __init__(self, path: Path, found: object, known: str) -> None:
        super().__init__(
            f"{path}：清单是“{found}”，本版只认“{known}”。请用写它的版本打开，或换一个数据目录。"
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """The store at one moment.

    `files` are relative to the store, by series; `retired` those that the last take replaced: who
    began to read before it may still want them, until the next take. `taken` is the place in each
    segment up to which its records are in, by the segment's whole path; `open_packets` are the
    records before that place whose message is not complete yet, as segment and place. `number`
    counts the changes.
    """

    number: int = 0
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    retired: tuple[str, ...] = ()
    taken: Mapping[str, int] = field(default_factory=dict)
    open_packets: tuple[tuple[str, int], ...] = ()

    def of(self, series: str) -> tuple[str, ...]:
        """The files of a series."""
        return self.files.get(series, ())

    def named(self) -> frozenset[str]:
        """Every file that some reader may need."""
        return frozenset((*(one for files in self.files.values() for one in files), *self.retired))


def read_manifest(folder: Path, schema: str, series: Iterable[str]) -> Manifest:
    """The manifest of a store with these series; an empty one where there is no store yet."""
    path = folder / NAME
    if not path.exists():
        return Manifest()
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    if told.get("schema") != schema:
        raise UnknownStore(path, told.get("schema"), schema)
    return Manifest(
        number=told["number"],
        files={name: tuple(told.get(name, ())) for name in series},
        retired=tuple(told["retired"]),
        taken=told["taken"],
        open_packets=tuple((segment, place) for segment, place in told["open_packets"]),
    )


def write_manifest(folder: Path, schema: str, manifest: Manifest) -> None:
    """Put a manifest in the place of the one before, on the disk before it counts."""
    said = asdict(manifest)
    files = said.pop("files")
    told = json.dumps({"schema": schema, **files, **said}, ensure_ascii=False, indent=1)
    part = folder / f"{NAME}.part"
    with part.open("w", encoding="utf-8") as file:
        file.write(told)
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / NAME)
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """A new name survives a crash only when its folder is on the disk too."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
