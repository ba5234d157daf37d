"""Whether a vote 表决 passes as a whole: taking part first, then agreeing, by area and by heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, met, undetermined

CODE = "civil-code:278"
OLD = "property-management-regulation:12"
READING = "yiding-readings:renewal-lift-matter"
AREAS = ("total_area", "part_area", "yes_area")
HEADS = ("total_heads", "part_heads", "yes_heads")


@dataclass(frozen=True, slots=True)
class Count:
    """One way of counting: all, those who take part, those who agree; none where not told."""

    names: tuple[str, ...]
    unit: str
    total: Decimal | None
    part: Decimal | None
    yes: Decimal | None

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that are not told."""
        told = (self.total, self.part, self.yes)
        return tuple(name for name, one in zip(self.names, told, strict=True) if one is None)

    @property
    def is_odd(self) -> bool:
        """More agree than take part, or more take part than there are."""
        told = [one for one in (self.total, self.part, self.yes) if one is not None]
        return told != sorted(told, reverse=True) or self.total == 0


@dataclass(frozen=True, slots=True)
class Bound:
    """What one count comes to against its bound; `is_strict` where it must be more."""

    measured: Decimal
    limit: Decimal
    unit: str
    is_strict: bool

    @property
    def holds(self) -> bool:
        """Whether it is reached, or passed where it must be."""
        is_over = self.measured > self.limit
        return is_over if self.is_strict else self.measured >= self.limit


def counts_of(vote: Entry) -> tuple[Count, Count]:
    """By area and by heads."""
    areas, heads = ([vote.values.get(one) for one in names] for names in (AREAS, HEADS))
    return Count(AREAS, "m²", *areas), Count(HEADS, "人", *heads)


@rule(
    cites=CODE,
    or_else=OLD,
    kind="owner_vote",
    dated_by="voted_on",
    sequence=True,
    english="The vote passes under the law of its day",
)
def vote_passes(vote: Entry, amounts: Amounts, _: date) -> Answer | None:
    """表决按当时的法通过。"""
    if vote.voted_on is None:
        return undetermined(Reason.NO_DATA, ("voted_on",))
    if vote.is_lift and vote.matter_no is None:
        return None
    majority = None if vote.matter_no is None else amounts["majority", vote.matter_no]
    return outcome(vote, amounts, majority, undetermined(Reason.NO_DATA, ("matter_no",)))


@rule(
    cites=READING,
    kind="owner_vote",
    dated_by="voted_on",
    sequence=True,
    english="A vote on a lift passes as one on rebuilding",
)
def lift_vote_passes(vote: Entry, amounts: Amounts, _: date) -> Answer | None:
    """没有选定事项的加装电梯表决按改建通过。"""
    if not vote.is_lift or vote.matter_no is not None:
        return None
    if vote.voted_on is None:
        return undetermined(Reason.NO_DATA, ("voted_on",))
    unknown = undetermined(Reason.UNCONFIRMED)
    return outcome(vote, amounts, amounts["lift_majority"], unknown)


def outcome(vote: Entry, amounts: Amounts, majority: str | None, unknown: Answer) -> Answer:
    """Participation first, then agreement; `unknown` where no majority is known."""
    counts = counts_of(vote)
    if any(one.is_odd for one in counts):
        return undetermined(
            Reason.CONTRADICTORY,
            note="同意、参与、全部三个数对不上",
            note_en="those agreeing, taking part and in all do not fit",
        )
    is_old = amounts["approval_base"] == "all"
    for one in _participation(counts, amounts, is_old):
        if not one.holds:
            return _failed(one, "未达参与比例")
    if majority is None:
        return unknown
    return _agreed(list(_agreement(counts, amounts, majority, is_old)), _wanting(counts, is_old))


def _agreed(bounds: list[Bound], missing: tuple[str, ...]) -> Answer:
    for one in bounds:
        if not one.holds:
            return _failed(one, "不通过")
    return undetermined(Reason.NO_DATA, missing) if missing else _passed(bounds)


def _wanting(counts: tuple[Count, ...], is_old: bool) -> tuple[str, ...]:
    """What is not told; where all count, those who attend count only for the meeting."""
    told = [name for one in counts for name in one.missing]
    return tuple(name for name in told if not (is_old and name.startswith("part")))


def _participation(counts: tuple[Count, ...], amounts: Amounts, is_old: bool) -> Iterator[Bound]:
    part, whole = amounts["participation", "part"], amounts["participation", "whole"]
    for one in counts:
        if one.part is not None and one.total is not None:
            yield Bound(one.part, one.total * part / whole, one.unit, is_old)


def _agreement(
    counts: tuple[Count, ...], amounts: Amounts, majority: str, is_old: bool
) -> Iterator[Bound]:
    part, whole = amounts["approval", majority, "part"], amounts["approval", majority, "whole"]
    for one in counts:
        base = one.total if is_old else one.part
        if base is not None and one.yes is not None:
            yield Bound(one.yes, base * part / whole, one.unit, majority == "ordinary")


def _failed(test: Bound, label: str) -> Answer:
    short = test.limit - test.measured
    note = "须超过这个数" if test.is_strict else "须达到这个数"
    note_en = "must be more than this" if test.is_strict else "must reach this"
    return breached(test.measured, test.limit, test.unit, excess=short, label=label,
                    note=note, note_en=note_en)  # fmt: skip


def _passed(tests: list[Bound]) -> Answer:
    told = "，".join(f"{one.measured:f}/{one.limit.normalize():f} {one.unit}" for one in tests)
    return replace(met(note=f"同意/限值 {told}", note_en=f"agreed/limit {told}"), label="通过")
