"""Words without an end: first days, effective periods, events, budgets, vague words."""

from __future__ import annotations

from yiding.dates.answer import Answer, Asked
from yiding.dates.ends import settle

POINT = ("year", "relyear", "month", "relmonth", "quarter", "half", "relday")


# 自2025年7月1日起施行: no deadline, its first day is kept; 即日起 -> the meeting's day
def effective_from(asked: Asked) -> Answer:
    """When something begins to hold."""
    if not any(name in asked.parts for name in POINT):
        return Answer("none", "effective-from", None, asked.held_on, "held_on")
    settled = settle(asked.parts, asked.held_on)
    base = "text" if "year" in asked.parts else "held_on"
    return Answer("none", "effective-from", None, settled and settled.period.start, base)


def after_meeting(asked: Asked) -> Answer:
    """会后 without a length: it starts at the meeting and has no end."""
    return Answer("vague", "after-meeting", None, asked.held_on, "held_on")


def event(_: Asked) -> Answer:
    """Before something whose day is not known."""
    return Answer("event", "before-event", warning="以另一事项为限，事项发生之日未定。")


def budget(_: Asked) -> Answer:
    """A budget year is no deadline."""
    return Answer("event", "budget-year", warning="随预算年度安排，没有写明日期。")


def vague(_: Asked) -> Answer:
    """尽快, 适时: the word is kept, no date is invented."""
    return Answer("vague", "vague-word")


def masked(_: Asked) -> Answer:
    """x月x日前: by a day that the copy hides."""
    return Answer("by", "masked-date", base="text", warning="日期已隐去，没有写明。")


def about(_: Asked) -> Answer:
    """12月15日左右: near a day, not by it."""
    return Answer("vague", "about", warning="约数，没有确切日期。")


def effective_period(_: Asked) -> Answer:
    """How long something holds is no deadline."""
    return Answer("none", "effective-period")


def no_deadline(_: Asked) -> Answer:
    """Told, not asked for: 8月份以来, 五年前, 上月底."""
    return Answer("none", "no-deadline")
