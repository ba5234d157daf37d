"""``yiding matters``: matters by unit, state and clock, today or as of a past day."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from yiding.cli.messages import speaker
from yiding.cli.server.start import account_named, start
from yiding.cli.usage import DONE, UsageError, day_of

FORMATS = ("table", "json", "csv")
#: Due soon 临期: so many days or fewer are left.
SOON_DAYS = 7
COLUMNS = ("address", "state", "lead", "original_due_on", "due_on", "clock", "action")


@dataclass(frozen=True)
class Filters:
    """Which matters; names of units may be short."""

    unit: str | None
    state: str | None
    clocks: tuple[str, ...]
    as_of: str | None
    limit: int


def matters_command(filters: Filters, form: str, username: str | None, language: str) -> int:
    """Print the matters this account may see."""
    say = speaker(language)
    if form not in FORMATS:
        raise UsageError(say, "unknown-format", given=form, known=" ".join(FORMATS))
    start(say)
    from django.utils import timezone, translation  # noqa: PLC0415 - after start

    account = account_named(username, say)
    today = timezone.localdate()
    on = min(day_of(filters.as_of, say), today) if filters.as_of else today
    with translation.override("en" if language == "en" else "zh-hans"):
        rows = [_row(one, on) for one in islice(_found(filters, account, on, say), filters.limit)]
    _PRINTERS[form](rows)
    if form == "table":
        print(say("matters-count", count=len(rows), day=on.isoformat()), file=sys.stderr)
    return DONE


def _found(filters: Filters, account: Any, on: date, say: Any) -> Any:
    from yiding.followup.standing import matters_on  # noqa: PLC0415 - after start

    rows = matters_on(account, on if filters.as_of else None)
    if filters.unit:
        rows = rows.filter(lead=_unit(filters.unit, account, say))
    if filters.state:
        rows = rows.filter(state=filters.state)
    for clock in filters.clocks:
        rows = rows.due_soon(on, SOON_DAYS) if clock == "due_soon" else getattr(rows, clock)(on)
    return rows.by_due().select_related("lead").iterator(chunk_size=500)


def _unit(name: str, account: Any, say: Any) -> Any:
    from django.db.models import Q  # noqa: PLC0415 - after start

    from yiding.registry.models import Unit  # noqa: PLC0415 - after start

    named = Q(code=name) | Q(name=name) | Q(short_name=name) | Q(aliases__name=name)
    units = Unit.objects.filter(named, jurisdiction=account.jurisdiction_id).distinct()
    if len(units) != 1:
        raise UsageError(say, "unknown-unit", given=name)
    return units[0]


def _row(row: Any, on: date) -> dict[str, Any]:
    from yiding.followup.standing import clock_of  # noqa: PLC0415 - after start

    matter = getattr(row, "matter", row)
    clock = clock_of(row, on, SOON_DAYS)
    return {
        "address": matter.address,
        "state": row.state,
        "state_label": str(row.get_state_display()),
        "lead": str(row.lead or ""),
        "original_due_on": row.original_due_on.isoformat() if row.original_due_on else None,
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "clock": str(clock) if clock and clock.kind != "ahead" else "",
        "action": matter.action,
    }


def _print_json(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))


def _print_csv(rows: list[dict[str, Any]]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)


def _print_table(rows: list[dict[str, Any]]) -> None:
    from rich.table import Table  # noqa: PLC0415 - start-up

    from yiding.cli import screen  # noqa: PLC0415 - start-up

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("地址", "状态", "牵头", "原定", "现定", "时钟", "要做的事"):
        table.add_column(column, overflow="fold")
    for row in rows:
        cells = (row["address"], row["state_label"], row["lead"])
        days = (row["original_due_on"] or "无", row["due_on"] or "无")
        table.add_row(*cells, *days, row["clock"], row["action"])
    screen.results().print(table)


_PRINTERS = {"table": _print_table, "json": _print_json, "csv": _print_csv}
