"""What the API answers, field by field; labels come in the caller's language."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Generic, TypeVar

from ninja import Schema

Row = TypeVar("Row")


class PageOf(Schema, Generic[Row]):
    """One page; ``next`` is the cursor of the page after it, null at the end."""

    items: list[Row]
    next: str | None


class UnitBrief(Schema):
    """单位: its code and short name."""

    code: str
    name: str


class ClockOut(Schema):
    """时钟: late, today, soon or silent, computed for the day shown."""

    kind: str
    days: int
    words: str


class MatterRow(Schema):
    """议定事项, as a row of a list."""

    address: str
    minutes: str
    action: str
    state: str
    state_label: str
    version: int
    lead: UnitBrief | None
    original_due_on: date | None
    due_on: date | None
    report_due_on: date | None
    review_on: date | None
    verified_on: date | None
    held_on: date | None
    is_major: bool
    closing_kind: str
    clock: ClockOut | None


class PartOut(Schema):
    """配合任务."""

    unit: UnitBrief
    state: str
    state_label: str
    words: str
    settled_at: datetime | None


class ReportOut(Schema):
    """反馈."""

    unit: UnitBrief
    by: str
    at: datetime
    progress: str
    progress_label: str
    words: str


class ExtensionOut(Schema):
    """延期."""

    ordinal: int
    due_before: date
    new_due_on: date
    reason: str
    progress: str
    applied_by: str
    applied_at: datetime
    decision: str
    decision_label: str
    words: str
    decided_by: str | None
    decided_at: datetime | None


class EvidenceOut(Schema):
    """佐证."""

    kind: str
    kind_label: str
    title: str
    document_number: str
    dated_on: date
    issuer: str
    link: str
    file: str | None
    sha256: str | None
    witness: str
    submitted_by: str
    submitted_at: datetime
    verdict: str
    verdict_label: str
    verified_by: str | None
    verified_at: datetime | None


class ConclusionOut(Schema):
    """督查结论."""

    kind: str
    kind_label: str
    code: str
    words: str
    unit: UnitBrief | None
    by: str
    at: datetime


class SlipOut(Schema):
    """督办单."""

    address: str
    matter: str
    unit: UnitBrief
    rung: str
    year: int
    serial: int
    state: str
    state_label: str
    version: int
    trigger: str
    words: str
    reply_by_on: date | None
    done_by_on: date | None
    issued_at: datetime
    received_at: datetime | None
    answer: str
    answered_at: datetime | None
    withdrawn_at: datetime | None


class HistoryOut(Schema):
    """经过: one event as a sentence."""

    seq: int
    at: datetime
    words: str
    notes: list[str]
    receipts: list[str]
    is_denied: bool


class RefusalOut(Schema):
    """Why an act cannot be done: which guard, what it found, what to do."""

    guard: str
    detail: str
    remedy: str


class Offered(Schema):
    """An act this account may think of here; ``refusal`` says why it cannot be done now."""

    verb: str
    label: str
    is_grave: bool
    refusal: RefusalOut | None


class MatterOut(MatterRow):
    """议定事项 with everything that belongs to it."""

    as_of: date
    quote: str
    due_words: str
    due_rule: str
    leader: str | None
    parts: list[PartOut]
    reports: list[ReportOut]
    extensions: list[ExtensionOut]
    evidence: list[EvidenceOut]
    conclusions: list[ConclusionOut]
    slips: list[SlipOut]
    history: list[HistoryOut]
    offers: list[Offered]


class ProposalOut(Schema):
    """拟分解."""

    address: str
    state: str
    state_label: str
    version: int
    item: int
    start: int
    end: int
    action: str
    is_binding: bool
    lead: UnitBrief | None
    assists: list[UnitBrief]
    lead_words: list[str]
    due_words: str
    due_on: date | None
    date_decision: str
    closing_kind: str
    is_major: bool
    reason: str


class MinutesRow(Schema):
    """纪要, as a row of a list."""

    address: str
    title: str
    number: str
    kind: str
    state: str
    state_label: str
    version: int
    edition: int
    held_on: date | None
    printed_on: date | None
    chair: str


class MinutesOut(MinutesRow):
    """纪要 with its text; the accounting and the proposals for those who follow them."""

    text: str
    accounting: list[Any]
    proposals: list[ProposalOut]
    offers: list[Offered]


class TopicOut(Schema):
    """议题."""

    address: str
    title: str
    unit: UnitBrief
    state: str
    state_label: str
    version: int
    summary: str
    is_major_decision: bool
    needs_legal_review: bool
    legal_opinion: str
    meeting: str | None
    position: int | None
    outcome_words: str


class MeetingOut(Schema):
    """会议."""

    address: str
    series: str
    session: int
    year: int
    state: str
    state_label: str
    version: int
    held_on: date
    place: str


class AttendanceOut(Schema):
    """出席列席."""

    name: str
    title: str
    part: str
    is_present: bool | None
    reason: str


class MeetingWhole(MeetingOut):
    """会议 with its roll and its topics."""

    attendance: list[AttendanceOut]
    topics: list[TopicOut]


class EventBrief(Schema):
    """The event an act left in the journal."""

    seq: int
    at: datetime
    hash: str


class ActDone(Schema):
    """What an act left behind."""

    address: str
    state: str
    state_label: str
    version: int
    event: EventBrief


class ActForm(Schema):
    """An act's fields here and now, with what can be chosen."""

    verb: str
    label: str
    version: int
    refusal: RefusalOut | None
    fields: dict[str, Any]
    initial: dict[str, Any]


class Imported(Schema):
    """A paper brought in."""

    address: str
    state: str
    state_label: str
    version: int
    proposals: int
