"""Schedule 列入议程: the mayor decides; no legal opinion, no agenda."""

from __future__ import annotations

from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.models import Attendance, Meeting, Topic
from yiding.followup.refusals import Refusal
from yiding.followup.topic_action import ByTheOffice, TopicState
from yiding.registry.models import Unit
from yiding.registry.roles import Role


class ScheduleForm(ActForm):
    """Which meeting, in which place."""

    meeting = forms.ModelChoiceField(
        Meeting.objects.none(), label=pgettext_lazy("field", "会议"), to_field_name="address"
    )
    position = forms.IntegerField(label=_("序号"), min_value=1, max_value=99, required=False)

    def prepare(self, context: Context) -> None:
        """Meetings still being prepared."""
        meetings = Meeting.objects.filter(
            jurisdiction=context.subject.jurisdiction_id,
            state__in=[Meeting.State.PLANNED, Meeting.State.CALLED],
        )
        cast("forms.ModelChoiceField", self.fields["meeting"]).queryset = meetings  # type: ignore[type-arg]


@guard()
def legal_opinion_given(context: Context) -> Refusal | None:
    """What needs a legal opinion has one."""
    topic = context.subject
    if not topic.needs_legal_review or topic.legal_opinion:
        return None
    return Refusal(
        "legal_opinion_given",
        _("此议题没有合法性审查意见，不能列入议程。"),
        _("请先送合法性审查。"),
    )


def call_unit(meeting: Meeting, unit: Unit) -> None:
    """A unit of the agenda sits in, once however many topics it has."""
    Attendance.objects.get_or_create(meeting=meeting, unit=unit, part=Attendance.Part.OBSERVER)


class ScheduleTopic(ByTheOffice):
    """列入议程：由市长定。"""

    name, label = "topic.schedule", pgettext_lazy("act", "列入议程")
    roles = frozenset({Role.MAYOR, Role.SECRETARY_GENERAL})
    sources, target = frozenset({TopicState.READY, TopicState.DEFERRED}), TopicState.SCHEDULED
    form = ScheduleForm
    needs = (legal_opinion_given,)
    sentence = _("%(actor)s列入%(meeting)s议程。")

    def perform(self, context: Context) -> None:
        """At the end unless a place is given."""
        topic, data = context.subject, context.data
        topic.meeting = data["meeting"]
        last = Topic.objects.filter(meeting=topic.meeting).count()
        topic.position = data["position"] or last + 1
        topic.outcome_words = ""
        if topic.meeting.state == Meeting.State.CALLED:
            call_unit(topic.meeting, topic.unit)
