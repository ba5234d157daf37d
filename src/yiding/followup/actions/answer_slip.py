"""Answer a slip 回复督办单."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.fields import words_field
from yiding.followup.inbox import supervision_of
from yiding.followup.models import Slip
from yiding.followup.slip_action import SlipAction, of_the_addressed_unit
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT


class AnswerForm(ActForm):
    """What the unit says."""

    answer = words_field(_("回复"))


class AnswerSlip(SlipAction):
    """回复督办单：写明原因、措施和时间。"""

    name, label = "slip.answer", _("回复督办单")
    roles = OF_A_UNIT
    sources = frozenset({Slip.State.ISSUED, Slip.State.RECEIVED})
    target = Slip.State.ANSWERED
    form = AnswerForm
    needs = (of_the_addressed_unit,)
    settles = ("matter.issue_slip", "slip.answer")
    sentence = _("%(actor)s回复督办单：%(answer)s")

    def perform(self, context: Context) -> None:
        """An answer is a receipt too."""
        slip = context.subject
        slip.answer, slip.answered_at = context.data["answer"], context.at
        slip.received_at = slip.received_at or context.at
        slip.received_by = slip.received_by or context.account

    def expected_of(self, context: Context) -> Iterable[Account]:
        """The office reads the answer."""
        return supervision_of(context.subject.jurisdiction)
