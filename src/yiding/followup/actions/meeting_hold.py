"""Hold a meeting 登记到会: who came; without a quorum it is no meeting."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.meeting_action import MeetingAction
from yiding.followup.models import Attendance, Meeting
from yiding.followup.refusals import Refusal


class HoldForm(ActForm):
    """Who was present, and why others were not."""

    present = forms.ModelMultipleChoiceField(
        Attendance.objects.none(),
        label=_("到会"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    leave = words_field(_("请假事由"), required=False, help_text=_("一行一人：姓名、事由。"))

    def prepare(self, context: Context) -> None:
        """Everybody due is ticked until somebody unticks."""
        roll = context.subject.attendance.select_related("person", "unit").order_by("pk")
        field = cast("forms.ModelMultipleChoiceField", self.fields["present"])  # type: ignore[type-arg]
        field.queryset = roll
        field.label_from_instance = _shown  # type: ignore[method-assign,assignment]
        if not self.is_bound:
            self.initial = {"present": [one.pk for one in roll]}


def _shown(row: Any) -> str:
    part = row.get_part_display()
    return f"{row.title} {row.person}（{part}）" if row.person else f"{row.unit}（{part}）"


def members_of(meeting: Meeting) -> int:
    """How many members are due."""
    return meeting.attendance.filter(part=Attendance.Part.MEMBER).count()


@guard(reads_fields=True)
def has_a_quorum(context: Context) -> Refusal | None:
    """The pack's share of the members is present."""
    quorum = context.pack.quorum
    members = members_of(context.subject)
    present = sum(one.part == Attendance.Part.MEMBER for one in context.data["present"])
    if quorum.is_met(present, members):
        return None
    return Refusal(
        "has_a_quorum",
        _("组成人员%(members)s人，到会%(present)s人，不够法定人数。"),
        _("请核对到会名单；确实不够的，会议改期。"),
        {"members": members, "present": present},
    )


class HoldMeeting(MeetingAction):
    """登记到会：达到法定人数才算召开。"""

    name, label = "meeting.hold", _("登记到会")
    sources, target = frozenset({Meeting.State.CALLED}), Meeting.State.HELD
    form = HoldForm
    needs = (has_a_quorum,)
    sentence = _("%(actor)s登记会议召开。")

    def perform(self, context: Context) -> None:
        """The roll is kept as it was."""
        meeting, present = context.subject, context.data["present"]
        meeting.attendance.update(is_present=False)
        meeting.attendance.filter(pk__in=[one.pk for one in present]).update(is_present=True)
        meeting.note = context.data["leave"]

    def recorded(self, context: Context) -> dict[str, Any]:
        """Names, not keys."""
        return {
            "present": [str(one.person or one.unit) for one in context.data["present"]],
            "leave": context.data["leave"],
        }
