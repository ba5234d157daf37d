"""What may be wrong with a message: a stable code, a Chinese and an English sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from yiding.ledgers.telemetry import faults

#: With one of these the bytes may not be those that were sent: no answer, no reading taken.
DAMAGING = frozenset({"crc_missing", "crc_mismatch"})
SHOWN = 40

_SECRET = re.compile(r"(PW)[=:：]?[^;&,]*")
_SECRET_BYTES = re.compile(rb"(PW)[=:]?[^;&,]*")


@dataclass(frozen=True, slots=True)
class Fault(faults.Fault):
    """A fault of a message of HJ 212, or of its listener."""

    words: ClassVar[faults.Words] = {**faults.LISTENING, **faults.words_of(__package__)}


CODES = frozenset(Fault.words)


def quoted(found: str | bytes) -> str:
    """“…”: the first characters of what was found, printable, passwords covered."""
    raw = found.decode("utf-8", "backslashreplace") if isinstance(found, bytes) else found
    text = _SECRET.sub(r"\1=***", raw)
    short = text[:SHOWN] + "…" if len(text) > SHOWN else text
    return f"“{''.join(each if each.isprintable() else ascii(each)[1:-1] for each in short)}”"


def without_password(raw: bytes) -> bytes:
    """The bytes with every password covered: ``PW=***``."""
    return _SECRET_BYTES.sub(rb"\1=***", raw)
