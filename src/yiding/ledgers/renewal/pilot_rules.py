"""Rules of the two days: mechanisms k of n issued, pilot projects named and financed; five 共."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from yiding.ledgers.renewal.choices import FIVE
from yiding.ledgers.renewal.completing import is_sum
from yiding.ledgers.renewal.money import money_of
from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, compute, known, rule
from yiding.rules.answers import breached, by_day, due, met, overdue, undetermined
from yiding.rules.places import COUNTRY

MECHANISMS = "suzhou-minutes-2019-41:4.2-mechanisms"
PILOTS = "suzhou-minutes-2019-41:4.2-projects"
OURS = "yiding-readings:renewal-pilot-dates"
LOANS = ("loan", "special_bond")
SHORT = "资金未到位"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the mechanisms are: issued of all, the day of the last, its number; the due day."""

    issued: int
    total: int
    last_on: date | None
    due_on: date | None

    @property
    def label(self) -> str:
        """The trade's word."""
        is_done = self.issued >= self.total
        return "完成" if is_done else f"未完成 {self.issued}/{self.total}"


def due_day(entry: Entry, amounts: Amounts, table: str, unplaced: str) -> date | None:
    """The entry's own due day, else the place's, else where no place is named the minutes'."""
    if entry.due_on is not None:
        return entry.due_on  # type: ignore[no-any-return]
    found: date | None = amounts[table]
    if found is None and entry.place == COUNTRY:
        found = amounts["unplaced_due", unplaced]
    return found


@rule(
    cites=MECHANISMS,
    or_else=OURS,
    kind="mechanism",
    sequence=True,
    english="All mechanisms are issued by the day",
)
def mechanisms_issued(mechanism: Entry, amounts: Amounts, on: date) -> Answer | None:
    """各项机制在期限当天或者之前全部出台。"""
    if not (is_sum(mechanism) or _speaks_for_all(mechanism, on)):
        return None
    total = mechanism.total or amounts["mechanism_count"] or amounts["usual_mechanism_count"]
    days = [one for one in _issue_days(mechanism) if one is None or one <= on]
    count = mechanism.issued_count
    issued = len(days) if count is None else int(count)
    told = [one for one in days if one is not None]
    due_on = due_day(mechanism, amounts, "mechanisms_due", "mechanisms")
    return _told(Standing(issued, int(total), max(told, default=None), due_on), on)


def _issue_days(mechanism: Entry) -> list[date | None]:
    """The days on which its documents, else it and those beside it, were issued."""
    if mechanism.documents is not None:
        return [one["issued_on"] for one in mechanism.documents if one.get("issued_on")]
    if mechanism.issued_count is not None:
        return []
    return [one.issued_on for one in _siblings(mechanism) if _is_issued(one)]


def _is_issued(mechanism: Entry) -> bool:
    return mechanism.issued_on is not None or mechanism.state == "issued"


def _siblings(mechanism: Entry) -> Sequence[Entry]:
    """The mechanisms of the same place, each number once, in their order."""
    beside = (one for one in mechanism.batch.of_kind("mechanism") if not is_sum(one))
    here = {one.no or one.id: one for one in beside if one.place == mechanism.place}
    return sorted(here.values(), key=_order)


def _order(mechanism: Entry) -> tuple[int, str]:
    """9 before 10."""
    name = str(mechanism.no or mechanism.id)
    return (len(name), name)


def _speaks_for_all(mechanism: Entry, on: date) -> bool:
    """The first not issued, else the last: one of them tells how many there are."""
    beside = _siblings(mechanism)
    late = [one for one in beside if not _is_issued(one) or (one.issued_on or on) > on]
    *_, last = [*beside, *late[:1]]
    return last.id == mechanism.id


def _told(standing: Standing, on: date) -> Answer:
    answer = replace(_by_due_day(standing, on), label=standing.label, unit="项")
    return replace(answer, measured=Decimal(standing.issued), limit=Decimal(standing.total))


def _by_due_day(standing: Standing, on: date) -> Answer:
    is_done, due_on = standing.issued >= standing.total, standing.due_on
    if due_on is None:
        return met() if is_done else undetermined(Reason.NEEDS_LOCAL, ("due_on",))
    late = ((standing.last_on or due_on if is_done else on) - due_on).days
    if late > 0:
        return overdue(late, due_on)
    return replace(met(), due_on=due_on) if is_done else due(due_on)


@rule(
    cites=MECHANISMS,
    or_else=OURS,
    kind="mechanism",
    sequence=True,
    english="A mechanism is issued by its day",
)
def mechanism_in_time(mechanism: Entry, amounts: Amounts, on: date) -> Answer | None:
    """每项机制在期限当天或者之前出台。"""
    if is_sum(mechanism):
        return None
    if mechanism.state == "issued" and mechanism.issued_on is None:
        return undetermined(Reason.NO_DATA, ("issued_on",))
    due_on = due_day(mechanism, amounts, "mechanisms_due", "mechanisms")
    if due_on is None:
        is_out = mechanism.issued_on is not None and mechanism.issued_on <= on
        return met() if is_out else undetermined(Reason.NEEDS_LOCAL, ("due_on",))
    return by_day(due_on, mechanism.issued_on, on)


@rule(
    cites=OURS,
    kind="mechanism",
    sequence=True,
    english="An issued mechanism has its document's title and number",
)
def mechanism_documented(mechanism: Entry, _: Amounts, on: date) -> Answer | None:
    """出台的机制有文件标题和文号。"""
    if is_sum(mechanism) or mechanism.issued_on is None or mechanism.issued_on > on:
        return None
    missing = tuple(one for one in ("title", "number") if mechanism.values.get(one) is None)
    return breached(missing=missing) if missing else met()


@rule(
    cites="yiding-readings:renewal-topics",
    kind="mechanism",
    english="The name of a mechanism by its number",
)
def mechanism_topic(mechanism: Fields, values: Values) -> Term:
    """机制的名称。"""
    topic = values.mechanism_topics[mechanism.no]
    return compute(mechanism.no, label=topic).where(known(topic))


@rule(
    cites=PILOTS,
    or_else=OURS,
    kind="project",
    sequence=True,
    english="The pilot project is named by the day",
)
def pilot_named(project: Entry, amounts: Amounts, on: date) -> Answer | None:
    """试点项目在期限当天或者之前落实到具体项目。"""
    if not project.is_pilot:
        return None
    due_on = due_day(project, amounts, "pilots_due", "pilots")
    if due_on is None:
        return undetermined(Reason.NEEDS_LOCAL, ("due_on",))
    is_named = project.name is not None if project.is_named is None else project.is_named
    if project.named_on is None and is_named:
        is_in_time = on <= due_on
        return met() if is_in_time else undetermined(Reason.NO_DATA, ("named_on",))
    return by_day(due_on, project.named_on, on)


@rule(
    cites=PILOTS,
    or_else=OURS,
    kind="project",
    sequence=True,
    english="A financed pilot project has its money by the day",
)
def pilot_financed(project: Entry, amounts: Amounts, on: date) -> Iterator[Answer]:
    """融资的试点项目在期限当天或者之前资金到位。"""
    if project.is_pilot is False or not project.is_financed:
        return
    planned, arrived = _loan(project)
    if planned is None or arrived is None:
        told = {"planned_loan": planned, "loan_in_place": arrived}
        missing = tuple(name for name, one in told.items() if one is None)
        yield undetermined(Reason.NO_DATA, missing)
        return
    due_on = due_day(project, amounts, "pilots_due", "pilots")
    yield from _financed(project.loan_in_place_on, planned, arrived, due_on, on)


def _loan(project: Entry) -> tuple[Decimal | None, Decimal | None]:
    """What was to be borrowed and what has come, from the project or its rows of money."""
    rows = [one for one in money_of(project) if one.source in LOANS]
    planned = [one.planned for one in rows if one.planned is not None]
    arrived = [one.in_place for one in rows if one.in_place is not None]
    own = project.loan_in_place if project.loan_in_place is not None else project.in_place
    return (
        project.planned_loan or (sum(planned, Decimal(0)) if planned else None),
        sum(arrived, Decimal(0)) if own is None and arrived else own,
    )


def _financed(
    arrived_on: date | None, planned: Decimal, arrived: Decimal, due_on: date | None, on: date
) -> Iterator[Answer]:
    if arrived >= planned:
        if arrived_on is not None and due_on is not None and arrived_on > due_on:
            yield overdue((arrived_on - due_on).days, due_on)
        else:
            yield met(arrived, planned, "元")
        return
    if due_on is not None and on <= due_on:
        yield replace(due(due_on), label=SHORT, measured=arrived, limit=planned, unit="元")
        return
    yield breached(arrived, planned, "元", excess=planned - arrived, label=SHORT)
    if due_on is not None:
        yield replace(overdue((on - due_on).days, due_on), label=SHORT)


@rule(
    cites="suzhou-minutes-2019-41:4.3",
    or_else="yiding-readings:renewal-five-co",
    kind="handover",
    sequence=True,
    english="Each of the five is evidenced",
)
def five_evidenced(handover: Entry, _: Amounts, __: date) -> Answer | None:
    """共谋、共建、共管、共评、共享都有佐证。"""
    return _five(handover)


@rule(
    cites="jiangbei-2020-11:five",
    kind="handover",
    sequence=True,
    english="Each of the five is evidenced, as the district asks",
)
def five_evidenced_in_jiangbei(handover: Entry, _: Amounts, __: date) -> Answer | None:
    """江北区的小区五共都有佐证。"""
    return _five(handover)


def _five(handover: Entry) -> Answer | None:
    listed = handover.five_co or ()
    told = [one for one in FIVE if _is_evidenced(handover, one.name, (one.term, *one.aliases))]
    is_told = bool(listed) or any(handover.values.get(one.name) is not None for one in FIVE)
    if not is_told:
        return None
    if not told and _is_only_listed(handover):
        note, note_en = "佐证没有写明属于哪一共", "the evidence does not say which of the five"
        return undetermined(Reason.JUDGEMENT, ("five_co",), note=note, note_en=note_en)
    missing = tuple(one.term for one in FIVE if one not in told)
    counted = (Decimal(len(told)), Decimal(len(FIVE)), "项")
    return breached(*counted, missing=missing) if missing else met(*counted)


def _is_only_listed(handover: Entry) -> bool:
    """Evidence in a list that says there is some, and nothing of each of the five."""
    listed = [one for one in handover.five_co or () if one.lower() not in _NO]
    return bool(listed) and all(handover.values.get(one.name) is None for one in FIVE)


def _is_evidenced(handover: Entry, name: str, words: tuple[str, ...]) -> bool:
    own = handover.values.get(name)
    listed = handover.five_co or ()
    is_listed = any(word in one for one in listed for word in words)
    return is_listed or (own is not None and own.lower() not in _NO)


_NO = frozenset({"否", "无", "没有", "false", "no", "0", "缺", "未"})
