"""Complete a part 办结配合任务: an assisting unit says its share is done."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.inbox import accounts_of_unit
from yiding.followup.matter_action import MatterAction
from yiding.followup.models import Part
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT


class PartForm(ActForm):
    """What the unit did."""

    words = words_field(_("配合情况"))


@guard()
def own_part_open(context: Context) -> Refusal | None:
    """The account's unit assists, and its part is open."""
    parts = context.subject.parts.filter(unit=context.account.unit_id)
    if parts.filter(state=Part.State.OPEN).exists():
        return None
    return Refusal(
        "own_part_open",
        _("%(unit)s在此事里没有未了的配合任务。"),
        _("请看此事页面上的配合单位一栏。"),
        {"unit": context.account.unit or "—"},
    )


class CompletePart(MatterAction):
    """办结配合任务：由配合单位自己办结。"""

    name, label = "matter.complete_part", _("办结配合任务")
    roles = OF_A_UNIT
    sources = frozenset({State.ASSIGNED, State.UNDER_WAY})
    form = PartForm
    needs = (own_part_open,)
    sentence = _("%(actor)s办结配合任务：%(words)s")

    def concerns(self, context: Context) -> bool:
        """Only for a unit that assists."""
        return bool(context.subject.parts.filter(unit=context.account.unit_id).exists())

    def perform(self, context: Context) -> None:
        """The part is done."""
        part = context.subject.parts.get(unit=context.account.unit_id)
        part.state, part.words = Part.State.DONE, context.data["words"]
        part.settled_at, part.settled_by = context.at, context.account
        part.save()

    def told(self, context: Context) -> Iterable[Account]:
        """The lead unit is told."""
        return accounts_of_unit(context.subject.lead)
