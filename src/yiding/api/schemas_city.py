"""What the API answers of the city around the matters, field by field."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema

from yiding.api.schemas import UnitBrief


class UnitOut(Schema):
    """单位."""

    code: str
    name: str
    short_name: str
    name_en: str
    kind: str
    from_on: date | None
    until_on: date | None
    aliases: list[str]


class NoticeOut(Schema):
    """收件."""

    id: int
    verb: str
    label: str
    subject: str
    must_act: bool
    sent_at: datetime
    read_at: datetime | None


class EventOut(Schema):
    """流转记录 with its link of the chain."""

    seq: int
    at: datetime
    actor: str
    name: str
    role: str
    unit: str
    verb: str
    subject: str
    outcome: str
    data: dict[str, Any]
    previous: str
    hash: str


class RulePackRow(Schema):
    """规则包, as a row of a list."""

    slug: str
    name: str
    place: str
    in_force_from: date | None
    is_in_force: bool


class RulePackOut(RulePackRow):
    """规则包 whole: every clock, rung and approval with its source."""

    pack: dict[str, Any]


class PromisesOut(Schema):
    """到期: what became of promises whose date has passed."""

    original: int
    extended_in_time: int
    late: int
    extended: int
    overdue: int
    matured: int
    matured_now: int
    within_due: int


class SilentUnitOut(Schema):
    """沉默的单位."""

    code: str
    name: str
    count: int
    since: date


class OverviewOut(Schema):
    """总览: the figures of a year as of a day."""

    as_of: date
    year: int
    total: int
    by_state: dict[str, int]
    overdue: int
    silent: int
    months: dict[str, PromisesOut]
    silent_units: list[SilentUnitOut]


class MeOut(Schema):
    """Who is calling, and for what."""

    username: str
    name: str
    role: str
    role_label: str
    jurisdiction: str | None
    unit: UnitBrief | None
    scopes: list[str]


class Received(Schema):
    """How many receipts were written."""

    received: int
