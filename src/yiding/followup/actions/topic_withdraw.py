"""Withdraw a topic 撤回议题: by the unit, before it is on an agenda."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm
from yiding.followup.fields import words_field
from yiding.followup.topic_action import (
    BEFORE_MEETING,
    ByTheUnit,
    TopicState,
    of_the_filing_unit,
)
from yiding.registry.roles import OF_A_UNIT


class WithdrawForm(ActForm):
    """Why."""

    reason = words_field(_("撤回的理由"))


class WithdrawTopic(ByTheUnit):
    """撤回议题。"""

    name, label = "topic.withdraw", _("撤回议题")
    roles = OF_A_UNIT
    sources, target = BEFORE_MEETING | {TopicState.DEFERRED}, TopicState.WITHDRAWN
    form = WithdrawForm
    needs = (of_the_filing_unit,)
    sentence = _("%(actor)s撤回议题：%(reason)s")
