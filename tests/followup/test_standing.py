"""The one clock of a matter: what it says first, and in which words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import translation

from yiding.followup.models import Matter, MatterPeriod
from yiding.followup.standing import Clock, clock_in_full, clock_of
from yiding.followup.states import MAY_BE_LATE, State

TODAY = date(2026, 11, 20)
SOON_DAYS = 7


def days_from_today(days: int | None) -> date | None:
    return None if days is None else TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("due", "report_due", "expected"),
    [
        (-1, None, Clock("late", 1)),
        (-1, -40, Clock("late", 1)),  # late says more than silent
        (3, -2, Clock("silent", 2)),  # that nothing is heard says more than the days left
        (0, 0, Clock("soon", 0)),
        (SOON_DAYS, None, Clock("soon", SOON_DAYS)),
        (SOON_DAYS + 1, 5, Clock("ahead", SOON_DAYS + 1)),
        (None, -2, Clock("silent", 2)),
        (None, 2, None),
    ],
)
def test_what_the_clock_says(due: int | None, report_due: int | None, expected: Clock) -> None:
    values = {"due_on": days_from_today(due), "report_due_on": days_from_today(report_due)}
    for row in (Matter, MatterPeriod):
        assert clock_of(row(state=State.UNDER_WAY, **values), TODAY, SOON_DAYS) == expected


@pytest.mark.parametrize("state", State)
def test_which_states_have_a_clock(state: State) -> None:
    late = Matter(state=state, due_on=days_from_today(-5), report_due_on=days_from_today(-9))
    expected = Clock("late", 5) if state in MAY_BE_LATE else None
    assert clock_of(late, TODAY, SOON_DAYS) == expected


@pytest.mark.parametrize(
    ("original", "due", "words"),
    [
        (-20, -5, "逾期 5 天，比原定晚 20 天"),
        (-5, -5, "逾期 5 天"),
        (None, -5, "逾期 5 天"),
        (-20, 0, "今天到期"),
    ],
)
def test_in_full_it_stands_against_both_dates(original: int | None, due: int, words: str) -> None:
    matter = Matter(
        state=State.SUBMITTED,
        original_due_on=days_from_today(original),
        due_on=days_from_today(due),
    )
    with translation.override("zh-hans"):
        assert str(clock_in_full(matter, TODAY, SOON_DAYS)) == words
