#!/usr/bin/env python3
"""Checks a journal of Yiding 议定 with nothing but Python's standard library.

    python verify.py EXPORT [--expect SEQ:HASH]

EXPORT is an export as it came (a .zip), or the folder it was unpacked into. Exit codes: 0 the chain
is whole, 1 it is broken (the first broken link is named), 2 it cannot be read, 64 wrong usage.

An event's line is its fields as JSON: keys sorted, no spaces, UTF-8, nothing escaped that need not
be, whole numbers only. Its digest is the SHA-256 of that line; its hash is the SHA-256 of the hash
before it, a line feed, and its digest. A line that an export withholds stands there by its digest.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Iterator, List, Optional, Tuple  # noqa: UP035 - old Pythons too

#: The hash before the first event.
ORIGIN = "0" * 64
FORMAT = "yiding-journal-1"
EVENTS, HEAD = "events.jsonl", "head.json"
WHOLE, BROKEN, UNREADABLE, WRONG_USAGE = 0, 1, 2, 64

_SHA256 = re.compile(r"[0-9a-f]{64}")


class UnreadableExport(Exception):
    """The file is no export; ``key`` and ``values`` say why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Link:
    """One event as the chain holds it: its place, what it follows, its line's digest, its hash."""

    seq: int
    previous: str
    digest: str
    hash: str
    is_withheld: bool = False
    problem: str = ""


@dataclass(frozen=True)
class Mark:
    """A place in the chain and the hash that stood there."""

    seq: int
    hash: str


@dataclass(frozen=True)
class Span:
    """The part of a chain that is checked: after ``start`` up to ``end``, past ``marks``."""

    start: Mark
    end: Mark
    marks: Tuple[Mark, ...] = ()  # noqa: UP006


@dataclass(frozen=True)
class Break:
    """The first broken link: at which event, of which kind, what stands there, what should."""

    seq: int
    kind: str
    found: str
    expected: str


@dataclass(frozen=True)
class Verdict:
    """What checking found: how many events, where the chain ends, and the first break if any."""

    count: int
    withheld: int
    end: Mark
    broken: Optional[Break] = None  # noqa: UP045


def canonical(value: Any) -> str:
    """A value as canonical JSON."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def digest_of(line: str) -> str:
    """The SHA-256 of a line, as 64 hexadecimal digits."""
    return hashlib.sha256(line.encode()).hexdigest()


def link(previous: str, digest: str) -> str:
    """The hash that ties a line, by its digest, to everything before it."""
    return hashlib.sha256(f"{previous}\n{digest}".encode()).hexdigest()


def check(links: Iterable[Link], span: Span) -> Verdict:
    """Follow the chain to its end or to the first broken link."""
    at, count, withheld = span.start, 0, 0
    marks = {mark.seq: mark.hash for mark in span.marks}
    for each in links:
        broken = _break_of(each, at) or _against(marks, each)
        if broken:
            return Verdict(count, withheld, at, broken)
        at, count, withheld = Mark(each.seq, each.hash), count + 1, withheld + each.is_withheld
    return Verdict(count, withheld, at, _break_at_end(at, span, marks))


def _break_of(each: Link, before: Mark) -> Optional[Break]:  # noqa: UP045
    if each.seq != before.seq + 1:
        return Break(before.seq + 1, "order", str(each.seq), str(before.seq + 1))
    if each.problem:
        return Break(each.seq, each.problem, "", "")
    if each.previous != before.hash:
        return Break(each.seq, "previous", each.previous, before.hash)
    expected = link(each.previous, each.digest)
    if each.hash != expected:
        return Break(each.seq, "content", each.hash, expected)
    return None


def _against(marks: dict[int, str], each: Link) -> Optional[Break]:  # noqa: UP045
    expected = marks.get(each.seq, each.hash)
    if each.hash == expected:
        return None
    return Break(each.seq, "checkpoint", each.hash, expected)


def _break_at_end(at: Mark, span: Span, marks: dict[int, str]) -> Optional[Break]:  # noqa: UP045
    last = max([span.end.seq, *marks])
    if at.seq < last:
        return Break(at.seq + 1, "tail", str(at.seq), str(last))
    if at.seq > span.end.seq:
        return Break(span.end.seq + 1, "beyond", str(at.seq), str(span.end.seq))
    if at.hash != span.end.hash:
        return Break(at.seq, "head", at.hash, span.end.hash)
    return None


def verify_export(path: Path, expected: Tuple[Mark, ...] = ()) -> Verdict:  # noqa: UP006
    """Check an export; UnreadableExport if it is none. ``expected`` are hashes noted before."""
    with _opened(path) as parts:
        span = _span_of(_read_json(parts.read(HEAD)))
        span = Span(span.start, span.end, (*span.marks, *expected))
        return check(_links(parts.lines(EVENTS), span.start), span)


class _Zip:
    """The parts of an export as it came."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive

    def read(self, name: str) -> bytes:
        return self.archive.read(name)

    def lines(self, name: str) -> Iterator[bytes]:
        with self.archive.open(name) as stream:
            yield from stream


class _Folder:
    """The parts of an export that was unpacked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def lines(self, name: str) -> Iterator[bytes]:
        with (self.folder / name).open("rb") as stream:
            yield from stream


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        if path.is_dir():
            yield _Folder(path)
            return
        with zipfile.ZipFile(path) as archive:
            yield _Zip(archive)
    except FileNotFoundError as error:
        missing = Path(error.filename or path).name
        raise UnreadableExport("absent", name=missing) from error
    except KeyError as error:
        raise UnreadableExport("no-part", problem=error.args[0]) from error
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError) as error:
        raise UnreadableExport("no-zip", name=path.name, problem=error) from error


def _read_json(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError as error:
        raise UnreadableExport("no-head", problem=error) from error


def _span_of(head: Any) -> Span:
    try:
        if head["format"] != FORMAT:
            raise UnreadableExport("format", given=head["format"], known=FORMAT)
        marks = tuple(_mark(each) for each in head["checkpoints"])
        return Span(_mark(head["start"]), _mark(head["end"]), marks)
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableExport("no-head", problem=repr(error)) from error


def _mark(given: Any) -> Mark:
    return Mark(int(given["seq"]), str(given["hash"]))


def _links(lines: Iterable[bytes], start: Mark) -> Iterator[Link]:
    seq, previous = start.seq, start.hash
    for raw in lines:
        each = _link_of(raw, seq + 1, previous)
        seq, previous = each.seq, each.hash
        yield each


def _link_of(raw: bytes, place: int, before: str) -> Link:
    """One row; where it cannot be understood, a link that names the problem at its place."""
    try:
        text = raw.decode().rstrip("\n")
        row = json.loads(text)
        if canonical(row) != text:
            return Link(place, before, "", "", problem="form")
        if "event" not in row:
            return Link(row["seq"], before, row["digest"], row["hash"], is_withheld=True)
        event = row["event"]
        return Link(event["seq"], row["previous"], digest_of(canonical(event)), row["hash"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Link(place, before, "", "", problem="row")


SENTENCES = {
    "whole": (
        "链条完整：共 {count} 条，到第 {seq} 条，校验和 {hash}。",
        "The chain is whole: {count} events, up to event {seq}, hash {hash}.",
    ),
    "whole-in-part": (
        "链条完整：共 {count} 条，其中 {withheld} 条只列校验和；到第 {seq} 条，校验和 {hash}。",
        "The chain is whole: {count} events, {withheld} of them by their digest alone; up to event "
        "{seq}, hash {hash}.",
    ),
    "order": (
        "链条断在第 {seq} 条：该在这里的是第 {expected} 条，实为第 {found} 条，"
        "有记录被删除、插入或调换。",
        "The chain breaks at event {seq}: event {expected} belongs here and event {found} stands "
        "here; something was removed, inserted or moved.",
    ),
    "previous": (
        "链条断在第 {seq} 条：它接的前一条校验和是 {found}，前一条实为 {expected}，"
        "第 {before} 条或第 {seq} 条被改写。",
        "The chain breaks at event {seq}: it follows hash {found} and the event before it has "
        "{expected}; event {before} or event {seq} was rewritten.",
    ),
    "content": (
        "链条断在第 {seq} 条：按内容算出的校验和是 {expected}，记着的是 {found}，内容被改动。",
        "The chain breaks at event {seq}: its content gives hash {expected} and {found} is "
        "recorded; its content was changed.",
    ),
    "form": (
        "链条断在第 {seq} 条：这一行不是规范写法，被改动过。",
        "The chain breaks at event {seq}: its row is not in canonical form; it was changed.",
    ),
    "row": (
        "链条断在第 {seq} 条：这一行读不出来，被改动过。",
        "The chain breaks at event {seq}: its row cannot be read; it was changed.",
    ),
    "checkpoint": (
        "链条断在第 {seq} 条：留存的校验和是 {expected}，现为 {found}，此前有记录被改写。",
        "The chain breaks at event {seq}: the hash kept for it is {expected} and it now has "
        "{found}; something up to here was rewritten.",
    ),
    "tail": (
        "链条断在第 {seq} 条：应到第 {expected} 条，只到第 {found} 条，尾部被截去。",
        "The chain breaks at event {seq}: it should reach event {expected} and ends at event "
        "{found}; its tail was cut off.",
    ),
    "beyond": (
        "链条断在第 {seq} 条：应止于第 {expected} 条，实到第 {found} 条，尾部被接上了别的记录。",
        "The chain breaks at event {seq}: it should end at event {expected} and reaches event "
        "{found}; something was added to its tail.",
    ),
    "head": (
        "链条断在第 {seq} 条：链尾的校验和应为 {expected}，实为 {found}，末条被改写。",
        "The chain breaks at event {seq}: it should end in hash {expected} and ends in {found}; "
        "the last event was rewritten.",
    ),
    "absent": ("没有“{name}”。请给出导出的 zip 文件。", "There is no {name}. Name an export."),
    "no-part": (
        "这不是完整的导出文件：{problem}。请重新导出。",
        "This is no complete export: {problem}. Export it again.",
    ),
    "no-zip": (
        "打不开“{name}”：{problem}。请给出导出的 zip 文件。",
        "Cannot open {name}: {problem}. Name an export.",
    ),
    "no-head": (
        "读不出 head.json：{problem}。请重新导出。",
        "Cannot read head.json: {problem}. Export it again.",
    ),
    "format": (
        "不认识的导出格式“{given}”，可读的是 {known}。请用随导出附带的 verify.py。",
        "Unknown format {given}; {known} can be read. Use the verify.py of that export.",
    ),
    "usage": (
        "用法：python verify.py EXPORT [--expect 序号:校验和]",
        "Usage: python verify.py EXPORT [--expect SEQ:HASH]",
    ),
}


def said(verdict: Verdict) -> Tuple[str, str]:  # noqa: UP006
    """The verdict in Chinese and in English."""
    broken = verdict.broken
    if broken is None:
        end = {"seq": verdict.end.seq, "hash": verdict.end.hash}
        key = "whole-in-part" if verdict.withheld else "whole"
        return _both(key, count=verdict.count, withheld=verdict.withheld, **end)
    values = {"seq": broken.seq, "found": broken.found, "expected": broken.expected}
    return _both(broken.kind, before=broken.seq - 1, **values)


def said_of(error: UnreadableExport) -> Tuple[str, str]:  # noqa: UP006
    """Why it cannot be read, in Chinese and in English."""
    return _both(error.key, **error.values)


def _both(key: str, **values: object) -> Tuple[str, str]:  # noqa: UP006
    chinese, english = SENTENCES[key]
    return chinese.format(**values), english.format(**values)


def mark_of(given: str) -> Mark:
    """``48214:7f3a…``: a hash noted before; ValueError if it is none."""
    seq, _, digest = given.partition(":")
    if not seq.isdecimal() or not _SHA256.fullmatch(digest):
        raise ValueError(given)
    return Mark(int(seq), digest)


def main(arguments: List[str]) -> int:  # noqa: UP006
    """``python verify.py EXPORT``."""
    path, *rest = arguments or [""]
    try:
        expected = _expected(rest)
    except ValueError:
        path = ""
    if not path or path.startswith("-"):
        print(*_both("usage"), sep="\n", file=sys.stderr)
        return WRONG_USAGE
    try:
        verdict = verify_export(Path(path), expected)
    except UnreadableExport as error:
        print(*said_of(error), sep="\n", file=sys.stderr)
        return UNREADABLE
    print(*said(verdict), sep="\n")
    return BROKEN if verdict.broken else WHOLE


def _expected(rest: List[str]) -> Tuple[Mark, ...]:  # noqa: UP006
    if not rest:
        return ()
    option, given = rest
    if option != "--expect":
        raise ValueError(option)
    return (mark_of(given),)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
