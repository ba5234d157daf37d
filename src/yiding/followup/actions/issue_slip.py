"""Issue a slip 发督办单: a rung the pack proposes or a person judges, signed by whom it names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import day_field, words_field
from yiding.followup.inbox import accounts_of_unit
from yiding.followup.ladder import proposed_rungs
from yiding.followup.matter_action import MatterAction
from yiding.followup.models import Slip
from yiding.followup.packs import pack_named, pack_slugs
from yiding.followup.refusals import Refusal
from yiding.followup.rulepack import Rung, UnknownCalendarYear, end_of, judged_grounds
from yiding.followup.states import State
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import LEADERS, SUPERVISION, Role

GROUNDS = (
    ("", _("规则包触发")),
    ("poor_quality", _("质量不高")),
    ("major", _("事关重大")),
    ("urgent", _("时间紧迫")),
    ("instructed", _("领导批示")),
)
#: Who may sign for whom: each for the rungs of those before.
RANKS = (
    Role.SUPERVISOR,
    Role.SUPERVISION_DIRECTOR,
    Role.SECRETARY_GENERAL,
    Role.VICE_MAYOR,
    Role.MAYOR,
)


def _named(rungs: Iterable[Rung]) -> list[tuple[str, str]]:
    """Rungs as choices, in the reader's language."""
    english = (get_language() or "").startswith("en")
    return [(one.slug, one.name.en if english else one.name.zh) for one in rungs]


def _rungs_of_every_pack() -> list[tuple[str, str]]:
    """Any rung a slip of the past can be of; the neutral pack's name stands first."""
    every = [rung for slug in pack_slugs() for rung in pack_named(slug).rungs]
    return list(dict(reversed(_named(every))).items())


class SlipForm(ActForm):
    """Which rung, on what ground, and what is asked."""

    rung = forms.ChoiceField(label=_("梯级"), choices=_rungs_of_every_pack)
    ground = forms.ChoiceField(label=_("理由"), choices=GROUNDS, required=False)
    words = words_field(_("要求"))
    reply_by_on = day_field(_("限期回复"), required=False, help_text=_("不填按规则包。"))
    done_by_on = day_field(_("限期办结"), required=False)
    no_good_reason = forms.BooleanField(label=_("已核实无正当理由"), required=False)

    def prepare(self, context: Context) -> None:
        """The rungs of the pack; the highest proposed stands first."""
        choices = _named(context.pack.rungs)
        cast("forms.ChoiceField", self.fields["rung"]).choices = choices
        if not self.is_bound:
            proposed = proposed_rungs(context.subject, context.pack, context.today)
            self.initial = {"rung": proposed[-1].rung.slug if proposed else choices[0][0]}


def rung_of(context: Context) -> Rung:
    """The rung that was chosen."""
    rung = context.pack.rung(context.data["rung"])
    if rung is None:  # pragma: no cover - the form offers only the pack's
        raise KeyError(context.data["rung"])
    return rung


@guard(reads_fields=True)
def signs_this_rung(context: Context) -> Refusal | None:
    """The pack names who signs a rung; whoever stands higher may too."""
    rung = rung_of(context)
    wanted, role = Role(rung.signed_by), Role(context.account.role)
    if RANKS.index(role) >= RANKS.index(wanted):
        return None
    return Refusal(
        "signs_this_rung",
        _("“%(rung)s”由%(wanted)s签发。"),
        _("请%(wanted)s签发。"),
        {"rung": rung.name.zh, "wanted": wanted.label},
    )


@guard(reads_fields=True)
def rung_has_a_ground(context: Context) -> Refusal | None:
    """The pack's trigger proposes it, or a person's ground that the pack knows stands behind it."""
    rung, ground = rung_of(context), context.data.get("ground")
    proposed = proposed_rungs(context.subject, context.pack, context.today)
    if any(one.rung.slug == rung.slug for one in proposed):
        return None
    if ground and ground in judged_grounds(rung):
        return None
    return Refusal(
        "rung_has_a_ground",
        _("规则包“%(pack)s”今天没有触发“%(rung)s”，所选理由也不在它的条件里。"),
        _("请选规则包提出的梯级，或选它允许的理由。"),
        {"pack": context.pack.name.zh, "rung": rung.name.zh},
    )


@guard(reads_fields=True)
def no_good_reason_checked(context: Context) -> Refusal | None:
    """Where the pack asks for it, somebody has looked for a good reason and found none."""
    rung = rung_of(context)
    if not rung.needs_no_good_reason or context.data.get("no_good_reason"):
        return None
    return Refusal(
        "no_good_reason_checked",
        _("“%(rung)s”要先核实承办单位没有正当理由。"),
        _("请先了解情况，再勾选“已核实无正当理由”。"),
        {"rung": rung.name.zh},
    )


class IssueSlip(MatterAction):
    """发督办单：一事一单，编号，限期回复。"""

    name, label = "matter.issue_slip", _("发督办单")
    roles = SUPERVISION | LEADERS
    sources = frozenset({State.ASSIGNED, State.UNDER_WAY})
    form = SlipForm
    needs = (signs_this_rung, rung_has_a_ground, no_good_reason_checked)
    sentence = _("%(actor)s发出%(slip)s：%(words)s")

    def perform(self, context: Context) -> None:
        """The next number of this rung in this year."""
        matter, data, rung = context.subject, context.data, rung_of(context)
        serial = _next_serial(matter.jurisdiction, rung.slug, context.today.year)
        data["slip"] = Slip.objects.create(
            jurisdiction=matter.jurisdiction,
            address=f"{matter.jurisdiction.slug}-{rung.slug}-{context.today.year}-{serial}",
            matter=matter,
            unit=matter.lead,
            rung=rung.slug,
            year=context.today.year,
            serial=serial,
            pack=context.pack.slug,
            trigger=_trigger_text(context, rung)[:200],
            words=data["words"],
            reply_by_on=data["reply_by_on"] or _reply_by(context, rung),
            done_by_on=data["done_by_on"],
            issued_at=context.at,
            issued_by=context.account,
        )

    def expected_of(self, context: Context) -> Iterable[Account]:
        """The lead unit receives and answers."""
        return accounts_of_unit(context.subject.lead)


def _next_serial(jurisdiction: Jurisdiction, rung: str, year: int) -> int:
    Jurisdiction.objects.select_for_update().get(pk=jurisdiction.pk)
    taken = Slip.objects.filter(jurisdiction=jurisdiction, rung=rung, year=year)
    return int(taken.order_by("-serial").values_list("serial", flat=True).first() or 0) + 1


def _trigger_text(context: Context, rung: Rung) -> str:
    proposed = proposed_rungs(context.subject, context.pack, context.today)
    reasons = [one.text for each in proposed if each.rung.slug == rung.slug for one in each.reasons]
    ground = dict(GROUNDS).get(context.data.get("ground") or "-")
    return "".join([*reasons, str(ground or "")])


def _reply_by(context: Context, rung: Rung) -> Any:
    if rung.reply_within is None:
        return None
    try:
        return end_of(rung.reply_within, context.today)
    except UnknownCalendarYear:
        return None
