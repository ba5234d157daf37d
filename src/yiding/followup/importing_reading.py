"""From a reading to minutes under review: every obligation becomes a proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from yiding.dates import Deadline, explain
from yiding.followup.models import Minutes, Proposal
from yiding.reading.model import Item, Obligation, Reading
from yiding.registry.models import Unit
from yiding.registry.names import NameBook

_Decision = Proposal.DateDecision


@dataclass(frozen=True)
class Drafted:
    """A proposal not kept yet, and the units that assist."""

    proposal: Proposal
    assists: tuple[Unit, ...]


def day_of(reading: Reading, today: date) -> date:
    """The day whose names and words the paper speaks: the meeting's, else the printing's."""
    held = reading.held_on.date if reading.held_on else None
    printed = reading.printed.on if reading.printed else None
    return held or printed or today


def drafted_from(reading: Reading, minutes: Minutes, book: NameBook) -> list[Drafted]:
    """A draft for every obligation, in the order of the text, leads and assists resolved."""
    return [
        _drafted(item, duty, minutes, book, position)
        for position, (item, duty) in enumerate(_duties(reading.items), 1)
    ]


def clause_of(address: str) -> str:
    """``4.2.1`` of ``linhu-2025-7:4.2.1``."""
    return address.rpartition(":")[2]


def resolve_bearers(proposal: Proposal, book: NameBook) -> tuple[Unit, ...]:
    """Set the lead where its words mean one unit; the other units it names assist."""
    leads = [book.named(words).unit for words in proposal.lead_words]
    assists = [book.named(words).unit for words in proposal.assist_words]
    proposal.lead = leads[0] if leads else None
    others = [unit for unit in (*leads[1:], *assists) if unit is not None]
    return tuple(dict.fromkeys(unit for unit in others if unit != proposal.lead))


def keep(drafts: Iterable[Drafted]) -> list[Proposal]:
    """Keep drafts and who assists in them, in two statements."""
    kept = list(drafts)
    made = Proposal.objects.bulk_create(draft.proposal for draft in kept)
    link = Proposal.assists.through
    link.objects.bulk_create(
        link(proposal_id=draft.proposal.pk, unit_id=unit.pk)
        for draft in kept
        for unit in draft.assists
    )
    return made


def _duties(items: Iterable[Item]) -> Iterator[tuple[Item, Obligation]]:
    for item in items:
        for duty in item.obligations:
            yield item, duty


def _drafted(
    item: Item, duty: Obligation, minutes: Minutes, book: NameBook, position: int
) -> Drafted:
    due = duty.deadline
    proposal = Proposal(
        jurisdiction=minutes.jurisdiction,
        minutes=minutes,
        address=f"{minutes.address}:{clause_of(duty.address)}",
        item=item.no,
        position=position * 100,
        start=duty.span[0],
        end=duty.span[1],
        action=_sentence(duty.action),
        is_binding=duty.binding,
        modality=duty.modality,
        lead_words=list(duty.lead),
        assist_words=list(duty.assist),
        is_group=duty.group,
        bearer_basis=duty.bearer_basis,
        conditions=list(duty.conditions),
        due_words=(due.text or "")[:120],
        due_kind=due.kind,
        read_due_on=due.date,
        due_on=due.date,
        due_rule="" if due.rule is None else explain(due, minutes.held_on),
        date_decision=_date_decision(due, duty.closing.kind),
        closing_kind=duty.closing.kind,
        closing_to=(duty.closing.to or "")[:80],
    )
    return Drafted(proposal, resolve_bearers(proposal, book))


def _date_decision(due: Deadline, closing: str) -> str:
    """What a reviewer is offered: the day read, the pack's term, or none for what has no end.

    A term that hangs on an event, or on a calendar not published, must be settled by a person.
    """
    if due.date is not None:
        return _Decision.READ
    if due.kind == "event" or due.refused:
        return _Decision.UNDECIDED
    return _Decision.NONE if closing == "standing" else _Decision.DEFAULT


def _sentence(words: str) -> str:
    plain = "".join(words.split())
    return plain if plain.endswith("。") else f"{plain}。"
