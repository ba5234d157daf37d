"""What the list of matters shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Action, actions_on
from yiding.followup.board import Board
from yiding.followup.counted import counted
from yiding.followup.listing import COUNTED, SORTS, Listing
from yiding.followup.matter_filter import ASSIST_OPEN, MatterFilter
from yiding.followup.models import Matter
from yiding.followup.waits import WAITS, waits_of
from yiding.followup.wording import listed
from yiding.web.matters.forms import FilterForm
from yiding.web.matters.links import list_href
from yiding.web.matters.rows import matter_rows
from yiding.web.parts import Head, MatterTable, Pages, View
from yiding.web.parts.formats import number

PAGE = 50

#: The saved views 视图 of who sees all, and of a unit.
VIEWS: tuple[tuple[Any, MatterFilter], ...] = (
    (_("逾期和十日内到期"), MatterFilter(clock="late_or_soon")),
    (_("逾期"), MatterFilter(clock="overdue")),
    (_("待核查"), MatterFilter(state="submitted")),
    (_("沉默"), MatterFilter(clock="silent")),
    (_("无时限"), MatterFilter(clock="undated")),
    (_("没有核实的"), MatterFilter(clock="open")),
)


@dataclass(frozen=True)
class ListPage:
    """The list: its sentence, views, filters, bulk acts, table and pages."""

    title: str
    board: Board
    views: list[View]
    form: FilterForm
    table: MatterTable
    pages: Pages
    acts: list[Action]
    xlsx_href: str
    csv_href: str
    clear_href: str
    not_understood: str
    is_empty: bool


def list_page(board: Board, data: QueryDict) -> ListPage:
    """The page that an address asks for."""
    form = FilterForm(data, board)
    asked = form.asked()
    sort = data.get("sort", "") if data.get("sort", "") in SORTS else ""
    listing = Listing(board, asked)
    count = listing.count()
    at = _page_number(data, count)
    ordered = listing.rows((at - 1) * PAGE, at * PAGE, sort)
    table = MatterTable(
        caption=gettext("议定事项"),
        rows=matter_rows(ordered, board),
        today=board.on,
        heads=_heads(board, asked, sort),
        is_chosen_from=not board.is_past and bool(bulk_acts(board)),
        form_id="bulk",
    )
    return ListPage(
        title=_title(listing, count),
        board=board,
        views=saved_views(board, asked, {asked: count}),
        form=form,
        table=table,
        pages=_pages(data, at, count),
        acts=[] if board.is_past else bulk_acts(board),
        xlsx_href=f"{list_href(board, asked).replace('/matters/', '/matters/export.xlsx', 1)}",
        csv_href=f"{list_href(board, asked).replace('/matters/', '/matters/export.csv', 1)}",
        clear_href=list_href(board, MatterFilter()),
        not_understood=listed(form.not_understood),
        is_empty=not table.rows,
    )


def count_words(count: int) -> str:
    """A count, or that it is more than was counted."""
    if count <= COUNTED:
        return number(count)
    return gettext("%(count)s 以上") % {"count": number(COUNTED)}


def saved_views(
    board: Board, current: MatterFilter, known: Mapping[MatterFilter, int]
) -> list[View]:
    """The saved views as links with their counts, first what waits for this account.

    ``known`` are counts the page has already.
    """
    waiting = [(WAITS[slug].words, MatterFilter(wait=slug)) for slug in waits_of(board)[:3]]
    if board.unit is not None:
        waiting.append((_("配合没有办结的"), MatterFilter(bearing=ASSIST_OPEN)))
    shown = [(_in_short(words), asked) for words, asked in (*waiting, *VIEWS)]
    # all that is open in a city is no task of anybody's: its list says how many, and no page waits
    told = [one for _, one in shown if not (board.is_whole and one == MatterFilter(clock="open"))]
    counts = {**counted(board, [one for one in told if one not in known]), **known}
    plain = replace(current, year="")
    return [
        View(words, list_href(board, asked), counts.get(asked), is_current=plain == asked)
        for words, asked in shown
    ]


def bulk_acts(board: Board) -> list[Action]:
    """The acts this account may do to many at once."""
    acts = (act for act in actions_on(Matter) if act.is_bulk)
    return [act for act in acts if board.account.role in act.roles]


def _in_short(words: Any) -> str:
    short = str(words).removeprefix("件").rstrip("。.")
    return short[:1].upper() + short[1:]


def _title(listing: Listing, count: int) -> str:
    if not count:
        return gettext("没有这样的事项。")
    words = ngettext("共 %(count)s 件事项", "共 %(count)s 件事项", count)
    said = words % {"count": count_words(count)}
    late = listing.count(is_late=True) if listing.asked.clock != "overdue" else 0
    if not late:
        return said + gettext("。")
    tail = ngettext("%(late)s 件已经逾期", "%(late)s 件已经逾期", late)
    return said + gettext("，") + tail % {"late": count_words(late)} + gettext("。")


def _page_number(data: QueryDict, count: int) -> int:
    given = data.get("page", "1")
    last = max((min(count, COUNTED) + PAGE - 1) // PAGE, 1)
    return min(max(int(given), 1), last) if given.isdecimal() and len(given) < 7 else 1


def _pages(data: QueryDict, at: int, count: int) -> Pages:
    last = max((min(count, COUNTED) + PAGE - 1) // PAGE, 1)
    note = gettext("第 %(first)s 至 %(last)s 件，共 %(count)s 件。") % {
        "first": number(min((at - 1) * PAGE + 1, count)),
        "last": number(min(at * PAGE, count)),
        "count": count_words(count),
    }
    return Pages(
        note=note,
        first_href=_href(data, 1) if at > 2 else "",
        previous_href=_href(data, at - 1) if at > 1 else "",
        next_href=_href(data, at + 1) if at < last else "",
        last_href=_href(data, last) if at < last - 1 else "",
    )


def _href(data: QueryDict, page: int) -> str:
    changed = data.copy()
    changed["page"] = str(page)
    return f"?{changed.urlencode()}"


def _heads(board: Board, asked: MatterFilter, sort: str) -> tuple[Head, ...]:
    next_due = "-due" if sort == "due" else "due"
    shown = {"due": "ascending", "-due": "descending"}.get(sort, "")
    newest = "descending" if sort == "newest" else ""
    return (
        Head(_("地址"), list_href(board, asked, sort="newest"), newest),
        Head(_("议定事项")),
        Head(_("牵头")),
        Head(_("状态")),
        Head(_("时钟")),
        Head(_("承诺线，横轴为月份"), is_hidden=True, css="drop"),
        Head(_("时限"), list_href(board, asked, sort=next_due), shown, is_number=True),
        Head(_("两灯")),
        Head(_("督办")),
    )
