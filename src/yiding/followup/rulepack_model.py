"""What a rule pack is: local follow-up measures as data, every value with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

Unit = Literal["day", "working_day", "month"]
Anchor = Literal[
    "held", "issued", "formed", "drafted", "assigned", "signed", "objected",
    "applied", "submitted", "verified", "concluded",
]  # fmt: skip
Role = Literal["supervisor", "supervision_director", "secretary_general", "vice_mayor", "mayor"]
CadenceKind = Literal["monthly", "weekly", "every_days", "by_stage"]
TriggerKind = Literal[
    "unsigned", "due_soon", "overdue", "silent", "previous_rung", "rung_expired", "count",
    "poor_quality", "behind_schedule", "major", "urgent", "special", "instructed",
]  # fmt: skip
JUDGED: frozenset[str] = frozenset(
    {"poor_quality", "behind_schedule", "major", "urgent", "special", "instructed"}
)
ClockName = Literal[
    "material_before", "agenda_before", "legal_review_at_least",
    "minutes_issue_within", "minutes_publish_within",
    "assign_within", "sign_within", "deemed_served_after", "object_within",
    "answer_objection_within", "first_report_within", "extension_reply_within",
    "default_limit", "default_limit_major", "verify_within", "close_within",
    "review_apply_within", "review_decide_within",
]  # fmt: skip
ApprovalName = Literal[
    "minutes", "assignment", "objection", "first_extension", "later_extension",
    "verification", "closing", "closing_major", "standing", "suspension", "reopening", "review",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name in both languages."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh

    def said(self, language: str) -> str:
        """The name in a language: Chinese for ``zh…``, English for any other."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Instrument:
    """文件: where a rule comes from; ``number`` and ``issued`` only where they are known."""

    key: str
    title: str
    place: str | None = None
    number: str | None = None
    issued: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """出处: which pack wrote a value, and on what ground; no instrument is our own proposal."""

    pack: str
    instrument: Instrument | None = None
    article: str | None = None

    @property
    def is_own_proposal(self) -> bool:
        """Whether no instrument stands behind the value."""
        return self.instrument is None


@dataclass(frozen=True, slots=True)
class Term:
    """期限: a length of time; working days are those of the State Council's calendar."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Clock:
    """时钟: a term and what it is counted from; 0 days is the same day."""

    name: ClockName
    term: Term
    counted_from: Anchor
    origin: Origin
    note: str | None = None

    @property
    def is_before(self) -> bool:
        """Whether it counts back from its anchor: papers are due before the meeting."""
        return self.name.endswith("_before")


@dataclass(frozen=True, slots=True)
class Cadence:
    """反馈周期: when reports are due.

    ``day`` is the day of the month (monthly; a month without it ends on its last day), the day of
    the week from 1 for Monday (weekly), or the number of days between (every_days). A report at
    most ``early_days`` before a due day counts for it.
    """

    kind: CadenceKind
    day: int
    early_days: int
    origin: Origin
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DueSoon:
    """临期: how many days before the limit a matter counts as due soon."""

    days: int
    origin: Origin
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """沉默: how long after a report was due its absence counts."""

    grace: Term
    origin: Origin
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """触发条件: one predicate of the vocabulary, as data.

    Fields a kind does not use keep their defaults; ``only_major`` narrows any kind to major
    matters, ``following`` to those that already have a slip of that rung.
    """

    kind: TriggerKind
    origin: Origin
    after: Term | None = None
    clock: ClockName | None = None
    days: int | None = None
    against: Literal["current", "original"] = "current"
    periods: int = 1
    rung: str | None = None
    times: int = 1
    is_consecutive: bool = False
    scope: Literal["matter", "unit"] = "matter"
    only_major: bool = False
    following: str | None = None
    note: str | None = None

    @property
    def is_judged(self) -> bool:
        """Whether a person, not a date, says that it applies."""
        return self.kind in JUDGED


@dataclass(frozen=True, slots=True)
class Rung:
    """督办档次: one step of the ladder, from 提醒 to 问责建议."""

    slug: str
    name: Bilingual
    colour: str | None
    bars: int
    triggers: tuple[Trigger, ...]
    needs_no_good_reason: bool
    signed_by: Role
    reply_within: Term | None
    origins: Mapping[str, Origin] = field(hash=False, compare=False, repr=False)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """审批: which role decides."""

    name: ApprovalName
    role: Role
    origin: Origin
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Quorum:
    """法定人数: the share of members that must be present; strict is 过半数, else 半数以上."""

    share: Fraction
    is_strict: bool
    origin: Origin
    note: str | None = None

    def is_met(self, present: int, members: int) -> bool:
        """Whether so many of so many members make a meeting."""
        wanted = self.share * members
        return members > 0 and (present > wanted if self.is_strict else present >= wanted)


@dataclass(frozen=True, slots=True)
class Scoring:
    """考核计分: points an event brings, and the weights of the kinds of work."""

    points: Mapping[str, int]
    weights: Mapping[str, int]
    origin: Origin
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """未核实: a value whose figure nobody has confirmed; the pack it extends decides instead."""

    key: str
    values: Mapping[str, object]
    origin: Origin
    note: str | None = None


@dataclass(frozen=True, slots=True)
class RulePack:
    """规则包: the measures one office follows, loaded and complete."""

    slug: str
    name: Bilingual
    place: Bilingual
    instrument: Instrument | None
    in_force_from: date | None
    extends: str | None
    note: str | None
    clocks: tuple[Clock, ...]
    reports: Cadence
    due_soon: DueSoon
    silence: Silence
    rungs: tuple[Rung, ...]
    approvals: tuple[Approval, ...]
    quorum: Quorum
    scoring: Scoring | None
    set_aside: tuple[SetAside, ...]
    origins: Mapping[str, Origin] = field(hash=False, compare=False, repr=False)

    def clock(self, name: ClockName) -> Clock:
        """The clock of this name; every pack has every clock."""
        return next(each for each in self.clocks if each.name == name)

    def rung(self, slug: str) -> Rung | None:
        """The rung of this slug, or None where the ladder has none."""
        return next((each for each in self.rungs if each.slug == slug), None)

    def height(self, slug: str) -> int:
        """The place of a rung on the ladder from 0; -1 where the ladder has none."""
        return next((at for at, each in enumerate(self.rungs) if each.slug == slug), -1)

    def approver(self, name: ApprovalName) -> Role:
        """The role that decides this."""
        return next(each.role for each in self.approvals if each.name == name)

    def set_aside_for(self, key: str) -> SetAside | None:
        """The unconfirmed value that would stand at this key, were it confirmed."""
        return next((each for each in self.set_aside if each.key == key), None)

    def origin_of(self, key: str) -> Origin:
        """Where a value comes from, by its dotted key: ``rungs.blue.signed_by``."""
        return self.origins[key]
