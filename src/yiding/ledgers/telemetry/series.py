"""A series 系列: one sort of rows that a store keeps, and what makes two of them the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Between:
    """A span of days, the first and the last included."""

    first: date
    last: date

    def months(self) -> Iterator[Between]:
        """The span month by month."""
        first = self.first
        while first <= self.last:
            after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            yield Between(first, min(self.last, date.fromordinal(after.toordinal() - 1)))
            first = after

    def days(self) -> Iterator[Between]:
        """The span day by day."""
        for at in range(self.first.toordinal(), self.last.toordinal() + 1):
            day = date.fromordinal(at)
            yield Between(day, day)


@dataclass(frozen=True, slots=True)
class Series:
    """Rows of one sort.

    `name` is their folder and their name in the manifest, `table` where they wait to be merged
    and `columns` what stands there, by name and type. `at` is the moment that decides in which
    files a row stands, `by` month or by day; they are sorted in the `order` written.

    Two rows of one `key` are the same thing told twice: one that `says` something else and came
    later takes the place of the other and counts a revision. Without a key only a row that is
    there already, all of it, adds nothing.
    """

    name: str
    table: str
    columns: Mapping[str, str]
    at: str
    order: str
    by: Literal["month", "day"] = "month"
    key: tuple[str, ...] = ()
    says: tuple[str, ...] = ()

    @property
    def stored(self) -> str:
        """The columns on the disk."""
        kept = (*self.key, *self.says, "received_at", "revision") if self.key else self.columns
        return ", ".join(kept)

    def spans(self, between: Between) -> Iterator[Between]:
        """A span in the parts that have files of their own."""
        return between.months() if self.by == "month" else between.days()

    def folder(self, day: date) -> str:
        """``year=2024/month=07``, and ``/day=16`` by day."""
        month = f"year={day.year:04}/month={day.month:02}"
        return month if self.by == "month" else f"{month}/day={day.day:02}"


FAULTS = Series(
    name="faults",
    table="told",
    columns={
        "station": "VARCHAR",
        "command": "VARCHAR",
        "code": "VARCHAR",
        "found": "VARCHAR",
        "peer": "VARCHAR",
        "received_at": "TIMESTAMP",
    },
    at="received_at",
    order="received_at, station, code",
)
"""Faults as they come: of whoever sent it, a code of the protocol's, and what was found."""
