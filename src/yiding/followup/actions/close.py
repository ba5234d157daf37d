"""Close 销号: on verified evidence, by whom the pack names."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.guards import decider_refusal
from yiding.followup.matter_action import ToTheUnit
from yiding.followup.models import Evidence
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.roles import LEADERS


class CloseForm(ActForm):
    """A word, if there is one."""

    words = words_field(_("意见"), required=False)


@guard()
def verified_evidence(context: Context) -> Refusal | None:
    """At least one piece of proof was found good."""
    if context.subject.evidence.filter(verdict=Evidence.Verdict.ACCEPTED).exists():
        return None
    return Refusal(
        "verified_evidence",
        _("没有核实过的佐证。"),
        _("请督查室先核查佐证。"),
    )


@guard()
def closer_may_sign(context: Context) -> Refusal | None:
    """Major matters are closed by one role, the others by another."""
    return decider_refusal(context, "closing_major" if context.subject.is_major else "closing")


@guard()
def not_the_verifier(context: Context) -> Refusal | None:
    """Whoever verified does not close."""
    if context.account.pk != context.subject.verified_by_id:
        return None
    return Refusal("not_the_verifier", _("此事是您自己核查的。"), _("请另一位有权的人销号。"))


class Close(ToTheUnit):
    """销号：经核查的佐证。"""

    name, label = "matter.close", _("销号")
    roles = LEADERS
    sources, target = frozenset({State.VERIFIED}), State.CLOSED
    form = CloseForm
    needs = (verified_evidence, closer_may_sign, not_the_verifier)
    sentence = _("%(actor)s销号。")
    is_bulk = True
    is_grave = True

    def perform(self, context: Context) -> None:
        """The day it was closed."""
        context.subject.closed_at = context.at
        context.subject.concluded_at = context.at
