"""What the supervision office settles when it reviews a paper: one lead, and who assists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yiding.demo.city import CITY, City
from yiding.demo.papers import MinutesPaper
from yiding.demo.seeds import MatterSeed
from yiding.reading import Reading
from yiding.reading.model import Obligation

# what an ambiguous short name was found to mean in the year's papers
_MEANT = {
    "管委会": "云湖度假区管委会",
    "市公管中心": "市公共工程建设中心",
    "市应急中心": "市应急指挥保障中心",
}
_FEW = 6


@dataclass(frozen=True, slots=True)
class Settled:
    """One lead and those who assist, by short name."""

    lead: str
    assists: tuple[str, ...]


def settled(leads: Iterable[str], assists: Iterable[str], proposer: str, city: City) -> Settled:
    """Who bears a duty; where the text names a collective or nobody, the proposer leads.

    A small group assists the proposer; of a large one the proposer gathers what is due.
    """
    named = [unit for wording in leads for unit in _units(wording, city)]
    together = [unit for wording in leads for unit in _members(wording, city)]
    first = named[0] if named else proposer
    others = (*named, *together, *(unit for word in assists for unit in _units(word, city)))
    return Settled(first, tuple(unit for unit in dict.fromkeys(others) if unit != first))


def matter_seeds(paper: MinutesPaper, reading: Reading, city: City) -> Iterator[MatterSeed]:
    """The binding duties of a paper as matters to be, units by their codes."""
    codes = {unit.short: unit.code for unit in city.units_of(CITY)}
    for item, topic in zip(reading.items, paper.topics, strict=True):
        for duty in item.obligations:
            if duty.binding:
                who = settled(duty.lead, duty.assist, topic.unit, city)
                proposer = city.candidates(who.lead)
                yield _seed(
                    paper,
                    duty,
                    codes[proposer[0]],
                    tuple(codes[unit] for unit in who.assists),
                )


def _seed(paper: MinutesPaper, duty: Obligation, lead: str, assists: tuple[str, ...]) -> MatterSeed:
    is_dated = duty.deadline.kind in {"by", "within", "span"}
    return MatterSeed(
        address=duty.address,
        lead=lead,
        assists=assists,
        action=duty.action,
        closing_kind=duty.closing.kind,
        closing_to=duty.closing.to or "",
        held_on=paper.held_on,
        printed_on=paper.printed_on,
        due_on=duty.deadline.date if is_dated else None,
        is_recurring=duty.deadline.kind == "recurring",
    )


def _units(wording: str, city: City) -> tuple[str, ...]:
    if wording in _MEANT:
        return (_MEANT[wording],)
    return city.candidates(wording)[:1]


def _members(wording: str, city: City) -> tuple[str, ...]:
    group = city.group(wording)
    return group.members if group and len(group.members) <= _FEW else ()
