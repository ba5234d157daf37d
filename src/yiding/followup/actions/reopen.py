"""Reopen 重开: closed is not done; counted, with a reason."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import day_field, words_field
from yiding.followup.inbox import accounts_of_unit
from yiding.followup.matter_action import TakesTheClaim, concluded, set_next_report
from yiding.followup.models import Conclusion, Evidence
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.models import Account
from yiding.registry.roles import SUPERVISION, Role


class ReopenForm(ActForm):
    """What was found, and by when it is to be put right."""

    reason = words_field(_("重开的理由和依据"))
    due_on = day_field(_("新的完成时限"))


@guard(reads_fields=True)
def new_due_lies_ahead(context: Context) -> Refusal | None:
    """There is time left to put it right."""
    if context.data["due_on"] >= context.today:
        return None
    return Refusal(
        "new_due_lies_ahead",
        _("新的完成时限%(day)s已经过去。"),
        _("请填今天或以后的日期。"),
        {"day": context.data["due_on"]},
    )


class Reopen(TakesTheClaim):
    """重开：回头看、审计或群众反映属实。"""

    name, label = "matter.reopen", _("重开")
    roles = SUPERVISION | {Role.AUDITOR}
    sources, target = frozenset({State.CLOSED}), State.UNDER_WAY
    form = ReopenForm
    needs = (new_due_lies_ahead,)
    sentence = _("%(actor)s重开此事：%(reason)s")
    is_grave = True

    def perform(self, context: Context) -> None:
        """What was accepted proves it no more; the count stays for ever."""
        matter, data = context.subject, context.data
        concluded(context, Conclusion.Kind.REOPENING, data["reason"])
        matter.evidence.filter(verdict=Evidence.Verdict.ACCEPTED).update(
            verdict=Evidence.Verdict.REFUSED
        )
        matter.reopened_count += 1
        matter.due_on = data["due_on"]
        matter.verified_at = matter.verified_by = matter.closed_at = None
        set_next_report(context)

    def expected_of(self, context: Context) -> Iterable[Account]:
        """The lead unit goes on."""
        return accounts_of_unit(context.subject.lead)
