"""Decide an extension 批复延期: the first by the vice-mayor, the next by the mayor."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import day_field, words_field
from yiding.followup.guards import decider_refusal
from yiding.followup.matter_action import ToTheUnit
from yiding.followup.models import Extension
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.roles import LEADERS


class DecideForm(ActForm):
    """Granted to a date, or refused."""

    decision = forms.ChoiceField(
        label=_("决定"),
        choices=[
            (Extension.Decision.GRANTED, _("同意延期")),
            (Extension.Decision.REFUSED, _("不予延期")),
        ],
        widget=forms.RadioSelect,
    )
    new_due_on = day_field(_("延至"), required=False, help_text=_("不填就是申请的日期。"))
    words = words_field(_("批复意见"), required=False)

    def prepare(self, context: Context) -> None:
        """The date asked for stands."""
        asked = pending_extension(context)
        self.initial = {"new_due_on": asked.new_due_on if asked else None}


def pending_extension(context: Context) -> Extension | None:
    """The application that waits."""
    pending = context.subject.extensions.filter(decision=Extension.Decision.PENDING)
    return pending.first() if context.subject.pk else None


@guard()
def extension_pending(context: Context) -> Refusal | None:
    """There is an application to decide."""
    if pending_extension(context) is not None:
        return None
    return Refusal("extension_pending", _("没有待批的延期申请。"), _("请看此事的延期一栏。"))


@guard()
def decides_this_one(context: Context) -> Refusal | None:
    """The first goes to one leader, the later ones to another."""
    later = context.subject.extended_count > 0
    return decider_refusal(context, "later_extension" if later else "first_extension")


@guard(reads_fields=True)
def granted_beyond_due(context: Context) -> Refusal | None:
    """A granted date lies after the one that holds."""
    new, due_on = context.data.get("new_due_on"), context.subject.due_on
    if context.data["decision"] == Extension.Decision.REFUSED or new is None or new > due_on:
        return None
    return Refusal(
        "granted_beyond_due",
        _("批准的日期%(new)s不晚于现定时限%(due)s。"),
        _("请填现定时限以后的日期，或选“不予延期”。"),
        {"new": new, "due": due_on},
    )


class DecideExtension(ToTheUnit):
    """批复延期：原定时限不变，另记现定时限。"""

    name, label = "matter.decide_extension", _("批复延期")
    roles = LEADERS
    sources = frozenset({State.UNDER_WAY})
    form = DecideForm
    needs = (extension_pending, decides_this_one, granted_beyond_due)
    settles = ("matter.apply_extension",)
    sentence = _("%(actor)s批复延期申请：%(decision)s，%(words)s")

    def concerns(self, context: Context) -> bool:
        """Only where an application waits."""
        return pending_extension(context) is not None

    def perform(self, context: Context) -> None:
        """The date that holds moves; the original never does."""
        extension, data = pending_extension(context), context.data
        assert extension is not None  # noqa: S101 - the guard has seen it under the same lock
        extension.decision, extension.words = data["decision"], data.get("words", "")
        extension.decided_by, extension.decided_at = context.account, context.at
        if extension.decision == Extension.Decision.GRANTED:
            extension.new_due_on = data.get("new_due_on") or extension.new_due_on
            context.subject.due_on = extension.new_due_on
            context.subject.extended_count += 1
        extension.save()
