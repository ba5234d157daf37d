"""Chinese dates and numbers, working days, deadlines."""

from yiding.dates.model import NO_DEADLINE, Deadline

__all__ = ["NO_DEADLINE", "Deadline"]
