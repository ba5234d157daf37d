"""A result of ours, known by the mark that each format bears."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

JSON_HEAD = b'{"schema":"yiding/reading/'
AKN_MARK = b'source="#yiding"'
MARKDOWN_TAIL = b"<!-- yiding/reading/"
XLSX_MARK = b"<dc:creator>yiding</dc:creator>"
HEAD, TAIL = 4096, 64


def is_ours(path: Path) -> bool:
    """Whether this file is a result that we wrote; one that cannot be looked at is not."""
    try:
        return path.is_file() and _bears_mark(path)
    except (OSError, zipfile.BadZipFile, KeyError):
        return False


def _bears_mark(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(HEAD)
        if path.suffix == ".md":
            file.seek(max(0, path.stat().st_size - TAIL))
            return MARKDOWN_TAIL in file.read()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return XLSX_MARK in book.read("docProps/core.xml")
    return head.startswith(JSON_HEAD) or (path.suffix == ".xml" and AKN_MARK in head)
