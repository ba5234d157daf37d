"""Fields in which units are typed by name or code, as a person writes them."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yiding.registry.models import Unit
from yiding.registry.names import NameBook

_BETWEEN = re.compile(r"[、，,；;\s]+")
_UNKNOWN = _("登记里没有“%(name)s”。请从名单里选，或先请督查室登记这个单位。")
_SEVERAL = _("“%(name)s”可能是%(units)s。请写全称。")


class UnitNameField(forms.CharField):
    """One unit: its name, another name it goes by, or its code."""

    book: NameBook | None = None

    def clean(self, value: Any) -> Any:
        """The unit, or none where nothing is typed."""
        typed = super().clean(value)
        return _unit(typed, self.book) if typed else None


class UnitNamesField(forms.CharField):
    """Several units, with 、 between them; a list of names will do as well."""

    book: NameBook | None = None

    def to_python(self, value: Any) -> str:
        """A list becomes one line."""
        if isinstance(value, list | tuple):
            return "、".join(str(one) for one in value)
        return str(super().to_python(value) or "")

    def clean(self, value: Any) -> Any:
        """The units, each once, in the order typed."""
        typed = super().clean(value)
        names = [name for name in _BETWEEN.split(typed) if name]
        return list(dict.fromkeys(_unit(name, self.book) for name in names))


def _unit(typed: str, book: NameBook | None) -> Unit:
    if book is None:
        raise ValidationError(_UNKNOWN, params={"name": typed})
    coded = [unit for unit in book.answering_units() if unit.code == typed]
    named = book.named(typed)
    unit = coded[0] if coded else named.unit
    if unit is not None:
        return unit
    if len(named.candidates) > 1:
        units = "、".join(one.name for one in named.candidates)
        raise ValidationError(_SEVERAL, params={"name": typed, "units": units})
    raise ValidationError(_UNKNOWN, params={"name": typed})
