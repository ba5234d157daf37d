"""A paper on its way: brought in, settled by the supervision office, submitted, signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from yiding.demo.deeds import Deed, moment
from yiding.demo.diary import working_day_from
from yiding.demo.enrolment import Enrolled
from yiding.demo.papers import MinutesPaper
from yiding.demo.seeds import MatterSeed
from yiding.demo.story import Story
from yiding.followup.accounting import leaves_of
from yiding.followup.act import Call, act
from yiding.followup.handing_over import put_forward
from yiding.followup.importing import import_context, import_file
from yiding.followup.models import Matter, Meeting, Minutes, Part, Proposal
from yiding.journal.record import Entry, append_all
from yiding.registry.authors import author_of
from yiding.registry.models import Account
from yiding.registry.roles import Role

_REFUSED = "属号召性要求，无具体办理内容。"
_State, _Date = Proposal.State, Proposal.DateDecision
_VERBS = {
    _State.ACCEPTED: "proposal.accept",
    _State.EDITED: "proposal.edit",
    _State.REFUSED: "proposal.refuse",
}
_SHARED = (
    "jurisdiction_id", "item", "position", "start", "end", "action", "modality",
    "closing_kind", "closing_to", "due_words", "due_rule", "lead_id", "due_on",
)  # fmt: skip
_KEPT = (
    "state", "reason", "lead", "due_on", "date_decision", "decided_by", "is_major", "version",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the office settles for one duty; what is merely noted is no task."""

    lead: str
    assists: tuple[str, ...]
    due_on: date | None
    is_major: bool
    is_noted: bool


def verdict_on(seed: MatterSeed, story: Story) -> Verdict:
    """As the life of the matter begins: it is handed over, or noted."""
    first = story.steps[0] if story.steps else None
    if first is None or first.verb != "assign":
        return Verdict(seed.lead, seed.assists, seed.due_on, False, first is not None)
    given = first.fields
    return Verdict(
        given["lead"], tuple(given["assists"]), given["due_on"], given["is_major"], False
    )


class Arriving:
    """One paper from the day it was printed to the signature."""

    def __init__(
        self, paper: MinutesPaper, meeting: str, verdicts: dict[str, Verdict], rows: Enrolled
    ) -> None:
        self._paper, self._meeting = paper, meeting
        self._verdicts, self._rows = verdicts, rows
        self._came_on = working_day_from(paper.printed_on)

    def deeds(self) -> Iterator[Deed]:
        """Everything until it is signed."""
        yield from self.review()
        signed_on = working_day_from(self._came_on + timedelta(days=1))
        yield self._deed(moment(signed_on, 8, 39), "4", self._sign)

    def review(self) -> Iterator[Deed]:
        """Until it waits for the signature."""
        yield self.arrival()
        yield self._deed(moment(self._came_on, 14, 30), "2", self._settle)
        yield self._deed(moment(self._came_on, 16, 20), "3", self._submit)

    def arrival(self) -> Deed:
        """The import alone."""
        return self._deed(moment(self._came_on, 10, 30), "1", self._bring_in)

    def _deed(self, at: datetime, order: str, do: Callable[[datetime], None]) -> Deed:
        return Deed(at, f"{self._paper.address} {order}", partial(do, at))

    def _bring_in(self, at: datetime) -> None:
        minutes = import_file(self._paper.name, self._paper.content, self._officer(at), at)
        minutes.meeting = Meeting.objects.get(address=self._meeting)
        minutes.save(update_fields=["meeting"])
        Meeting.objects.filter(address=self._meeting).update(state=Meeting.State.MINUTED)

    def _settle(self, at: datetime) -> None:
        """Take what binds with the lead that was settled; refuse the rest, and say why."""
        minutes, officer = self._minutes(), self._officer(at)
        for leaf in leaves_of(minutes):
            if leaf.kind == "unread":
                data = {"start": str(leaf.start)}
                act(Call("minutes.file_background", minutes.address, data), officer, at)
        proposals = list(minutes.proposals.all())
        entries = [self._decided(proposal, officer) for proposal in proposals]
        for one in proposals:
            one.save(update_fields=_KEPT)
        self._keep_assists([one for one in proposals if one.is_wanted])
        append_all(author_of(officer), entries, at)

    def _decided(self, proposal: Proposal, officer: Account) -> Entry:
        verdict = self._verdicts.get(proposal.address)
        proposal.decided_by, proposal.version = officer, proposal.version + 1
        if verdict is None or verdict.is_noted:
            proposal.state, proposal.reason = _State.REFUSED, _REFUSED
        else:
            self._accept(proposal, verdict)
        data = {"from": str(_State.OPEN), "to": str(proposal.state)}
        said = {"reason": proposal.reason} if proposal.reason else {}
        return Entry(_VERBS[_State(proposal.state)], proposal.address, {**said, **data})

    def _accept(self, proposal: Proposal, verdict: Verdict) -> None:
        lead = self._rows.units[verdict.lead]
        is_as_read = proposal.lead_id == lead.pk and proposal.read_due_on == verdict.due_on
        proposal.state = _State.ACCEPTED if is_as_read else _State.EDITED
        proposal.lead, proposal.is_major = lead, verdict.is_major
        is_read = verdict.due_on is not None and proposal.read_due_on == verdict.due_on
        dated = _Date.READ if is_read else _Date.SET
        proposal.due_on = verdict.due_on
        proposal.date_decision = _Date.DEFAULT if verdict.due_on is None else dated

    def _keep_assists(self, wanted: list[Proposal]) -> None:
        link = Proposal.assists.through
        link.objects.filter(proposal__in=wanted).delete()
        link.objects.bulk_create(
            link(proposal_id=one.pk, unit_id=self._rows.units[code].pk)
            for one in wanted
            for code in self._verdicts[one.address].assists
        )

    def _submit(self, at: datetime) -> None:
        act(Call("minutes.submit", self._paper.address, {}), self._officer(at), at)

    def _sign(self, at: datetime) -> None:
        """Signed, every duty is handed over; what is to be noted is put forward for that."""
        signer = self._rows.desks_of(Role.SECRETARY_GENERAL, None, at.date())[0].account
        done = act(Call("minutes.sign", self._paper.address, {}), signer, at)
        noted = {address for address, verdict in self._verdicts.items() if verdict.is_noted}
        context = import_context(self._officer(at), at)
        for proposal in done.subject.proposals.filter(address__in=noted):
            matter = _matter(done.subject, proposal)
            put_forward(context, matter)
            Part.objects.bulk_create(
                Part(matter=matter, unit=self._rows.units[code])
                for code in self._verdicts[proposal.address].assists
            )

    def _minutes(self) -> Minutes:
        return Minutes.objects.get(address=self._paper.address)

    def _officer(self, at: datetime) -> Account:
        return self._rows.desks_of(Role.SUPERVISOR, None, at.date())[0].account


def _matter(minutes: Minutes, proposal: Proposal) -> Matter:
    return Matter(
        address=proposal.address,
        minutes=minutes,
        held_on=minutes.held_on,
        original_due_on=proposal.due_on,
        quote=minutes.text[proposal.start : proposal.end],
        **{name: getattr(proposal, name) for name in _SHARED},
    )
