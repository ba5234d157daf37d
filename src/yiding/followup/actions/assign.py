"""Assign 交办: signed by the secretary-general; the lead unit is told."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import UnitField, day_field
from yiding.followup.guards import approved_as
from yiding.followup.inbox import accounts_of_unit, accounts_of_units
from yiding.followup.matter_action import MatterAction, assisting_units, clock_end
from yiding.followup.models import Part
from yiding.followup.refusals import Refusal
from yiding.followup.rulepack_model import ClockName
from yiding.followup.states import State
from yiding.registry.models import Account, Office, Post, Unit
from yiding.registry.roles import Role


class AssignForm(ActForm):
    """The one lead, those who assist, the leader responsible, and the date."""

    lead = UnitField(label=_("牵头单位"))
    assists = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("配合单位"), required=False, to_field_name="code"
    )
    leader = forms.ModelChoiceField(Post.objects.none(), label=_("分管领导"), required=False)
    due_on = day_field(
        _("完成时限"), required=False, help_text=_("原文没有日期、这里也不填的，按规则包默认。")
    )
    is_undated = forms.BooleanField(
        label=_("无时限"), required=False, help_text=_("写明没有时限，不按规则包默认。")
    )
    is_major = forms.BooleanField(label=_("重大事项"), required=False)

    def prepare(self, context: Context) -> None:
        """What was proposed stands until somebody changes it."""
        matter = context.subject
        self.fields["lead"].offer(context)  # type: ignore[attr-defined]
        units = Unit.objects.filter(jurisdiction=matter.jurisdiction_id)
        self.fields["assists"].queryset = units.in_force(context.today)  # type: ignore[attr-defined]
        posts = Post.objects.filter(jurisdiction=matter.jurisdiction_id, office=Office.VICE_MAYOR)
        leaders = posts.in_force(context.today).select_related("person")
        self.fields["leader"].queryset = leaders  # type: ignore[attr-defined]
        self.initial = {
            "lead": matter.lead.code if matter.lead else None,
            "assists": [unit.code for unit in assisting_units(matter)],
            "leader": matter.leader_id,
            "due_on": matter.due_on,
            "is_major": matter.is_major,
        }


@guard(reads_fields=True)
def lead_does_not_assist(context: Context) -> Refusal | None:
    """One unit is not both lead and assistant."""
    lead = context.data["lead"]
    if lead not in context.data["assists"]:
        return None
    return Refusal(
        "lead_does_not_assist",
        _("%(lead)s既是牵头单位，又列为配合单位。"),
        _("请从配合单位里去掉它。"),
        {"lead": lead},
    )


@guard(reads_fields=True)
def due_after_meeting(context: Context) -> Refusal | None:
    """A date lies after the meeting that set it."""
    due_on, held_on = context.data.get("due_on"), context.subject.held_on
    if due_on is None or held_on is None or due_on >= held_on:
        return None
    return Refusal(
        "due_after_meeting",
        _("完成时限%(due)s早于议定之日%(held)s。"),
        _("请核对年份，填议定之日以后的日期。"),
        {"due": due_on, "held": held_on},
    )


class Assign(MatterAction):
    """交办：一个牵头单位，一个时限。"""

    name, label = "matter.assign", _("交办")
    roles = frozenset({Role.SECRETARY_GENERAL, Role.SUPERVISION_DIRECTOR})
    sources, target = frozenset({State.PROPOSED}), State.ASSIGNED
    form = AssignForm
    needs = (approved_as("assignment"), lead_does_not_assist, due_after_meeting)
    sentence = _("%(actor)s交%(lead)s办理，限%(due_on)s。")
    is_bulk = True

    def perform(self, context: Context) -> None:
        """Set lead, parts, leader and date; the date first given is the original for ever."""
        matter, data = context.subject, context.data
        matter.lead, matter.leader = data["lead"], data["leader"]
        matter.is_major = data["is_major"]
        matter.due_on = data["due_on"]
        if matter.due_on is None and not data.get("is_undated"):
            matter.due_on = self._default_due(context)
        matter.original_due_on = matter.due_on
        matter.assigned_at = context.at
        matter.parts.exclude(unit__in=data["assists"]).delete()
        for unit in data["assists"]:
            Part.objects.get_or_create(matter=matter, unit=unit)

    def expected_of(self, context: Context) -> Iterable[Account]:
        """The lead unit signs."""
        return accounts_of_unit(context.subject.lead)

    def told(self, context: Context) -> Iterable[Account]:
        """Those who assist are told."""
        return accounts_of_units(assisting_units(context.subject))

    def _default_due(self, context: Context) -> object:
        matter = context.subject
        name: ClockName = "default_limit_major" if matter.is_major else "default_limit"
        anchors = {
            "held": matter.held_on,
            "issued": matter.minutes.printed_on or context.today,
            "assigned": timezone.localdate(context.at),
        }
        anchor = anchors.get(context.pack.clock(name).counted_from) or context.today
        return clock_end(context, name, anchor)
