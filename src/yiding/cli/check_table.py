"""Findings as a person likes to see them: an entry a block, a finding a line, a count below."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from yiding.rules.finding import Verdict

if TYPE_CHECKING:
    from datetime import date

    from rich.console import RenderableType

    from yiding.cli.messages import Say
    from yiding.ledgers.catalogue import Ledger
    from yiding.ledgers.checking import Checked
    from yiding.rules.finding import Finding

COLUMNS = (("check-entry", 3), ("check-verdict", 2), ("check-found", 12))
"""Each column's head and its share of the width."""
STYLES = {
    Verdict.MET: "green",
    Verdict.BREACHED: "bold red",
    Verdict.DUE: "yellow",
    Verdict.OVERDUE: "bold red",
    Verdict.UNDETERMINED: "magenta",
    Verdict.COMPUTED: "cyan",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the table: the language of the findings' messages, and who says the rest."""

    language: str
    say: Say


def table(ledger: Ledger, checked: list[Checked], on: date, reader: Reader) -> RenderableType:
    """All findings, and how many of each verdict."""
    say = reader.say
    rows = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for key, ratio in COLUMNS:
        rows.add_column(say(key), ratio=ratio, overflow="fold")
    for one in checked:
        _add(rows, one, reader)
    head = Text(say("check-head", term=ledger.card.term, on=on), "bold")
    return Group(head, rows, _foot(checked, say))


def _add(rows: Table, one: Checked, reader: Reader) -> None:
    say = reader.say
    name = Text(one.entry.id, "bold")
    for fault in one.entry.faults:
        rows.add_row(name, Text(say("check-fault"), "yellow"), Text(fault))
        name = Text("")
    for finding in one.findings:
        rows.add_row(name, _verdict(finding, say), _found(finding, reader))
        name = Text("")
    if not one.findings and not one.entry.faults:
        rows.add_row(name, "", Text(say("check-silent"), "dim"))


def _found(finding: Finding, reader: Reader) -> Text:
    """The message, and below it the provision and the place whose row decided."""
    message = finding.message_en if reader.language == "en" else finding.message
    return Text.assemble(message, "\n", (_by(finding, reader.say), "dim"))


def _verdict(finding: Finding, say: Say) -> Text:
    return Text(say(f"verdict-{finding.verdict}"), STYLES[finding.verdict])


def _by(finding: Finding, say: Say) -> str:
    """The provision, its place, and how well it is known."""
    told = f"{finding.provision} {finding.place}"
    if finding.confirmed:
        return told
    return f"{told} {say('check-ours' if finding.is_ours else 'check-unconfirmed')}"


def _foot(checked: list[Checked], say: Say) -> Text:
    counts = Counter(finding.verdict for one in checked for finding in one.findings)
    told = "  ".join(f"{say(f'verdict-{one}')} {counts[one]}" for one in Verdict if counts[one])
    return Text(say("check-foot", entries=len(checked), counts=told))
