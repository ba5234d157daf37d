"""What a review settles once and remembers: a name a unit goes by, and who is in a group."""

from __future__ import annotations

from collections.abc import Iterable

from yiding.followup.action import Context
from yiding.followup.importing_reading import resolve_bearers
from yiding.followup.models import Minutes, Proposal
from yiding.followup.review_action import save_changed
from yiding.followup.review_steps import Before
from yiding.registry.models import GroupMembership, Unit, UnitAlias, UnitGroup
from yiding.registry.names import NameBook


def may_remember(proposal: Proposal, book: NameBook) -> bool:
    """Is the lead one short name that means no unit yet? A collective is never one unit."""
    words = proposal.lead_words
    if proposal.is_group or len(words) != 1:
        return False
    named = book.named(words[0])
    return not named.is_settled and named.group is None


def remember_name(
    context: Context, minutes: Minutes, name: str, unit: Unit, before: Before
) -> list[Proposal]:
    """Keep a name as an alias of a unit, and settle it in every open duty of the paper."""
    alias, is_new = UnitAlias.objects.get_or_create(
        unit=unit, name=name, defaults={"origin": UnitAlias.Origin.REMEMBERED}
    )
    before.alias = alias.pk if is_new else None
    written_on = minutes.held_on or minutes.printed_on or context.today
    book = NameBook.of(minutes.jurisdiction, written_on, context.today)
    settled = [one for one in _open_with(minutes, name) if one != context.subject]
    before.keep(*settled)
    for proposal in settled:
        proposal.assists.set(resolve_bearers(proposal, book))
    save_changed(*settled)
    return settled


def remember_group(name: str, minutes: Minutes, units: Iterable[Unit], before: Before) -> None:
    """Keep who is meant by a collective, unless a list of that name is kept already."""
    group, is_new = UnitGroup.objects.get_or_create(jurisdiction=minutes.jurisdiction, name=name)
    if not is_new:
        return
    before.group = group.pk
    GroupMembership.objects.bulk_create(GroupMembership(group=group, unit=unit) for unit in units)


def _open_with(minutes: Minutes, name: str) -> list[Proposal]:
    rows = minutes.proposals.filter(state=Proposal.State.OPEN)
    return [one for one in rows if name in one.lead_words or name in one.assist_words]
