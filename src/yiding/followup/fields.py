"""Fields that several acts ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import ActForm, Context
from yiding.followup.models import Evidence
from yiding.registry.models import Office, Post, Unit
from yiding.registry.roles import Role


def words_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=4000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A calendar day, typed as 2026-11-20 or picked."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d"],
        error_messages={"invalid": _("请按 2026-11-20 的样子填日期。")},
    )


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A unit of the jurisdiction, by its code."""

    def __init__(self, *, label: Any, required: bool = True) -> None:
        super().__init__(Unit.objects.none(), label=label, required=required, to_field_name="code")

    def offer(self, context: Context) -> None:
        """The units in force on the day of the act."""
        units = Unit.objects.filter(jurisdiction=context.subject.jurisdiction_id)
        self.queryset = units.in_force(context.today)


class EndorsedForm(ActForm):
    """What a liaison officer files in the name of the unit, endorsed by its head."""

    endorsed_by = forms.ModelChoiceField(
        Post.objects.none(), label=_("审签的单位负责人"), required=False
    )

    def prepare(self, context: Context) -> None:
        """Only the head of the account's own unit; a head who files it has endorsed it."""
        field = self.fields["endorsed_by"]
        if context.account.role != Role.LIAISON:
            del self.fields["endorsed_by"]
            return
        heads = Post.objects.filter(unit=context.account.unit_id, office=Office.UNIT_HEAD)
        field.queryset = heads.in_force(context.today).select_related("person")  # type: ignore[attr-defined]
        field.required = True
        field.error_messages["required"] = _("请选审签的单位负责人；没有登记的，请先请督查室登记。")


#: What a person files; a ledger's reading is taken live with the act.
FILED_BY_HAND = [one for one in Evidence.Kind.choices if one[0] != Evidence.Kind.LEDGER]


class EvidenceForm(EndorsedForm):
    """One piece of proof, may be left out where enough has been filed before."""

    evidence_kind = forms.ChoiceField(
        label=_("佐证种类"), choices=[("", "—"), *FILED_BY_HAND], required=False
    )
    evidence_title = forms.CharField(label=_("佐证名称"), max_length=200, required=False)
    document_number = forms.CharField(label=_("文号"), max_length=80, required=False)
    dated_on = day_field(_("佐证日期"), required=False)
    issuer = forms.CharField(label=_("出具单位"), max_length=80, required=False)
    link = forms.URLField(
        label=_("公开地址"), max_length=500, required=False, assume_scheme="https"
    )
    file = forms.FileField(label=_("附件"), required=False)
    witness = forms.CharField(label=_("见证人"), max_length=80, required=False)

    def clean(self) -> dict[str, Any]:
        """Evidence has a kind, a name and a day, and what its kind asks for."""
        cleaned = super().clean() or self.cleaned_data
        given = [name for name in _EVIDENCE_FIELDS if cleaned.get(name)]
        if not given:
            return cleaned
        self._ask(cleaned, "evidence_kind", _("请选佐证种类。"))
        self._ask(cleaned, "evidence_title", _("请填佐证名称。"))
        self._ask(cleaned, "dated_on", _("请填佐证日期。"))
        self._ask_by_kind(cleaned)
        return cleaned

    def clean_file(self) -> Any:
        """A file within the limit, and not empty."""
        upload = self.cleaned_data.get("file")
        if upload is not None and upload.size > settings.FILE_LIMIT:
            megabytes = settings.FILE_LIMIT // 1024 // 1024
            raise ValidationError(
                _("附件超过%(limit)s兆字节。请压缩或分开上传。"), params={"limit": megabytes}
            )
        return upload

    def _ask_by_kind(self, cleaned: dict[str, Any]) -> None:
        kind = cleaned.get("evidence_kind")
        if kind in {Evidence.Kind.ISSUED_DOCUMENT, Evidence.Kind.MEETING_DECISION}:
            self._ask(cleaned, "document_number", _("印发文件和会议决定要填文号或会议名称。"))
        if kind == Evidence.Kind.WITNESSED:
            self._ask(cleaned, "witness", _("见证说明要填见证人，不能是您自己。"))
        if kind == Evidence.Kind.ISSUED_DOCUMENT and not (
            cleaned.get("link") or cleaned.get("file")
        ):
            self.add_error("file", _("印发文件要附上文件，或填公开地址。"))

    def _ask(self, cleaned: dict[str, Any], name: str, words: Any) -> None:
        if not cleaned.get(name) and name not in self.errors:
            self.add_error(name, words)


_EVIDENCE_FIELDS = (
    "evidence_kind",
    "evidence_title",
    "document_number",
    "dated_on",
    "issuer",
    "link",
    "file",
    "witness",
)
