"""The rows of a delivered file, each a draft or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from yiding.ledgers.base.reading import Draft, Given, read_draft, with_unit
from yiding.ledgers.base.units import UnitNames
from yiding.ledgers.base.wrongs import Wrong, WrongEntry
from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.sheets import Table, read_tables
from yiding.registry.models import Unit
from yiding.rules.finding import Finding

Key = tuple[str, str]
#: The files that bring entries in; frames of a ledger's own protocol beside them.
ENDINGS = (".xlsx", ".csv")


@dataclass
class Row:
    """One row: where it stood, and the draft or what is wrong."""

    given: Given
    table: Table | None
    draft: Draft | None = None
    findings: tuple[Finding, ...] = ()
    wrongs: list[Wrong] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """The kind and key of a row that could be read."""
        if self.draft is None:
            raise TypeError("a wrong row has no key")
        return self.draft.kind.name, self.draft.key

    def refuse(self, wrong: Wrong) -> None:
        """Add something wrong; the row is not good any more."""
        self.wrongs.append(wrong)


@dataclass
class FileRead:
    """A file as read: its rows in order, and the heads of columns that name no field."""

    rows: list[Row]
    unused: tuple[str, ...]

    @property
    def good(self) -> list[Row]:
        """The rows with nothing wrong."""
        return [one for one in self.rows if not one.wrongs]

    @property
    def wrong(self) -> list[Row]:
        """The rows with something wrong."""
        return [one for one in self.rows if one.wrongs]

    @property
    def wrongs(self) -> list[Wrong]:
        """Everything wrong, row by row."""
        return [wrong for one in self.rows for wrong in one.wrongs]


def read_file(
    ledger: Ledger, name: str, content: bytes, names: UnitNames, own: Unit | None
) -> FileRead:
    """Every row of a file; `UnreadableFile` where it cannot be opened or no head is known.

    `own` is the unit of the entries that name none.
    """
    if Path(name).suffix.lower() in ledger.columns.frames:
        rows = [_row(ledger, one, None, names) for one in _framed(ledger, name, content)]
        unused: list[str] = []
    else:
        tables = read_tables(ledger, name, content)
        rows = [_row(ledger, one, table, names) for table in tables for one in table.entries(name)]
        unused = [head for table in tables for head in table.unused]
    for row in rows:
        if row.draft is not None:
            row.draft = with_unit(ledger, row.draft, own)
    _refuse_twice(rows)
    return FileRead(rows, tuple(dict.fromkeys(unused)))


def _framed(ledger: Ledger, name: str, content: bytes) -> Iterator[Mapping[str, Any]]:
    frames = ledger.columns.frames[Path(name).suffix.lower()]
    yield from frames(content.splitlines())


def _row(ledger: Ledger, told: Mapping[str, Any], table: Table | None, names: UnitNames) -> Row:
    given = Given(
        kind=str(told.get("kind", "")),
        key=str(told.get("key", told.get("id", ""))),
        fields=told.get("fields", {}),
        unit=_word(told.get("unit")),
        place=_word(told.get("place")),
        sheet=str(told.get("sheet", "")),
        row=int(told.get("row", 0)),
        heads=told.get("heads", {}),
        cells=told.get("cells", {}),
    )
    try:
        return Row(given, table, read_draft(ledger, given, names))
    except WrongEntry as wrong:
        return Row(given, table, wrongs=list(wrong.wrongs))


def _word(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _refuse_twice(rows: list[Row]) -> None:
    """A key that stands twice in one file: the first row is good, the others are not."""
    first: dict[Key, Row] = {}
    for row in rows:
        if row.draft is None:
            continue
        known = first.setdefault(row.key, row)
        if known is not row:
            row.refuse(_twice(row, known))


def _twice(row: Row, known: Row) -> Wrong:
    values = {"key": row.key[1], "sheet": known.given.sheet, "row": known.given.row}
    found = _("编号“%(key)s”与表“%(sheet)s”第%(row)s行重复")
    return wrong_at(row.given, "id", row.key[1], found, _("请只留一行，或改正编号"), values)


def wrong_at(  # noqa: PLR0913, PLR0917 - a wrong is made of these
    given: Given, name: str, stood: str, found: Any, remedy: Any, values: dict[str, object]
) -> Wrong:
    """Something wrong with a field of a row, at its cell."""
    head, cell = given.head_of(name) or name, given.cell_of(name)
    return Wrong(name, head, stood, found, remedy, values, given.sheet, given.row, cell)
