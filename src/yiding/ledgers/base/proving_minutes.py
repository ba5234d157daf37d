"""A paper held against the ledgers: what would prove each duty, and what stands there on a day.

A matter whose test a person has named is shown by that test; any other by what the ledgers propose.
A paper still under review is shown by the duties that were read in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import get_language

from yiding.followup import ledger_sources
from yiding.followup.ledger_sources import Proposal, Shown, UnknownSource
from yiding.followup.models import ClosingTest, Matter, Minutes, ProofResult
from yiding.followup.models import Proposal as ReadDuty
from yiding.followup.proving import is_reported_done, result_of
from yiding.ledgers.proposing import Duty, Proposed, general, proposed

_WORST_FIRST = (
    ProofResult.CONTRADICTED,
    ProofResult.MISSED,
    ProofResult.NO_DATA,
    ProofResult.AHEAD,
    ProofResult.PROVEN,
)


@dataclass(frozen=True)
class Tested:
    """A test and what it shows on a day; ``why`` where it is only proposed."""

    test: ClosingTest
    shown: Shown | None
    result: ProofResult
    why: str = ""


@dataclass(frozen=True)
class ProofLine:
    """One duty: its tests; none where only a person's look at report and evidence can tell."""

    address: str
    action: str
    lead: str
    due_on: date | None
    due_words: str
    closing: str
    state: str
    tests: tuple[Tested, ...]

    @property
    def result(self) -> ProofResult:
        """The worst of its tests; no data where it has none."""
        found = [one.result for one in self.tests]
        return min(found, key=_WORST_FIRST.index, default=ProofResult.NO_DATA)


@dataclass(frozen=True)
class ProvenItem:
    """议题: its duties, and what the ledgers it is about show in general."""

    no: int
    title: str
    outcome: str
    general: tuple[Tested, ...]
    lines: tuple[ProofLine, ...]


@dataclass(frozen=True)
class Counted:
    """How many duties there are, and of how many the ledgers say yes or no."""

    duties: int
    proven: int
    against: int


def counted(items: Iterable[ProvenItem]) -> Counted:
    """Over all items of a paper."""
    results = Counter(line.result for item in items for line in item.lines)
    against = results[ProofResult.CONTRADICTED] + results[ProofResult.MISSED]
    return Counted(results.total(), results[ProofResult.PROVEN], against)


def proven_items(minutes: Minutes, matters: QuerySet[Matter], on: date) -> tuple[ProvenItem, ...]:
    """Every item of a paper in its order; of its matters those that are given."""
    looks = _Looks(minutes, on)
    return tuple(_items(minutes, list(_lines(minutes, matters, looks)), looks))


def matter_proposals(matter: Matter) -> Iterator[Proposal]:
    """What might prove a matter, for whoever names its test."""
    heading = _headings(matter.minutes).get(matter.item, "")
    for one in proposed(Duty(heading, matter.action, matter.closing_kind)):
        yield Proposal(one.kind, one.address, one.target, _why(one))


class _Looks:
    """Looks at the ledgers of one place on one day, each address once."""

    def __init__(self, minutes: Minutes, on: date) -> None:
        self.minutes, self.on = minutes, on
        self._seen: dict[tuple[str, str], Shown | None] = {}

    def at(self, test: ClosingTest, why: str = "") -> Tested:
        shown = self._shown(test.kind, test.address)
        if shown is None:
            return Tested(test, None, ProofResult.NO_DATA, why)
        is_claimed = test.matter.pk is not None and is_reported_done(test.matter)
        return Tested(test, shown, result_of(test, shown, self.on, is_claimed), why)

    def at_proposed(self, one: Proposed, matter: Matter) -> Tested:
        test = ClosingTest(
            matter=matter,
            jurisdiction=self.minutes.jurisdiction,
            kind=one.kind,
            address=one.address,
            target=one.target,
        )
        return self.at(test, _why(one))

    def _shown(self, kind: str, address: str) -> Shown | None:
        key = (kind, address)
        if key not in self._seen:
            try:
                place = self.minutes.jurisdiction
                self._seen[key] = ledger_sources.show(kind, address, place, self.on)
            except UnknownSource:
                self._seen[key] = None
        return self._seen[key]


def _items(
    minutes: Minutes, lines: list[tuple[int, ProofLine]], looks: _Looks
) -> Iterator[ProvenItem]:
    for item in minutes.reading.get("items", ()):
        title = str(item["title"])
        outcomes = [one["outcome"] for one in item.get("decisions", ())]
        yield ProvenItem(
            no=item["no"],
            title=title,
            outcome=outcomes[0] if outcomes else "",
            general=tuple(looks.at_proposed(one, Matter()) for one in general(title)),
            lines=tuple(line for no, line in lines if no == item["no"]),
        )


def _lines(
    minutes: Minutes, matters: QuerySet[Matter], looks: _Looks
) -> Iterator[tuple[int, ProofLine]]:
    headings = _headings(minutes)
    rows = matters.filter(minutes=minutes).select_related("lead", "minutes", "closing_test")
    found = list(rows.order_by("start", "position"))
    for matter in found:
        yield matter.item, _of_matter(matter, headings.get(matter.item, ""), looks)
    if not found and minutes.state in {Minutes.State.REVIEWING, Minutes.State.SUBMITTED}:
        for duty in _read_duties(minutes):
            yield duty.item, _of_duty(duty, headings.get(duty.item, ""), looks)


def _read_duties(minutes: Minutes) -> Iterable[ReadDuty]:
    rows = minutes.proposals.filter(is_binding=True).exclude(state=ReadDuty.State.REFUSED)
    return rows.select_related("lead").order_by("start", "position")


def _of_matter(matter: Matter, heading: str, looks: _Looks) -> ProofLine:
    named: ClosingTest | None = getattr(matter, "closing_test", None)
    duty = Duty(heading, matter.action, matter.closing_kind)
    if named is not None:
        named.matter = matter
    tests = [looks.at(named)] if named else [looks.at_proposed(o, matter) for o in proposed(duty)]
    return ProofLine(
        address=matter.address,
        action=matter.action,
        lead=str(matter.lead or ""),
        due_on=matter.due_on,
        due_words=matter.due_words,
        closing=matter.closing_kind,
        state=matter.state,
        tests=tuple(tests),
    )


def _of_duty(read: ReadDuty, heading: str, looks: _Looks) -> ProofLine:
    matter = Matter(due_on=read.due_on or read.read_due_on)
    duty = Duty(heading, read.action, read.closing_kind)
    return ProofLine(
        address=read.address,
        action=read.action,
        lead=str(read.lead or "、".join(read.lead_words)),
        due_on=matter.due_on,
        due_words=read.due_words,
        closing=read.closing_kind,
        state="",
        tests=tuple(looks.at_proposed(one, matter) for one in proposed(duty)),
    )


def _headings(minutes: Minutes) -> dict[int, str]:
    return {one["no"]: str(one["title"]) for one in minutes.reading.get("items", ())}


def _why(one: Proposed) -> str:
    return one.why_en if get_language() == "en" else one.why
