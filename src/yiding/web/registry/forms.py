"""The form of one row of the registry, made from the columns of its sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yiding.registry.columns import JOINT, Book, Choice, Column
from yiding.registry.keeping import RowFaults
from yiding.registry.sheets import Sheet
from yiding.web.parts import DayInput

_NONE = ("", _("没有"))


class RowForm(forms.Form):
    """One field a column; what the columns cannot take comes back as the field's error."""

    def __init__(
        self, *args: Any, sheet: Sheet, book: Book, row: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sheet, self.row = sheet, row
        self.initial = {**_usual(sheet), **_initial(sheet, row, book), **self.initial}
        for column in sheet.columns:
            self.fields[column.name] = _field(column, book, self.initial.get(column.name))
        if row is not None and sheet.slug == "units":
            self.fields["code"].disabled = True

    def cells(self) -> dict[str, str]:
        """The cells of the row, as a workbook would have them."""
        return {name: _cell(value) for name, value in self.cleaned_data.items()}

    def refuse(self, wrong: RowFaults) -> None:
        """Put each fault beside its field."""
        for name, fault in wrong.faults.items():
            self.add_error(name or None, fault.text())


def _field(column: Column, book: Book, chosen: Any) -> forms.Field:
    common: dict[str, Any] = {"label": column.asks or column.head, "required": False}
    choices = list(_choices(column, book, chosen))
    if column.control == "units":
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, **common
        )
    common["help_text"] = column.hint
    if choices:
        given = choices if column.is_required or isinstance(column, Choice) else [_NONE, *choices]
        field: forms.Field = forms.ChoiceField(choices=given, **common)
    elif column.control == "date":
        field = forms.CharField(widget=DayInput(), **common)
    else:
        field = forms.CharField(**common)
    # asked for by the column itself, in its own words; the label must not say it may be left out
    field.required = column.is_required
    field.error_messages["required"] = _("要填。")
    return field


def _choices(column: Column, book: Book, chosen: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(column, Choice):
        yield from column.choices
    elif column.control in {"unit", "units"}:
        units = sorted(book.units.values(), key=lambda one: (one.position, one.code))
        there = (one for one in units if not one.until_on or column.control == "unit")
        over = (one for one in units if one.until_on and one.code in (chosen or ()))
        known = [*there, *(over if column.control == "units" else ())]
        yield from ((one.code, one.name) for one in known)
    elif column.control == "group":
        yield from ((name, name) for name in sorted(book.groups))
    elif column.control == "person":
        yield from ((handle, handle) for handle in book.people)


def _usual(sheet: Sheet) -> dict[str, Any]:
    return {one.name: one.default for one in sheet.columns if isinstance(one, Choice)}


def _initial(sheet: Sheet, row: Any, book: Book) -> dict[str, Any]:
    if row is None:
        return {}
    cells: dict[str, Any] = sheet.cells(row, book)
    for column in sheet.columns:
        if isinstance(column, Choice):
            cells[column.name] = getattr(row, column.name)
        elif column.control == "units":
            cells[column.name] = [part for part in cells[column.name].split(JOINT) if part]
    return cells


def _cell(value: Any) -> str:
    return JOINT.join(value) if isinstance(value, list) else str(value or "")
