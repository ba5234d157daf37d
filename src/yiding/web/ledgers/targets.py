"""Setting what an indicator is to reach, and the yearly sheet that weighs indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.journal.models import Event
from yiding.ledgers.base.assessment import SET_TARGET, Item, SheetWish, keep_sheet, set_target
from yiding.ledgers.base.figures import indicators
from yiding.ledgers.base.models import AssessmentSheet
from yiding.registry.models import Account
from yiding.registry.roles import SUPERVISION
from yiding.rules.finding import plain
from yiding.web.ledgers.words import either, unit_words

_NO_NUMBER, _NO_DAY = _("请写一个数。"), _("请写成 2025-03-01 这样的日期。")
_EMPTY_ROWS, _LISTED = 3, 10
_NUMBERS = {"required": _NO_NUMBER, "invalid": _NO_NUMBER}


@dataclass(frozen=True)
class Set:
    """定过的目标: what was to be reached by when, who said so and when, from the journal."""

    at: datetime
    by: str
    amount: str
    by_on: date


def may_set(account: Account) -> bool:
    """Targets and weights are the supervision office's."""
    return account.jurisdiction_id is not None and account.role in SUPERVISION


def targets_set(account: Account, address: str) -> list[Set]:
    """The newest first."""
    events = Event.objects.filter(verb=SET_TARGET, subject=address, outcome=Event.Outcome.DONE)
    city = account.jurisdiction
    events = events.filter(jurisdiction=city.slug if city else "")
    return [
        Set(one.at, one.name, one.data["amount"], date.fromisoformat(one.data["by_on"]))
        for one in events.order_by("-seq")[:_LISTED]
    ]


class TargetForm(forms.Form):
    """定目标: the number and the day it is to be reached."""

    use_required_attribute = False
    amount = forms.DecimalField(
        label=_("目标值"), max_digits=20, decimal_places=6, error_messages=_NUMBERS
    )
    by_on = forms.DateField(
        label=_("完成期限"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _NO_DAY, "invalid": _NO_DAY},
    )

    def write(self, account: Account, address: str, at: datetime) -> bool:
        """Set it; whether it could be read. `Refused` where the account may not."""
        if not self.is_valid():
            return False
        told = self.cleaned_data
        set_target(account, address, told["amount"], told["by_on"], at)
        return True


class RowForm(forms.Form):
    """考核项: an indicator with weight and target; an empty row is none."""

    use_required_attribute = False
    indicator = forms.ChoiceField(label=_("指标"), required=False)
    weight = forms.DecimalField(
        label=_("权重"), required=False, max_digits=6, decimal_places=2, min_value=Decimal("0.01"),
        error_messages={**_NUMBERS, "min_value": _("权重要大于零。")},
    )  # fmt: skip
    target = forms.DecimalField(
        label=_("目标"), required=False, max_digits=20, decimal_places=6, error_messages=_NUMBERS
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["indicator"].choices = [("", "—"), *_choices()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """All three of a row, or none of them."""
        told = {name: self.cleaned_data.get(name) for name in self.fields}
        if told["indicator"]:
            for name in ("weight", "target"):
                if told[name] is None and name not in self.errors:
                    self.add_error(name, _NO_NUMBER)
        elif told["weight"] is not None or told["target"] is not None:
            self.add_error("indicator", _("请选一个指标，或把这一行清空。"))
        return self.cleaned_data


class SheetForm(forms.Form):
    """考核表: its year, title and basis; `rows` are its items."""

    use_required_attribute = False
    year = forms.IntegerField(
        label=_("年度"), min_value=2000, max_value=2100, error_messages=_NUMBERS
    )
    title = forms.CharField(
        label=_("名称"), max_length=80, error_messages={"required": _("要填。")}
    )
    basis = forms.CharField(label=_("依据"), max_length=200, required=False)

    def __init__(self, sheet: AssessmentSheet | None, year: int, given: Any = None) -> None:
        told: dict[str, Any] = {"year": year}
        if sheet is not None:
            told = {"year": sheet.year, "title": sheet.title, "basis": sheet.basis}
        super().__init__(given, initial=told)
        self.sheet = sheet
        for name in ("year", "title"):
            self.fields[name].disabled = sheet is not None
        self.rows = _rows(sheet, given)

    def write(self, account: Account, at: datetime) -> bool:
        """Keep the sheet whole; whether it could be read. `Refused` where the account may not."""
        if not all([self.is_valid(), *(one.is_valid() for one in self.rows)]):
            return False
        told, unit = self.cleaned_data, self.sheet.unit if self.sheet else None
        items = [
            Item(row.cleaned_data["indicator"], row.cleaned_data["weight"],
                 row.cleaned_data["target"])
            for row in self.rows if row.cleaned_data["indicator"]
        ]  # fmt: skip
        wish = SheetWish(told["year"], told["title"], items, unit, told["basis"])
        keep_sheet(account, wish, at)
        return True

    @property
    def whole(self) -> Decimal:
        """The weights of all rows as they were handed in or stand."""
        weights = (row["weight"].value() for row in self.rows)
        return sum((Decimal(str(one)) for one in weights if _is_number(one)), Decimal(0))


def _rows(sheet: AssessmentSheet | None, given: Any) -> Sequence[RowForm]:
    stands = list(sheet.rows.order_by("position")) if sheet else []
    count = int(given.get("rows", 0)) if given and given.get("rows", "").isdecimal() else 0
    count = min(count, 200) if given else len(stands) + _EMPTY_ROWS
    initial = [
        {"indicator": one.indicator, "weight": plain(one.weight), "target": plain(one.target)}
        for one in stands
    ]
    told = [*initial, *({} for _ in range(count))][:count]
    return [RowForm(given, prefix=f"r{at}", initial=one) for at, one in enumerate(told)]


def _choices() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Every indicator under its ledger."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for found, one in indicators():
        told = (either(one.title, one.english), unit_words(one.unit))
        words = " · ".join(part for part in told if part)
        card = either(found.card.term, found.card.english)
        groups.setdefault(card, []).append((f"{found.slug}/{one.slug}", words))
    yield from groups.items()


def _is_number(value: object) -> bool:
    return str(value).replace(".", "", 1).isdecimal()
