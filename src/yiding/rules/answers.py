"""The answers a rule that runs entry by entry may give, one constructor each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yiding.rules.finding import Answer, Reason, Verdict

Number = Decimal | int | str


def _exact(number: Number | None) -> Decimal | str | None:
    return Decimal(number) if isinstance(number, int) else number


def met(
    measured: Number | None = None,
    limit: Number | None = None,
    unit: str | None = None,
    *,
    note: str = "",
    note_en: str = "",
) -> Answer:
    """The rule holds."""
    return Answer(
        Verdict.MET, None, _exact(measured), _exact(limit), unit, note=note, note_en=note_en
    )


def breached(  # noqa: PLR0913 - one parameter a figure
    measured: Number | None = None,
    limit: Number | None = None,
    unit: str | None = None,
    *,
    excess: Decimal | int | None = None,
    missing: tuple[str, ...] = (),
    label: str | None = None,
    note: str = "",
    note_en: str = "",
) -> Answer:
    """The rule does not hold; `excess` or `missing` says by how much or what."""
    return Answer(
        Verdict.BREACHED,
        None,
        _exact(measured),
        _exact(limit),
        unit,
        excess=None if excess is None else Decimal(excess),
        missing=missing,
        label=label,
        note=note,
        note_en=note_en,
    )


def due(due_on: date, *, note: str = "", note_en: str = "") -> Answer:
    """Not yet, with the last day."""
    return Answer(Verdict.DUE, due_on=due_on, note=note, note_en=note_en)


def overdue(days: int, due_on: date, *, note: str = "", note_en: str = "") -> Answer:
    """Late by `days` calendar days, done or not."""
    return Answer(Verdict.OVERDUE, days=days, due_on=due_on, note=note, note_en=note_en)


def undetermined(
    reason: Reason, missing: tuple[str, ...] = (), *, note: str = "", note_en: str = ""
) -> Answer:
    """No verdict, and why."""
    return Answer(Verdict.UNDETERMINED, reason, missing=missing, note=note, note_en=note_en)


def computed(
    value: Number | None,
    label: str | None = None,
    unit: str | None = None,
    *,
    note: str = "",
    note_en: str = "",
) -> Answer:
    """A grade, class, index or amount: the number in `value`, the Chinese term in `label`."""
    return Answer(
        Verdict.COMPUTED, unit=unit, value=_exact(value), label=label, note=note, note_en=note_en
    )


def by_day(due_on: date, done_on: date | None, on: date) -> Answer:
    """Met when done by the due day, itself included; due until then; overdue after it."""
    if done_on is not None and done_on <= on:
        late = (done_on - due_on).days
        return overdue(late, due_on) if late > 0 else Answer(Verdict.MET, due_on=due_on)
    late = (on - due_on).days
    return overdue(late, due_on) if late > 0 else due(due_on)
