"""Excuse a part 免予配合: silence of an assisting unit does not block the lead."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import UnitField, words_field
from yiding.followup.inbox import accounts_of_units
from yiding.followup.matter_action import MatterAction, assisting_units
from yiding.followup.models import Part
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.models import Account, Unit
from yiding.registry.roles import SUPERVISION


class ExcuseForm(ActForm):
    """Which unit, and why."""

    unit = UnitField(label=_("配合单位"))
    reason = words_field(_("免予配合的理由"))

    def prepare(self, context: Context) -> None:
        """Only units whose part is open."""
        open_parts = context.subject.parts.filter(state=Part.State.OPEN)
        units = Unit.objects.filter(parts__in=open_parts)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


@guard()
def some_part_open(context: Context) -> Refusal | None:
    """There is an open part to excuse."""
    if context.subject.parts.filter(state=Part.State.OPEN).exists():
        return None
    return Refusal(
        "some_part_open", _("此事没有未了的配合任务。"), _("不必免予配合，可直接申请办结。")
    )


class ExcusePart(MatterAction):
    """免予配合：督查室写明理由。"""

    name, label = "matter.excuse_part", pgettext_lazy("act", "免予配合")
    roles = SUPERVISION
    sources = frozenset({State.ASSIGNED, State.UNDER_WAY})
    form = ExcuseForm
    needs = (some_part_open,)
    sentence = _("%(actor)s免去%(unit)s的配合任务：%(reason)s")

    def concerns(self, context: Context) -> bool:
        """Only where somebody assists."""
        return bool(context.subject.parts.exists())

    def perform(self, context: Context) -> None:
        """The part is excused."""
        part = context.subject.parts.get(unit=context.data["unit"])
        part.state, part.words = Part.State.EXCUSED, context.data["reason"]
        part.settled_at, part.settled_by = context.at, context.account
        part.save()

    def told(self, context: Context) -> Iterable[Account]:
        """The lead and everyone who assists."""
        return accounts_of_units([context.subject.lead, *assisting_units(context.subject)])
