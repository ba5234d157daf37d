"""Bring a paper in through the real import, settle its proposals, and make its matters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

import yiding
from yiding.demo.city import linhu
from yiding.demo.diary import ZONE, working_day_from
from yiding.demo.enrolment import Enrolled
from yiding.demo.papers import MinutesPaper
from yiding.demo.seeds import MatterSeed
from yiding.demo.settling import matter_seeds
from yiding.followup.importing import import_file
from yiding.followup.models import Matter, Meeting, Minutes, Part, Proposal
from yiding.followup.periods import begin_period
from yiding.journal.record import Entry, append_all
from yiding.registry.authors import author_of
from yiding.registry.roles import Role

_REFUSED = "属号召性要求，无具体办理内容。"
_SHARED = (
    "jurisdiction_id", "address", "item", "position", "start", "end", "action", "modality",
    "closing_kind", "closing_to", "due_words", "due_rule", "lead_id", "due_on",
)  # fmt: skip


def bring_in(paper: MinutesPaper, meeting: Meeting, rows: Enrolled) -> list[MatterSeed]:
    """Import, review and sign one paper on the day it was printed; its matters to be."""
    at = datetime.combine(working_day_from(paper.printed_on), time(11, 30), ZONE)
    officer = rows.desks_of(Role.SUPERVISOR, None, at.date())[0].account
    minutes = import_file(paper.name, paper.content, officer, at)
    seeds = list(matter_seeds(paper, yiding.read(paper.content), linhu()))
    wanted = _settle(minutes, {seed.address: seed for seed in seeds}, rows)
    _sign(minutes, meeting, at + timedelta(hours=4), rows)
    _propose(minutes, wanted, {seed.address: seed.assists for seed in seeds}, rows)
    return seeds


def _settle(minutes: Minutes, seeds: dict[str, MatterSeed], rows: Enrolled) -> list[Proposal]:
    """Take what binds with the lead that was settled; refuse the rest, and say why."""
    proposals = list(minutes.proposals.all())
    for proposal in proposals:
        seed = seeds.get(proposal.address)
        proposal.decided_by = minutes.imported_by
        if seed is None:
            proposal.state, proposal.reason = Proposal.State.REFUSED, _REFUSED
            continue
        is_as_read = proposal.lead_id == rows.units[seed.lead].pk
        proposal.state = Proposal.State.ACCEPTED if is_as_read else Proposal.State.EDITED
        proposal.lead, proposal.due_on = rows.units[seed.lead], seed.due_on
        if seed.due_on is None:
            proposal.date_decision = Proposal.DateDecision.DEFAULT
    kept = ["state", "reason", "lead", "due_on", "date_decision", "decided_by"]
    Proposal.objects.bulk_update(proposals, kept)
    return [proposal for proposal in proposals if proposal.is_wanted]


def _sign(minutes: Minutes, meeting: Meeting, at: datetime, rows: Enrolled) -> None:
    minutes.meeting, minutes.state = meeting, Minutes.State.ISSUED
    minutes.submitted_at, minutes.issued_at = at - timedelta(hours=1), at
    minutes.signed_by = rows.desks_of(Role.SECRETARY_GENERAL, None, at.date())[0].account
    minutes.save()


def _propose(
    minutes: Minutes,
    proposals: Iterable[Proposal],
    assists: dict[str, tuple[str, ...]],
    rows: Enrolled,
) -> None:
    made = [_matter(minutes, proposal) for proposal in proposals]
    entries = [Entry("matter.propose", each.address, {"action": each.action}) for each in made]
    assert minutes.issued_at is not None  # noqa: S101 - it was signed above
    events = append_all(author_of(minutes.imported_by), entries, minutes.issued_at)
    for matter, event in zip(made, events, strict=True):
        begin_period(matter, event)
    Part.objects.bulk_create(
        Part(matter=matter, unit=rows.units[code])
        for matter in made
        for code in assists[matter.address]
    )


def _matter(minutes: Minutes, proposal: Proposal) -> Matter:
    return Matter.objects.create(
        minutes=minutes,
        held_on=minutes.held_on,
        original_due_on=proposal.due_on,
        quote=minutes.text[proposal.start : proposal.end],
        **{name: getattr(proposal, name) for name in _SHARED},
    )
