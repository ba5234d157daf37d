"""A unit's desk: what to do today, its lists, its rates, and how much is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.board import Board
from yiding.followup.counts import Promises, promises_by_month
from yiding.followup.listing import Listing
from yiding.followup.matter_filter import ASSIST_OPEN, MatterFilter
from yiding.followup.models import Conclusion, Extension, InboxItem, Part, Slip
from yiding.followup.periods import end_of_day
from yiding.followup.states import State
from yiding.followup.wording import listed
from yiding.registry.models import Account, Unit
from yiding.registry.roles import OF_A_UNIT
from yiding.registry.written import written
from yiding.web.matter.addresses import act_href
from yiding.web.matters.forms import KIND_WORDS
from yiding.web.matters.links import list_href
from yiding.web.matters.rows import matter_of, matter_rows
from yiding.web.overview.contexts import pair_of
from yiding.web.parts import MatterRow, MatterTable, Pair, View
from yiding.web.parts.formats import number

ROWS, TASKS = 20, 30
KINDS = dict(KIND_WORDS)


@dataclass(frozen=True)
class Task:
    """今天要做的一件: what to do, by when, with whom, what counts, and what was missing."""

    matter: Any
    verb: str
    href: str
    row: MatterRow
    units: str
    closing: Any
    last_refusal: str


@dataclass(frozen=True)
class DeskPage:
    """A unit's desk."""

    title: str
    board: Board
    unit: Unit
    tasks: list[Task]
    more: int
    slips: list[Slip]
    answers: list[Extension]
    views: list[View]
    table: MatterTable
    list_href: str
    pair: Pair | None
    asked_this_week: int
    asked_last_week: int
    joined_this_week: int
    is_own: bool


@dataclass(frozen=True)
class UnitLine:
    """One unit in the list of units."""

    unit: Unit
    open: int
    overdue: int
    silent: int
    open_href: str
    overdue_href: str
    silent_href: str


def desk_page(board: Board, unit: Unit) -> DeskPage:
    """The desk of a unit, for its own people or for somebody who looks at it."""
    is_own = board.account.role in OF_A_UNIT
    own = board if is_own else replace(board, looked_at=unit)
    code = "" if is_own else unit.code
    open_ = MatterFilter(unit=code, clock="open")
    found, count, late = _found(own)
    slips = _slips(own, unit)
    rows = Listing(board, open_).rows(0, ROWS)
    asked, matters = _asked(own, unit, 0)
    return DeskPage(
        title=_title(count + len(slips), late),
        board=board,
        unit=unit,
        tasks=_tasks(own, found[:TASKS]),
        more=max(count - TASKS, 0),
        slips=slips,
        answers=_answers(own, unit),
        views=_views(board, code),
        table=MatterTable(gettext("没有核实的事项"), matter_rows(rows, board), board.on),
        list_href=list_href(board, open_),
        pair=pair_of(board, sum(promises_by_month(own, own.on.year).values(), Promises()), code),
        asked_this_week=asked,
        asked_last_week=_asked(own, unit, 1)[0],
        joined_this_week=asked - matters,
        is_own=is_own,
    )


def unit_lines(board: Board) -> list[UnitLine]:
    """Every unit in force with what it has open, overdue and silent."""
    on = board.on
    counted = board.every().open().order_by().values("lead")
    silent = Q(state=State.UNDER_WAY, report_due_on__lt=on)
    found = counted.annotate(
        open=Count("pk"),
        overdue=Count("pk", filter=Q(clock_on__lt=on)),
        silent=Count("pk", filter=silent),
    )
    by_unit = {row["lead"]: row for row in found}
    units: Any = Unit.objects.filter(jurisdiction=board.jurisdiction).in_force(on)
    return [_unit_line(board, unit, by_unit.get(unit.pk, {})) for unit in units]


#: What a unit does about each kind of wait: the act, and the word on its button.
_ACTS = {
    "sign": ("sign", _("签收")),
    "sent_back": ("submit", _("补齐再报")),
    "report": ("report", _("反馈")),
    "part": ("complete_part", _("办结配合任务")),
}


def _found(board: Board) -> tuple[list[tuple[str, Any]], int, int]:
    """What waits for the unit, each matter once, what falls due first of each kind first."""
    found: dict[int, tuple[str, Any]] = {}
    for slug in _ACTS:
        for row in Listing(board, MatterFilter(wait=slug)).rows(0, TASKS * 4):
            found.setdefault(matter_of(row).pk, (slug, row))
    late = sum(bool(row.clock_on and row.clock_on < board.on) for _slug, row in found.values())
    return list(found.values()), len(found), late


def _tasks(board: Board, found: list[tuple[str, Any]]) -> list[Task]:
    held = [row for _slug, row in found]
    rows = matter_rows(held, board)
    matters = [matter_of(row) for row in held]
    keys = [matter.pk for matter in matters]
    refusals: dict[int, str] = dict(_refusals.of(keys, board.before))
    parts: dict[int, list[str]] = {}
    for matter, short_name, name in _assisting.of(keys):
        parts.setdefault(matter, []).append(short_name or name)
    return [
        Task(
            matter,
            str(_ACTS[slug][1]),
            act_href(matter.address, _ACTS[slug][0]) if _may_act(board) else row.href,
            row,
            listed([row.lead, *parts.get(matter.pk, [])]),
            KINDS.get(matter.closing_kind, ""),
            refusals.get(matter.pk, ""),
        )
        for (slug, _row), matter, row in zip(found, matters, rows, strict=True)
    ]


def _may_act(board: Board) -> bool:
    return board.account.role in OF_A_UNIT and not board.is_past


@written
def _assisting(keys: tuple[int, ...]) -> Any:
    """The units that assist, by their names."""
    parts = Part.objects.filter(matter__in=keys).order_by("pk")
    return parts.values_list("matter", "unit__short_name", "unit__name")


@written
def _refusals(keys: tuple[int, ...], before: datetime | None) -> Any:
    """The words with which each was sent back, the last last."""
    sent_back = Conclusion.objects.filter(matter__in=keys, kind=Conclusion.Kind.SEND_BACK)
    sent_back = sent_back.filter(at__lt=before) if before else sent_back
    return sent_back.order_by("at", "pk").values_list("matter", "words")


def _slips(board: Board, unit: Unit) -> list[Slip]:
    """The slips that wait for a receipt or an answer."""
    waiting = Q(received_at__isnull=True) | Q(answered_at__isnull=True, reply_by_on__isnull=False)
    slips = Slip.objects.filter(
        waiting, unit=unit, withdrawn_at__isnull=True, matter__clock_on__isnull=False
    )
    if board.is_past:
        slips = slips.filter(issued_at__lt=board.before)
    return list(slips.order_by("issued_at")[:ROWS])


def _answers(board: Board, unit: Unit) -> list[Extension]:
    """What was said in a week to the unit's applications for more time."""
    since, until = end_of_day(board.on - timedelta(days=8)), end_of_day(board.on)
    decided = Extension.objects.exclude(decision=Extension.Decision.PENDING)
    own = decided.filter(matter__lead=unit, decided_at__range=(since, until))
    return list(own.select_related("matter").order_by("-decided_at")[:ROWS])


def _asked(board: Board, unit: Unit, weeks_ago: int) -> tuple[int, int]:
    """How often something was asked of the unit in a week, and about how many matters."""
    monday = board.on - timedelta(days=board.on.weekday() + 7 * weeks_ago)
    start, end = end_of_day(monday - timedelta(days=1)), end_of_day(monday + timedelta(days=6))
    found = _asks(unit.pk, start, end)
    return (found[0][0], found[0][1]) if found else (0, 0)


@written
def _asks(unit: int, start: datetime, end: datetime) -> Any:
    people = Account.objects.filter(unit=unit, role__in=sorted(OF_A_UNIT))
    asks = InboxItem.objects.filter(
        account__in=people, must_act=True, sent_at__gte=start, sent_at__lt=end
    )
    counts = {"n": Count("event", distinct=True), "subjects": Count("subject", distinct=True)}
    return asks.order_by().values("must_act").annotate(**counts).values_list(*counts)


def _title(count: int, late: int) -> str:
    if not count:
        return gettext("今天没有要办的事。")
    words = ngettext("今天有 %(count)s 件事要办", "今天有 %(count)s 件事要办", count)
    said = words % {"count": number(count)}
    if not late:
        return said + gettext("，") + gettext("没有逾期的。")
    tail = ngettext("%(late)s 件已经逾期", "%(late)s 件已经逾期", late)
    return said + gettext("，") + tail % {"late": number(late)} + gettext("。")


def _views(board: Board, code: str) -> list[View]:
    asked = (
        (_("没有核实的"), MatterFilter(unit=code, clock="open")),
        (_("逾期"), MatterFilter(unit=code, clock="overdue")),
        (_("十日内到期"), MatterFilter(unit=code, clock="due_soon")),
        (_("待签收"), MatterFilter(unit=code, state="assigned")),
        (_("待核查"), MatterFilter(unit=code, state="submitted")),
        (_("沉默"), MatterFilter(unit=code, clock="silent")),
        (_("配合没有办结的"), MatterFilter(unit=code, bearing=ASSIST_OPEN)),
    )
    return [
        View(words, list_href(board, one), Listing(board, one).count(), is_current=not at)
        for at, (words, one) in enumerate(asked)
    ]


def _unit_line(board: Board, unit: Unit, row: dict[str, int]) -> UnitLine:
    def href(clock: str) -> str:
        return list_href(board, MatterFilter(unit=unit.code, clock=clock))

    return UnitLine(
        unit,
        row.get("open", 0),
        row.get("overdue", 0),
        row.get("silent", 0),
        href("open"),
        href("overdue"),
        href("silent"),
    )
