"""An entry as somebody hands it in, read into what is stored; everything wrong is named at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as translated

from yiding.ledgers.base.canonical import as_entry, as_json, completed
from yiding.ledgers.base.owner import UNIT_HEADS, unit_field
from yiding.ledgers.base.units import UnitNames, UnknownUnit
from yiding.ledgers.base.wrongs import Wrong, WrongEntry
from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.catalogue import ledger as ledger_named
from yiding.ledgers.sheets import PLACE, UNIT
from yiding.registry.models import Unit
from yiding.rules.entries import Censored, Entry, Field, Kind
from yiding.rules.parsing import BadValue, by_any_name, find_field, read_value, unfolded

_KEY_LENGTH = 80
#: The columns beside the fields, under the names that what is wrong with them goes by.
_BESIDE = {"unit": UNIT, "place": PLACE}
_UNREADABLE = _("“%(head)s”的值“%(stood)s”读不懂")


@dataclass(frozen=True)
class Given:
    """An entry as handed in: kind and field names in any of their spellings, values in any form.

    `unit` is a name or code, empty where the fields say it or nobody keeps it; `place` a 区划代码,
    empty for the jurisdiction's own. `heads` and `cells` are those of a sheet, by field name.
    """

    kind: str
    key: str
    fields: Mapping[str, Any]
    unit: str = ""
    place: str = ""
    sheet: str = ""
    row: int = 0
    heads: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)

    def head_of(self, name: str) -> str:
        """The word over a field's column in the person's own sheet; empty where there is none."""
        return self.heads.get(name) or self.heads.get(_BESIDE.get(name, ""), "")

    def cell_of(self, name: str) -> str:
        """Where a field stood, such as ``D7``."""
        return self.cells.get(name) or self.cells.get(_BESIDE.get(name, ""), "")


@dataclass(frozen=True)
class Draft:
    """An entry read and not yet stored; `fields` is canonical JSON, `read` what rules take."""

    kind: Kind
    key: str
    unit: Unit | None
    place: str
    fields: dict[str, Any]
    read: Entry


def read_draft(ledger: Ledger, given: Given, names: UnitNames) -> Draft:
    """The draft, or `WrongEntry` with everything that is wrong."""
    kind = ledger.kind_named(given.kind)
    if kind is None:
        raise WrongEntry([_unknown_kind(ledger, given)])
    kind, fields = unfolded(ledger.kinds, kind, given.fields)
    reader = _Reader(ledger, kind, replace(given, fields=fields), names)
    draft = reader.draft()
    if reader.wrongs:
        raise WrongEntry(reader.wrongs)
    return draft


def with_unit(ledger: Ledger, draft: Draft, unit: Unit | None) -> Draft:
    """The draft of an entry that names no unit, as that of one."""
    if draft.unit is not None or unit is None:
        return draft
    owner = unit_field(ledger.slug, draft.kind.name)
    fields = draft.fields if owner is None else {**draft.fields, owner.name: unit.name}
    read = as_entry(draft.kind, draft.key, draft.place, fields)
    return replace(draft, unit=unit, fields=fields, read=read)


def unjudgeable(given: Given, why: Exception) -> Wrong:
    """What is wrong with an entry whose values each can be read and together cannot be reckoned."""
    found, remedy = _("各项合在一起算不下去（%(why)s）"), _("请核对日期、年份和数值")
    return Wrong("", "", "", found, remedy, {"why": why}, given.sheet, given.row)


class _Reader:
    """One entry being read; what is wrong is gathered on the way."""

    def __init__(self, ledger: Ledger, kind: Kind, given: Given, names: UnitNames) -> None:
        self.ledger, self.kind, self.given, self.names = ledger, kind, given, names
        self.wrongs: list[Wrong] = []

    def draft(self) -> Draft:
        """What was read; of no use where something is wrong."""
        key = self._key()
        values = dict(self._values())
        unit = self._unit(values)
        place = self._place()
        read = self._completed(key, place, values)
        return Draft(self.kind, key, unit, place, as_json(self.kind, values), read)

    def _completed(self, key: str, place: str, values: dict[str, Any]) -> Entry:
        try:
            return completed(self.kind, key, place, values)
        except (ValueError, ArithmeticError) as why:
            self.wrongs.append(unjudgeable(self.given, why))
            return Entry(self.kind.name, key, place, values)

    def _key(self) -> str:
        key = self.given.key.strip()
        if not key:
            self._wrong("id", key, _("没有编号"), _("请写“%(heads)s”这一列"), self._key_heads())
        elif len(key) > _KEY_LENGTH:
            self._wrong("id", key, _("编号超过80个字"), _("请写短一些"))
        elif not key.isprintable():
            self._wrong("id", key, _("编号里有看不见的字符"), _("请重写编号"))
        return key

    def _key_heads(self) -> dict[str, object]:
        return {"heads": "、".join(self.kind.key_heads)}

    def _values(self) -> Iterator[tuple[str, Any]]:
        for name, raw in self.given.fields.items():
            found, unit = field_named(self.ledger.slug, self.kind.name, name)
            if found is None:
                self._wrong(name, raw, _("没有“%(name)s”这一项"), _REMEDY_NAMES, self._names(name))
                continue
            try:
                value = read_value(found, raw, unit)
            except BadValue as why:
                self._unreadable(found, why)
                continue
            if not is_storable(value):
                self._wrong(found.name, raw, _UNSTORABLE, _("请重写这一项"), {"head": found.term})
            elif value is not None:
                yield found.name, value

    def _names(self, name: str) -> dict[str, object]:
        return {"name": name, "known": "、".join(one.term for one in self.kind.fields)}

    def _unreadable(self, found: Field, why: BadValue) -> None:
        head = self.given.heads.get(found.name) or found.term
        values: dict[str, object] = {"head": head, "stood": why.given, **why.values}
        self._wrong(found.name, why.given, _UNREADABLE, translated(why.remedy), values)

    def _unit(self, values: dict[str, Any]) -> Unit | None:
        """The unit the fields name, else the one given, which then stands in the fields too."""
        owner = unit_field(self.ledger.slug, self.kind.name)
        of_field = values.get(owner.name) if owner else None
        written = of_field or self.given.unit
        if not written:
            return None
        try:
            unit = self.names.unit(written)
        except UnknownUnit as why:
            name = owner.name if owner and of_field else "unit"
            self._wrong(name, written, why.found, why.remedy, why.values)
            return None
        if owner:
            values.setdefault(owner.name, unit.name)
        return unit

    def _place(self) -> str:
        place = self.given.place or self.names.book.jurisdiction.code
        if not (place.isascii() and place.isdecimal() and 6 <= len(place) <= 12):
            self._wrong("place", place, _("区划代码不是6至12位数字"), _("请写如 320500 的代码"))
        return place

    def _wrong(
        self,
        name: str,
        stood: Any,
        found: Any,
        remedy: Any,
        values: dict[str, object] | None = None,
    ) -> None:
        given = self.given
        term = {"id": self.kind.key_heads[0], "unit": UNIT_HEADS[0], "place": "区划代码"}.get(name)
        known = self.kind.by_name.get(name)
        head = given.head_of(name) or term or (known.term if known else name)
        cell = given.cell_of(name)
        stood = "" if stood is None else str(stood)
        self.wrongs.append(
            Wrong(name, head, stood, found, remedy, values or {}, given.sheet, given.row, cell)
        )


_REMEDY_NAMES = _("可以写的有：%(known)s")
_UNSTORABLE = _("“%(head)s”里有存不下的字符，或数值过大")
#: The most digits before or behind the point.
_DIGITS = 18


def is_storable(value: Any) -> bool:
    """Whether databases and the journal give a value back as it is."""
    if isinstance(value, str):
        return "\0" not in value and not any("\ud800" <= one <= "\udfff" for one in value)
    if isinstance(value, Decimal):
        return value.is_finite() and abs(value.adjusted()) <= _DIGITS
    if isinstance(value, Censored):
        return is_storable(value.bound)
    if isinstance(value, Mapping):
        return all(is_storable(one) for pair in value.items() for one in pair)
    if isinstance(value, tuple | list):
        return all(is_storable(one) for one in value)
    return not isinstance(value, int) or abs(value) < 10**_DIGITS


@lru_cache(maxsize=65536)
def field_named(slug: str, kind: str, name: str) -> tuple[Field | None, str | None]:
    """The field of a kind that a name or head means, and the unit it states."""
    return find_field(by_any_name(ledger_named(slug).kinds[kind].fields), name)


def _unknown_kind(ledger: Ledger, given: Given) -> Wrong:
    known = "、".join(f"{one.term}（{one.name}）" for one in ledger.kinds.values())
    values: dict[str, object] = {"kind": given.kind, "known": known}
    found, remedy = _("没有“%(kind)s”这一类"), _("可以写的有：%(known)s")
    return Wrong("kind", "类别", given.kind, found, remedy, values, given.sheet, given.row)
