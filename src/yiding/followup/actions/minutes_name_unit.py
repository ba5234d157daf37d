"""Name a unit 认定单位: what a name in the paper means, remembered for the next one."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.actions.proposal_edit import book_of
from yiding.followup.models import Minutes
from yiding.followup.names_fields import UnitNameField
from yiding.followup.refusals import Refusal
from yiding.followup.remembering import remember_name
from yiding.followup.review_action import PaperAction
from yiding.followup.review_steps import Before


class NameUnitForm(ActForm):
    """The name as written, and the unit."""

    name = forms.CharField(label=_("原文写法"), max_length=80)
    unit = UnitNameField(label=_("就是这个单位"))

    def prepare(self, context: Context) -> None:
        """Units of the day."""
        self.fields["unit"].book = book_of(context.subject, context)  # type: ignore[attr-defined]


@guard(reads_fields=True)
def name_is_free(context: Context) -> Refusal | None:
    """The name does not mean another unit on that day."""
    name, unit = context.data["name"], context.data["unit"]
    known = book_of(context.subject, context).named(name).unit
    if known is None or known == unit:
        return None
    return Refusal(
        "name_is_free",
        _("“%(name)s”在那一天是%(known)s。"),
        _("请核对；登记有误的，请先在单位登记里更正。"),
        {"name": name, "known": known.name},
    )


@guard(reads_fields=True)
def is_no_collective(context: Context) -> Refusal | None:
    """A collective is never one unit."""
    name = context.data["name"]
    rows = context.subject.proposals.filter(is_group=True)
    if not any(name in one.lead_words for one in rows):
        return None
    return Refusal(
        "is_no_collective",
        _("“%(name)s”是集体称谓，不能记成一家单位。"),
        _("请用“分到各单位”选定具体单位。"),
        {"name": name},
    )


class NameUnit(PaperAction):
    """认定单位：记住这个叫法。"""

    name, label = "minutes.name_unit", _("认定单位")
    form = NameUnitForm
    needs = (name_is_free, is_no_collective)
    sentence = _("%(actor)s认定“%(name)s”就是%(unit)s。")

    def change(self, context: Context, minutes: Minutes, before: Before) -> None:
        """Keep the name; every open duty that bears it has its unit."""
        remember_name(context, minutes, context.data["name"], context.data["unit"], before)
