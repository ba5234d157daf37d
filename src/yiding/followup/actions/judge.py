"""Judge 研判: what a person finds, where the pack's trigger asks for a person's word."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.fields import words_field
from yiding.followup.matter_action import ToTheUnit, concluded
from yiding.followup.models import Conclusion
from yiding.followup.states import State
from yiding.registry.roles import SUPERVISION


class JudgeForm(ActForm):
    """What was found, and on what it rests."""

    finding = forms.ChoiceField(
        label=_("研判"),
        choices=[
            ("good_reason", _("有正当理由")),
            ("poor_quality", _("质量不高")),
            ("major", _("事关重大")),
            ("urgent", _("时间紧迫")),
            ("instructed", _("领导批示")),
        ],
    )
    words = words_field(_("依据"))


class Judge(ToTheUnit):
    """研判：有无正当理由、质量如何，由人说了算。"""

    name, label = "matter.judge", _("研判")
    roles = SUPERVISION
    sources = frozenset({State.ASSIGNED, State.UNDER_WAY})
    form = JudgeForm
    sentence = _("%(actor)s研判：%(finding)s。%(words)s")

    def perform(self, context: Context) -> None:
        """Kept with its day: the ladder reads it."""
        data = context.data
        concluded(context, Conclusion.Kind.JUDGEMENT, data["words"], code=data["finding"])
