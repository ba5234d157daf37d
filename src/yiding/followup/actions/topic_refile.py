"""File again 补正再报: after a return."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context
from yiding.followup.actions.topic_file import TopicForm, take_in
from yiding.followup.topic_action import ByTheUnit, TopicState, of_the_filing_unit
from yiding.registry.roles import OF_A_UNIT


class RefileTopic(ByTheUnit):
    """补正再报。"""

    name, label = "topic.refile", _("补正再报")
    roles = OF_A_UNIT
    sources, target = frozenset({TopicState.RETURNED}), TopicState.FILED
    form = TopicForm
    needs = (of_the_filing_unit,)
    sentence = _("%(actor)s补正后再报：%(title)s")

    def perform(self, context: Context) -> None:
        """The mended fields."""
        take_in(context)
