"""Why this date 为什么是这一天: the minutes' words, the rule, the day; then every move of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yiding.dates import Deadline, UnknownCalendarYear, is_working_day, read_deadline
from yiding.dates.calendar import ONE_DAY
from yiding.dates.explain import Language, rule_words
from yiding.followup.history import actor_of, day_words, verb_label
from yiding.followup.models import Matter
from yiding.followup.packs import pack_in_force
from yiding.followup.rulepack_model import Clock, ClockName, RulePack
from yiding.followup.rulepack_words import ANCHORS, origin_words, term_words
from yiding.followup.wording import in_one
from yiding.journal.models import Event

WEEKDAYS = (
    _("星期一"), _("星期二"), _("星期三"), _("星期四"), _("星期五"), _("星期六"), _("星期日"),
)  # fmt: skip


@dataclass(frozen=True)
class Why:
    """为什么是这一天: the steps in the order of the reasoning, and the calendar they rest on."""

    steps: tuple[str, ...]
    calendar: str
    spans: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """The calendar and the spans, as one text."""
        return in_one([self.calendar, *self.spans])


def why_this_date(matter: Matter, events: Sequence[Event], names: dict[str, str]) -> Why:
    """How the date that holds came about; ``events`` are the matter's, oldest first."""
    read = read_deadline(matter.due_words, matter.held_on, matter.jurisdiction.code)
    steps = [
        *_words(matter, read),
        *_first_date(matter, read, events, names),
        *_rest_day(matter.original_due_on),
        *_moves(events, names),
    ]
    return Why(tuple(steps), _calendar(matter), tuple(_spans(matter)))


def _words(matter: Matter, read: Deadline) -> Iterator[str]:
    if not matter.due_words:
        yield gettext("原文没有写明时限。")
        return
    values = {"words": matter.due_words, "held": _day(matter.held_on)}
    if read.base == "text":
        yield gettext("原文「%(words)s」，日期写在原文里。") % values
    elif read.base == "held_on" and matter.held_on:
        yield gettext("原文「%(words)s」，按开会日%(held)s起算。") % values
    else:
        yield gettext("原文「%(words)s」。") % values
    if read.rule is not None:
        yield _rule(read)


def _rule(read: Deadline) -> str:
    values = {
        "rule": rule_words(read.rule or "", _language()),
        "day": _day(read.date),
        "weekday": WEEKDAYS[read.date.weekday()] if read.date else "",
    }
    if read.date is None:
        return gettext("规则：%(rule)s，得不出日期，由人来定。") % values
    return gettext("规则：%(rule)s，得%(day)s，%(weekday)s。") % values


def _first_date(
    matter: Matter, read: Deadline, events: Sequence[Event], names: dict[str, str]
) -> Iterator[str]:
    original = matter.original_due_on
    if original is None or original == read.date:
        return
    assigned = next((one for one in events if one.verb == "matter.assign"), None)
    if assigned is not None and assigned.data.get("due_on") is None:
        yield from _default(matter, assigned)
        return
    if assigned is None:
        yield gettext("登记时定为%(day)s。") % {"day": _day(original)}
    else:
        values = {
            "on": day_words(assigned.at),
            "who": actor_of(assigned, names),
            "day": _day(original),
        }
        yield gettext("%(on)s交办时，%(who)s定为%(day)s。") % values
    if matter.due_rule:
        yield matter.due_rule


def _default(matter: Matter, assigned: Event) -> Iterator[str]:
    on = timezone.localdate(assigned.at)
    pack = pack_in_force(matter.jurisdiction, on)
    name: ClockName = "default_limit_major" if matter.is_major else "default_limit"
    clock = pack.clock(name)
    values = {
        "pack": _pack_name(pack),
        "anchor": gettext(ANCHORS[clock.counted_from]),
        "from": _day(_anchor(matter, clock, on)),
        "term": term_words(clock.term).said(gettext, _language()),
        "day": _day(matter.original_due_on),
    }
    yield gettext("规则包“%(pack)s”：没有写明时限的，自%(anchor)s起%(term)s。") % values
    yield gettext("自%(from)s起算，得%(day)s。") % values
    source = origin_words(clock.origin).said(gettext, _language())
    yield gettext("出处：%(source)s。") % {"source": source}


def _anchor(matter: Matter, clock: Clock, on: date) -> date:
    anchors = {"held": matter.held_on, "issued": matter.minutes.printed_on or on, "assigned": on}
    return anchors.get(clock.counted_from) or on


def _rest_day(day: date | None) -> Iterator[str]:
    if day is None:
        return
    try:
        is_rest = not is_working_day(day)
    except UnknownCalendarYear:
        yield gettext("%(year)s年的放假安排尚未公布，是不是工作日不作推算。") % {"year": day.year}
        return
    if is_rest:
        yield gettext("这一天不是工作日；时限照原文，不顺延。")


def _moves(events: Sequence[Event], names: dict[str, str]) -> Iterator[str]:
    stood: Any = None
    for event in events:
        stands = event.data.get("stands")
        if not stands:
            continue
        due = stands.get("due_on")
        if event.verb == "matter.decide_extension":
            yield _decided(event, due, names)
        elif stood and due and due != stood:
            yield _moved(event, due, names)
        stood = due


def _decided(event: Event, due: str | None, names: dict[str, str]) -> str:
    values = {
        "on": day_words(event.at),
        "who": actor_of(event, names),
        "day": _day(date.fromisoformat(due)) if due else "",
    }
    if event.data.get("decision") == "granted":
        return gettext("%(on)s，%(who)s批准延期，得%(day)s。原定日期保留。") % values
    return gettext("%(on)s，%(who)s不予延期，仍是%(day)s。") % values


def _moved(event: Event, due: str, names: dict[str, str]) -> str:
    values = {
        "on": day_words(event.at),
        "who": actor_of(event, names),
        "what": verb_label(event.verb),
        "day": _day(date.fromisoformat(due)),
    }
    return gettext("%(on)s，%(who)s%(what)s，定为%(day)s。原定日期保留。") % values


def _calendar(matter: Matter) -> str:
    day = matter.original_due_on or matter.due_on
    if day is None:
        return ""
    try:
        is_working_day(day)
    except UnknownCalendarYear as unknown:
        return str(unknown)
    return gettext("日历：国务院办公厅%(year)s年放假通知。") % {"year": day.year}


def _spans(matter: Matter) -> Iterator[str]:
    printed, held = matter.minutes.printed_on, matter.held_on
    if held and printed and (lag := working_days_between(held, printed)) is not None:
        yield gettext("开会到印发用了%(days)s个工作日。") % {"days": lag}
    due = matter.original_due_on
    if matter.signed_at and due:
        left = (due - timezone.localdate(matter.signed_at)).days
        yield gettext("签收时离原定时限还有%(days)s天。") % {"days": left}


def working_days_between(first: date, last: date) -> int | None:
    """Working days after ``first`` up to ``last``; none where a calendar is not published."""
    try:
        days = (first + ONE_DAY * step for step in range(1, (last - first).days + 1))
        return sum(is_working_day(day) for day in days)
    except UnknownCalendarYear:
        return None


def _pack_name(pack: RulePack) -> str:
    return pack.name.zh if _language() == "zh" else pack.name.en


def _language() -> Language:
    return "zh" if (get_language() or "zh").startswith("zh") else "en"


def _day(day: date | None) -> str:
    return day_words(day) if day else gettext("无")
