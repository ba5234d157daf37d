"""A laboratory's result held against a limit: a number exactly, a bound where it settles it."""

from __future__ import annotations

from decimal import Decimal

from yiding.rules import Answer, Reason
from yiding.rules.answers import breached, met, undetermined
from yiding.rules.entries import Censored

UNSETTLED = "检出限高于限值或没有给出，不能断定"
UNSETTLED_EN = "the detection limit is above the limit or was not given"


def at_most(
    name: str,
    value: Decimal | Censored,
    limit: Decimal,
    unit: str | None,
    told: tuple[str, str] = ("", ""),
) -> Answer:
    """Whether a result is at most its limit, itself included; `name` is its field.

    `told` is a further word for the message, in Chinese and English.
    """
    note, note_en = told
    if isinstance(value, Decimal):
        if value <= limit:
            return met(value, limit, unit, note=note, note_en=note_en)
        excess = value - limit
        return breached(value, limit, unit, excess=excess, note=note, note_en=note_en)
    if value.bound is not None and value.sign == "<" and value.bound <= limit:
        return met(str(value), limit, unit, note=note, note_en=note_en)
    if value.bound is not None and value.sign == ">" and value.bound >= limit:
        return breached(str(value), limit, unit, note=note, note_en=note_en)
    return _unsettled(name, told)


def _unsettled(name: str, told: tuple[str, str] = ("", "")) -> Answer:
    word, word_en = told
    note = f"{word}；{UNSETTLED}" if word else UNSETTLED
    note_en = f"{word_en}, {UNSETTLED_EN}" if word_en else UNSETTLED_EN
    return undetermined(Reason.NO_DATA, (name,), note=note, note_en=note_en)


def between(name: str, value: Decimal | Censored, low: Decimal, high: Decimal) -> Answer:
    """Whether a result lies between two limits, both included."""
    if isinstance(value, Censored):
        return _unsettled(name)
    if value > high:
        return breached(value, high, excess=value - high)
    if value < low:
        return breached(value, low, excess=low - value)
    return met(value, f"{low}–{high}")
