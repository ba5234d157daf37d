"""A reading as a person likes to see it: head, decisions, duties, what is left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from yiding.cli.messages import speaker
from yiding.cli.work import glance
from yiding.reading.export.meetings import items_of, meetings
from yiding.reading.export.terms import closing, due, listed, matter, part_of_day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

    from yiding.cli.messages import Say
    from yiding.cli.work import Glance
    from yiding.dates.explain import Language
    from yiding.reading.model import Item, Meeting, Obligation, Reading

    Place = Callable[[int], str]

LEFT = (0, 0, 0, 2)
TABLE_WIDTH = 70
"""Columns that a table of duties needs; in fewer, each duty is a block of its own."""
MOST_UNREAD = 8
"""So many sentences that were not understood are shown."""


def table(
    reading: Reading, language: Language, place: Place, with_standing: bool = False
) -> RenderableType:
    """Decisions and duties of each meeting under its head; ``place`` tells where one stands.

    Standing requests are counted, and listed dimmed when ``with_standing``.
    """
    say = speaker(language)
    parts: list[RenderableType] = [Text(_title(reading, say), "bold")]
    if reading.kind == "not_minutes":
        facts = _facts(meetings(reading)[0], reading.place, say)
        return Group(*parts, facts, Text(say("not-minutes"), "yellow"))
    for index, meeting in enumerate(meetings(reading)):
        items = items_of(reading, index)
        parts.append(_facts(meeting, None if index else reading.place, say))
        parts += [*_decisions(items, say), *_duties(items, say, place, with_standing)]
    parts += _unread(reading, say, place)
    return Group(*parts, *_foot(glance(reading), len(reading.items), say, with_standing))


def _title(reading: Reading, say: Say) -> str:
    issuer = reading.issuer.name if reading.issuer else None
    number = reading.number.text if reading.number else None
    genre = reading.genre or say(f"kind-{reading.kind}")
    return " ".join(part for part in (issuer, genre, number) if part)


def _facts(meeting: Meeting, place: str | None, say: Say) -> RenderableType:
    """Session, day, chair and place of a meeting on one line."""
    session = meeting.session.text if meeting.session else None
    facts = (session, _held_on(meeting, say), _chair(meeting, say), place)
    return Text("  ".join(fact for fact in facts if fact) + "\n")


def _held_on(meeting: Meeting, say: Say) -> str:
    held_on = meeting.held_on
    if held_on is None or held_on.date is None:
        return say("unknown")
    return f"{held_on.date.isoformat()} {part_of_day(held_on, say)}".rstrip()


def _chair(meeting: Meeting, say: Say) -> str | None:
    if meeting.chair is None:
        return None
    return say("chair", name=meeting.chair.name, post=meeting.chair.post or "").strip()


def _decisions(items: Sequence[Item], say: Say) -> tuple[RenderableType, ...]:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="cyan")
    grid.add_column(no_wrap=True, style="green")
    grid.add_column(overflow="fold")
    for item in items:
        for decision in item.decisions:
            grid.add_row(
                str(item.no), say(f"outcome-{decision.outcome}"), matter(item, decision, say)
            )
    if not grid.row_count:
        return ()
    return Text(say("label-decisions"), "bold"), Padding(grid, LEFT), ""


def _unread(reading: Reading, say: Say, place: Place) -> tuple[RenderableType, ...]:
    """The first sentences that were not understood, and how many more there are."""
    unread = [leaf.span for leaf in reading.accounting if leaf.kind == "unread"]
    if not unread:
        return ()
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold", style="yellow")
    for start, end in unread[:MOST_UNREAD]:
        grid.add_row(place(start), " ".join(reading.text[start:end].split()))
    more = len(unread) - MOST_UNREAD
    rest = (Padding(Text(say("more-unread", count=more), "dim"), LEFT),) if more > 0 else ()
    return Text(say("label-unread"), "bold"), Padding(grid, LEFT), *rest, ""


def _duties(
    items: Sequence[Item], say: Say, place: Place, with_standing: bool
) -> tuple[RenderableType, ...]:
    duties = [duty for item in items for duty in item.obligations if duty.binding or with_standing]
    rows = [_row(duty, say, place) for duty in duties]
    return Text(say("label-duties"), "bold"), _Duties(rows, say)


@dataclass(frozen=True, slots=True)
class _Row:
    """A duty as it is shown."""

    number: str
    bearer: Text
    action: str
    due: Text
    closing: str
    place: str
    style: str


@dataclass(frozen=True, slots=True)
class _Duties:
    """The duties as a table, or below one another where a table has no room."""

    rows: Sequence[_Row]
    say: Say

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width >= TABLE_WIDTH:
            yield self._table()
        else:
            yield from (self._block(row) for row in self.rows)

    def _table(self) -> Table:
        say = self.say
        grid = Table(
            box=box.SIMPLE_HEAD,
            pad_edge=False,
            padding=(0, 1, 0, 0),
            expand=True,
            header_style="bold",
        )
        grid.add_column(say("label-no"), no_wrap=True, style="cyan")
        grid.add_column(say("label-lead"), overflow="fold", ratio=1)
        grid.add_column(say("label-duty"), overflow="fold", ratio=2)
        grid.add_column(say("label-due"), overflow="fold", max_width=12)
        grid.add_column(say("label-closing"), overflow="fold", max_width=12)
        grid.add_column(say("column-place"), no_wrap=True, justify="right", style="dim")
        for row in self.rows:
            cells = (row.number, row.bearer, row.action, row.due, row.closing, row.place)
            grid.add_row(*cells, style=row.style)
        return grid

    def _block(self, row: _Row) -> RenderableType:
        """Who and what first, then a line each for the rest."""
        due = Text("  ").join(row.due.split())
        told = [
            Text.assemble((f"{self.say(label)}  ", "dim"), words)
            for label, words in (
                ("label-due", due),
                ("label-closing", row.closing),
                ("column-place", row.place),
            )
            if words
        ]
        head = Text.assemble((row.number, "cyan"), "  ", row.bearer)
        return Group(head, Padding(Group(row.action, *told), LEFT, style=row.style), "")


def _row(duty: Obligation, say: Say, place: Place) -> _Row:
    number = duty.address.partition(":")[2] or duty.address
    words = _bearer(duty, say), duty.action, _due(duty), closing(duty, say)
    return _Row(number, *words, place(duty.span[0]), "" if duty.binding else "dim")


def _bearer(duty: Obligation, say: Say) -> Text:
    lead = listed(duty.lead, say) or say("unknown")
    basis = say("phrase-inferred") if duty.bearer_basis == "inferred" else ""
    assist = f"\n{say('assist', units=listed(duty.assist, say))}" if duty.assist else ""
    return Text.assemble((lead, "" if duty.lead else "dim"), (basis + assist, "dim"))


def _due(duty: Obligation) -> Text:
    deadline = duty.deadline
    if deadline.kind == "none" or deadline.date is None:
        return Text(due(duty), "yellow")
    return Text.assemble((due(duty), "magenta"), (f"\n{deadline.text or ''}", "dim"))


def _foot(seen: Glance, items: int, say: Say, with_standing: bool) -> list[RenderableType]:
    counts = say(
        "counts",
        items=items,
        decisions=seen.decisions,
        binding=seen.binding,
        standing=seen.standing,
        unread=f"{seen.unread:.1%}",
    )
    foot = [Text(counts, "bold")]
    if seen.standing and not with_standing:
        foot.append(Text(say("show-standing"), "dim"))
    return [*foot, *(Text(f"! {message}", "yellow") for message in seen.warnings)]
