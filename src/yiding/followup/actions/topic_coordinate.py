"""Coordinate 会前协调: what units disagree on is written down before the meeting."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.fields import words_field
from yiding.followup.topic_action import ByTheOffice, TopicState


class CoordinateForm(ActForm):
    """What is left to decide; none if all agree."""

    disagreements = words_field(
        _("分歧清单"), required=False, help_text=_("意见一致的不填。每条写单位、意见、理由。")
    )


class CoordinateTopic(ByTheOffice):
    """会前协调：列出分歧清单。"""

    name, label = "topic.coordinate", _("完成会前协调")
    sources, target = frozenset({TopicState.COORDINATING}), TopicState.READY
    form = CoordinateForm
    sentence = _("%(actor)s完成会前协调。%(disagreements)s")

    def perform(self, context: Context) -> None:
        """Keep the list."""
        context.subject.disagreements = context.data["disagreements"]
