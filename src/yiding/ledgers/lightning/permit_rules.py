"""Rules of permits 设计审核、竣工验收: clocks in working days, documents, works before approval."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yiding.dates import UnknownCalendarYear, add_working_days
from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, known, rule
from yiding.rules.answers import breached, by_day, computed, due, met, undetermined

WORKS = ("project", "structure", "permit")
NO_CALENDAR, NO_CALENDAR_EN = "这一年的放假安排还没有公布", "the calendar of that year is not out"


def _last_day(first: date, days: int) -> date | None:
    """The last of so many working days; none where the calendar of the year is not known."""
    try:
        return add_working_days(first, days)
    except UnknownCalendarYear:
        return None


def _no_calendar() -> Answer:
    return undetermined(Reason.NO_DATA, note=NO_CALENDAR, note_en=NO_CALENDAR_EN)


def _answered_on(permit: Entry) -> date | None:
    """The day on which the applicant was told: accepted, refused or asked for more."""
    days = (permit.accepted_on, permit.refused_on, permit.correction_on)
    return min((day for day in days if day is not None), default=None)


@rule(
    cites="lightning-order-37:8",
    kind="permit",
    dated_by="received_on",
    sequence=True,
    english="Acceptance is decided in five working days; silence accepts",
)
def acceptance_answered(permit: Entry, amounts: Amounts, on: date) -> Answer | None:
    """五个工作日内决定是否受理，逾期不告知的视为受理。"""
    if permit.received_on is None:
        return undetermined(Reason.NO_DATA, ("received_on",)) if _is_begun(permit) else None
    last = _last_day(permit.received_on, int(amounts["acceptance_days"]))
    if last is None:
        return _no_calendar()
    told = _answered_on(permit)
    if told is not None and told <= min(last, on):
        return replace(met(), due_on=last)
    if told is None and permit.acceptance_result is not None:
        return replace(met(), due_on=last)
    if on <= last:
        return due(last)
    return replace(computed(permit.received_on.isoformat(), "视为受理"), due_on=last)


def _is_begun(permit: Entry) -> bool:
    return permit.decided_on is not None or permit.acceptance_result is not None


def accepted_from(permit: Entry, amounts: Amounts, on: date) -> date | None:
    """The day the clock starts: told in time, else the receipt where silence accepted."""
    received, told = permit.received_on, permit.accepted_on
    if received is None:
        return told if isinstance(told, date) else None
    last = _last_day(received, int(amounts["acceptance_days"]))
    answered = _answered_on(permit)
    if last is None or (answered is not None and answered <= last):
        return told if isinstance(told, date) else None
    if permit.acceptance_result == "accepted" and answered is None:
        return received if isinstance(received, date) else None
    is_silent = permit.acceptance_result is None or answered is not None
    return received if is_silent and on > last and isinstance(received, date) else None


@rule(
    cites="lightning-order-37:11",
    kind="permit",
    dated_by="received_on",
    sequence=True,
    english="Decided within ten working days of acceptance",
)
def decided_in_time(permit: Entry, amounts: Amounts, on: date) -> Answer | None:
    """受理之日起十个工作日内作出许可决定。"""
    first = accepted_from(permit, amounts, on)
    if first is None:
        return None
    last = _last_day(first, int(amounts["decision_days"]))
    return _no_calendar() if last is None else by_day(last, permit.decided_on, on)


@rule(
    cites="lightning-order-37:7",
    kind="permit",
    dated_by="received_on",
    english="The three documents came with the application",
)
def documents_complete(permit: Fields, values: Values) -> Term:
    """申请材料齐全。"""
    is_design = ~known(permit.permit_kind) | (permit.permit_kind == "design")
    enough = permit.document_count >= values.documents
    return enough.where(known(permit.document_count) & is_design)


@rule(
    cites="lightning-order-37:9",
    kind="permit",
    dated_by="received_on",
    english="The authority, not the applicant, commissions the technical evaluation",
)
def evaluation_commissioned_by_authority(permit: Fields, _: Values) -> Term:
    """技术评价由许可机关委托。"""
    is_told = known(permit.evaluation_by)
    return (permit.evaluation_by == "authority").where(is_told)


def _is_meteorological(works: Entry) -> bool | None:
    """Whether meteorology reviews it: as recorded, else by category; none where neither says."""
    who = works.supervising_department or works.reviewer
    return None if who is None else bool(who == "meteorology")


def _given_on(works: Entry, what: str) -> date | None:
    """The day of the approval or acceptance, as the works say or by the permit's own decision."""
    told: date | None = works.design_approved_on if what == "design" else works.works_accepted_on
    is_own = works.kind == "permit" and works.permit_kind == what and works.decision != "rejected"
    return told or (works.decided_on if is_own else None)


@rule(
    cites="meteorological-disasters-regulation:23",
    kind=WORKS,
    dated_by="started_on",
    sequence=True,
    english="No works before the design is approved",
)
def approved_before_works(works: Entry, _: Amounts, on: date) -> Answer | None:
    """未经设计审核核准不得开工。"""
    if works.started_on is None or works.started_on > on:
        return None
    return _held(works, works.started_on, "design")


@rule(
    cites="meteorological-disasters-regulation:23",
    kind=WORKS,
    dated_by="delivered_on",
    sequence=True,
    english="No delivery before acceptance",
)
def accepted_before_delivery(works: Entry, _: Amounts, on: date) -> Answer | None:
    """未经竣工验收合格不得交付使用。"""
    if works.delivered_on is None or works.delivered_on > on:
        return None
    return _held(works, works.delivered_on, "acceptance")


def _held(works: Entry, day: date, what: str) -> Answer | None:
    """What was done on a day against the approval it needs, where meteorology reviews."""
    is_ours = _is_meteorological(works)
    if is_ours is None:
        return undetermined(Reason.NO_DATA, ("category",))
    if not is_ours:
        return None
    return _answer(_is_before(works, day, what), what)


def _is_before(works: Entry, day: date, what: str) -> bool | None:
    flag = works.is_design_approved if what == "design" else works.is_accepted
    given = _given_on(works, what)
    if given is not None:
        return given <= day
    if flag is not None:
        return bool(flag)
    return False if _is_own_permit(works, what) else None


def _is_own_permit(works: Entry, what: str) -> bool:
    """A permit without a decision is no approval."""
    return works.kind == "permit" and works.permit_kind == what


def _answer(is_held: bool | None, what: str) -> Answer:
    name = "design_approved_on" if what == "design" else "works_accepted_on"
    if is_held is None:
        return undetermined(Reason.NO_DATA, (name,))
    label = "未经核准开工" if what == "design" else "未经验收交付"
    return met() if is_held else breached(missing=(name,), label=label)


@rule(
    cites="meteorological-disasters-regulation:45",
    kind=WORKS,
    sequence=True,
    english="What works without approval or delivery without acceptance cost",
)
def fine_for_works(works: Entry, amounts: Amounts, on: date) -> Answer | None:
    """未经核准开工、未经验收交付的罚款幅度。"""
    done = {"design": works.started_on, "acceptance": works.delivered_on}
    told = [what for what, day in done.items() if day is not None and day <= on]
    wrong = [what for what in told if _is_before(works, done[what], what) is False]
    if not wrong or not _is_meteorological(works):
        return None
    low, high = amounts["fine", "works", "from"], amounts["fine", "works", "to"]
    label = "未经核准开工" if wrong[0] == "design" else "未经验收交付"
    return computed(f"{low:f}-{high:f}", label, "元")
