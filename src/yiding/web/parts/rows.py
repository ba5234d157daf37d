"""A row of the table of matters, written in one piece: fifty on a page are most of its cost."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from yiding.followup.standing import Clock
from yiding.web.parts.formats import table_day
from yiding.web.parts.marks import (
    Light,
    Slip,
    address_chip,
    clock_mark,
    lights_mark,
    mark,
    slip_mark,
)

if TYPE_CHECKING:
    from yiding.web.parts.matters import MatterRow, MatterTable

_ROW = (
    '<tr role="row">{}<td role="cell" class="tight">{}</td>'
    '<th scope="row" role="rowheader" class="what"><a href="{}" lang="zh-CN">{}</a></th>'
    '<td role="cell" class="tight unit">{}{}</td><td role="cell">{}</td>'
    '<td role="cell" class="tight">{}</td><td role="cell" class="drop">{}</td>'
    '<td role="cell" class="num" data-th="{}">{}{}</td><td role="cell">{}</td>'
    '<td role="cell">{}</td></tr>'
)


class RowWriter:
    """Writes the rows of one table, in the reader's language.

    What many rows have in common, a state, a day, a clock, is drawn once and kept.
    """

    def __init__(self, table: MatterTable) -> None:
        self.table = table
        self.language = get_language() or ""
        self.due_head = escape(gettext("时限"))
        self.choice = gettext("选 %(address)s")
        self.form = format_html(' form="{}"', table.form_id) if table.form_id else ""

    def row(self, row: MatterRow, line: str) -> SafeString:
        """One row: what it is, whose, how it stands, by when, and what was said of it."""
        language = self.language
        return SafeString(
            _ROW.format(
                self._choice(row) if self.table.is_chosen_from else "",
                address_chip(row.address, row.href, is_clause_alone=self.table.is_clause_alone),
                escape(row.href),
                escape(str(row.words)),
                escape(str(row.lead)),
                _others(row.units, language) if row.units > 1 else "",
                _state(row.state, language),
                _clock(row.clock, language) if row.clock else "",
                line,
                self.due_head,
                self._due(row),
                _moved(row.extensions, language) if row.due_on and row.extensions else "",
                _lights(row.light, language),
                _slip(row.slip, language) if row.slip else "",
            )
        )

    def _choice(self, row: MatterRow) -> str:
        return (
            '<td role="cell" class="choice">'
            f'<input type="checkbox" name="matter" value="{escape(row.key or row.address)}"'
            f'{self.form} aria-label="{escape(self.choice % {"address": row.address})}"></td>'
        )

    def _due(self, row: MatterRow) -> str:
        if row.due_on:
            return _day(row.due_on, row.due_on.year == self.table.today.year, self.language)
        if row.undated_words:
            words = f'<span lang="zh-CN">「{escape(str(row.undated_words))}」</span>'
        else:
            words = escape(gettext("无时限"))
        return f'<span class="muted">{words}</span>'


@lru_cache(maxsize=4096)
def _day(day: date, is_plain: bool, language: str) -> str:  # noqa: ARG001
    return str(table_day(day, day if is_plain else None))


@lru_cache(maxsize=4096)
def _clock(clock: Clock, language: str) -> str:  # noqa: ARG001 - what the words depend on
    return clock_mark(clock)


@lru_cache(maxsize=64)
def _state(state: str, language: str) -> str:  # noqa: ARG001 - what the words depend on
    return mark(state)


@lru_cache(maxsize=16)
def _lights(light: Light, language: str) -> str:  # noqa: ARG001 - what the words depend on
    return lights_mark(light)


@lru_cache(maxsize=256)
def _slip(slip: Slip | str, language: str) -> str:  # noqa: ARG001 - what the words depend on
    return slip_mark(slip)


@lru_cache(maxsize=256)
def _others(units: int, language: str) -> str:  # noqa: ARG001 - what the words depend on
    words = ngettext("等 %(units)s 家", "等 %(units)s 家", units) % {"units": units}
    return format_html(" <small>{}</small>", words)


@lru_cache(maxsize=64)
def _moved(times: int, language: str) -> str:  # noqa: ARG001 - what the words depend on
    words = ngettext("延%(times)s", "延%(times)s", times) % {"times": times}
    return format_html("<small> {}</small>", words)
