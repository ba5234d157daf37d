"""Refuse 不收: a paper brought in by mistake; the reason stays."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from yiding.followup.action import ActForm, Action
from yiding.followup.fields import words_field
from yiding.followup.models import Minutes
from yiding.registry.roles import SUPERVISION


class RefuseMinutesForm(ActForm):
    """Why it is not taken."""

    reason = words_field(_("不收的理由"))


class RefuseMinutes(Action):
    """不收：交错了，或不该由本级督办。"""

    name, label = "minutes.refuse", pgettext_lazy("act", "不收")
    model = Minutes
    roles = SUPERVISION
    sources, target = frozenset({Minutes.State.REVIEWING}), Minutes.State.REFUSED
    form = RefuseMinutesForm
    sentence = _("%(actor)s不收这份纪要：%(reason)s")
    is_grave = True
