"""A row of the table of matters, written in one piece: fifty on a page are most of its cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from yiding.web.parts.formats import table_day
from yiding.web.parts.marks import address_chip, clock_mark, lights_mark, mark, slip_mark

if TYPE_CHECKING:
    from yiding.web.parts.matters import MatterRow, MatterTable

_NOTHING = SafeString("")
_ROW = (
    '<tr role="row">{}<td role="cell" class="tight">{}</td>'
    '<th scope="row" role="rowheader" class="what"><a href="{}" lang="zh-CN">{}</a></th>'
    '<td role="cell" class="tight unit">{}{}</td><td role="cell">{}</td>'
    '<td role="cell" class="tight">{}</td><td role="cell" class="drop">{}</td>'
    '<td role="cell" class="num" data-th="{}">{}{}</td><td role="cell">{}</td>'
    '<td role="cell">{}</td></tr>'
)


def row_markup(table: MatterTable, row: MatterRow, line: SafeString) -> SafeString:
    """One row: what it is, whose, how it stands, by when, and what was said of it."""
    escape = conditional_escape
    return SafeString(
        _ROW.format(
            _choice(table, row) if table.is_chosen_from else "",
            address_chip(row.address, row.href, is_clause_alone=table.is_clause_alone),
            escape(row.href),
            escape(str(row.words)),
            escape(str(row.lead)),
            _others(row),
            mark(row.state),
            clock_mark(row.clock),
            line,
            escape(gettext("时限")),
            _due(table, row),
            _moved(row),
            lights_mark(row.light),
            slip_mark(row.slip),
        )
    )


def _choice(table: MatterTable, row: MatterRow) -> SafeString:
    form = format_html(' form="{}"', table.form_id) if table.form_id else ""
    return format_html(
        '<td role="cell" class="choice">'
        '<input type="checkbox" name="matter" value="{}"{} aria-label="{}"></td>',
        row.key or row.address,
        form,
        gettext("选 %(address)s") % {"address": row.address},
    )


def _others(row: MatterRow) -> SafeString:
    if row.units <= 1:
        return _NOTHING
    words = ngettext("等 %(units)s 家", "等 %(units)s 家", row.units) % {"units": row.units}
    return format_html(" <small>{}</small>", words)


def _due(table: MatterTable, row: MatterRow) -> SafeString | str:
    if row.due_on:
        return table_day(row.due_on, table.today)
    if row.undated_words:
        words = format_html('<span lang="zh-CN">「{}」</span>', row.undated_words)
    else:
        words = conditional_escape(gettext("无时限"))
    return format_html('<span class="muted">{}</span>', words)


def _moved(row: MatterRow) -> SafeString:
    if not row.due_on or not row.extensions:
        return _NOTHING
    words = ngettext("延%(times)s", "延%(times)s", row.extensions) % {"times": row.extensions}
    return format_html("<small> {}</small>", words)
