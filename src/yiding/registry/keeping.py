"""Keeping the registry: each row written by the same hand, whether from a page or a workbook.

Nothing is deleted: what no longer holds gets its last day, and papers of its time still find it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from yiding.registry.authors import record
from yiding.registry.columns import Book, Fault, OfUnits
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import Role
from yiding.registry.sheets import Sheet, Values, check, enter, put

#: Who keeps units, groups, people and posts.
KEEPERS = frozenset({Role.SUPERVISION_DIRECTOR, Role.SYSTEM_ADMIN})
NEW, CHANGED, SAME = "new", "changed", "same"


class RowFaults(ValueError):
    """What is wrong with a row: a sentence by the field, the empty name for the row itself."""

    def __init__(self, faults: dict[str, Fault]) -> None:
        super().__init__("；".join(one.text() for one in faults.values()))
        self.faults = faults


class MayNotKeep(PermissionError):
    """The account does not keep the registry."""


@dataclass(frozen=True)
class Kept:
    """A row as it was written: was it new, changed, or the same as before?"""

    how: str
    key: tuple[str, ...]
    row: Any
    changes: dict[str, list[str]]


@dataclass
class Keeper:
    """The sheets of a jurisdiction while rows are written into them."""

    book: Book
    _rows: dict[str, dict[tuple[str, ...], Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, city: Jurisdiction) -> Keeper:
        """For a jurisdiction."""
        return cls(Book.of(city))

    def rows(self, sheet: Sheet) -> dict[tuple[str, ...], Any]:
        """The rows of a sheet by their keys."""
        if sheet.slug not in self._rows:
            found = sheet.rows(self.book.city)
            self._rows[sheet.slug] = {sheet.key_of(one, self.book): one for one in found}
        return self._rows[sheet.slug]

    def write(
        self, sheet: Sheet, cells: Mapping[str, str], row: Any = None, *, is_known: bool = True
    ) -> Kept:
        """Write one row, the one given or the one with its key; raises RowFaults.

        With ``is_known`` false it is to be new, and a key that is there already is a fault.
        """
        values = self._values(sheet, cells)
        known, key = self.rows(sheet), self._key(sheet, values)
        found = known.get(key)
        if found is not None and (not is_known or (row is not None and found.pk != row.pk)):
            raise RowFaults({"": Fault(_("已经登记过这一条。"))})
        target = row if row is not None else found
        before = sheet.cells(target, self.book) if target is not None else {}
        kept = self._kept(sheet, target, values)
        enter(kept, self.book)
        known[key] = kept
        after = {one.name: one.cell(values[one.name], self.book) for one in sheet.columns}
        changes = {
            name: [before.get(name, ""), after[name]]
            for name in after
            if before.get(name, "") != after[name]
        }
        how = NEW if target is None else CHANGED if changes else SAME
        return Kept(how, key, kept, changes)

    def _values(self, sheet: Sheet, cells: Mapping[str, str]) -> Values:
        values: Values = {}
        faults: dict[str, Fault] = {}
        for column in sheet.columns:
            try:
                values[column.name] = column.read(cells.get(column.name, ""), self.book)
            except Fault as fault:
                faults[column.name] = fault
        if not faults:
            try:
                check(sheet, values)
            except Fault as fault:
                faults[""] = fault
        if faults:
            raise RowFaults(faults)
        return values

    def _key(self, sheet: Sheet, values: Values) -> tuple[str, ...]:
        return tuple(sheet.column(name).cell(values[name], self.book) for name in sheet.key)

    def _kept(self, sheet: Sheet, target: Any, values: Values) -> Any:
        row: Any = target if target is not None else sheet.model()
        if sheet.owned:
            row.jurisdiction = self.book.city
        put(row, values)
        row.save()
        for column in sheet.columns:
            if isinstance(column, OfUnits):
                getattr(row, column.name).set(values[column.name])
        return row


def keep(
    account: Account, sheet: Sheet, cells: Mapping[str, str], at: datetime, row: Any = None
) -> Kept:
    """Write one row of the account's jurisdiction, with its event; raises RowFaults."""
    city = city_kept_by(account)
    with transaction.atomic():
        Jurisdiction.objects.select_for_update().get(pk=city.pk)
        kept = Keeper.of(city).write(sheet, cells, row, is_known=row is not None)
        if kept.how != SAME:
            said: dict[str, Any] = {"sheet": sheet.slug, "key": list(kept.key)}
            said["changes"] = kept.changes
            record(account, "registry.keep", subject_of(city, sheet, kept.key), at, **said)
    return kept


def city_kept_by(account: Account) -> Jurisdiction:
    """The jurisdiction whose registry the account keeps; raises MayNotKeep."""
    if account.role not in KEEPERS or account.jurisdiction is None:
        raise MayNotKeep(account.username)
    return account.jurisdiction


def subject_of(city: Jurisdiction, sheet: Sheet, key: tuple[str, ...]) -> str:
    """``linhu:units/water``."""
    return f"{city.slug}:{sheet.slug}/{'/'.join(key)}"[:120]
