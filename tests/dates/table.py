"""The table of expressions as rows: meeting's day, text, kind, date, start."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """One expression with its answer, worked out by hand."""

    held_on: date | None
    text: str
    kind: str
    due: date | None
    start: date | None

    def __str__(self) -> str:
        return f"{self.held_on or '不明'} {self.text}"


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows() -> list[Row]:
    path = Path(__file__).with_name("deadlines.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Row(_day(meeting["held"]), text, kind, *map(_day, [*days, "", ""][:2]))
        for meeting in table["meeting"]
        for text, kind, *days in meeting["expressions"]
    ]


ROWS = _rows()
