"""What the API answers of ledgers, field by field."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema

from yiding.api.schemas import UnitBrief


class LedgerRow(Schema):
    """台账."""

    slug: str
    term: str
    english: str
    kinds: list[str]
    entries: int
    verdicts: dict[str, int]
    checked_on: date | None


class EntryRow(Schema):
    """条目, as a row of a list."""

    address: str
    ledger: str
    kind: str
    key: str
    unit: UnitBrief | None
    place: str
    fields: dict[str, Any]
    verdict: str
    verdict_label: str
    checked_on: date | None
    revision: int
    changed_at: datetime
    is_retired: bool


class VersionOut(Schema):
    """版次."""

    revision: int
    at: datetime
    by: str
    verb: str
    reason: str
    fields: dict[str, Any]
    is_retired: bool
    brought_by: int | None
    event: int | None


class EntryOut(EntryRow):
    """条目 with what the rules find of it and what it was."""

    findings: list[dict[str, Any]]
    versions: list[VersionOut]


class WrongOut(Schema):
    """错处: one wrong cell of a sheet."""

    sheet: str
    row: int
    cell: str
    name: str
    head: str
    stood: str
    words: str


class ImportOut(Schema):
    """导入批次."""

    id: int
    name: str
    sha256: str
    state: str
    state_label: str
    at: datetime
    by: str
    rows: int
    added: int
    changed: int
    same: int
    refused: int
    unused: list[str]
    faults: list[WrongOut]


class TargetOut(Schema):
    """目标值."""

    amount: str
    by_on: date
    is_reached: bool | None


class FigureOut(Schema):
    """指标 as of a day, with the keys of the entries behind it."""

    address: str
    title: str
    english: str
    unit: str
    period: str
    formula: str
    better: str
    on: date
    value: str | None
    part: str
    whole: str | None
    behind: list[str]
    lacking: list[str]
    target: TargetOut | None
