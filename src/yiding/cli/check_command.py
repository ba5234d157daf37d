"""``yiding check``: every rule of a ledger over the entries of a file, without a database."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yiding.cli import screen
from yiding.cli.check_table import Reader, table
from yiding.cli.usage import DONE, UNREADABLE, UsageError
from yiding.ledgers.catalogue import SLUGS, Ledger, UnknownLedger, ledger
from yiding.ledgers.checking import UnreadableEntries, as_json, check
from yiding.ledgers.sheets import read_sheets
from yiding.ledgers.template import schema, template
from yiding.text.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yiding.cli.messages import Say

TABLE, JSON = "table", "json"
SHEETS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: ledger, file, day, place, format, and the language to say it in."""

    ledger: str
    file: str | None
    on: date
    place: str
    format: str
    language: str
    say: Say


def check_command(ask: Ask) -> int:
    """Check and print; exit 0 whatever the verdicts, 2 for what cannot be read."""
    found = _ledger(ask.ledger, ask.say)
    if ask.format not in (TABLE, JSON):
        raise UsageError(ask.say, "unknown-format", given=ask.format, known=f"{TABLE} {JSON}")
    if ask.file is None:
        raise UsageError(ask.say, "no-entries", ledger=ask.ledger)
    if not (ask.place.isdecimal() and len(ask.place) >= 6):
        raise UsageError(ask.say, "bad-place", given=ask.place)
    try:
        checked = check(found, _given(found, ask.file), ask.on, ask.place)
    except (UnreadableFile, UnreadableEntries) as why:
        screen.remark(screen.remarks(), str(why), "red")
        return UNREADABLE
    if ask.format == JSON:
        _print_json(as_json(found, checked, ask.on))
    else:
        screen.results().print(table(found, checked, ask.on, Reader(ask.language, ask.say)))
    return DONE


def print_schema(slug: str, say: Say) -> int:
    """The kinds, fields, heads and rules of a ledger, as JSON."""
    _print_json(schema(_ledger(slug, say)))
    return DONE


def write_template(slug: str, out: Path | None, say: Say) -> int:
    """The XLSX to fill in, to a file or to standard output that is no terminal."""
    filled = template(_ledger(slug, say))
    if out is None and sys.stdout.isatty():
        out = Path(f"{slug}.xlsx")
    if out is None:
        screen.write(filled)
        return DONE
    try:
        out.write_bytes(filled)
    except OSError as why:
        raise UsageError(say, "unwritable", name=out, problem=why.strerror) from None
    screen.remark(screen.remarks(), say("template-written", name=out))
    return DONE


def _ledger(slug: str, say: Say) -> Ledger:
    try:
        return ledger(slug)
    except UnknownLedger:
        raise UsageError(say, "unknown-ledger", given=slug, known="、".join(SLUGS)) from None


def _given(found: Ledger, name: str) -> Iterable[Any]:
    """The entries of a file, by its ending; standard input is JSON."""
    raw = _bytes(name)
    ending = Path(name).suffix.lower()
    if ending in SHEETS:
        return list(read_sheets(found, name, raw))
    if ending in found.columns.frames:
        return found.columns.frames[ending](raw.splitlines())
    return _entries(name, raw)


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as why:
        raise UnreadableFile(name, f"打不开（{why.strerror}）", "请核对文件名和权限") from None


def _entries(name: str, raw: bytes) -> list[Any]:
    try:
        given = json.loads(raw.decode("utf-8-sig"), parse_float=str)
    except UnicodeDecodeError:
        raise UnreadableFile(name, "不是 UTF-8 编码的 JSON", "请另存为 UTF-8") from None
    except json.JSONDecodeError as why:
        found = f"不是 JSON（第{why.lineno}行第{why.colno}列）"
        raise UnreadableFile(name, found, "请改正，或交 .xlsx、.csv") from None
    if isinstance(given, dict) and isinstance(given.get("entries"), list):
        given = given["entries"]
    return given if isinstance(given, list) else [given]


def _print_json(document: dict[str, Any]) -> None:
    plain = json.dumps(document, ensure_ascii=False, indent=1)
    screen.write(plain.encode("utf-8", "backslashreplace") + b"\n")
