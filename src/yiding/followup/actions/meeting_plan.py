"""Plan a meeting 筹备会议: its number, day and place; its members are known."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import day_field
from yiding.followup.meeting_action import MEMBER_OFFICES, MeetingAction
from yiding.followup.models import Attendance, Meeting
from yiding.followup.refusals import Refusal
from yiding.registry.models import Account, Office, Post

SERIES = (("executive", _("常务会议")), ("special", _("专题会议")), ("plenary", _("全体会议")))


class PlanForm(ActForm):
    """Which, when and where."""

    series = forms.ChoiceField(label=_("会议种类"), choices=SERIES)
    session = forms.IntegerField(label=_("第几次"), min_value=1, max_value=9999)
    held_on = day_field(_("日期"))
    place = forms.CharField(label=_("地点"), max_length=80, required=False)

    def prepare(self, context: Context) -> None:
        """The next number."""
        meetings = Meeting.objects.filter(jurisdiction=context.subject.jurisdiction_id)
        last = meetings.order_by("-session").values_list("session", flat=True).first() or 0
        self.initial = {"series": "executive", "session": last + 1}


@guard(reads_fields=True)
def number_is_free(context: Context) -> Refusal | None:
    """A number is given once a year in a series."""
    data, meeting = context.data, context.subject
    taken = Meeting.objects.filter(
        jurisdiction=meeting.jurisdiction_id,
        series=data["series"],
        year=data["held_on"].year,
        session=data["session"],
    )
    if not taken.exists():
        return None
    return Refusal(
        "number_is_free",
        _("%(year)s年第%(session)s次会议已经有了。"),
        _("请核对次数。"),
        {"year": data["held_on"].year, "session": data["session"]},
    )


class PlanMeeting(MeetingAction):
    """筹备会议。"""

    name, label = "meeting.plan", _("筹备会议")
    sources, target = frozenset({Meeting.State.PLANNED}), Meeting.State.PLANNED
    form = PlanForm
    needs = (number_is_free,)
    sentence = _("%(actor)s筹备会议，定于%(held_on)s。")
    begins_anew = True

    def begin(self, account: Account, at: datetime) -> Meeting:
        """A meeting of the account's jurisdiction."""
        return Meeting(jurisdiction=account.jurisdiction, version=0, year=at.year, session=0)

    def perform(self, context: Context) -> None:
        """Everybody who is due is on the roll."""
        meeting, data = context.subject, context.data
        for name in ("series", "session", "held_on", "place"):
            setattr(meeting, name, data[name])
        meeting.year = meeting.held_on.year
        slug = meeting.jurisdiction.slug
        meeting.address = f"{slug}-{meeting.series}-{meeting.year}-{meeting.session}"
        members = Post.objects.in_force(meeting.held_on).filter(
            jurisdiction=meeting.jurisdiction, office__in=MEMBER_OFFICES
        )
        posts: list[Any] = list(members.select_related("person"))
        meeting.chair = next((one.person for one in posts if one.office == Office.MAYOR), None)
        meeting.save()
        Attendance.objects.bulk_create(
            Attendance(
                meeting=meeting,
                person=post.person,
                title=post.title,
                part=Attendance.Part.MEMBER,
            )
            for post in posts
        )
