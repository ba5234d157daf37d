"""Suspend 中止: only by the head of government or a later meeting."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.matter_action import ToTheUnit, concluded, stop_reports
from yiding.followup.models import Conclusion, Minutes
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.roles import Role


class AuthorityForm(ActForm):
    """By which authority, and why."""

    authority = forms.CharField(
        label=_("依据"),
        max_length=120,
        help_text=_("后一次会议的纪要地址（如 linhu-2026-3），或市长批示的日期和文号。"),
    )
    reason = words_field(_("理由"))


@guard(reads_fields=True)
def authority_fits(context: Context) -> Refusal | None:
    """The mayor decides alone; anybody else names a later meeting's minutes."""
    if context.account.role == Role.MAYOR:
        return None
    matter = context.subject
    later = Minutes.objects.filter(
        jurisdiction=matter.jurisdiction_id, address=context.data["authority"].strip()
    ).exclude(pk=matter.minutes_id)
    if matter.held_on is not None:
        later = later.filter(held_on__gt=matter.held_on)
    if later.exists():
        return None
    return Refusal(
        "authority_fits",
        _("“%(authority)s”不是议定此事之后的会议纪要。"),
        _("请填后一次会议的纪要地址；没有会议决定的，请市长办理。"),
        {"authority": context.data["authority"]},
    )


class Suspend(ToTheUnit):
    """中止：行政首长或后一次会议决定。"""

    name, label = "matter.suspend", _("中止")
    roles = frozenset({Role.MAYOR, Role.SECRETARY_GENERAL})
    sources, target = frozenset({State.ASSIGNED, State.UNDER_WAY}), State.SUSPENDED
    form = AuthorityForm
    needs = (authority_fits,)
    sentence = _("%(actor)s依据%(authority)s决定中止：%(reason)s")
    is_grave = True

    def perform(self, context: Context) -> None:
        """No report is due while it rests."""
        concluded(context, Conclusion.Kind.CHANGE, context.data["reason"], code="suspended")
        stop_reports(context.subject)
