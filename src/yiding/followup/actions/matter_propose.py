"""Propose 立项: a matter from a sentence of a paper already handed over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Action, Context
from yiding.followup.actions.proposal_edit import book_of
from yiding.followup.fields import day_field
from yiding.followup.handing_over import matter_address, put_forward
from yiding.followup.models import Matter, Minutes, Part
from yiding.followup.names_fields import UnitNameField, UnitNamesField
from yiding.followup.placing import clause_in, item_in
from yiding.followup.review_action import CLOSING_KINDS
from yiding.followup.splitting import words_between
from yiding.followup.states import State
from yiding.registry.roles import SUPERVISION


class ProposeForm(ActForm):
    """The sentence as it stands in the paper, and what is asked of whom."""

    words = forms.CharField(
        label=_("原文的一句"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("照原文摘录，一字不改"),
    )
    action = forms.CharField(
        label=_("要做的事"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    lead = UnitNameField(label=_("牵头单位"))
    assists = UnitNamesField(label=_("配合单位"), required=False, help_text=_("用顿号隔开"))
    due_on = day_field(_("完成时限"), required=False)
    closing_kind = forms.ChoiceField(
        label=_("销号凭什么"), choices=CLOSING_KINDS, widget=forms.RadioSelect
    )

    def prepare(self, context: Context) -> None:
        """Units of the day."""
        book = book_of(context.subject, context)
        self.fields["lead"].book = self.fields["assists"].book = book  # type: ignore[attr-defined]

    def clean_words(self) -> tuple[int, int]:
        """Where the sentence stands; it must stand there once."""
        words = "".join(self.cleaned_data["words"].split())
        text = self.context.subject.text
        places = [place for place, sign in enumerate(text) if not sign.isspace()]
        plain = "".join(text[place] for place in places)
        if plain.count(words) != 1:
            raise ValidationError(_("原文里没有这一句，或不止一处。请照原文多摘几个字。"))
        at = plain.index(words)
        return places[at], places[at + len(words) - 1] + 1


class ProposeMatter(Action):
    """补立一件：审读时漏下的，从原文立项，再由秘书长交办。"""

    name, label = "matter.propose", _("补立一件")
    model = Minutes
    roles = SUPERVISION
    sources = frozenset({Minutes.State.ISSUED})
    form = ProposeForm
    sentence = _("%(actor)s从原文补立一件。")

    def perform(self, context: Context) -> None:
        """A proposed matter at the next free number of its clause, with who is to assist."""
        minutes, data = context.subject, context.data
        start, end = data["words"]
        taken = [*minutes.proposals.all(), *minutes.matters.all()]
        matter = Matter(
            jurisdiction=minutes.jurisdiction,
            address=matter_address(minutes, clause_in(minutes, start, taken)),
            minutes=minutes,
            state=State.PROPOSED,
            item=item_in(minutes, start),
            position=start,
            start=start,
            end=end,
            action=data["action"],
            quote=words_between(minutes.text, start, end),
            lead=data["lead"],
            closing_kind=data["closing_kind"],
            due_on=data["due_on"],
            original_due_on=data["due_on"],
            held_on=minutes.held_on,
        )
        put_forward(context, matter)
        Part.objects.bulk_create(
            Part(matter=matter, unit=unit) for unit in data["assists"] if unit != data["lead"]
        )

    def recorded(self, context: Context) -> dict[str, Any]:
        """Where the sentence stands."""
        start, end = context.data["words"]
        return {**super().recorded(context), "words": [start, end]}
