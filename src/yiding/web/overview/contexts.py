"""What the overview shows: what waits for this person, and the year's account of everybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.board import Board
from yiding.followup.counted import waiting
from yiding.followup.counts import (
    Promises,
    SilentUnit,
    YearSum,
    promises_by_month,
    silent_units,
    year_sum,
)
from yiding.followup.lag import Lag, issued_in, minutes_lags
from yiding.followup.listing import Listing
from yiding.followup.matter_filter import MatterFilter
from yiding.followup.models import Minutes
from yiding.followup.proving import disagreeing
from yiding.followup.states import State
from yiding.followup.waits import WAITS, waits_of
from yiding.registry.roles import SUPERVISION, Role
from yiding.registry.written import written
from yiding.web.matters.contexts import saved_views
from yiding.web.matters.forms import DONE_STATES, SUSPENDED_OR_CHANGED
from yiding.web.matters.links import list_href
from yiding.web.matters.rows import matter_rows
from yiding.web.parts import Act, Bar, Columns, MatterTable, Pair, Ratio, Series, Share, Total, View
from yiding.web.parts.formats import number, percent
from yiding.web.proofs.contexts import ProofRow, row_of

ROWS, PAPERS, UNITS, DISAGREE = 14, 4, 3, 4

#: The states of the year's sum: colour, words, and which states they take together.
SHARES: tuple[tuple[str, Any, str], ...] = (
    ("closed", _("已销号"), DONE_STATES),
    ("closed", _("已核查待销号"), "verified"),
    ("standing", _("长期坚持"), "standing"),
    ("submitted", _("待核查"), "submitted"),
    ("under-way", _("办理中"), "under_way"),
    ("assigned", _("待签收"), "assigned"),
    ("assigned", _("职责异议"), "objected"),
    ("hair", _("复核中"), "reviewing"),
    ("hair", _("中止或变更"), SUSPENDED_OR_CHANGED),
    ("hair", _("拟分解"), "proposed"),
)


@dataclass(frozen=True)
class Todo:
    """等您办: how many of a kind wait, how many of them are late, and where they are."""

    count: int
    late: int
    words: str
    note: str
    href: str
    verb: str
    slug: str = ""


@dataclass(frozen=True)
class OverviewPage:
    """The overview."""

    title: str
    board: Board
    todo: list[tuple[int, str, str, str, str]]
    due_note: str
    due_href: str
    views: list[View]
    table: MatterTable
    total: Total
    bar: Bar
    sum_note: str
    pair: Pair | None
    columns: Columns | None
    columns_note: str
    lags: list[Lag]
    silent: list[tuple[SilentUnit, int, str]]
    silent_rest: tuple[int, int, int] | None
    silent_count: int
    silent_href: str
    disagreeing: list[ProofRow]
    disagreeing_count: int
    acts: list[Act]


def overview_page(board: Board) -> OverviewPage:
    """Everything the page shows, each number by the query of its list."""
    todo = todo_of(board)
    due = MatterFilter(clock="late_or_soon")
    known = {MatterFilter(wait=one.slug): one.count for one in todo if one.slug in WAITS}
    known |= {MatterFilter(state="submitted"): one.count for one in todo if one.slug == "verify"}
    silent = silent_units(board, UNITS)
    known[MatterFilter(clock="silent")] = sum(one.count for one in silent)
    views = saved_views(board, due, known)
    due_count = next((view.count for view in views if view.is_current), None) or 0
    table = MatterTable(
        gettext("十日内到期和已经逾期的事项"),
        matter_rows(Listing(board, due).rows(0, ROWS), board),
        board.on,
    )
    sums = year_sum(board, board.on.year)
    months = promises_by_month(board, board.on.year)
    return OverviewPage(
        title=title_of(todo),
        board=board,
        todo=[(one.count, one.words, one.note, one.href, one.verb) for one in todo],
        due_note=_due_note(due_count, len(table.rows)),
        due_href=list_href(board, due),
        views=views,
        table=table,
        total=total_of(sums),
        bar=bar_of(board, sums),
        sum_note=_meetings(issued_in(board, board.on.year)),
        pair=pair_of(board, sum(months.values(), Promises())),
        columns=columns_of(board, months),
        columns_note=_columns_note(board.on),
        lags=minutes_lags(board, PAPERS),
        silent=[_silent_row(board, one) for one in silent[:UNITS]],
        silent_rest=_rest(board, silent[UNITS:]),
        silent_count=sum(one.count for one in silent),
        silent_href=list_href(board, MatterFilter(clock="silent")),
        **_disagreeing(board),
        acts=_acts(board, todo),
    )


def _disagreeing(board: Board) -> dict[str, Any]:
    """Reported done, and the ledger disagrees: only today's, for who sees the whole city."""
    if not board.is_whole or not _disagrees(board.jurisdiction.pk):
        return {"disagreeing": [], "disagreeing_count": 0}
    rows = [row_of(one) for one in disagreeing(board.jurisdiction.pk)[: DISAGREE + 1]]
    count = len(rows) if len(rows) <= DISAGREE else disagreeing(board.jurisdiction.pk).count()
    return {"disagreeing": rows[:DISAGREE], "disagreeing_count": count}


@written
def _disagrees(place: int) -> Any:
    return disagreeing(place).order_by().values_list("pk")[:1]


def todo_of(board: Board) -> list[Todo]:
    """What waits for this account, empty kinds left out."""
    found = [_matter_todo(board, slug, *n) for slug, n in waiting(board, waits_of(board)).items()]
    return [one for one in (*found, *_paper_todo(board)) if one.count]


def title_of(todo: list[Todo]) -> str:
    """「今天有 9 件事等您办，4 件已经逾期。」."""
    count, late = sum(one.count for one in todo), sum(one.late for one in todo)
    if not count:
        return gettext("今天没有事等您办。")
    words = ngettext("今天有 %(count)s 件事等您办", "今天有 %(count)s 件事等您办", count)
    said = words % {"count": number(count)}
    if not late:
        return said + gettext("，") + gettext("没有逾期的。")
    tail = ngettext("%(late)s 件已经逾期", "%(late)s 件已经逾期", late)
    return said + gettext("，") + tail % {"late": number(late)} + gettext("。")


def total_of(sums: YearSum) -> Total:
    """The loud number: how many, and how many of them are proved done."""
    done = sums.of(State.CLOSED, State.VERIFIED, State.ARCHIVED)
    words = ngettext("%(done)s 件已核实", "%(done)s 件已核实", done) % {"done": number(done)}
    return Total(number(sums.total), gettext("件，"), words)


def bar_of(board: Board, sums: YearSum) -> Bar:
    """The year's sum in its states, checked against the matters themselves."""
    year = str(board.on.year)
    shares = [
        Share(
            tone,
            words,
            sums.of(*states.split(",")),
            list_href(board, MatterFilter(state=states, year=year)),
        )
        for tone, words, states in SHARES
    ]
    shown = tuple(share for share in shares if share.count)
    return Bar(shown, gettext("各状态占比，数值见下表。"), sums.counted)


def pair_of(board: Board, year: Promises, unit: str = "") -> Pair | None:
    """Both on-time rates, never one alone."""
    if not year.matured:
        return None
    asked = MatterFilter(unit=unit, due=str(board.on.year))
    original = list_href(board, replace(asked, outcome="original"))
    within_due = list_href(board, replace(asked, outcome="within_due"))
    return Pair(
        _ratio(year.original, year.matured, gettext("按原定时限"), original),
        _ratio(year.within_due, year.matured_now, gettext("按延期后时限"), within_due),
    )


def columns_of(board: Board, months: dict[str, Promises]) -> Columns | None:
    """The promises of the year by month, on their table."""
    if not months:
        return None
    series = (
        ("closed", _("按原定核实"), "original", "original"),
        ("standing", _("延后核实"), "delayed", "delayed"),
        ("soon", _("已批延期未到期"), "extended", "extended"),
        ("late", _("逾期"), "overdue", "overdue"),
    )
    return Columns(
        # gettext: letters of Django's date filter
        tuple(date_format(date.fromisoformat(f"{month}-01"), gettext("n月")) for month in months),
        tuple(
            Series(
                tone,
                words,
                tuple(getattr(one, name) for one in months.values()),
                tuple(
                    list_href(board, MatterFilter(due=month, outcome=outcome)) for month in months
                ),
            )
            for tone, words, name, outcome in series
        ),
        gettext("按原定时限到期月份统计的事项，数值见下表。"),
        gettext("件"),
        gettext("到期"),
        gettext("合计"),
    )


def _matter_todo(board: Board, slug: str, count: int, late: int) -> Todo:
    wait = WAITS[slug]
    note = ngettext("%(late)s 件已经逾期。", "%(late)s 件已经逾期。", late)
    return Todo(
        count,
        late,
        str(wait.words),
        note % {"late": number(late)} if late else "",
        list_href(board, MatterFilter(wait=slug)),
        str(wait.verb),
        slug,
    )


def _paper_todo(board: Board) -> list[Todo]:
    """The papers that wait: to be read by the office, to be signed by the secretary-general."""
    role = board.account.role
    states = {
        Minutes.State.REVIEWING: (SUPERVISION, _("份纪要没有审读完。"), _("去审读")),
        Minutes.State.SUBMITTED: ({Role.SECRETARY_GENERAL}, _("份纪要待审签。"), _("去审签")),
    }
    mine = {state: words for state, (roles, *words) in states.items() if role in roles}
    if not mine or board.is_past:
        return []
    found: dict[str, int] = dict(_papers(board.jurisdiction.pk, tuple(mine)))
    return [
        Todo(found.get(state, 0), 0, str(words), "", f"/minutes/?state={state}", str(verb), state)
        for state, (words, verb) in mine.items()
    ]


@written
def _papers(place: int, states: tuple[str, ...]) -> Any:
    """How many papers are in each of some states."""
    papers = Minutes.objects.filter(jurisdiction=place, state__in=states).order_by()
    return papers.values("state").annotate(n=Count("*")).values_list("state", "n")


def _ratio(good: int, whole: int, words: str, href: str) -> Ratio:
    note = gettext("%(good)s / %(whole)s 件") % {"good": number(good), "whole": number(whole)}
    return Ratio(percent(good / whole if whole else None), words, note, href)


def _silent_row(board: Board, one: SilentUnit) -> tuple[SilentUnit, int, str]:
    asked = MatterFilter(unit=one.code, clock="silent")
    return one, (board.on - one.since).days, list_href(board, asked)


def _rest(board: Board, units: list[SilentUnit]) -> tuple[int, int, int] | None:
    if not units:
        return None
    longest = max((board.on - one.since).days for one in units)
    return len(units), sum(one.count for one in units), longest


def _due_note(count: int, shown: int) -> str:
    if count <= shown:
        return ngettext("%(count)s 件", "%(count)s 件", count) % {"count": number(count)}
    return gettext("%(count)s 件，先列到期最早的 %(shown)s 件") % {
        "count": number(count),
        "shown": shown,
    }


def _meetings(count: int) -> str:
    words = ngettext("%(count)s 份纪要已印发", "%(count)s 份纪要已印发", count)
    return words % {"count": number(count)}


def _columns_note(on: date) -> str:
    day = date_format(on, gettext("n月j日"))
    return gettext("计到%(day)s前。延期不移动原定时限；按核实之日计算。") % {"day": day}


def _acts(board: Board, todo: list[Todo]) -> list[Act]:
    if board.account.role not in SUPERVISION or board.is_past:
        return []
    if not any(one.slug == Minutes.State.REVIEWING for one in todo):
        return [Act(gettext("导入纪要"), "first", href="/minutes/")]
    found = _last_reviewing(board.jurisdiction.pk)
    if not found:
        return [Act(gettext("导入纪要"), "first", href="/minutes/")]
    address, number_ = found[0]
    words = gettext("继续审读%(paper)s") % {"paper": number_ or address}
    return [Act(words, "first", href=f"/minutes/{address}/review/")]


@written
def _last_reviewing(place: int) -> Any:
    papers = Minutes.objects.filter(jurisdiction=place, state=Minutes.State.REVIEWING)
    return papers.order_by("-imported_at").values_list("address", "number")[:1]
