"""Taking the registry in from a workbook, all or nothing: each fault by its sheet, row, column.

Rows are told apart by their key columns: a known row is changed, an unknown one is new, and what
the workbook does not name stays as it is.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from yiding.registry.authors import record
from yiding.registry.columns import Fault
from yiding.registry.keeping import CHANGED, NEW, Keeper, RowFaults, city_kept_by
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.sheets import SHEETS, Sheet
from yiding.registry.workbook import head_of, title_of

#: The most rows a sheet may have, and the most bytes a workbook may unfold to.
ROWS, BYTES = 20_000, 200 * 1024 * 1024


@dataclass(frozen=True)
class CellFault:
    """改处: sheet, row, column, what stood there, and what is wrong."""

    sheet: str
    row: int
    column: str
    stood: str
    fault: Fault

    def words(self) -> str:
        """What is wrong and what to do."""
        return self.fault.text()


@dataclass(frozen=True)
class Taken:
    """What a workbook brought: how many rows were new, changed, the same."""

    counts: dict[str, int] = field(default_factory=dict)


class ImportFaults(ValueError):
    """The workbook was not taken in; nothing was changed."""

    def __init__(self, faults: list[CellFault], rows: int) -> None:
        super().__init__(f"{len(faults)}")
        self.faults, self.rows = faults, rows

    @property
    def faulty_rows(self) -> int:
        """How many rows are to be mended."""
        return len({(one.sheet, one.row) for one in self.faults if one.row})


def import_registry(account: Account, content: bytes, at: datetime) -> Taken:
    """Take a workbook in, whole, or raise ImportFaults with nothing changed."""
    city = city_kept_by(account)
    pages = _read(content)
    with transaction.atomic():
        Jurisdiction.objects.select_for_update().get(pk=city.pk)
        counts = _written(city, pages)
        digest = hashlib.sha256(content).hexdigest()
        record(account, "registry.import", city.slug, at, sha256=digest, counts=counts)
    return Taken(counts)


def _written(
    city: Jurisdiction, pages: dict[str, list[tuple[int, dict[str, str]]]]
) -> dict[str, int]:
    keeper, counts = Keeper.of(city), Counter[str]()
    faults: list[CellFault] = []
    for sheet in SHEETS:
        seen: dict[tuple[str, ...], int] = {}
        for number, cells in pages.get(sheet.slug, []):
            faults += _one(keeper, sheet, (number, cells), (seen, counts))
    if faults:
        raise ImportFaults(faults, sum(len(rows) for rows in pages.values()))
    return {how: counts[how] for how in (NEW, CHANGED, "same")}


def _one(
    keeper: Keeper,
    sheet: Sheet,
    line: tuple[int, dict[str, str]],
    tally: tuple[dict[tuple[str, ...], int], Counter[str]],
) -> Iterator[CellFault]:
    (number, cells), (seen, counts) = line, tally
    try:
        kept = keeper.write(sheet, cells)
    except RowFaults as wrong:
        yield from _faults(sheet, number, cells, wrong)
        return
    if kept.key in seen:
        fault = Fault(_("与第 %(row)s 行重复。请只留一行。"), row=seen[kept.key])
        yield CellFault(title_of(sheet), number, "", "", fault)
    seen.setdefault(kept.key, number)
    counts[kept.how] += 1


def _faults(
    sheet: Sheet, number: int, cells: dict[str, str], wrong: RowFaults
) -> Iterator[CellFault]:
    for name, fault in wrong.faults.items():
        head = head_of(sheet.column(name)) if name else ""
        yield CellFault(title_of(sheet), number, head, cells.get(name, ""), fault)


def _read(content: bytes) -> dict[str, list[tuple[int, dict[str, str]]]]:
    workbook = _opened(content)
    titles = {title_of(sheet): sheet for sheet in SHEETS}
    unknown = [name for name in workbook.sheetnames if name not in titles]
    if unknown or not workbook.sheetnames:
        known = "、".join(titles)
        message = _("没有“%(name)s”这张表。可有：%(known)s。")
        raise _refused(Fault(message, name="、".join(unknown), known=known))
    return {
        titles[name].slug: list(_lines(workbook[name], titles[name]))
        for name in workbook.sheetnames
    }


def _opened(content: bytes) -> Any:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > BYTES:
                raise _refused(Fault(_("文件展开后太大。请分开导入。")))
        return load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        if isinstance(error, ImportFaults):
            raise
        raise _refused(Fault(_("这不是 XLSX 工作簿。请下载模板填写。"))) from error


def _refused(fault: Fault) -> ImportFaults:
    return ImportFaults([CellFault("", 0, "", "", fault)], 0)


def _lines(page: Any, sheet: Sheet) -> Iterator[tuple[int, dict[str, str]]]:
    rows = page.iter_rows(values_only=True)
    heads = [_text(cell) for cell in next(rows, ())]
    names = _names(heads, sheet)
    for number, row in enumerate(rows, 2):
        if number > ROWS + 1:
            raise _refused(Fault(_("“%(sheet)s”表超过 20,000 行。"), sheet=title_of(sheet)))
        cells = {name: _text(cell) for name, cell in zip(names, row, strict=False) if name}
        if any(cells.values()):
            yield number, cells


def _names(heads: list[str], sheet: Sheet) -> list[str]:
    known = {head_of(column): column.name for column in sheet.columns}
    unknown = [head for head in heads if head and head not in known]
    missing = [head for head, name in known.items() if name in sheet.key and head not in heads]
    for found, message in (
        (unknown, _("“%(sheet)s”表没有“%(head)s”这一列。可有：%(known)s。")),
        (missing, _("“%(sheet)s”表缺“%(head)s”这一列。可有：%(known)s。")),
    ):
        if found:
            values = {"head": "、".join(found), "known": "、".join(known)}
            raise _refused(Fault(message, sheet=title_of(sheet), **values))
    return [known.get(head, "") for head in heads]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
