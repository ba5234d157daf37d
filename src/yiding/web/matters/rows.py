"""Rows of the table of matters, from matters as they stand or from the periods of a past day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from yiding.followup.board import Board
from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models import Extension, MatterPeriod, Part, Slip
from yiding.followup.packs import pack_named
from yiding.followup.standing import clock_of
from yiding.followup.states import DONE, State
from yiding.registry.written import written
from yiding.web.matter.addresses import matter_href
from yiding.web.parts import Line, MatterRow
from yiding.web.parts import Slip as SlipMark
from yiding.web.parts.marks import Light

_PROVED = DONE | {State.ARCHIVED}


@dataclass
class _Beside:
    """What belongs to the matters of one table, each kind by one query."""

    parts: dict[int, int]
    moved: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))
    slips: dict[int, tuple[str, str]] = field(default_factory=dict)


def with_matter(rows: MatterQuerySet) -> MatterQuerySet:
    """The rows with what a table shows of them, in the same query."""
    return rows.select_related("lead") if not rows.to_matter else rows


def matter_rows(rows: Iterable[Any], board: Board) -> tuple[MatterRow, ...]:
    """The rows of a table, in the order given."""
    held = list(rows)
    beside = _beside([matter_of(row).pk for row in held], board)
    return tuple(_row(row, beside, board) for row in held)


def matter_of(row: Any) -> Any:
    """The matter of a period; what is of a matter itself as it is."""
    return row.matter if isinstance(row, MatterPeriod) else row


def _beside(keys: list[int], board: Board) -> _Beside:
    beside = _Beside(dict(_parts.of(keys)))
    for matter, day in _granted.of(keys, board.before):
        beside.moved[matter].append(day)
    for matter, rung, pack in _issued.of(keys, board.before):
        beside.slips[matter] = (rung, pack)
    return beside


@written
def _parts(keys: tuple[int, ...]) -> Any:
    parts = Part.objects.filter(matter__in=keys).order_by().values("matter")
    return parts.annotate(n=Count("*")).values_list("matter", "n")


@written
def _granted(keys: tuple[int, ...], before: datetime | None) -> Any:
    granted = Extension.objects.filter(matter__in=keys, decision=Extension.Decision.GRANTED)
    granted = granted.filter(decided_at__lt=before) if before else granted
    return granted.order_by("ordinal").values_list("matter", "new_due_on")


@written
def _issued(keys: tuple[int, ...], before: datetime | None) -> Any:
    slips = Slip.objects.filter(matter__in=keys, withdrawn_at__isnull=True)
    slips = slips.filter(issued_at__lt=before) if before else slips
    return slips.order_by("issued_at", "pk").values_list("matter", "rung", "pack")


def _row(row: Any, beside: _Beside, board: Board) -> MatterRow:
    matter = matter_of(row)
    moved = tuple(beside.moved.get(matter.pk, ()))
    return MatterRow(
        address=matter.address,
        href=matter_href(matter.address, as_of=board.on.isoformat() if board.is_past else ""),
        words=matter.action,
        lead=str(row.lead) if row.lead else gettext("未定"),
        state=row.state,
        light=_light(row, matter, board),
        units=1 + beside.parts.get(matter.pk, 0),
        clock=clock_of(row, board.on, board.pack.due_soon.days),
        line=_line(row, matter, moved, board.on),
        due_on=row.due_on,
        undated_words=matter.due_words if row.due_on is None else "",
        extensions=len(moved),
        slip=_slip(beside.slips.get(matter.pk)),
        key=f"{matter.address}@{matter.version}",
    )


def _light(row: Any, matter: Any, board: Board) -> Light:
    """Reported, sent back, proved, as far as a row of a list can tell."""
    if row.state in _PROVED or row.verified_on is not None:
        return "proved"
    if row.state == State.SUBMITTED:
        return "said"
    said_at = matter.last_report_at
    is_said = said_at is not None and (board.before is None or said_at < board.before)
    is_back = matter.sent_back_count > 0 and row.state == State.UNDER_WAY and not board.is_past
    return "back" if is_back else "said" if is_said else "unsaid"


def _line(row: Any, matter: Any, moved: tuple[date, ...], on: date) -> Line | None:
    if matter.held_on is None:
        return None
    extended_to = moved if row.original_due_on else ()
    is_late = row.due_on and row.clock_on and row.due_on < on and not row.verified_on
    late = (on - row.due_on).days if is_late else 0
    days = (matter.held_on, row.original_due_on, moved, row.verified_on)
    return Line(
        began_on=matter.held_on,
        today=on,
        label=_sentence(*days, late, get_language() or ""),
        original_on=row.original_due_on,
        extended_to=extended_to,
        proved_on=row.verified_on,
    )


@lru_cache(maxsize=4096)
def _sentence(  # noqa: PLR0913, PLR0917 - everything a promise line says
    held_on: date,
    original_on: date | None,
    moved: tuple[date, ...],
    verified_on: date | None,
    late: int,
    language: str,
) -> str:
    """The promise line in words; ``late`` counts days."""
    said = [gettext("%(day)s议定") % {"day": _day(held_on, language)}]
    if original_on:
        said.append(gettext("原定%(day)s") % {"day": _day(original_on, language)})
    if moved:
        words = ngettext("延期 %(n)s 次，延至%(day)s", "延期 %(n)s 次，延至%(day)s", len(moved))
        said.append(words % {"n": len(moved), "day": _day(moved[-1], language)})
    if verified_on:
        said.append(gettext("%(day)s核实") % {"day": _day(verified_on, language)})
    elif late:
        said.append(ngettext("逾期 %(days)s 天", "逾期 %(days)s 天", late) % {"days": late})
    return gettext("，").join(said) + gettext("。")


@lru_cache(maxsize=4096)
def _day(day: date, language: str) -> str:  # noqa: ARG001 - what the form depends on
    # gettext: letters of Django's date filter
    return date_format(day, gettext("Y年n月j日"))


def _slip(slip: tuple[str, str] | None) -> SlipMark | None:
    if slip is None:
        return None
    name, pack = slip
    rung = pack_named(pack).rung(name)
    if rung is None or not rung.colour:
        return None
    is_english = (get_language() or "").startswith("en")
    return SlipMark(rung.colour, rung.name.en if is_english else rung.name.zh, rung.bars)
