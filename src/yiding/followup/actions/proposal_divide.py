"""Divide 分到各单位: a collective becomes the units a person chooses."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yiding.followup.accounting import next_clause
from yiding.followup.action import ActForm, Context
from yiding.followup.actions.proposal_edit import book_of
from yiding.followup.models import Minutes, Proposal
from yiding.followup.names_fields import UnitNameField, UnitNamesField
from yiding.followup.remembering import remember_group
from yiding.followup.review_action import UNDECIDED_OR_WANTED, ProposalAction, mark_decided
from yiding.followup.review_steps import Before
from yiding.followup.splitting import copied
from yiding.registry.models import Unit

TOGETHER, EACH = "together", "each"


class DivideForm(ActForm):
    """Who is meant, and whether they share one duty or each have their own."""

    members = UnitNamesField(label=_("具体是哪些单位"), help_text=_("用顿号隔开"))
    way = forms.ChoiceField(
        label=_("怎么立项"),
        choices=(
            (TOGETHER, _("一家牵头，其余配合：一起办成一件事")),
            (EACH, _("每家各立一件：各自办、各自销号")),
        ),
        widget=forms.RadioSelect,
    )
    lead = UnitNameField(label=_("其中牵头的"), required=False, help_text=_("不填则第一家牵头"))
    remembers = forms.BooleanField(label=_("记住这份名单"), required=False)

    def prepare(self, context: Context) -> None:
        """The list kept under the collective's name is offered; several of a kind each have one."""
        proposal = context.subject
        book = book_of(proposal.minutes, context)
        self.fields["members"].book = self.fields["lead"].book = book  # type: ignore[attr-defined]
        for name in ("members", "lead"):
            self.fields[name].widget.attrs |= {"list": "units", "autocomplete": "off"}
        named = [book.named(words) for words in proposal.lead_words]
        units = [
            unit for one in named for unit in (one.members or ((one.unit,) if one.unit else ()))
        ]
        is_places = bool(units) and all(unit.kind == Unit.Kind.COUNTY for unit in units)
        self.initial = {
            "members": "、".join(str(unit) for unit in dict.fromkeys(units)),
            "way": EACH if is_places else TOGETHER,
            "remembers": proposal.is_group and not any(one.group for one in named),
        }

    def clean(self) -> dict[str, Any]:
        """The lead is one of them."""
        cleaned = super().clean() or self.cleaned_data
        members, lead = cleaned.get("members") or [], cleaned.get("lead")
        if lead is not None and lead not in members:
            self.add_error("lead", ValidationError(_NOT_AMONG, params={"lead": lead}))
        return cleaned


_NOT_AMONG = _("%(lead)s不在上面的名单里。请从名单里选牵头单位。")


class DivideProposal(ProposalAction):
    """分到各单位：一家牵头，或每家一件。"""

    name, label = "proposal.divide", _("分到各单位")
    sources, target = UNDECIDED_OR_WANTED, Proposal.State.OPEN
    form = DivideForm
    sentence = _("%(actor)s把此项分到%(members)s。")

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:
        """One duty with a lead, or one for each in the order named."""
        proposal, data = context.subject, context.data
        before.keep(proposal)
        if data["remembers"] and len(proposal.lead_words) == 1:
            remember_group(proposal.lead_words[0], minutes, data["members"], before)
        first = data["lead"] or data["members"][0]
        others = [unit for unit in data["members"] if unit != first]
        proposal.lead = first
        if data["way"] == TOGETHER:
            kept = [cast("Unit", one) for one in proposal.assists.all() if one != first]
            proposal.assists.set([*kept, *others])
        else:
            self._make_one_each(proposal, minutes, others, before)
        mark_decided(proposal, context)

    def _make_one_each(
        self, proposal: Proposal, minutes: Minutes, others: list[Unit], before: Before
    ) -> None:
        every = list(minutes.proposals.all())
        named = {proposal.lead, *others}
        assists = [cast("Unit", one) for one in proposal.assists.all() if one not in named]
        proposal.assists.set(assists)
        for unit in others:
            address = f"{minutes.address}:{next_clause(every, proposal.clause)}"
            twin = copied(proposal, address)
            twin.lead = unit
            twin.save()
            twin.assists.set(assists)
            every.append(twin)
            before.made.append(twin.pk)
