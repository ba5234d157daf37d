"""安全生产巡查: an item of a round, and what became known of it on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from yiding.demo.deeds import moment

Row = dict[str, Any]
Steps = list[tuple[date, Row]]


@dataclass(frozen=True)
class Item:
    """问题或隐患: its kind, its key, and what became known of it on which day."""

    kind: str
    key: str
    steps: Steps

    def as_of(self, on: date) -> Row | None:
        """The row as it could be written on a day; none before it was fed back."""
        known = [row for when, row in self.steps if when <= on]
        if not known:
            return None
        merged: Row = {"id": self.key}
        for row in known:
            merged |= row
        return merged


def closing(finished: date, verifier: str, *, is_passed: bool) -> Steps:
    """What is seen on the spot two days later, and the closing after it."""
    checked, closed = finished + timedelta(days=2), finished + timedelta(days=3)
    seen: Row = {
        "verifier": verifier,
        "verifying_unit": "市应急局",
        "verified_at": hour_of(checked, 11),
        "result": "passed" if is_passed else "failed",
        "opinion": "现场核验，整改到位。" if is_passed else "现场仍有遗留，退回整改。",
        "state": "accepted" if is_passed else "rectifying",
    }
    if not is_passed:
        return [(checked, seen)]
    return [(checked, seen), (closed, {"state": "closed", "closed": "是", "closed_on": closed})]


def hour_of(on: date, hour: int) -> datetime:
    """An hour of a day."""
    return moment(on, hour)
