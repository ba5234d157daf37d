"""The table of matters that the overview, the lists, the desks and the search share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from yiding.followup.standing import Clock
from yiding.web.parts.lines import Axis, Line, axis_head, small_line
from yiding.web.parts.marks import Light, Slip
from yiding.web.parts.navigation import Head
from yiding.web.parts.rows import RowWriter
from yiding.web.parts.words import Words


@dataclass(frozen=True)
class MatterRow:
    """One matter in a table: what it is, whose, how it stands, by when, and what was said of it.

    ``due_on`` is the date now in force; ``undated_words`` are the words that stood where a date
    would (「尽快」). ``units`` counts every unit in it, the lead included.
    """

    address: str
    href: str
    words: Words
    lead: Words
    state: str
    light: Light = "unsaid"
    units: int = 1
    clock: Clock | None = None
    line: Line | None = None
    due_on: date | None = None
    undated_words: Words = ""
    extensions: int = 0
    slip: Slip | str | None = None
    key: str = ""


@dataclass(frozen=True)
class MatterTable:
    """A table of matters; ``heads`` replaces the plain heads by ones that sort."""

    caption: Words
    rows: tuple[MatterRow, ...]
    today: date
    heads: tuple[Head, ...] = field(default=())
    is_chosen_from: bool = False
    form_id: str = ""
    is_clause_alone: bool = False

    @property
    def axis(self) -> Axis:
        """The months the promise lines share."""
        return Axis.around(self.today)

    @property
    def axis_head(self) -> SafeString:
        """The months, drawn."""
        return axis_head(self.axis)

    @property
    def columns(self) -> tuple[Head, ...]:
        """The nine heads, sorting or not."""
        return self.heads or PLAIN_HEADS

    def lined(self) -> Iterator[tuple[MatterRow, SafeString]]:
        """Each row with its promise line."""
        axis = self.axis
        for row in self.rows:
            yield row, small_line(row.line, axis) if row.line else SafeString("")

    def drawn(self) -> Iterator[SafeString]:
        """Each row, written out."""
        writer = RowWriter(self)
        for row, line in self.lined():
            yield writer.row(row, line)


PLAIN_HEADS = (
    Head(_("地址")),
    Head(_("议定事项")),
    Head(_("牵头")),
    Head(_("状态")),
    Head(_("时钟")),
    Head(_("承诺线，横轴为月份"), is_hidden=True, css="drop"),
    Head(_("时限"), is_number=True),
    Head(_("两灯")),
    Head(_("督办")),
)
