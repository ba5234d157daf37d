"""What the verbs on a slip share."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Action, Context, guard
from yiding.followup.models import Slip
from yiding.followup.refusals import Refusal


class SlipAction(Action):
    """A verb on a slip."""

    model: ClassVar[type[Slip]] = Slip


@guard()
def of_the_addressed_unit(context: Context) -> Refusal | None:
    """Only the unit it is addressed to."""
    if context.account.unit_id == context.subject.unit_id:
        return None
    return Refusal(
        "of_the_addressed_unit",
        _("此单发给%(unit)s。"),
        _("请该单位办理。"),
        {"unit": context.subject.unit},
    )
