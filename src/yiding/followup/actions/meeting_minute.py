"""Draft the minutes 起草纪要: from the roll and the outcomes, into review like any other paper."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.drafting import draft_of
from yiding.followup.importing import ImportRefused, import_file
from yiding.followup.meeting_action import MeetingAction
from yiding.followup.models import Meeting, Topic
from yiding.followup.refusals import Refusal, Refused
from yiding.registry.roles import SUPERVISION


class MinuteForm(ActForm):
    """The paper's own number in the year."""

    serial = forms.IntegerField(label=_("纪要编号"), min_value=1, max_value=9999)


@guard()
def every_topic_concluded(context: Context) -> Refusal | None:
    """Each topic has its outcome."""
    waiting = context.subject.topics.filter(state=Topic.State.SCHEDULED)
    titles = [f"《{title}》" for title in waiting.values_list("title", flat=True)]
    if not titles:
        return None
    return Refusal(
        "every_topic_concluded",
        _("这些议题还没有登记审议结果：%(titles)s。"),
        _("请先登记审议结果。"),
        {"titles": titles},
    )


class MinuteMeeting(MeetingAction):
    """起草纪要：按议题结果成文，再审读、审签。"""

    name, label = "meeting.minute", _("起草纪要")
    roles = SUPERVISION
    sources, target = frozenset({Meeting.State.HELD}), Meeting.State.MINUTED
    form = MinuteForm
    needs = (every_topic_concluded,)
    sentence = _("%(actor)s起草纪要：%(minutes)s")

    def perform(self, context: Context) -> None:
        """The draft is read like a paper that was delivered."""
        meeting = context.subject
        text = draft_of(meeting, context.data["serial"], context.today)
        name = f"{meeting.address}.txt"
        try:
            minutes = import_file(name, text.encode(), context.account, context.at)
        except ImportRefused as refused:
            raise Refused(refused.refusal) from refused
        minutes.meeting = meeting
        minutes.save(update_fields=["meeting"])
        context.data["minutes"] = minutes
