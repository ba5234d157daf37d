"""How far the works of a community are: its own days, else those of its projects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yiding.ledgers.renewal.choices import ASIDE, STAGES
from yiding.rules.entries import Entry
from yiding.rules.finding import plain


@dataclass(frozen=True)
class WorksTold:
    """施工: what was planned, what came about by the day, and who builds."""

    planned_start: date | None
    planned_finish: date | None
    started_on: date | None
    finished_on: date | None
    accepted_on: date | None
    progress: str
    builders: tuple[str, ...]
    is_late: bool
    stage: str

    def has_reached(self, stage: str) -> bool:
        """Whether a day or the stage it stands at says so."""
        days = {"started": self.started_on, "finished": self.finished_on,
                "accepted": self.accepted_on}  # fmt: skip
        order = [one.name for one in STAGES if one.name not in ASIDE]
        is_there = self.stage in order and order.index(self.stage) >= order.index(stage)
        return days[stage] is not None or is_there


def works_of(read: Entry, projects: Sequence[Entry], on: date) -> WorksTold:
    """The days as they are known on a day."""
    bearers = (read, *projects)
    start, finish = _first(bearers, "planned_start"), _first(bearers, "planned_finish")
    began, ended, accepted = (
        _come(_first(bearers, name), on)
        for name in ("start_date", "finish_date", "acceptance_date")
    )
    is_aside = read.stage in ASIDE
    overdue = (finish is not None and on > finish and not (ended or accepted)) or (
        start is not None and on > start and not began
    )
    return WorksTold(
        planned_start=start,
        planned_finish=finish,
        started_on=began,
        finished_on=ended,
        accepted_on=accepted,
        progress=plain(read.progress) or "",
        builders=tuple(str(one.implementer) for one in projects if one.implementer),
        is_late=overdue and not is_aside,
        stage=str(read.stage or ""),
    )


def _first(bearers: Sequence[Entry], name: str) -> date | None:
    return next((one.values[name] for one in bearers if one.values.get(name) is not None), None)


def _come(day: date | None, on: date) -> date | None:
    return day if day is not None and day <= on else None
