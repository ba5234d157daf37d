"""Chinese dates and numbers, working days, deadlines."""

from yiding.dates.calendar import UnknownCalendarYear, add_working_days, is_working_day
from yiding.dates.days import FoundDate, find_dates, parse_date
from yiding.dates.explain import explain
from yiding.dates.model import NO_DEADLINE, Deadline
from yiding.dates.numerals import parse_number
from yiding.dates.read import read_deadline
from yiding.dates.resolve import deadline_of
from yiding.dates.scan import scan
from yiding.dates.timeword import TimeWord

__all__ = [
    "NO_DEADLINE",
    "Deadline",
    "FoundDate",
    "TimeWord",
    "UnknownCalendarYear",
    "add_working_days",
    "deadline_of",
    "explain",
    "find_dates",
    "is_working_day",
    "parse_date",
    "parse_number",
    "read_deadline",
    "scan",
]
