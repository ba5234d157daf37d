"""Sign 审签交办: the secretary-general signs; every accepted duty becomes a matter, handed over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Action, Context
from yiding.followup.actions.minutes_submit import (
    every_duty_complete,
    every_duty_decided,
    no_sentence_unread,
)
from yiding.followup.fields import words_field
from yiding.followup.guards import approved_as
from yiding.followup.handing_over import hand_over
from yiding.followup.inbox import supervision_of
from yiding.followup.models import Minutes
from yiding.registry.models import Account
from yiding.registry.roles import Role


class SignForm(ActForm):
    """A word, if there is one."""

    words = words_field(_("审签意见"), required=False)


class SignMinutes(Action):
    """审签交办：从此各单位收到交办。"""

    name, label = "minutes.sign", _("审签交办")
    model = Minutes
    roles = frozenset({Role.SECRETARY_GENERAL, Role.SUPERVISION_DIRECTOR})
    sources, target = frozenset({Minutes.State.SUBMITTED}), Minutes.State.ISSUED
    form = SignForm
    needs = (
        approved_as("assignment"),
        no_sentence_unread,
        every_duty_decided,
        every_duty_complete,
    )
    sentence = _("%(actor)s审签，交办%(matters)s件。")
    is_grave = True

    def perform(self, context: Context) -> None:
        """Hand every accepted duty over in the same transaction."""
        minutes = context.subject
        minutes.issued_at, minutes.signed_by = context.at, context.account
        hand_over(context)

    def told(self, context: Context) -> Iterable[Account]:
        """The supervision office."""
        return supervision_of(context.subject.jurisdiction)

    def recorded(self, context: Context) -> dict[str, Any]:
        """How many matters it makes."""
        wanted = [one for one in context.subject.proposals.all() if one.is_wanted]
        return {**super().recorded(context), "matters": len(wanted)}
