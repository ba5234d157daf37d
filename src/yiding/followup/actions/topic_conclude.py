"""Conclude 登记审议结果: what the meeting made of a topic, with recusals and dissent."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.models import Attendance, Meeting
from yiding.followup.refusals import Refusal
from yiding.followup.topic_action import OUTCOMES, ByTheOffice, TopicState
from yiding.registry.models import Person
from yiding.registry.roles import Role


class ConcludeForm(ActForm):
    """The outcome, in the meeting's words."""

    outcome = forms.ChoiceField(
        label=_("审议结果"), choices=[(one.value, one.label) for one in OUTCOMES]
    )
    words = words_field(_("议定意见"), help_text=_("会议怎么定的，写进纪要的话；一行一款。"))
    recusals = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=_("回避"), required=False
    )
    dissent = words_field(_("不同意见"), required=False, help_text=_("如实记录，不公开。"))

    def prepare(self, context: Context) -> None:
        """Those who were present may have stood aside."""
        present = Attendance.objects.filter(
            meeting=context.subject.meeting_id, is_present=True, person__isnull=False
        )
        people = Person.objects.filter(pk__in=present.values("person"))
        cast("forms.ModelMultipleChoiceField", self.fields["recusals"]).queryset = people  # type: ignore[type-arg]


@guard()
def meeting_held(context: Context) -> Refusal | None:
    """Only a meeting that was held, with its quorum, concludes anything."""
    meeting = context.subject.meeting
    if meeting is not None and meeting.state == Meeting.State.HELD:
        return None
    return Refusal(
        "meeting_held",
        _("会议还没有登记召开。"),
        _("请先登记到会情况，会议达到法定人数再登记结果。"),
    )


class ConcludeTopic(ByTheOffice):
    """登记审议结果。"""

    name, label = "topic.conclude", _("登记审议结果")
    roles = frozenset({Role.SECRETARY_GENERAL, Role.SUPERVISION_DIRECTOR})
    sources = frozenset({TopicState.SCHEDULED})
    form = ConcludeForm
    needs = (meeting_held,)
    sentence = _("%(actor)s登记审议结果：%(outcome)s。%(words)s")

    def perform(self, context: Context) -> None:
        """The outcome is the state."""
        topic, data = context.subject, context.data
        topic.state = data["outcome"]
        topic.outcome_words = data["words"]
        topic.save()
        topic.recusals.set(data["recusals"])

    def recorded(self, context: Context) -> dict[str, Any]:
        """Which meeting it was: a deferred topic goes on to another."""
        return {**super().recorded(context), "meeting": context.subject.meeting.address}
