"""What a protocol brings to the listener: bytes to frames, and what is answered to each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from yiding.ledgers.telemetry.faults import Fault


class Heard(NamedTuple):
    """A frame: its bytes for the disk, its faults, and what is answered when it is there.

    ``device`` names who sent it, empty where that is not known; ``about`` stands in the lines of
    its faults.
    """

    raw: bytes
    faults: tuple[Fault, ...] = ()
    answer: bytes | None = None
    device: str = ""
    about: str = ""
    is_damaged: bool = False


class Lost(NamedTuple):
    """Bytes that belong to no frame: how many, and why."""

    length: int
    fault: Fault


class Talk(Protocol):
    """One connection in the protocol's terms; ``now_s`` is the loop's clock, in seconds."""

    def feed(self, data: bytes, now_s: float) -> Iterable[Heard | Lost]:
        """What is complete with these bytes."""

    def close(self) -> Iterable[Heard | Lost]:
        """The device sends no more: what was still held."""

    def asked(self, now_s: float) -> bytes:
        """What is to be asked of the device now; looked after every few seconds."""
