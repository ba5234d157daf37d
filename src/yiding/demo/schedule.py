"""When the executive meeting sits in a year, when its minutes are printed, and what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from yiding.dates.calendar import UnknownCalendarYear, is_working_day
from yiding.demo.agenda import AgendaSubject, subjects

MEETINGS = 24
# where the demo's year ends in the newest published one, with days left for the clocks that run
_LAST = (11, 20)
# from the newest meeting to the day of the demo, and from one meeting to the next
_NEWEST, _BETWEEN = 14, 15.5
_ORDER = {"传达": 0, "审议": 1, "听取": 2, "研究": 3, "通报": 4, "学习": 5}
_FIRST_SESSION, _FIRST_SERIAL = 45, 22


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting: its session, the days of its minutes, and the subjects on its agenda."""

    session: int
    serial: int
    held_on: date
    compiled_on: date
    printed_on: date
    subjects: tuple[AgendaSubject, ...]


def sittings(seed: int, today: date) -> tuple[Sitting, ...]:
    """The meetings of the year before ``today``, oldest first.

    Raises UnknownCalendarYear where the year has no published working days.
    """
    rng = Random(f"sittings {seed}")  # noqa: S311
    days = [_held_on(today, back) for back in reversed(range(MEETINGS))]
    printed = [_printed_on(day, today, rng) for day in days]
    serials = _serials(printed)
    agendas = _agendas(days, rng)
    return tuple(
        Sitting(
            session=_FIRST_SESSION + no,
            serial=serials[no],
            held_on=day,
            compiled_on=working_day_before(printed[no] - timedelta(days=2)),
            printed_on=printed[no],
            subjects=agendas[no],
        )
        for no, day in enumerate(days)
    )


def newest_day(today: date) -> date:
    """The day itself where its working days are published; else late in the last such year."""
    year = today.year
    while not _is_published(year):
        year -= 1
    return today if year == today.year else date(year, *_LAST)


def _is_published(year: int) -> bool:
    try:
        is_working_day(date(year, 1, 1))
    except UnknownCalendarYear:
        return False
    return True


def working_day_before(day: date) -> date:
    """The day itself where it is a working day, else the last one before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def _held_on(today: date, back: int) -> date:
    day = today - timedelta(days=round(_NEWEST + back * _BETWEEN))
    while not is_working_day(day) or day.weekday() >= 5:
        day -= timedelta(days=1)
    return day


def _printed_on(held_on: date, today: date, rng: Random) -> date:
    """5 to 20 days after the meeting, and a few days before the day of the demo."""
    latest = min(held_on + timedelta(days=rng.randint(7, 20)), today - timedelta(days=3))
    return working_day_before(latest)


def _serials(printed: list[date]) -> list[int]:
    """文号: they run through the year of printing and begin anew with the next one."""
    serials: list[int] = []
    for no, day in enumerate(printed):
        is_new = no > 0 and day.year > printed[no - 1].year
        serials.append(_FIRST_SERIAL if no == 0 else 1 if is_new else serials[-1] + 1)
    return serials


def _agendas(days: list[date], rng: Random) -> list[tuple[AgendaSubject, ...]]:
    taken: dict[str, list[date]] = {}
    return [_agenda(day, taken, rng) for day in days]


def _agenda(held_on: date, taken: dict[str, list[date]], rng: Random) -> tuple[AgendaSubject, ...]:
    """6 to 10 subjects of the season, no two from the same unit where it can be helped."""
    chosen: list[AgendaSubject] = []
    for _ in range(rng.choice((6, 7, 7, 8, 8, 8, 9, 9, 10))):
        open_ones = [each for each in subjects() if _may_come(each, held_on, taken, chosen)]
        if open_ones:
            best = max(open_ones, key=lambda each: _urgency(each, chosen, rng))
            taken.setdefault(best.slug, []).append(held_on)
            chosen.append(best)
    return tuple(sorted(chosen, key=lambda each: _ORDER[each.mode]))


def _may_come(
    subject: AgendaSubject,
    held_on: date,
    taken: dict[str, list[date]],
    chosen: list[AgendaSubject],
) -> bool:
    before = taken.get(subject.slug, [])
    rested = not before or (held_on - before[-1]).days >= 300 // (subject.times + 1)
    return (
        subject not in chosen
        and held_on.month in subject.months
        and len(before) < subject.times
        and rested
    )


def _urgency(subject: AgendaSubject, chosen: list[AgendaSubject], rng: Random) -> float:
    """What is in season or comes often goes first; a unit or an area is not heard all day."""
    season = (12 - len(subject.months)) / 24
    same_unit = sum(each.unit == subject.unit for each in chosen)
    same_area = sum(each.slug.split("-")[0] == subject.slug.split("-")[0] for each in chosen)
    same_mode = sum(each.mode == subject.mode for each in chosen)
    weight = season + subject.times / 8 - same_unit - same_area / 4 - same_mode / 8
    return rng.random() + weight
