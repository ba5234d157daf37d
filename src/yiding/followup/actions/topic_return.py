"""Return a topic 退回补正: with what is missing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from yiding.followup.action import ActForm
from yiding.followup.fields import words_field
from yiding.followup.topic_action import ByTheOffice, TopicState


class ReturnForm(ActForm):
    """What is missing."""

    missing = words_field(_("需要补正的"))


class ReturnTopic(ByTheOffice):
    """退回补正。"""

    name, label = "topic.return", pgettext_lazy("act", "退回补正")
    sources = frozenset({TopicState.FILED, TopicState.LEGAL_REVIEW, TopicState.COORDINATING})
    target = TopicState.RETURNED
    form = ReturnForm
    sentence = _("%(actor)s退回补正：%(missing)s")
