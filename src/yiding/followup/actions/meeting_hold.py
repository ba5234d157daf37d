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
from yiding.registry.models import Person


class HoldForm(ActForm):
    """Who presided, who was present, and why others were not."""

    chair = forms.ModelChoiceField(
        Person.objects.none(), label=_("主持人"), help_text=_("市长委托别人主持的，选受委托的人。")
    )

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
        chair = cast("forms.ModelChoiceField", self.fields["chair"])  # type: ignore[type-arg]
        members = [one.person_id for one in roll if one.part == Attendance.Part.MEMBER]
        chair.queryset = Person.objects.filter(pk__in=members)
        if not self.is_bound:
            present = [one.pk for one in roll]
            self.initial = {"present": present, "chair": context.subject.chair_id}


def _shown(row: Any) -> str:
    part = row.get_part_display()
    return f"{row.title} {row.person}（{part}）" if row.person else f"{row.unit}（{part}）"


def reason_of(name: str, leave: str) -> str:
    """Why somebody was away, from the line that begins with the name."""
    lines = (line.strip() for line in leave.splitlines())
    found = next((line for line in lines if name and line.startswith(name)), "")
    return found.removeprefix(name).strip(" 、，,：:")[:200]


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


@guard(reads_fields=True)
def the_chair_was_there(context: Context) -> Refusal | None:
    """Whoever presided was present."""
    chair = context.data["chair"]
    if any(one.person_id == chair.pk for one in context.data["present"]):
        return None
    return Refusal(
        "the_chair_was_there",
        _("主持人%(chair)s没有勾选到会。"),
        _("请选到会的主持人，或勾选其到会。"),
        {"chair": chair},
    )


@guard()
def the_day_has_come(context: Context) -> Refusal | None:
    """A roll is called on the day, not before."""
    if context.today >= context.subject.held_on:
        return None
    return Refusal(
        "the_day_has_come",
        _("会议定于%(day)s，还没有到。"),
        _("请在会议当天或会后登记。"),
        {"day": context.subject.held_on},
    )


class HoldMeeting(MeetingAction):
    """登记到会：达到法定人数才算召开。"""

    name, label = "meeting.hold", _("登记到会")
    sources, target = frozenset({Meeting.State.CALLED}), Meeting.State.HELD
    form = HoldForm
    needs = (the_day_has_come, the_chair_was_there, has_a_quorum)
    sentence = _("%(actor)s登记会议召开。")

    def perform(self, context: Context) -> None:
        """The roll is kept as it was."""
        meeting, present = context.subject, context.data["present"]
        meeting.attendance.update(is_present=False)
        meeting.attendance.filter(pk__in=[one.pk for one in present]).update(is_present=True)
        meeting.chair, meeting.note = context.data["chair"], context.data["leave"]
        absent = list(meeting.attendance.filter(is_present=False).select_related("person"))
        for row in absent:
            row.reason = reason_of(str(row.person or ""), context.data["leave"])
        Attendance.objects.bulk_update(absent, ["reason"])

    def recorded(self, context: Context) -> dict[str, Any]:
        """Names, not keys."""
        return {
            "present": [str(one.person or one.unit) for one in context.data["present"]],
            "leave": context.data["leave"],
            "chair": str(context.data["chair"]),
        }
