"""The filter bar of a ledger's list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from yiding.ledgers.base.models import EntryVerdict
from yiding.ledgers.base.permissions import sees_whole
from yiding.ledgers.base.queries import RETIRED, EntryFilter
from yiding.ledgers.catalogue import Ledger
from yiding.registry.models import Account, Unit
from yiding.web.ledgers.findings import REASONS
from yiding.web.ledgers.words import either, named
from yiding.web.matters.forms import PlainSelect

SORTS = ("key", "-key", "changed")
_LONGEST = 60


class EntryFilterForm(forms.Form):
    """筛选."""

    kind = forms.ChoiceField(label=_("类别"), required=False, widget=PlainSelect)
    unit = forms.ChoiceField(label=_("单位"), required=False, widget=PlainSelect)
    verdict = forms.ChoiceField(label=_("判定"), required=False, widget=PlainSelect)
    rule = forms.ChoiceField(
        label=pgettext_lazy("one rule", "规则"), required=False, widget=PlainSelect
    )
    state = forms.ChoiceField(label=_("在册"), required=False, widget=PlainSelect)
    words = forms.CharField(label=_("字句"), required=False, max_length=_LONGEST)
    reason = forms.ChoiceField(required=False, widget=forms.HiddenInput)
    sort = forms.ChoiceField(
        required=False, widget=forms.HiddenInput, choices=[("", "")] + [(s, s) for s in SORTS]
    )

    def __init__(self, data: Any, account: Account, ledger: Ledger) -> None:
        super().__init__(data, auto_id="filter-%s")
        rules = dict.fromkeys((one.address, one.source) for one in ledger.rules)
        whole = [("", gettext("全部"))]
        self._offer("kind", [*whole, *((one.name, named(one)) for one in ledger.kinds.values())])
        self._offer("verdict", [*whole, *EntryVerdict.choices])
        titles = ((at, either(one.title.rstrip("。"), one.title_en)) for at, one in rules)
        self._offer("rule", [*whole, *titles])
        self._offer("state", [("", gettext("在册")), (RETIRED, gettext("已注销"))])
        self._offer("reason", [("", ""), *((name, name) for name in REASONS)])
        if sees_whole(account, ledger.slug):
            self._offer("unit", [*whole, *_units(account)])
        else:
            del self.fields["unit"]
        if len(ledger.kinds) < 2:
            self.fields["kind"].widget = forms.HiddenInput()

    def asked(self) -> EntryFilter:
        """The filter; a field that was not understood is left out of it."""
        self.is_valid()
        names = EntryFilter.__dataclass_fields__
        given = {name: value for name, value in self.cleaned_data.items() if name in names}
        return EntryFilter(**given)

    def order(self) -> str:
        """The order asked for."""
        self.is_valid()
        return str(self.cleaned_data.get("sort", ""))

    @property
    def not_understood(self) -> list[str]:
        """The labels of what was left out."""
        return [str(self.fields[name].label or name) for name in self.errors]

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


def _units(account: Account) -> list[tuple[str, str]]:
    units = Unit.objects.filter(jurisdiction=account.jurisdiction)
    names = units.values_list("code", "short_name", "name")
    return [(code, short or name) for code, short, name in names]
