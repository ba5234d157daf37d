"""Which rungs of the ladder a matter has come to: the triggers of a rule pack, worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from yiding.dates import UnknownCalendarYear
from yiding.dates.calendar import ONE_DAY
from yiding.followup.rulepack_clocks import due_after, end_of, first_day_over, next_report_due
from yiding.followup.rulepack_facts import (
    MatterFacts,
    ProposedRung,
    Reason,
    SlipFacts,
    UndecidedRung,
)
from yiding.followup.rulepack_messages import gettext_noop
from yiding.followup.rulepack_model import Bilingual, RulePack, Rung, Trigger

UNSIGNED = gettext_noop("%(assigned_on)s交办，至%(on)s仍未签收。")
DUE_SOON = gettext_noop("%(due_on)s到期，还有%(days)s天。")
OVERDUE = gettext_noop("应于%(due_on)s办结，已逾期%(days)s天。")
OVERDUE_ORIGINAL = gettext_noop("按原定时限应于%(due_on)s办结，已逾期%(days)s天。")
SILENT = gettext_noop("应于%(due_on)s前反馈，连续%(periods)s期没有反馈。")
UNANSWERED = gettext_noop("%(issued_on)s的“%(rung)s”至%(on)s仍未回复。")
EXPIRED = gettext_noop("%(issued_on)s的“%(rung)s”要求%(done_by)s前办结，至今没有办结。")
COUNTED = gettext_noop("“%(rung)s”累计%(times)s次，最近一次在%(issued_on)s。")
CONSECUTIVE = gettext_noop("“%(rung)s”连续%(times)s次，最近一次在%(issued_on)s。")
JUDGED_MESSAGES = {
    "poor_quality": gettext_noop("%(judged_on)s认定办理质量不高。"),
    "major": gettext_noop("%(judged_on)s认定为重要事项。"),
    "urgent": gettext_noop("%(judged_on)s认定为紧急事项。"),
    "special": gettext_noop("%(judged_on)s认定为特事特办。"),
    "behind_schedule": gettext_noop("%(judged_on)s认定进展滞后。"),
    "instructed": gettext_noop("%(judged_on)s领导批示督办。"),
}
OPEN = frozenset({"assigned", "under_way"})


class Asked(NamedTuple):
    """One question put to a trigger: the pack, the rung, the matter's facts, the day."""

    pack: RulePack
    rung: Rung
    facts: MatterFacts
    on: date


class Found(NamedTuple):
    """That a trigger holds, since when, and what its message says."""

    since: date
    message: str
    params: dict[str, object]


class UnknownYear(NamedTuple):
    """That a trigger needs the working days of a year not yet published."""

    year: int


def rungs_due(pack: RulePack, facts: MatterFacts, on: date) -> list[ProposedRung]:
    """The rungs the pack proposes for the matter on this day, the highest last.

    A rung already issued for the same cause, or open and unanswered at the same height or above, is
    not proposed again; nor is one held back by a reason found good since.
    """
    answers = [_proposed(Asked(pack, rung, facts.as_of(on), on)) for rung in pack.rungs]
    return [answer for answer in answers if answer is not None]


def rungs_undecided(pack: RulePack, facts: MatterFacts, on: date) -> list[UndecidedRung]:
    """The triggers that no one can judge on this day: they need an unpublished calendar."""
    known = facts.as_of(on)
    return [
        UndecidedRung(rung, trigger, answer.year)
        for rung in pack.rungs
        for trigger in rung.triggers
        if isinstance(answer := _answer(Asked(pack, rung, known, on), trigger), UnknownYear)
    ]


def _proposed(asked: Asked) -> ProposedRung | None:
    reasons = tuple(_reasons(asked))
    return ProposedRung(asked.rung, reasons) if reasons else None


def _reasons(asked: Asked) -> Iterator[Reason]:
    for trigger in asked.rung.triggers:
        found = _answer(asked, trigger)
        if isinstance(found, Found) and not _is_settled(asked, found.since):
            yield Reason(found.message, found.params, found.since, trigger)


def _answer(asked: Asked, trigger: Trigger) -> Found | UnknownYear | None:
    if asked.facts.state not in OPEN or (trigger.only_major and not asked.facts.is_major):
        return None
    try:
        found = TRIGGERS[trigger.kind](asked, trigger)
    except UnknownCalendarYear as error:
        return UnknownYear(error.year)
    return found if found and _is_following(asked, trigger, found.since) else None


def _is_following(asked: Asked, trigger: Trigger, since: date) -> bool:
    before = (slip for slip in _standing(asked.facts.slips) if slip.issued_on < since)
    return trigger.following is None or any(slip.rung == trigger.following for slip in before)


def _is_settled(asked: Asked, since: date) -> bool:
    if asked.rung.needs_no_good_reason and any(
        each.kind == "good_reason" and each.judged_on >= since for each in asked.facts.judgements
    ):
        return True
    height = asked.pack.height(asked.rung.slug)
    return any(
        slip.issued_on >= since or (slip.answered_on is None and _wants_answer(asked, slip))
        for slip in _standing(asked.facts.slips)
        if asked.pack.height(slip.rung) >= height
    )


def _standing(slips: tuple[SlipFacts, ...]) -> list[SlipFacts]:
    return [slip for slip in slips if slip.withdrawn_on is None]


def _wants_answer(asked: Asked, slip: SlipFacts) -> bool:
    rung = asked.pack.rung(slip.rung)
    return slip.reply_by is not None or (rung is not None and rung.reply_within is not None)


def _unsigned(asked: Asked, trigger: Trigger) -> Found | None:
    facts = asked.facts
    if facts.state != "assigned" or facts.signed_on or facts.assigned_on is None:
        return None
    term = trigger.after or asked.pack.clock(trigger.clock or "sign_within").term
    since = first_day_over(term, facts.assigned_on, asked.on)
    params: dict[str, object] = {"assigned_on": facts.assigned_on, "on": asked.on}
    return Found(since, UNSIGNED, params) if since else None


def _due_soon(asked: Asked, trigger: Trigger) -> Found | None:
    due_on = asked.facts.due_on
    if due_on is None or asked.on > due_on:
        return None
    days = asked.pack.due_soon.days if trigger.days is None else trigger.days
    since, left = due_on - timedelta(days=days), (due_on - asked.on).days
    return Found(since, DUE_SOON, {"due_on": due_on, "days": left}) if asked.on >= since else None


def _overdue(asked: Asked, trigger: Trigger) -> Found | None:
    is_original = trigger.against == "original"
    due_on = asked.facts.original_due_on if is_original else asked.facts.due_on
    if due_on is None:
        return None
    since, late = due_on + timedelta(days=(trigger.days or 0) + 1), (asked.on - due_on).days
    message = OVERDUE_ORIGINAL if is_original else OVERDUE
    return Found(since, message, {"due_on": due_on, "days": late}) if asked.on >= since else None


def _silent(asked: Asked, trigger: Trigger) -> Found | None:
    if asked.facts.state != "under_way":
        return None
    missed = list(_missed_reports(asked, trigger.periods))
    if len(missed) < trigger.periods:
        return None
    params = {"due_on": missed[-1][0], "periods": len(missed)}
    return Found(missed[trigger.periods - 1][1], SILENT, params)


# trap: what is already missed stays missed where the calendar of later days is unknown
def _missed_reports(asked: Asked, enough: int) -> Iterator[tuple[date, date]]:
    for at, due_on in enumerate(_report_days(asked.pack, asked.facts)):
        try:
            over = first_day_over(asked.pack.silence.grace, due_on, asked.on)
        except UnknownCalendarYear:
            if at < enough:
                raise
            return
        if over is None:
            return
        yield due_on, over


def report_due(pack: RulePack, facts: MatterFacts) -> date | None:
    """The day the matter's next report is due: the first one by its own clock, then by cadence.

    None before signing and where reports follow stages. Raises UnknownCalendarYear.
    """
    return next(_report_days(pack, facts), None)


def _report_days(pack: RulePack, facts: MatterFacts) -> Iterator[date]:
    if facts.signed_on is None:
        return
    if not facts.reported_on:
        clock = pack.clock("first_report_within")
        is_assigned = clock.counted_from == "assigned"
        anchor = (facts.assigned_on if is_assigned else None) or facts.signed_on
        first = end_of(clock.term, anchor)
        yield first
        due_on = next_report_due(pack.reports, first, None)
    else:
        due_on = next_report_due(pack.reports, facts.signed_on, facts.last_report_on)
    while due_on is not None:
        yield due_on
        due_on = due_after(pack.reports, due_on)


def _previous_rung(asked: Asked, trigger: Trigger) -> Found | None:
    slip = _latest(asked, trigger.rung)
    if slip is None or slip.answered_on is not None:
        return None
    since = _unanswered_since(asked, trigger, slip)
    params = {"issued_on": slip.issued_on, "rung": _name(asked, slip.rung), "on": asked.on}
    return Found(since, UNANSWERED, params) if since else None


def _unanswered_since(asked: Asked, trigger: Trigger, slip: SlipFacts) -> date | None:
    rung = asked.pack.rung(slip.rung)
    if trigger.after is None and slip.reply_by is not None:
        return slip.reply_by + ONE_DAY if slip.reply_by < asked.on else None
    term = trigger.after or (rung.reply_within if rung else None)
    if term is None:
        return None
    return first_day_over(term, slip.received_on or slip.issued_on, asked.on)


def _rung_expired(asked: Asked, trigger: Trigger) -> Found | None:
    slip = _latest(asked, trigger.rung)
    if slip is None or slip.done_by is None or slip.done_by >= asked.on:
        return None
    name = _name(asked, slip.rung)
    params = {"issued_on": slip.issued_on, "rung": name, "done_by": slip.done_by}
    return Found(slip.done_by + ONE_DAY, EXPIRED, params)


def _latest(asked: Asked, slug: str | None) -> SlipFacts | None:
    same = [slip for slip in _standing(asked.facts.slips) if slip.rung == slug]
    return same[-1] if same else None


def _name(asked: Asked, slug: str) -> Bilingual:
    rung = asked.pack.rung(slug)
    return rung.name if rung else Bilingual(slug, slug)


# three reds, a talk, and a fourth red: the talk is not due again before three more
def _count(asked: Asked, trigger: Trigger) -> Found | None:
    is_unit = trigger.scope == "unit"
    slips = _standing(asked.facts.unit_slips if is_unit else asked.facts.slips)
    answered = max((s.issued_on for s in slips if s.rung == asked.rung.slug), default=date.min)
    later = [slip for slip in slips if slip.issued_on > answered]
    if trigger.is_consecutive:
        cards = [slip for slip in later if slip.rung == trigger.rung or _is_card(asked, slip)]
        later = _last_run(cards, trigger.rung)
    same = [slip for slip in later if slip.rung == trigger.rung]
    if len(same) < trigger.times:
        return None
    message = CONSECUTIVE if trigger.is_consecutive else COUNTED
    last = same[-1]
    params = {"rung": _name(asked, last.rung), "times": len(same), "issued_on": last.issued_on}
    return Found(same[trigger.times - 1].issued_on, message, params)


def _is_card(asked: Asked, slip: SlipFacts) -> bool:
    rung = asked.pack.rung(slip.rung)
    return rung is not None and rung.colour is not None


def _last_run(slips: list[SlipFacts], slug: str | None) -> list[SlipFacts]:
    at = max((at for at, slip in enumerate(slips) if slip.rung != slug), default=-1)
    return slips[at + 1 :]


def _judged(asked: Asked, trigger: Trigger) -> Found | None:
    days = [each.judged_on for each in asked.facts.judgements if each.kind == trigger.kind]
    if not days:
        return None
    return Found(max(days), JUDGED_MESSAGES[trigger.kind], {"judged_on": max(days)})


TRIGGERS: dict[str, Callable[[Asked, Trigger], Found | None]] = {
    "unsigned": _unsigned,
    "due_soon": _due_soon,
    "overdue": _overdue,
    "silent": _silent,
    "previous_rung": _previous_rung,
    "rung_expired": _rung_expired,
    "count": _count,
    **dict.fromkeys(JUDGED_MESSAGES, _judged),
}


def judged_grounds(rung: Rung) -> tuple[str, ...]:
    """The kinds of judgement on which a person may issue this rung at once."""
    return tuple(trigger.kind for trigger in rung.triggers if trigger.is_judged)
