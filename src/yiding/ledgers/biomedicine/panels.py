"""What the ledger draws beside its list: the plan as a grid, the parks, the milestones in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from yiding.dates.calendar import add_months
from yiding.ledgers.biomedicine.proofs import Claim, Part, claims, is_done, parts_of
from yiding.ledgers.biomedicine.skeleton import PATHS, TASKS, code_of
from yiding.ledgers.biomedicine.suppression import Cell, Limits, Place, suppressed
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.panel import Panel, Shown, Sight, panel
from yiding.rules import Entry
from yiding.rules.finding import SEVERITY, Verdict, plain

_COUNTED = frozenset({"document", "certificate", "contract", "licence"})
_BACK, _AHEAD, _YI = 6, 6, Decimal(100_000_000)


# -- 规划 --


@dataclass(frozen=True)
class Square:
    """One path in one task: its measures, how many are done with proof, the gravest verdict."""

    path: str
    count: int
    done: int
    verdict: str
    href: str
    words: str


@dataclass(frozen=True)
class Row:
    """A task over the nine paths, and its progress in per cent beside the time's."""

    code: str
    name: str
    href: str
    lead: str
    squares: tuple[Square, ...]
    count: int
    done: int
    progress: int | None
    is_behind: bool


@panel("plan", "path", "task", "measure")
def plan_grid(sight: Sight) -> Panel | None:
    """Eleven tasks over nine paths; none where there is no measure and no task."""
    measures, tasks = sight.of_kind("measure"), sight.of_kind("task")
    if not measures and not tasks:
        return None
    spent = _time_spent(sight)
    rows = tuple(_row(code, tasks, measures, sight.on, spent) for code in TASKS)
    finished = sum(one.done for one in rows)
    context = {
        "paths": tuple(PATHS.items()),
        "rows": rows,
        "done": finished,
        "count": sum(one.count for one in rows),
        "spent": spent,
        "loose": len(measures) - sum(one.count for one in rows),
    }
    return Panel("规划进展", "The plan", "biomedicine/plan_grid.html", context)


def _time_spent(sight: Sight) -> int | None:
    """The share of the plan's time that has passed, in per cent."""
    for one in sight.of_kind("plan"):
        start: date | None = one.entry.starts_on
        end: date | None = one.entry.ends_on
        if start and end and start < end:
            passed = (min(max(sight.on, start), end) - start).days
            return round(passed * 100 / (end - start).days)
    return None


def _row(
    code: str, tasks: Sequence[Shown], measures: Sequence[Shown], on: date, spent: int | None
) -> Row:
    own = [one for one in measures if code_of(one.entry.task, TASKS) == code]
    kept = next((one for one in tasks if code_of(one.entry.code, TASKS) == code), None)
    done = sum(_is_finished(one.entry, on) for one in own)
    progress = round(done * 100 / len(own)) if own else None
    return Row(
        code=code,
        name=TASKS[code],
        href=kept.href if kept else "",
        lead=str(kept.entry.lead or "") if kept else "",
        squares=tuple(_square(path, own, on) for path in PATHS),
        count=len(own),
        done=done,
        progress=progress,
        is_behind=progress is not None and spent is not None and progress < spent,
    )


def _square(path: str, own: Sequence[Shown], on: date) -> Square:
    here = [one for one in own if code_of(one.entry.path, PATHS) == path]
    worst = max(here, key=_gravity, default=None)
    done = sum(_is_finished(one.entry, on) for one in here)
    return Square(
        path=path,
        count=len(here),
        done=done,
        verdict=_sign(worst, is_finished=done == len(here)),
        href=worst.href if worst else "",
        words="；".join(str(one.entry.name or one.entry.id) for one in here),
    )


def _sign(worst: Shown | None, *, is_finished: bool) -> str:
    """The gravest verdict; what is only worked out says nothing, unless all is finished."""
    if worst is None or worst.verdict is None:
        return ""
    is_harmless = worst.verdict in {Verdict.MET, Verdict.COMPUTED}
    return str(worst.verdict) if not is_harmless else str(Verdict.MET) if is_finished else ""


def _gravity(one: Shown) -> int:
    return -1 if one.verdict is None else SEVERITY.index(one.verdict)


def _is_finished(measure: Entry, on: date) -> bool:
    """Done, with the proof that belongs to it."""
    return is_done(measure.values, on) and all(map(_is_proved, claims(measure, on)))


def _is_proved(claim: Claim) -> bool:
    return claim.is_shown and claim.has in _COUNTED and claim.wanted in {None, claim.has}


# -- 园区 --

_MEASURED = (("output", "产值"), ("revenue", "营收"), ("rd", "研发"))


@dataclass(frozen=True)
class Amount:
    """A figure of a park in 亿元; `hidden` says why it is not shown, empty where it is."""

    told: str
    hidden: str


@dataclass(frozen=True)
class ParkRow:
    """A park with its enterprises and what they make."""

    name: str
    href: str
    is_core: bool
    is_named: bool
    count: int
    above: int
    listed: int
    amounts: tuple[Amount, ...]


@panel("park", "enterprise")
def parks(sight: Sight) -> Panel | None:
    """The parks, with the figures that would tell of one enterprise left out."""
    firms: dict[str, list[Entry]] = defaultdict(list)
    for one in sight.of_kind("enterprise"):
        firms[str(one.entry.park or "")].append(one.entry)
    known = {str(one.entry.name or one.entry.id): one for one in sight.of_kind("park")}
    if not known or not any(firms.values()):
        return None
    names = [*known, *(name for name in firms if name and name not in known)]
    hidden = {name: _hidden(names, firms, name, sight.on) for name, _ in _MEASURED}
    rows = tuple(_park_row(name, known.get(name), firms[name], hidden) for name in names)
    context = {
        "rows": rows,
        "heads": tuple(term for _, term in _MEASURED),
        "totals": tuple(_total(names, firms, field) for field, _ in _MEASURED),
        "count": sum(one.count for one in rows),
        "hides": any(amount.hidden for one in rows for amount in one.amounts),
    }
    return Panel("园区", "Parks", "biomedicine/parks.html", context)


def _limits(on: date) -> Limits:
    """The bounds in force on a day."""
    tables = ledger("biomedicine").values.tables
    found = (tables[name].find((), ("100000",), on) for name in ("fewest_units", "dominance_share"))
    fewest, share = (one[1] for one in found if one)
    return Limits(fewest, share)


def _hidden(
    names: Iterable[str], firms: dict[str, list[Entry]], field: str, on: date
) -> dict[Place, str]:
    """The parks whose figure is left out, and why: the total stands below."""
    cells = [_cell(name, field, firms[name]) for name in names]
    return suppressed([one for one in cells if one.units], _limits(on), with_totals=True)


def _cell(park: str, column: str, firms: Iterable[Entry]) -> Cell:
    told = [Decimal(one.values[column]) for one in firms if one.values.get(column) is not None]
    whole = sum(told, Decimal(0))
    share = max(told) * 100 / whole if whole else None
    return Cell(park, column, Decimal(len(told)), share, whole)


def _park_row(
    name: str, kept: Shown | None, firms: Sequence[Entry], hidden: dict[str, dict[Place, str]]
) -> ParkRow:
    return ParkRow(
        name=name,
        href=kept.href if kept else "",
        is_core=kept is not None and kept.entry.role == "core",
        is_named=kept is None or kept.entry.name is not None,
        count=len(firms),
        above=sum(bool(one.is_registered_above) for one in firms),
        listed=sum(bool(one.listed) for one in firms),
        amounts=tuple(_amount(name, field, firms, hidden[field]) for field, _ in _MEASURED),
    )


def _amount(name: str, field: str, firms: Sequence[Entry], hidden: dict[Place, str]) -> Amount:
    why = hidden.get((name, field), "")
    cell = _cell(name, field, firms)
    return Amount("" if why or not cell.units else _in_yi(cell.value), why)


def _total(names: Iterable[str], firms: dict[str, list[Entry]], field: str) -> str:
    told = (_cell(name, field, firms[name]).value or Decimal(0) for name in names)
    return _in_yi(sum(told, Decimal(0)))


def _in_yi(value: Decimal | None) -> str:
    return plain(((value or Decimal(0)) / _YI).quantize(Decimal("0.01"))) or "0"


# -- 里程碑 --


@dataclass(frozen=True)
class Mark:
    """A measure or milestone with its day and how it stands; `is_open` while it is not done."""

    day: date
    name: str
    href: str
    verdict: str
    is_open: bool


@panel("measure")
def milestones(sight: Sight) -> Panel | None:
    """What was and will be due, month by month, half a year back and half a year on."""
    first = add_months(sight.on.replace(day=1), -_BACK)
    last = add_months(sight.on.replace(day=1), _AHEAD) - timedelta(days=1)
    marks = sorted(
        (mark for one in sight.of_kind("measure") for mark in _marks(one, sight.on)),
        key=lambda one: (one.day, one.name),
    )
    months: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if first <= mark.day <= last:
            months[f"{mark.day:%Y-%m}"].append(mark)
    before = [one for one in marks if one.day < first and one.is_open]
    if not months and not before:
        return None
    context = {"months": tuple(months.items()), "before": tuple(before)}
    return Panel("里程碑", "Milestones", "biomedicine/milestones.html", context)


def _marks(one: Shown, on: date) -> Iterator[Mark]:
    for part in (one.entry.values, *parts_of(one.entry)):
        if part.get("due_on") is not None:
            own = str(one.entry.name or one.entry.id)
            name = own if part is one.entry.values else f"{own}：{part.get('name') or ''}"
            is_open = not is_done(part, on)
            yield Mark(part["due_on"], name, one.href, _standing(part, on), is_open)


def _standing(part: Part, on: date) -> str:
    """Met in time, met late or not at all, still to come, or done nobody knows when."""
    due, done = part["due_on"], part.get("done_on")
    if is_done(part, on) and done is None and due < on:
        return str(Verdict.UNDETERMINED)
    if is_done(part, on):
        return str(Verdict.OVERDUE if done is not None and done > due else Verdict.MET)
    return str(Verdict.OVERDUE if due < on else Verdict.DUE)
