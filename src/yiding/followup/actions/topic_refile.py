"""File again 补正再报: after a return; what was opined on the old papers is not carried over."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Context
from yiding.followup.actions.topic_file import TopicForm, by_hash, papers_of, take_in
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
        """The mended fields; a legal opinion is of the papers it read."""
        topic = context.subject
        topic.legal_opinion, topic.legal_opinion_on, topic.legal_sent_on = "", None, None
        take_in(context)

    def recorded(self, context: Context) -> dict[str, Any]:
        """The papers by their hashes."""
        return {**super().recorded(by_hash(context)), **papers_of(context)}
