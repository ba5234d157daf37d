"""Due days and permits, against walking the calendar a day at a time."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ledgers.inspections.trying import of, say, seeded

DAY = timedelta(days=1)
DATES = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def walked(first: date, last: date) -> int:
    """How many midnights lie between two days, counted one by one."""
    count = 0
    while first < last:
        first, count = first + DAY, count + 1
    return count


@seeded
@given(DATES, st.integers(-40, 40))
def test_an_open_finding_is_late_by_the_days_after_its_due_day(due: date, distance: int) -> None:
    """The due day itself is not late."""
    on = due + timedelta(days=distance)
    found = say("closed-by-due-day", [of("finding", due=due.isoformat())], on)
    assert found
    assert found["verdict"] == ("overdue" if on > due else "due")
    assert (found["days"] or 0) == walked(due, on)


@seeded
@given(DATES, st.integers(0, 40), st.integers(0, 40))
def test_a_finding_closed_in_time_never_becomes_late(due: date, early: int, later: int) -> None:
    """However long ago it was."""
    closed = due - timedelta(days=early)
    proof = {"rectifier": "张三", "verifier": "李四", "result": "通过", "evidence": "照片"}
    entry = of(
        "finding",
        due=due.isoformat(),
        finished_at=closed.isoformat(),
        verified_at=closed.isoformat(),
        **proof,
    )
    found = say("closed-by-due-day", [entry], due + timedelta(days=later))
    assert found
    assert found["verdict"] == "met"


def three_months_before(expiry: date) -> date:
    """Walk back through three month ends; then the same day, or the last the month has."""
    first = expiry.replace(day=1)
    for _ in range(3):
        first = (first - DAY).replace(day=1)
    return first.replace(day=min(expiry.day, monthrange(first.year, first.month)[1]))


@seeded
@given(DATES, st.integers(-100, 100))
def test_an_extension_is_in_time_up_to_three_months_before(expiry: date, distance: int) -> None:
    """By the calendar, the last day included."""
    last = three_months_before(expiry)
    asked = last + timedelta(days=distance)
    entry = of("permit", expires_on=expiry.isoformat(), asked_on=asked.isoformat())
    found = say("extension-asked-in-time", [entry], expiry + timedelta(days=400))
    assert found
    assert found["due_on"] == last.isoformat()
    assert found["verdict"] == ("met" if asked <= last else "overdue")
    assert (found["days"] or 0) == walked(last, asked)


@seeded
@given(DATES.filter(lambda one: one.year >= 2019), st.integers(0, 500))
def test_half_a_year_after_a_drill_the_next_is_late(last: date, passed: int) -> None:
    """Six month ends on, the same day or the last the month has."""
    on = max(last + timedelta(days=passed), date(2019, 4, 1))
    first = last.replace(day=1)
    for _ in range(6):
        first = (first + timedelta(days=31)).replace(day=1)
    due = first.replace(day=min(last.day, monthrange(first.year, first.month)[1]))
    entry = of("drill", unit_type="人员密集场所", last_drill_on=last.isoformat())
    found = say("drilled-in-time", [entry], on)
    assert found
    assert found["verdict"] == ("overdue" if on > due else "met")
    assert (found["days"] or 0) == walked(due, on)


@seeded
@given(st.integers(0, 3000))
def test_power_may_be_cut_exactly_a_day_after_the_notice(minutes: int) -> None:
    """24 hours are enough, a minute less is not."""
    hours, rest = divmod(minutes, 60)
    cut = date(2023, 5, 1) + timedelta(days=hours // 24)
    entry = of(
        "enforcement",
        type="power_cut",
        notice_at="2023-05-01 00:00",
        cut_at=f"{cut.isoformat()} {hours % 24:02}:{rest:02}",
    )
    found = say("power-cut-noticed", [entry], date(2023, 6, 1))
    assert found
    assert found["verdict"] == ("met" if minutes >= 24 * 60 else "breached")
