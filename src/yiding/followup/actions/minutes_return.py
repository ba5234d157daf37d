"""Return 退回: the secretary-general sends a paper back to the review, with words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Action, Context
from yiding.followup.fields import words_field
from yiding.followup.guards import approved_as
from yiding.followup.inbox import supervision_of
from yiding.followup.models import Minutes
from yiding.registry.models import Account
from yiding.registry.roles import Role


class ReturnForm(ActForm):
    """What has to be changed."""

    words = words_field(_("退回意见"))


class ReturnMinutes(Action):
    """退回审读。"""

    name, label = "minutes.return", _("退回")
    model = Minutes
    roles = frozenset({Role.SECRETARY_GENERAL, Role.SUPERVISION_DIRECTOR})
    sources, target = frozenset({Minutes.State.SUBMITTED}), Minutes.State.REVIEWING
    form = ReturnForm
    needs = (approved_as("assignment"),)
    sentence = _("%(actor)s退回审读：%(words)s")

    def perform(self, context: Context) -> None:
        """It is not submitted any more."""
        context.subject.submitted_at = None

    def expected_of(self, context: Context) -> Iterable[Account]:
        """The supervision office reviews again."""
        return supervision_of(context.subject.jurisdiction)
