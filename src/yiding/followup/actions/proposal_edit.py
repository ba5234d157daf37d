"""Edit 修改: what is to be done, by whom, by when, and what closes it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yiding.followup.accounting import missing_of
from yiding.followup.action import ActForm, Context
from yiding.followup.fields import day_field
from yiding.followup.models import Minutes, Proposal
from yiding.followup.names_fields import UnitNameField, UnitNamesField
from yiding.followup.remembering import may_remember, remember_name
from yiding.followup.review_action import (
    CLOSING_KINDS,
    UNDECIDED_OR_WANTED,
    ProposalAction,
    mark_decided,
)
from yiding.followup.review_steps import Before
from yiding.registry.names import NameBook

_Decision = Proposal.DateDecision
_State = Proposal.State


class EditProposalForm(ActForm):
    """Every fact of a duty that a reviewer settles."""

    action = forms.CharField(
        label=_("要做的事"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    lead = UnitNameField(label=_("牵头单位"), required=False)
    remembers = forms.BooleanField(label=_("记住这个叫法"), required=False)
    assists = UnitNamesField(label=_("配合单位"), required=False, help_text=_("用顿号隔开"))
    date_decision = forms.ChoiceField(label=_("时限"), choices=_Decision.choices)
    due_on = day_field(_("另定日期"), required=False)
    closing_kind = forms.ChoiceField(
        label=_("销号凭什么"), choices=CLOSING_KINDS, required=False, widget=forms.RadioSelect
    )
    closing_to = forms.CharField(label=_("由谁批准"), max_length=80, required=False)
    is_major = forms.BooleanField(label=_("重大事项"), required=False)
    is_final = forms.BooleanField(label=_("改后即接受"), required=False)

    def prepare(self, context: Context) -> None:
        """What was read stands until somebody changes it."""
        proposal = context.subject
        book = book_of(proposal.minutes, context)
        self.fields["lead"].book = self.fields["assists"].book = book  # type: ignore[attr-defined]
        for name in ("lead", "assists"):
            self.fields[name].widget.attrs |= {"list": "units", "autocomplete": "off"}
        is_final = not self.is_bound or bool(self.data.get("is_final"))
        for name, words in _ASKED.items():
            self.fields[name].required = is_final
            self.fields[name].error_messages["required"] = words
        self._quote_bearers(proposal, is_new=may_remember(proposal, book))
        self._offer_dates(proposal)
        self.initial = initial_of(proposal)

    def clean(self) -> dict[str, Any]:
        """A date typed in is a decision; a lead does not assist; what is final is complete."""
        cleaned = super().clean() or self.cleaned_data
        self._settle_date(cleaned)
        lead = cleaned.get("lead")
        if lead is not None and lead in cleaned.get("assists", ()):
            self.add_error("assists", ValidationError(_LEAD_ASSISTS, params={"lead": lead}))
        if cleaned.get("is_final"):
            self._ask_for_all(cleaned)
        return cleaned

    def _quote_bearers(self, proposal: Proposal, *, is_new: bool) -> None:
        words = "、".join(proposal.lead_words)
        quoted = _("原文“%(words)s”") % {"words": words} if words else _("原文没有点名")
        self.fields["lead"].help_text = quoted
        if not is_new:
            del self.fields["remembers"]
            return
        label = _("记住：“%(words)s”就是这个单位") % {"words": words}
        self.fields["remembers"].label = label

    def _offer_dates(self, proposal: Proposal) -> None:
        field = self.fields["date_decision"]
        if proposal.due_words:
            field.help_text = _("原文“%(words)s”") % {"words": proposal.due_words}
        offered: list[tuple[str, Any]] = [
            (value, label)
            for value, label in _Decision.choices
            if not (value == _Decision.READ and proposal.read_due_on is None)
            and not (value == _Decision.UNDECIDED and proposal.date_decision != value)
        ]
        if proposal.read_due_on is not None:
            day = _("原文所定：%(day)s") % {"day": proposal.read_due_on}
            offered = [
                (value, day if value == _Decision.READ else label) for value, label in offered
            ]
        field.choices = offered  # type: ignore[attr-defined]

    def _settle_date(self, cleaned: dict[str, Any]) -> None:
        proposal = self.context.subject
        decision, due_on = cleaned.get("date_decision"), cleaned.get("due_on")
        if due_on is not None and due_on not in {proposal.due_on, proposal.read_due_on}:
            decision = _Decision.SET
        if decision == _Decision.SET and due_on is None:
            self.add_error("due_on", _("请填日期；没有日期的，时限请选“无时限”或“按规则包默认”。"))
        held_on = proposal.minutes.held_on
        if decision == _Decision.SET and due_on and held_on and due_on < held_on:
            values = {"due": due_on, "held": held_on}
            self.add_error("due_on", ValidationError(_TOO_EARLY, params=values))
        cleaned["date_decision"] = decision
        days = {str(_Decision.SET): due_on, str(_Decision.READ): proposal.read_due_on}
        cleaned["due_on"] = days.get(str(decision))

    def _ask_for_all(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("date_decision") == _Decision.UNDECIDED:
            self.add_error("date_decision", _("请定时限：另定日期、按规则包默认，或写明无时限。"))


_ASKED = {
    "lead": _("请填牵头单位：一件事一个牵头单位。"),
    "closing_kind": _("请选销号凭什么。"),
}
_LEAD_ASSISTS = _("%(lead)s是牵头单位，请从配合单位里去掉它。")
_TOO_EARLY = _("%(due)s早于开会日期%(held)s。请核对年份，填开会以后的日期。")


class EditProposal(ProposalAction):
    """修改：补齐单位、时限、办结标准。"""

    name, label = "proposal.edit", _("存为修改")
    sources = UNDECIDED_OR_WANTED | {_State.REFUSED}
    form = EditProposalForm
    sentence = _("%(actor)s修改此项任务。")

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:
        """Set every field; complete, it is accepted as changed, else it stays open."""
        proposal, data = context.subject, context.data
        before.keep(proposal)
        if data.get("remembers") and data["lead"] is not None:
            remember_name(context, minutes, proposal.lead_words[0], data["lead"], before)
        for name in _PLAIN:
            setattr(proposal, name, data[name])
        proposal.assists.set(data["assists"])
        is_accepted = not missing_of(proposal) and (data["is_final"] or proposal.is_wanted)
        proposal.state = _State.EDITED if is_accepted else _State.OPEN
        mark_decided(proposal, context)


_PLAIN = ("action", "lead", "date_decision", "due_on", "closing_kind", "closing_to", "is_major")


def initial_of(proposal: Proposal) -> dict[str, Any]:
    """The fields as they stand, in the words a person would type."""
    return {
        "action": proposal.action,
        "lead": str(proposal.lead or ""),
        "assists": "、".join(str(unit) for unit in proposal.assists.all()),
        "date_decision": proposal.date_decision,
        "due_on": proposal.due_on,
        "closing_kind": proposal.closing_kind,
        "closing_to": proposal.closing_to,
        "is_major": proposal.is_major,
        "remembers": True,
    }


def book_of(minutes: Minutes, context: Context) -> NameBook:
    """The names of the meeting's day, answering on the day of the act."""
    written_on = minutes.held_on or minutes.printed_on or context.today
    return NameBook.of(minutes.jurisdiction, written_on, context.today)
