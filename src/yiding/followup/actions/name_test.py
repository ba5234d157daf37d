"""Name test 定检验: which figure, entry or document shows that the matter is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.fields import day_field
from yiding.followup.ledger_sources import UnknownSource, check, choices, proposals
from yiding.followup.matter_action import ToTheUnit
from yiding.followup.models import ClosingTest, LedgerReading, Matter
from yiding.followup.proving import keep_reading
from yiding.followup.states import State
from yiding.registry.roles import SUPERVISION

Kind = ClosingTest.Kind


class NameTestForm(ActForm):
    """A ledger's indicator with a target, or one of its entries, by a day."""

    kind = forms.ChoiceField(label=_("检验种类"), choices=Kind.choices, widget=forms.RadioSelect)
    address = forms.CharField(
        label=_("台账地址或文号"),
        max_length=160,
        help_text=_("指标如 premises/over-limit-share，条目如 premises:room/A-101，文件写文号。"),
    )
    target = forms.DecimalField(label=_("目标值"), max_digits=18, decimal_places=4, required=False)
    by_on = day_field(_("检验日"), required=False, help_text=_("不填即按办理时限。"))

    def prepare(self, context: Context) -> None:
        """Offer the indicators there are, under their ledgers, while any address may be typed.

        What stands there at first is the test it has, else the one its words propose.
        """
        found = choices(Kind.INDICATOR, context.subject.jurisdiction)
        self.fields["address"].widget = forms.TextInput(attrs={"list": "ledger-addresses"})
        self.addresses = found
        self._begin_with(context.subject)

    def _begin_with(self, matter: Matter) -> None:
        test = ClosingTest.objects.filter(matter=matter).first()
        if test is not None:
            self.initial.update(model_to_dict(test, ("kind", "address", "target", "by_on")))
            return
        for one in proposals(matter)[:1]:
            self.initial.update(kind=one.kind, address=one.address, target=one.target)
            self.fields["address"].help_text = _("按这件事的原文建议：%(why)s") % {"why": one.why}

    def clean(self) -> dict[str, Any]:
        """The address is one that a ledger answers for; a figure has a target."""
        cleaned = super().clean() or self.cleaned_data
        kind, address = cleaned.get("kind"), cleaned.get("address")
        if kind and address:
            self._ask_ledger(kind, address)
        if kind == Kind.INDICATOR and cleaned.get("target") is None:
            self.add_error("target", _("指标要填目标值。"))
        return cleaned

    def _ask_ledger(self, kind: str, address: str) -> None:
        try:
            check(kind, address)
        except UnknownSource as why:
            self.add_error("address", ValidationError(str(why)))


class NameTest(ToTheUnit):
    """定检验：办没办成，看台账。"""

    name, label = "matter.name_test", _("定办结检验")
    roles = SUPERVISION
    sources = frozenset(
        {State.PROPOSED, State.ASSIGNED, State.OBJECTED, State.UNDER_WAY, State.STANDING}
    )
    form = NameTestForm
    sentence = _("%(actor)s定办结检验：%(kind)s %(address)s。")

    def perform(self, context: Context) -> None:
        """The test replaces the one before; the first reading is kept with it."""
        matter, data = context.subject, context.data
        test, _made = ClosingTest.objects.update_or_create(
            matter=matter,
            defaults={
                "jurisdiction": matter.jurisdiction,
                "kind": data["kind"],
                "address": data["address"],
                "target": data["target"],
                "by_on": data["by_on"],
                "named_by": context.account,
                "named_at": context.at,
            },
        )
        keep_reading(test, LedgerReading.Occasion.NAMED, context.at)
