"""What may be wrong with a message: a stable code, a Chinese and an English sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yiding.ledgers.telemetry import faults

#: With one of these the bytes may not be those that were sent: no answer, no position taken.
DAMAGING = frozenset({"too_short", "checksum_mismatch"})
SHOWN = 24


@dataclass(frozen=True, slots=True)
class Fault(faults.Fault):
    """A fault of a message of JT/T 808, or of its listener."""

    words: ClassVar[faults.Words] = {**faults.LISTENING, **faults.words_of(__package__)}


CODES = frozenset(Fault.words)


def shown(raw: bytes) -> str:
    """The first bytes in hexadecimal: ``7E 02 00…``."""
    return raw[:SHOWN].hex(" ").upper() + ("…" if len(raw) > SHOWN else "")
