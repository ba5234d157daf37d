"""Handing over: every accepted duty of a signed paper becomes a matter and is assigned, at once."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from yiding.followup.act import carry_out
from yiding.followup.action import Context, action_named
from yiding.followup.models import Matter, Minutes, Proposal
from yiding.followup.periods import begin_period, standing_of
from yiding.followup.refusals import Refused
from yiding.followup.splitting import words_between
from yiding.followup.states import State
from yiding.journal.models import Event
from yiding.journal.record import Entry, append
from yiding.registry.authors import author_of
from yiding.registry.models import Office, Post, Unit

_Decision = Proposal.DateDecision


def hand_over(context: Context) -> list[Matter]:
    """Make and assign the matters of a paper; those of the version before move to this one."""
    minutes: Minutes = context.subject
    wanted = minutes.proposals.select_related("lead", "decided_by").prefetch_related("assists")
    known = _matters_before(minutes)
    made = []
    for proposal in wanted:
        earlier = known.get(proposal.clause)
        if earlier is not None:
            _anchor_anew(context, earlier, proposal)
        elif proposal.is_wanted:
            made.append(_handed_over(context, proposal))
    _supersede(minutes)
    return made


def matter_address(minutes: Minutes, clause: str) -> str:
    """A matter's address never names the version of its paper."""
    return f"{minutes.address.partition('@')[0]}:{clause}"


def put_forward(context: Context, matter: Matter) -> Event:
    """Keep a new matter with its first event and its first period."""
    matter.save()
    data = {"from": "", "to": str(matter.state), **standing_of(matter)}
    entry = Entry("matter.propose", matter.address, data)
    event = append(author_of(context.account), entry, context.at)
    begin_period(matter, event)
    return event


def leader_of(lead: Unit | None, context: Context) -> Post | None:
    """The vice-mayor in whose portfolio the lead lies, where there is exactly one."""
    posts = Post.objects.filter(portfolio=lead, office=Office.VICE_MAYOR).in_force(context.today)
    found = list(posts[:2])
    return found[0] if len(found) == 1 else None


def why_this_date(proposal: Proposal) -> str:
    """The step from the words, or from a person's decision, to the date."""
    if proposal.date_decision == _Decision.READ:
        return proposal.due_rule
    who = str(proposal.decided_by or "")
    if proposal.date_decision == _Decision.SET:
        return _("原文没有这个日期，审读时由%(who)s所定。") % {"who": who}
    if proposal.date_decision == _Decision.NONE:
        return _("审读时由%(who)s写明无时限。") % {"who": who}
    return _("原文没有日期，按规则包默认期限，由%(who)s采用。") % {"who": who}


def _handed_over(context: Context, proposal: Proposal) -> Matter:
    matter = _matter_of(proposal, context.subject)
    put_forward(context, matter)
    assign = action_named("matter.assign")
    step = Context(
        matter, context.account, context.at, context.pack, _assignment(proposal, context)
    )
    for need in assign.needs:
        refusal = need(step)
        if refusal is not None:
            raise Refused(refusal)
    carry_out(assign, step)
    return matter


def _assignment(proposal: Proposal, context: Context) -> dict[str, Any]:
    return {
        "lead": proposal.lead,
        "assists": list(proposal.assists.all()),
        "leader": leader_of(proposal.lead, context),
        "due_on": proposal.due_on,
        "is_undated": proposal.date_decision == _Decision.NONE,
        "is_major": proposal.is_major,
    }


def _matter_of(proposal: Proposal, minutes: Minutes) -> Matter:
    return Matter(
        jurisdiction=minutes.jurisdiction,
        address=matter_address(minutes, proposal.clause),
        minutes=minutes,
        state=State.PROPOSED,
        item=proposal.item,
        position=proposal.position,
        start=proposal.start,
        end=proposal.end,
        action=proposal.action,
        quote=words_between(minutes.text, proposal.start, proposal.end),
        lead=proposal.lead,
        is_major=proposal.is_major,
        modality=proposal.modality,
        closing_kind=proposal.closing_kind,
        closing_to=proposal.closing_to,
        due_words=proposal.due_words,
        due_rule=why_this_date(proposal),
        due_on=proposal.due_on,
        original_due_on=proposal.due_on,
        held_on=minutes.held_on,
    )


def _matters_before(minutes: Minutes) -> dict[str, Matter]:
    if minutes.supersedes_id is None:
        return {}
    rows = Matter.objects.select_for_update(of=("self",)).filter(minutes=minutes.supersedes_id)
    return {matter.address.rpartition(":")[2]: matter for matter in rows}


def _anchor_anew(context: Context, matter: Matter, proposal: Proposal) -> None:
    """The matter goes on; its sentence is the one in the corrected paper."""
    minutes = context.subject
    was = matter.minutes.address
    matter.minutes, matter.start, matter.end = minutes, proposal.start, proposal.end
    matter.quote = words_between(minutes.text, proposal.start, proposal.end)
    matter.version += 1
    matter.save()
    data = {"was": was, "now": minutes.address, "start": matter.start, "end": matter.end}
    entry = Entry("matter.anchor", matter.address, {**data, **standing_of(matter)})
    append(author_of(context.account), entry, context.at)


def _supersede(minutes: Minutes) -> None:
    if minutes.supersedes is None:
        return
    minutes.supersedes.state = Minutes.State.SUPERSEDED
    minutes.supersedes.version += 1
    minutes.supersedes.save(update_fields=["state", "version"])
