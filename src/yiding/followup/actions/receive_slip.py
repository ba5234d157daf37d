"""Receive a slip 签收督办单."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context
from yiding.followup.inbox import supervision_of
from yiding.followup.models import Slip
from yiding.followup.slip_action import SlipAction, of_the_addressed_unit
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT


class ReceiveSlip(SlipAction):
    """签收督办单。"""

    name, label = "slip.receive", _("签收督办单")
    roles = OF_A_UNIT
    sources, target = frozenset({Slip.State.ISSUED}), Slip.State.RECEIVED
    needs = (of_the_addressed_unit,)
    sentence = _("%(actor)s签收督办单。")

    def perform(self, context: Context) -> None:
        """The receipt."""
        context.subject.received_at = context.at
        context.subject.received_by = context.account

    def told(self, context: Context) -> Iterable[Account]:
        """The office sees the receipt."""
        return supervision_of(context.subject.jurisdiction)
