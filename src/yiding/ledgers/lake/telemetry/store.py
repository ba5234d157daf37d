"""The store 监测值库 of the lake: readings and faults, by month.

By month and not by station: a city's thirty stations give some 130,000 values a month, one file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yiding.ledgers.telemetry import store
from yiding.ledgers.telemetry.series import FAULTS, Between, Series

READINGS = Series(
    name="readings",
    table="incoming",
    columns={
        "station": "VARCHAR",
        "command": "VARCHAR",
        "factor": "VARCHAR",
        "statistic": "VARCHAR",
        "data_time": "TIMESTAMP",
        "value": "DOUBLE",
        "flag": "VARCHAR",
        "is_valid": "BOOLEAN",
        "received_at": "TIMESTAMP",
        "seq": "BIGINT",
    },
    at="data_time",
    order="data_time::DATE, station, factor, statistic, data_time",
    key=("station", "command", "factor", "statistic", "data_time"),
    says=("value", "flag", "is_valid"),
)
"""Readings as they come: factor by its name where it has one, else by its code."""


@dataclass(frozen=True, slots=True)
class Store(store.Store):
    """The store of the lake by its folder."""

    ledger: ClassVar[str] = "lake"
    schema: ClassVar[str] = "yiding/lake-store/1"
    series: ClassVar[tuple[Series, ...]] = (READINGS, FAULTS)

    def readings_of(self, between: Between | None) -> list[str]:
        """Whole paths of the files of readings that a span touches."""
        return self.files_of(READINGS, between)

    def faults_of(self, between: Between | None) -> list[str]:
        """Whole paths of the files of faults that a span touches."""
        return self.files_of(FAULTS, between)

    def months(self) -> list[Between]:
        """The months that hold readings, in order."""
        return self.spans(READINGS)
