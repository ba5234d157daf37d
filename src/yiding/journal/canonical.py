"""The canonical form of an event, and its hash. Pure: the stand-alone verifier does the same.

An event's line is its fields as JSON: keys sorted, no spaces, UTF-8, nothing escaped that need not
be, numbers only whole. Its hash is SHA-256 over the hash before it, a line feed, and that line.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

#: The hash before the first event.
ORIGIN = "0" * 64
#: The fields that are hashed, in the order an export shows them.
FIELDS = (
    "seq",
    "at",
    "jurisdiction",
    "actor",
    "name",
    "role",
    "unit",
    "verb",
    "subject",
    "outcome",
    "data",
)


def moment_text(at: datetime) -> str:
    """A moment in UTC with six decimals: ``2026-11-20T01:02:03.000004Z``."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical_line(fields: dict[str, Any]) -> str:
    """One event as its canonical JSON line."""
    chosen = {name: fields[name] for name in FIELDS}
    return json.dumps(chosen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def link(previous: str, line: str) -> str:
    """The hash that ties a line to everything before it, as 64 hexadecimal digits."""
    return hashlib.sha256(f"{previous}\n{line}".encode()).hexdigest()
