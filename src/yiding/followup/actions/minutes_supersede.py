"""Supersede 收更正版: a corrected paper comes in as the next version; the first is never edited."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Action, Context, guard
from yiding.followup.files import kept_bytes
from yiding.followup.importing import (
    ImportRefused,
    minutes_from,
    name_book,
    own_address,
    reading_of,
)
from yiding.followup.importing_correction import corrected
from yiding.followup.importing_reading import drafted_from, keep
from yiding.followup.models import Minutes
from yiding.followup.refusals import Refusal, Refused
from yiding.registry.roles import SUPERVISION

_State = Minutes.State


class SupersedeForm(ActForm):
    """The corrected paper."""

    file = forms.FileField(label=_("更正后的纪要"))

    def clean_file(self) -> Any:
        """Within the limit."""
        upload = self.cleaned_data["file"]
        if upload.size > settings.FILE_LIMIT:
            megabytes = settings.FILE_LIMIT // 1024 // 1024
            raise ValidationError(_("文件超过%(limit)s兆字节。"), params={"limit": megabytes})
        return upload


@guard()
def is_the_newest(context: Context) -> Refusal | None:
    """Only the newest version is corrected."""
    newer = Minutes.objects.filter(supersedes=context.subject).first()
    if newer is None:
        return None
    return Refusal(
        "is_the_newest",
        _("它已有更正版%(address)s。"),
        _("请在最新一版上更正。"),
        {"address": newer.address},
    )


class SupersedeMinutes(Action):
    """收更正版。"""

    name, label = "minutes.supersede", _("收更正版")
    model = Minutes
    roles = SUPERVISION
    sources = frozenset({_State.REVIEWING, _State.SUBMITTED, _State.ISSUED})
    form = SupersedeForm
    needs = (is_the_newest,)
    sentence = _("%(actor)s收更正版%(edition)s。")

    def perform(self, context: Context) -> None:
        """The next version is under review; one not handed over yet gives way to it at once."""
        old = context.subject
        new = _next_version(context, old)
        context.data = {"file": new.file, "edition": new.address, "changes": new.changes}
        if old.state != _State.ISSUED:
            old.state = _State.SUPERSEDED

    def recorded(self, context: Context) -> dict[str, Any]:
        """The version it leads to, and how many duties changed."""
        data = context.data
        return {
            "file": data["file"].name,
            "sha256": data["file"].sha256,
            "edition": data["edition"],
            "changes": len(data["changes"]),
        }


def _next_version(context: Context, old: Minutes) -> Minutes:
    upload = context.data["file"]
    content, name = upload.read(), upload.name or "file"
    try:
        reading = reading_of(name, content, context.account)
    except ImportRefused as refused:
        raise Refused(refused.refusal) from refused
    base = old.address.partition("@")[0]
    address = own_address(reading.address, old.jurisdiction)
    if address != base:
        raise Refused(_another_paper(base, address))
    edition = old.edition + 1
    new = minutes_from(reading, f"{base}@{edition}", context)
    new.edition, new.supersedes, new.meeting = edition, old, old.meeting
    new.file = kept_bytes(context, content, name, reading.source.media_type)
    new.save()
    correction = corrected(old, new, drafted_from(reading, new, name_book(new, reading, context)))
    keep(correction.drafts)
    new.changes = correction.changes
    new.save(update_fields=["changes"])
    return new


def _another_paper(base: str, address: str) -> Refusal:
    return Refusal(
        "another_paper",
        _("这份文件是%(address)s，不是%(base)s。"),
        _("请核对文号。另一份纪要请直接导入。"),
        {"address": address, "base": base},
    )
