"""A reading as a person likes to see it: head, decisions, duties, what is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from yiding.cli.work import glance
from yiding.reading.export.terms import due, matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from yiding.cli.messages import Say
    from yiding.reading.model import Obligation, Reading

    Place = Callable[[int], str]

LEFT = (0, 0, 0, 2)


def table(reading: Reading, say: Say, place: Place, with_standing: bool = False) -> RenderableType:
    """Head, decisions, duties and counts; ``place`` tells where a character stands.

    Standing requests are counted, and listed dimmed when ``with_standing``.
    """
    parts: list[RenderableType] = [_head(reading, say)]
    if reading.kind == "not_minutes":
        return Group(*parts, Text(say("not-minutes"), "yellow"))
    parts += [_decisions(reading, say), _duties(reading, say, place, with_standing)]
    return Group(*parts, *_foot(reading, say, with_standing))


def _head(reading: Reading, say: Say) -> RenderableType:
    title = " ".join(
        part
        for part in (
            reading.issuer.name if reading.issuer else None,
            reading.genre or say(f"kind-{reading.kind}"),
            reading.number.text if reading.number else None,
        )
        if part
    )
    facts = (_session(reading), _held_on(reading, say), _chair(reading, say), reading.place)
    line = "  ".join(fact for fact in facts if fact)
    return Text.assemble((title, "bold"), "\n", line, "\n")


def _session(reading: Reading) -> str | None:
    return reading.session.text if reading.session else None


def _held_on(reading: Reading, say: Say) -> str:
    held_on = reading.held_on
    if held_on is None or held_on.date is None:
        return say("unknown")
    return f"{held_on.date.isoformat()} {held_on.part_of_day or ''}".rstrip()


def _chair(reading: Reading, say: Say) -> str | None:
    if reading.chair is None:
        return None
    return say("chair", name=reading.chair.name, post=reading.chair.post or "").strip()


def _decisions(reading: Reading, say: Say) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="cyan")
    grid.add_column(no_wrap=True, style="green")
    grid.add_column(overflow="fold")
    for item in reading.items:
        for decision in item.decisions:
            grid.add_row(str(item.no), say(f"outcome-{decision.outcome}"), matter(item, decision))
    return Group(Text(say("decisions"), "bold"), Padding(grid, LEFT), "")


def _duties(reading: Reading, say: Say, place: Place, with_standing: bool) -> RenderableType:
    grid = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), expand=True, header_style="bold"
    )
    grid.add_column(say("column-address"), no_wrap=True, style="cyan")
    grid.add_column(say("column-lead"), overflow="fold", ratio=1)
    grid.add_column(say("column-duty"), overflow="fold", ratio=2)
    grid.add_column(say("column-due"), overflow="fold", max_width=12)
    grid.add_column(say("column-closing"), overflow="fold", max_width=12)
    grid.add_column(say("column-place"), no_wrap=True, justify="right", style="dim")
    for item in reading.items:
        for duty in item.obligations:
            if duty.binding or with_standing:
                style = "" if duty.binding else "dim"
                grid.add_row(*_duty(duty, say), place(duty.span[0]), style=style)
    return Group(Text(say("duties"), "bold"), grid)


def _duty(duty: Obligation, say: Say) -> tuple[str, Text, str, Text, str]:
    number = duty.address.partition(":")[2] or duty.address
    return number, _bearer(duty, say), duty.action, _due(duty), _closing(duty, say)


def _bearer(duty: Obligation, say: Say) -> Text:
    lead = "、".join(duty.lead) or say("unknown")
    basis = say("inferred") if duty.bearer_basis == "inferred" else ""
    assist = f"\n{say('assist', units='、'.join(duty.assist))}" if duty.assist else ""
    return Text.assemble((lead, "" if duty.lead else "dim"), (basis + assist, "dim"))


def _due(duty: Obligation) -> Text:
    deadline = duty.deadline
    if deadline.kind == "none" or deadline.date is None:
        return Text(due(duty), "yellow")
    return Text.assemble((due(duty), "magenta"), (f"\n{deadline.text or ''}", "dim"))


def _closing(duty: Obligation, say: Say) -> str:
    closing = say(f"closing-{duty.closing.kind}")
    return say("closing-to", closing=closing, to=duty.closing.to) if duty.closing.to else closing


def _foot(reading: Reading, say: Say, with_standing: bool) -> list[RenderableType]:
    seen = glance(reading)
    counts = say(
        "counts",
        items=len(reading.items),
        decisions=seen.decisions,
        binding=seen.binding,
        standing=seen.standing,
        unread=f"{seen.unread:.1%}",
    )
    foot = [Text(counts, "bold")]
    if seen.standing and not with_standing:
        foot.append(Text(say("show-standing"), "dim"))
    return [*foot, *(Text(f"! {message}", "yellow") for message in seen.warnings)]
