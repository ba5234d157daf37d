"""The head of a matter: its clock, its lights, its promise line, and the sentence that says it."""

from __future__ import annotations

from datetime import date
from itertools import chain

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from yiding.followup.history import day_words
from yiding.followup.models import Conclusion, Evidence, Extension
from yiding.followup.records import Records
from yiding.followup.states import DONE, MAY_BE_LATE, State
from yiding.web.parts import Line
from yiding.web.parts.marks import Light

_BACK = {Conclusion.Kind.SEND_BACK, Conclusion.Kind.REOPENING}


def light_of(records: Records) -> Light:
    """Reported, sent back, proved: only the square light counts."""
    state = records.matter.state
    accepted = any(one.verdict == Evidence.Verdict.ACCEPTED for one in records.evidence)
    if state in DONE or (accepted and state in {State.STANDING, State.ARCHIVED}):
        return "proved"
    if state == State.UNDER_WAY and any(one.kind in _BACK for one in records.conclusions):
        return "back"
    is_said = state == State.SUBMITTED or records.reports or records.evidence
    return "said" if is_said else "unsaid"


def line_of(records: Records, day: date) -> Line | None:
    """From the meeting to the day promised, with every day it moved to."""
    matter = records.matter
    began_on = matter.held_on or matter.minutes.held_on
    if began_on is None:
        return None
    moved = moved_to(records)
    proved_on = _proved_on(records)
    return Line(
        began_on=began_on,
        today=day,
        label=_sentence(records, began_on, moved, day),
        original_on=matter.original_due_on,
        extended_to=moved if matter.original_due_on else (),
        proved_on=proved_on,
    )


def moved_to(records: Records) -> tuple[date, ...]:
    """The days the date has moved to, in order; the original is not among them."""
    matter = records.matter
    granted = [
        one.new_due_on
        for one in sorted(records.extensions, key=lambda one: one.applied_at)
        if one.decision == Extension.Decision.GRANTED
    ]
    last = granted[-1] if granted else matter.original_due_on
    return (*granted, *([matter.due_on] if matter.due_on and matter.due_on != last else []))


def _proved_on(records: Records) -> date | None:
    if light_of(records) != "proved":
        return None
    verified = [one.at for one in records.conclusions if one.kind == Conclusion.Kind.VERIFICATION]
    return timezone.localdate(max(verified)) if verified else None


def _overdue(days: int) -> str:
    return ngettext("逾期 %(days)s 天", "逾期 %(days)s 天", days) % {"days": days}


def _sentence(records: Records, began_on: date, moved: tuple[date, ...], day: date) -> str:
    matter = records.matter
    steps = [gettext("会议%(day)s") % {"day": day_words(began_on)}]
    if matter.original_due_on:
        steps.append(gettext("原定%(day)s") % {"day": day_words(matter.original_due_on)})
    else:
        steps.append(gettext("没有时限"))
    steps += [gettext("延至%(day)s") % {"day": day_words(one)} for one in moved]
    proved_on = _proved_on(records)
    ends = [
        gettext("核实%(day)s") % {"day": day_words(proved_on)}
        if proved_on
        else gettext("截至%(day)s") % {"day": day_words(day)}
    ]
    if matter.state in MAY_BE_LATE and matter.due_on and matter.due_on < day:
        ends.append(_overdue((day - matter.due_on).days))
    return gettext("%(steps)s。") % {"steps": gettext("，").join(chain(steps, ends))}
