"""Days of the demonstration counted from its last one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=64)
def words(name: str) -> dict[str, Any]:
    """A file of words of this folder."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def day(today: date, back: int) -> date:
    """So many days from ``today``; earlier ones are below nought."""
    return today + timedelta(days=back)


def dated(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    """A row of words as fields of an entry: its own, those under ``fields``, those by days."""
    own = {name: one for name, one in row.items() if name not in {"fields", "days"}}
    told = {name: _of_the_year(one, today) for name, one in row.get("fields", {}).items()}
    days = {name: day(today, back) for name, back in row.get("days", {}).items()}
    return {**own, **told, **days}


def _of_the_year(value: Any, today: date) -> Any:
    return value.replace("{year}", str(today.year)) if isinstance(value, str) else value
