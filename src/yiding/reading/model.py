"""The reading: every fact of a document with the span it was read from (yiding/reading/1)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from yiding.dates import Deadline
from yiding.text import Span

SCHEMA = "yiding/reading/1"

Kind = Literal[
    "minutes",
    "department",
    "onsite",
    "summary",
    "news",
    "transcript",
    "consultative",
    "not_minutes",
]
Mode = Literal["审议", "听取", "研究", "传达", "讨论", "通报", "学习", "other"]
Outcome = Literal[
    "approved", "approved_in_principle", "heard", "deferred", "rejected", "discussed", "decided"
]
DateBasis = Literal["text", "number", "printed", "posted", "title", "ambiguous", "none"]
BearerBasis = Literal["text", "inherited", "inferred", "none"]
Modality = Literal["must", "shall", "should", "aim", "may"]
ClosingKind = Literal["issue", "submit", "deliver", "report", "standing"]
LeafKind = Literal[
    "letterhead", "opening", "heading", "decision", "obligation", "background",
    "attendance", "distribution", "imprint", "noise", "unread",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """The delivered file: its name, the SHA-256 of its bytes, what it is, characters read."""

    name: str
    sha256: str
    media_type: str
    characters: int


@dataclass(frozen=True, slots=True)
class Issuer:
    """发文机关: the body whose meeting this is."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """发文字号: 〔2019〕41号 is year 2019, serial 41; a 代字 before it is the prefix."""

    text: str
    prefix: str | None
    year: int | None
    serial: int | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """会次: the count of the meeting within a term (五届) or a year (2024年第4次)."""

    text: str
    number: int | None
    term: int | None = None
    year: int | None = None
    expanded: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class HeldOn:
    """会议时间: the day, and where its year was found (``basis``)."""

    date: date | None
    part_of_day: str | None
    basis: DateBasis
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Chair:
    """主持人: name, post, whether 代理, and who asked for it (受…委托)."""

    name: str
    post: str | None
    acting: bool = False
    on_behalf_of: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What an item is about: its title without 《》, version marks and the frame 关于…的汇报."""

    title: str
    version: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """议定: the verdict on an object of the item."""

    outcome: Outcome
    object: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Closing:
    """办结标准: the test that ends a duty; ``to`` names the deciding body of a submission."""

    kind: ClosingKind
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """任务: one bearer, one act, one end."""

    address: str
    lead: tuple[str, ...]
    assist: tuple[str, ...]
    group: bool
    bearer_basis: BearerBasis
    action: str
    modality: Modality
    deadline: Deadline
    closing: Closing
    binding: bool
    conditions: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """议题: one subject of the agenda with what was decided and who must do what."""

    address: str
    no: int
    meeting: int
    mode: Mode
    title: str | None
    subjects: tuple[Subject, ...]
    span: Span
    decisions: tuple[Decision, ...] = ()
    obligations: tuple[Obligation, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named in the roll."""

    name: str
    post: str | None = None
    unit: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Observer:
    """列席: a unit and who came for it; an unnamed 代表 has no names."""

    unit: str | None
    names: tuple[str, ...]
    representative: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Recorder:
    """记录人."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """出席、缺席、列席与记录."""

    present: tuple[Person, ...] = ()
    absent: tuple[Person, ...] = ()
    observers: tuple[Observer, ...] = ()
    recorder: Recorder | None = None


@dataclass(frozen=True, slots=True)
class Imprint:
    """整理 or 印发: by whom and on which day."""

    by: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A further meeting of a text that holds several."""

    number: Number | None
    session: Session | None
    held_on: HeldOn | None
    chair: Chair | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One tile of the accounting: what these characters were read as (JSON key ``as``)."""

    span: Span
    kind: LeafKind


@dataclass(frozen=True, slots=True)
class Warning:
    """Something a person should look at: a code, a sentence, and where."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document; the same bytes give the same reading."""

    source: Source
    text: str
    kind: Kind
    address: str
    issuer: Issuer | None = None
    genre: str | None = None
    number: Number | None = None
    session: Session | None = None
    held_on: HeldOn | None = None
    place: str | None = None
    chair: Chair | None = None
    items: tuple[Item, ...] = ()
    attendance: Attendance = field(default_factory=Attendance)
    compiled: Imprint | None = None
    disclosure: str | None = None
    distribution: tuple[str, ...] = ()
    printed: Imprint | None = None
    more_meetings: tuple[Meeting, ...] = ()
    accounting: tuple[Leaf, ...] = ()
    warnings: tuple[Warning, ...] = ()
