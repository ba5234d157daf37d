"""File a topic 申报议题: a unit asks for a place on the agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from yiding.followup.action import ActForm, Context, guard
from yiding.followup.fields import words_field
from yiding.followup.files import kept_file
from yiding.followup.models import Topic
from yiding.followup.refusals import Refusal
from yiding.followup.topic_action import ByTheUnit, TopicState
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import OF_A_UNIT


class TopicForm(ActForm):
    """What is asked, and the paper."""

    title = forms.CharField(label=pgettext_lazy("field", "议题"), max_length=200)
    summary = words_field(_("提请事项"), help_text=_("请会议定什么，一段话说清。"))
    is_major_decision = forms.BooleanField(label=_("重大行政决策"), required=False)
    needs_legal_review = forms.BooleanField(
        label=_("须合法性审查"), required=False, help_text=_("通报、听取汇报的议题可不勾。")
    )
    material = forms.FileField(label=_("汇报材料"), required=False)

    def prepare(self, context: Context) -> None:
        """What stood before a return stands again."""
        topic = context.subject
        names = ("title", "summary", "is_major_decision", "needs_legal_review")
        self.initial = {name: getattr(topic, name) for name in names}


def take_in(context: Context) -> None:
    """Put the fields into the topic."""
    topic, data = context.subject, context.data
    topic.title, topic.summary = data["title"], data["summary"]
    topic.is_major_decision = data["is_major_decision"]
    topic.needs_legal_review = data["needs_legal_review"] or data["is_major_decision"]
    topic.filed_by, topic.filed_at = context.account, context.at
    topic.save()
    if data.get("material"):
        topic.materials.add(kept_file(context, data["material"]))


def papers_of(context: Context) -> dict[str, Any]:
    """The papers by their hashes, as the journal keeps them."""
    return {"materials": sorted(one.sha256 for one in context.subject.materials.all())}


def by_hash(context: Context) -> Context:
    """The act without the bytes of its upload."""
    data = {name: value for name, value in context.data.items() if name != "material"}
    return replace(context, data=data)


@guard()
def speaks_for_a_unit(context: Context) -> Refusal | None:
    """A topic is a unit's."""
    if context.account.unit_id is not None:
        return None
    return Refusal("speaks_for_a_unit", _("您的账号没有单位。"), _("请单位联络员申报。"))


class FileTopic(ByTheUnit):
    """申报议题：由单位申报，附材料。"""

    name, label = "topic.file", _("申报议题")
    roles = OF_A_UNIT
    sources, target = frozenset({TopicState.DRAFT}), TopicState.FILED
    form = TopicForm
    needs = (speaks_for_a_unit,)
    sentence = _("%(actor)s申报议题：%(title)s")
    begins_anew = True

    def begin(self, account: Account, at: datetime) -> Topic:
        """A topic of the account's unit."""
        return Topic(jurisdiction=account.jurisdiction, unit=account.unit, version=0, filed_at=at)

    def perform(self, context: Context) -> None:
        """It gets the next number of the year."""
        topic = context.subject
        topic.address = _next_address(topic.jurisdiction, context.today.year)
        take_in(context)

    def recorded(self, context: Context) -> dict[str, Any]:
        """The paper by its hash."""
        return {**super().recorded(by_hash(context)), **papers_of(context)}


def _next_address(jurisdiction: Jurisdiction, year: int) -> str:
    Jurisdiction.objects.select_for_update().get(pk=jurisdiction.pk)
    prefix = f"{jurisdiction.slug}-topic-{year}-"
    taken = Topic.objects.filter(address__startswith=prefix).values_list("address", flat=True)
    tails = (address.removeprefix(prefix) for address in taken)
    last = max((int(tail) for tail in tails if tail.isdecimal()), default=0)
    return f"{prefix}{last + 1}"
