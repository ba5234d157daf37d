"""Registering, changing and retiring one entry: its form, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.refusals import Refusal
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.owner import unit_field
from yiding.ledgers.base.permissions import sees_whole
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry
from yiding.ledgers.base.wrongs import WrongEntry
from yiding.ledgers.catalogue import Ledger
from yiding.registry.models import Account, Unit
from yiding.rules.entries import Kind
from yiding.web.ledgers.forms import EntryForm, initial_of, key_label
from yiding.web.ledgers.rules import ledger_crumbs
from yiding.web.ledgers.words import named
from yiding.web.parts import Crumb
from yiding.web.parts.words import Words

_KEY_LENGTH = 80
#: The form's own fields, by the names that `WrongEntry` has for them.
_OWN = {"id": "key", "unit": "unit", "place": "key", "kind": "key"}


class WriteForm(EntryForm):
    """The fields of a kind, under the entry's key and the unit that keeps it."""

    key = forms.CharField(max_length=_KEY_LENGTH, error_messages={"required": _("要填。")})
    unit = forms.ChoiceField(label=_("单位"), required=False)
    field_order = ("key", "unit")

    def __init__(
        self, account: Account, ledger: Ledger, kind: Kind, row: Entry | None, *args: Any
    ) -> None:
        super().__init__(kind, *args, initial=_initial(kind, row, account))
        self.ledger, self.row = ledger, row
        self.fields["key"].label = key_label(kind)
        self.fields["key"].disabled = row is not None
        if unit_field(ledger.slug, kind.name) is not None:
            del self.fields["unit"]
        else:
            self.fields["unit"].choices = _units(account, ledger)  # type: ignore[attr-defined]

    @property
    def narrow(self) -> list[forms.BoundField]:
        """The fields of one line."""
        return [one for one in self if not isinstance(one.field.widget, forms.Textarea)]

    @property
    def wide(self) -> list[forms.BoundField]:
        """The fields of several lines."""
        return [one for one in self if isinstance(one.field.widget, forms.Textarea)]

    def write(self, account: Account, at: datetime, seen: int | None) -> Entry | None:
        """Put the entry; none where something is wrong, which then stands beside its field."""
        if not self.is_valid():
            return None
        place = self.row.place if self.row else ""
        given = Given(
            kind=self.kind.name,
            key=self.cleaned_data["key"],
            fields=self.given(),
            unit=self.cleaned_data.get("unit", ""),
            place=place,
        )
        try:
            return put_entry(Writing(account, self.ledger.slug, at), given, seen)
        except WrongEntry as wrong:
            self._refuse(wrong)
            return None

    def _refuse(self, wrong: WrongEntry) -> None:
        for name, sentences in wrong.by_field().items():
            known = (one for one in (f"f-{name}", _OWN.get(name, "")) if one in self.fields)
            beside = next(known, None)
            for sentence in sentences:
                self.add_error(beside, sentence)


class RetireForm(forms.Form):
    """Why an entry leaves the ledger."""

    reason = forms.CharField(
        label=_("为什么注销"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("请写明为什么注销。")},
    )


@dataclass(frozen=True)
class WritePage:
    """The page of a form: its title, the way back, and why it was refused."""

    ledger: Ledger
    title: str
    crumbs: list[Crumb]
    verb: Words
    back_href: str
    seen: int
    kinds: list[tuple[str, str, bool]]
    refusal: Refusal | None = None


def write_page(ledger: Ledger, kind: Kind, row: Entry | None, refusal: Refusal | None) -> WritePage:
    """The page that registers or changes an entry."""
    words = {"kind": named(kind), "key": row.key if row else ""}
    title = gettext("改%(kind)s %(key)s。") if row else gettext("登记一条%(kind)s。")
    path = reverse("ledgers-page", args=[ledger.slug])
    return WritePage(
        ledger=ledger,
        title=title % words,
        crumbs=_crumbs(ledger, row),
        verb=gettext("保存") if row else gettext("登记"),
        back_href=_href(row) if row else path,
        seen=row.revision if row else 0,
        kinds=[] if row else _kinds(ledger, kind),
        refusal=refusal,
    )


def retire_page(ledger: Ledger, row: Entry, refusal: Refusal | None) -> WritePage:
    """The page that takes an entry out of the ledger."""
    return WritePage(
        ledger=ledger,
        title=gettext("注销 %(key)s。") % {"key": row.key},
        crumbs=_crumbs(ledger, row),
        verb=gettext("注销"),
        back_href=_href(row),
        seen=row.revision,
        kinds=[],
        refusal=refusal,
    )


def _crumbs(ledger: Ledger, row: Entry | None) -> list[Crumb]:
    above = ledger_crumbs(ledger)
    return [*above, Crumb("", _href(row), row.address)] if row else above


def _href(row: Entry) -> str:
    return reverse("ledgers-entry", args=[row.ledger, row.kind, row.key])


def _kinds(ledger: Ledger, current: Kind) -> list[tuple[str, str, bool]]:
    return [
        (named(one), reverse("ledgers-new", args=[ledger.slug, one.name]), one == current)
        for one in ledger.kinds.values()
    ]


def _initial(kind: Kind, row: Entry | None, account: Account) -> dict[str, Any]:
    if row is None:
        return {"unit": account.unit.code if account.unit else ""}
    unit = row.unit.code if row.unit else ""
    return {"key": row.key, "unit": unit, **initial_of(kind, row.fields)}


def _units(account: Account, ledger: Ledger) -> list[tuple[str, str]]:
    rows = Unit.objects.filter(jurisdiction=account.jurisdiction, until_on=None)
    if not sees_whole(account, ledger.slug):
        rows = rows.filter(pk=account.unit_id)
    names = rows.values_list("code", "short_name", "name")
    none = [] if account.unit_id else [("", gettext("没有"))]
    return [*none, *((code, short or name) for code, short, name in names)]
