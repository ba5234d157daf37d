"""Text files of lightning location systems: columns by their heads, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

Split = Callable[[str], Sequence[str]]

_NAMED = re.compile(r"^\s*(?P<name>[^=:：]+?)\s*[=:：]\s*(?P<value>.*?)\s*$")
_BLANKS = re.compile(r"\s*\t\s*|\s{2,}")
SIGNS = ("|", "\t", ",", ";", "，")
"""What may stand between two columns; else blanks do."""
KEY = ("时间", "经度", "纬度", "time", "lon", "lat", "date", "日期")


def strike_rows(lines: Iterable[bytes]) -> Iterator[Mapping[str, Any]]:
    """Each row under the file's heads as a strike, with the number of its line.

    The first line that is not empty holds the heads, units in brackets; or every line names its
    values itself (``纬度=31.2 经度=120.6 强度=-23.5``).
    """
    heads: list[str] = []
    split: Split = str.split
    for number, line in enumerate(lines, 1):
        text = _decoded(line).strip().strip("|")
        if not text:
            continue
        named = _named(text)
        if not heads and not named:
            split = _splitter(text)
            heads = [one.strip() for one in split(text)]
            continue
        yield _strike(number, named or _under(heads, split(text)))


def _decoded(line: bytes) -> str:
    """UTF-8, else GB 18030; what is neither stays to be seen."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("gb18030", "backslashreplace")


def _splitter(head: str) -> Split:
    """By the sign that parts the heads."""
    sign = next((one for one in SIGNS if one in head), None)
    if sign is not None:
        return lambda text: text.split(sign)
    return _BLANKS.split if _BLANKS.search(head) else str.split


def _under(heads: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Cells by their heads; a moment written with a blank takes one cell more than its head."""
    found = [one.strip() for one in cells]
    if len(found) == len(heads) + 1 and ":" in found[1] and ":" not in found[0]:
        found = [f"{found[0]} {found[1]}", *found[2:]]
    return {head: cell for head, cell in zip(heads, found, strict=False) if head and cell}


def _named(text: str) -> dict[str, str]:
    """``纬度=31.2, 经度=120.6``: none where the line has no such pairs."""
    parts = re.split(r"[,，;；|\t]\s*|\s{2,}|\s(?=[^\s=:：\d]+[=：])", text)
    pairs = [found for part in parts if (found := _NAMED.match(part))]
    told = {found["name"]: found["value"] for found in pairs if not found["name"][-1].isdigit()}
    return told if len(told) > 1 and any(one in told for one in KEY) else {}


def _strike(number: int, fields: Mapping[str, str]) -> dict[str, Any]:
    named = "-".join(str(one) for name, one in fields.items() if _is_key(name))
    return {
        "kind": "strike",
        "id": named or str(number),
        "key": named,
        "fields": fields,
        "row": number,
        "where": f"第{number}行",
    }


def _is_key(head: str) -> bool:
    """Whether a column is part of what names a strike: when and where."""
    bare = re.split(r"[(（\[]", head)[0].strip().lower()
    return bare in {*KEY, "longitude", "latitude", "datetime", "date time", "东经", "北纬", "毫秒"}
