"""The form of one entry, made from the fields of its kind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.ledgers.base.canonical import completed
from yiding.rules.entries import Entry, Field, Kind, Type
from yiding.rules.finding import plain
from yiding.rules.parsing import BadValue, read_value
from yiding.rules.remedies import BY_TYPE
from yiding.web.ledgers.words import either, humanised, named, unit_words, with_unit
from yiding.web.parts import DayInput
from yiding.web.parts.words import Words

_HINTED = frozenset({Type.SHARE, Type.MOMENT, Type.DATES})
_SEPARATOR = "|"


class EntryForm(forms.Form):
    """One control a field; what cannot be read is said beside it, in the reader's language."""

    use_required_attribute = False

    def __init__(self, kind: Kind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.read: dict[str, Any] = {}
        for one in kind.fields:
            self.fields[f"f-{one.name}"] = _control(one)

    def clean(self) -> dict[str, Any]:
        """Each field as the ledger reads it; the first reading is the only one."""
        for one in self.kind.fields:
            raw = given_value(one, self.cleaned_data.get(f"f-{one.name}"))
            try:
                value = read_value(one, raw)
            except BadValue as wrong:
                self.add_error(f"f-{one.name}", _wrong(one, wrong))
                continue
            if value is not None:
                self.read[one.name] = value
        return self.cleaned_data

    def given(self) -> dict[str, Any]:
        """What was filled in, by field name, as `yiding check` takes it."""
        values = (
            (one.name, given_value(one, self.cleaned_data.get(f"f-{one.name}")))
            for one in self.kind.fields
        )
        return {name: value for name, value in values if value not in (None, "", [])}

    def entry(self, id_: str, place: str) -> Entry:
        """The entry as it was read; not kept anywhere."""
        return completed(self.kind, id_, place, dict(self.read))

    def of(self, names: Iterable[str]) -> list[forms.BoundField]:
        """The controls of some fields, in the order of the kind."""
        wanted = set(names)
        return [self[f"f-{one.name}"] for one in self.kind.fields if one.name in wanted]


def initial_of(kind: Kind, values: Mapping[str, Any]) -> dict[str, str]:
    """What an entry holds, as its controls show it."""
    return {f"f-{one.name}": as_text(one, values.get(one.name)) for one in kind.fields}


def given_value(field: Field, raw: Any) -> Any:
    """A control's text as a value of `yiding check`: lists by line, records by their parts."""
    text = str(raw or "").strip()
    if field.type == Type.RECORDS and text:
        return _records(field, text)
    if field.type in {Type.LIST, Type.DATES} and text:
        return [line.strip() for line in text.splitlines() if line.strip()]
    return text or None


def _records(field: Field, text: str) -> Any:
    if text.startswith("["):
        try:
            return json.loads(text)
        except ValueError:
            return text
    names = [one.name for one in field.fields]
    rows = ([part.strip() for part in line.split(_SEPARATOR)] for line in text.splitlines())
    return [
        {name: part for name, part in zip(names, row, strict=False) if part} for row in rows if row
    ]


def _control(field: Field) -> forms.Field:
    common: dict[str, Any] = {
        "label": with_unit(field),
        "required": False,
        "help_text": _hint(field),
    }
    if field.type == Type.CHOICE:
        options = [(one.name, named(one)) for one in field.options]
        return forms.ChoiceField(choices=[("", _("不填")), *options], **common)
    if field.type == Type.FLAG:
        flags = [("", _("不填")), ("true", _("是")), ("false", _("否"))]
        return forms.ChoiceField(choices=flags, **common)
    return forms.CharField(widget=_widget(field), max_length=20_000, **common)


def _widget(field: Field) -> forms.Widget:
    if field.type == Type.DATE:
        return DayInput()
    if field.type in {Type.LIST, Type.DATES, Type.RECORDS}:
        return forms.Textarea(attrs={"rows": 3})
    is_number = field.type in {Type.NUMBER, Type.MONEY, Type.INTEGER}
    return forms.TextInput(attrs={"inputmode": "decimal"} if is_number else {})


def _hint(field: Field) -> Words:
    if field.type in _HINTED:
        translated = gettext  # the remedies are marked where they are stated
        said = translated(BY_TYPE[field.type])
        return said[:1].upper() + said[1:] + gettext("。")
    if field.type != Type.RECORDS:
        return gettext("每行一个。") if field.type == Type.LIST else ""
    parts = f" {_SEPARATOR} ".join(with_unit(one) for one in field.fields)
    return gettext("每行一条：%(parts)s") % {"parts": parts}


def _wrong(field: Field, wrong: BadValue) -> str:
    if field.unit:
        said = gettext("“%(given)s”读不懂。请写一个数，以%(unit)s为单位。")
        return said % {"given": wrong.given, "unit": unit_words(field.unit)}
    translated = gettext
    remedy = translated(BY_TYPE.get(field.type, wrong.remedy)) % wrong.values
    return gettext("“%(given)s”读不懂：%(remedy)s。") % {"given": wrong.given, "remedy": remedy}


def as_text(field: Field, value: Any) -> str:
    """A value of `yiding check` as its control shows it."""
    if value is None:
        return ""
    if field.type == Type.FLAG:
        return "true" if str(value).lower() in {"true", "是", "1"} else "false"
    if field.type == Type.RECORDS:
        return "\n".join(_record_line(field, one) for one in _listed(value))
    if field.type == Type.SHARE:
        return "/".join(str(one) for one in _share(value))
    if isinstance(value, list | tuple):
        return "\n".join(str(one) for one in value)
    return plain(value) or ""


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _share(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return [value.get("part", ""), value.get("whole", "")]
    return _listed(value)


def _record_line(field: Field, one: Any) -> str:
    if not isinstance(one, Mapping):
        return str(one)
    return f" {_SEPARATOR} ".join(str(one.get(each.name, "")) for each in field.fields)


def type_words(field: Field) -> str:
    """What a field holds, in a word."""
    return str(_TYPES[field.type])


_TYPES: dict[Type, Words] = {
    Type.TEXT: _("文字"),
    Type.INTEGER: _("整数"),
    Type.NUMBER: _("数"),
    Type.MEASURED: _("测得的数"),
    Type.MONEY: _("金额"),
    Type.DATE: _("日期"),
    Type.MOMENT: _("时间"),
    Type.FLAG: _("是或否"),
    Type.CHOICE: _("选项"),
    Type.SHARE: _("部分和整体"),
    Type.LIST: _("多个文字"),
    Type.DATES: _("多个日期"),
    Type.RECORDS: _("多条"),
}


def choice_words(field: Field) -> str:
    """The options of a choice, in one line."""
    return gettext("、").join(named(one) for one in field.options)


def key_label(kind: Kind) -> str:
    """What the key of an entry is called."""
    return either(kind.key_heads[0], humanised("key"))
