"""The manifest 清单: which files are the store, and how far each segment of a spool was taken.

It is replaced as a whole by one renaming, so a reader finds the store as it was or as it is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

SCHEMA = "yiding/lake-store/1"
NAME = "manifest.json"


class UnknownStore(ValueError):
    """A folder whose manifest this edition does not read."""

    def __init__(self, path: Path, found: object) -> None:
        super().__init__(
            f"{path}：清单是“{found}”，本版只认“{SCHEMA}”。请用写它的版本打开，或换一个数据目录。"
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """The store at one moment.

    `readings` and `faults` are files relative to the store; `retired` those that the last take
    replaced: who began to read before it may still want them, until the next take. `taken` is the
    place in each segment up to which its records are in, by the segment's whole path;
    `open_packets` are the records before that place whose message is not complete yet, as segment
    and place. `number` counts the changes.
    """

    number: int = 0
    readings: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    taken: Mapping[str, int] = field(default_factory=dict)
    open_packets: tuple[tuple[str, int], ...] = ()

    def files(self) -> frozenset[str]:
        """Every file that some reader may need."""
        return frozenset((*self.readings, *self.faults, *self.retired))


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a store; an empty one where there is no store yet."""
    path = folder / NAME
    if not path.exists():
        return Manifest()
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    schema = told.pop("schema", None)
    if schema != SCHEMA:
        raise UnknownStore(path, schema)
    return Manifest(
        number=told["number"],
        readings=tuple(told["readings"]),
        faults=tuple(told["faults"]),
        retired=tuple(told["retired"]),
        taken=told["taken"],
        open_packets=tuple((segment, place) for segment, place in told["open_packets"]),
    )


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the one before, on the disk before it counts."""
    told = json.dumps({"schema": SCHEMA, **asdict(manifest)}, ensure_ascii=False, indent=1)
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
