"""Matters 议定事项: the list with its filters, and one matter whole, on any day."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from yiding.api.access import at_business
from yiding.api.days import board_of
from yiding.api.matter_out import matter_out, row_out
from yiding.api.paging import A_PAGE, LARGEST, Order, page_of
from yiding.api.schemas import MatterOut, MatterRow, PageOf
from yiding.api.seen import one_seen
from yiding.followup.matter_filter import MatterFilter, chosen
from yiding.followup.models import Matter
from yiding.followup.states import State

router = Router(tags=["matters"])

_CLOCKS = {
    "overdue": "overdue",
    "overdue_by_original": "overdue_original",
    "due_soon": "due_soon",
    "silent": "silent",
    "undated": "undated",
    "open": "open",
}
ClockName = Literal["overdue", "overdue_by_original", "due_soon", "silent", "undated", "open"]


class MatterQuery(Schema):
    """Which matters; what is left out narrows nothing."""

    unit: str = Field("", max_length=40, description="牵头单位的代码 code of the leading unit")
    bearing: Literal["", "lead", "assist"] = Field("", description="牵头或配合 lead or assist")
    state: State | None = None
    clock: ClockName | None = None
    minutes: str = Field("", max_length=60, description="纪要的地址 address of the minutes")
    q: str = Field("", max_length=100, description="原文或要做的事里的字 words, two or more")
    as_of: date | None = Field(None, description="某日终了时 as each stood at the end of a day")
    order: Literal["newest", "entered", "due"] = Field(
        "newest", description="due：只列未办结的，先到期的在前 open ones alone, by date"
    )
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(A_PAGE, ge=1, le=LARGEST)


@router.get("/matters", response=PageOf[MatterRow], operation_id="matters")
def list_matters(request: HttpRequest, asked: Query[MatterQuery]) -> dict[str, Any]:
    """The matters this account may open; now, or as each stood on a day gone by."""
    caller = at_business(request)
    board = board_of(caller, asked.as_of)
    rows = chosen(board, _filter(asked))
    if asked.order == "due":
        rows = rows.open()
    related = ["lead", "matter"] if rows.to_matter else ["lead"]
    page = page_of(
        rows.select_related(*related), _order(asked, rows.key), asked.cursor, asked.limit
    )
    return {"items": [row_out(row, board) for row in page.rows], "next": page.next}


@router.get("/matters/{address}", response=MatterOut, operation_id="matter")
def show_matter(
    request: HttpRequest, response: HttpResponse, address: str, as_of: date | None = None
) -> dict[str, Any]:
    """One matter with its parts, reports, extensions, evidence, slips and history."""
    caller = at_business(request)
    related = ("lead", "leader__person", "minutes")
    matter = one_seen(caller.account, Matter, address, *related)
    response.headers["ETag"] = f'"{matter.version}"'
    return matter_out(matter, board_of(caller, as_of), caller)


def _filter(asked: MatterQuery) -> MatterFilter:
    return MatterFilter(
        unit=asked.unit,
        bearing=asked.bearing,
        state=str(asked.state or ""),
        clock=_CLOCKS[asked.clock] if asked.clock else "",
        minutes=asked.minutes,
        words=asked.q,
    )


def _order(asked: MatterQuery, key: str) -> Order:
    if asked.order == "due":
        days = frozenset({"clock_on", "original_due_on"})
        return Order(f"due-{key}", ("clock_on", "original_due_on", key), days)
    return Order(f"{asked.order}-{key}", (key if asked.order == "entered" else f"-{key}",))
