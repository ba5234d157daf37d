"""A laboratory's result held against a limit: a number exactly, a bound where it settles it."""

from __future__ import annotations

from decimal import Decimal

from yiding.rules import Answer, Reason
from yiding.rules.answers import breached, met, undetermined
from yiding.rules.entries import Censored

UNSETTLED = "检出限高于限值或没有给出，不能断定"
UNSETTLED_EN = "the detection limit is above the limit or was not given"


def at_most(
    name: str, value: Decimal | Censored, limit: Decimal, unit: str | None, note: str = ""
) -> Answer:
    """Whether a result is at most its limit, itself included; `name` is its field."""
    if isinstance(value, Decimal):
        return (
            met(value, limit, unit, note=note)
            if value <= limit
            else breached(value, limit, unit, excess=value - limit, note=note)
        )
    if value.bound is not None and value.sign == "<" and value.bound <= limit:
        return met(str(value), limit, unit, note=note)
    if value.bound is not None and value.sign == ">" and value.bound >= limit:
        return breached(str(value), limit, unit, note=note)
    told = "；".join(one for one in (note, UNSETTLED) if one)
    return undetermined(Reason.NO_DATA, (name,), note=told, note_en=UNSETTLED_EN)


def between(
    name: str, value: Decimal | Censored, low: Decimal, high: Decimal, note: str = ""
) -> Answer:
    """Whether a result lies between two limits, both included."""
    if isinstance(value, Censored):
        return undetermined(Reason.NO_DATA, (name,), note=UNSETTLED, note_en=UNSETTLED_EN)
    if value > high:
        return breached(value, high, excess=value - high, note=note)
    if value < low:
        return breached(value, low, excess=low - value, note=note)
    return met(value, f"{low}–{high}", note=note)
