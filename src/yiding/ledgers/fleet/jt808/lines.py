"""A file of frames: bytes between marks, or hexadecimal, one frame a line or all of them in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.frame import MARK
from yiding.ledgers.fleet.jt808.model import Message
from yiding.ledgers.fleet.jt808.stream import Dropped, Frame, Splitter

SUFFIXES = frozenset({".jt808", ".hex", ".bin", ".dat", ".txt", ".log"})
CHUNK = 1 << 16
#: What hexadecimal is written with: digits, white space, 0x, commas.
_HEXADECIMAL = re.compile(rb"(?:0[xX])?[0-9A-Fa-f\s,;:-]+")
_BESIDE = re.compile(rb"0[xX]|[^0-9A-Fa-f]+")
#: A frame in hexadecimal within a line that says other things too, as logs do.
_FRAME = re.compile(rb"7[eE](?:[\s,:-]?[0-9A-Fa-f]{2})+?[\s,:-]?7[eE]")


def read_file(path: Path) -> Iterator[Message | Dropped]:
    """The messages of a file in their order, and the bytes between that are none.

    OSError as it comes. Nothing is raised of whatever stands in it.
    """
    with path.open("rb") as file:
        is_binary = not _looks_hexadecimal(file.read(CHUNK))
        file.seek(0)
        splitter = Splitter()
        if is_binary:
            for chunk in iter(lambda: file.read(CHUNK), b""):
                yield from _messages(splitter.feed(chunk))
        else:
            for line in iter(lambda: file.readline(CHUNK), b""):
                yield from _messages(splitter.feed(bytes_of(line)))
        yield from _messages(splitter.close())


def _messages(pieces: list[Frame | Dropped]) -> Iterator[Message | Dropped]:
    for piece in pieces:
        yield decode(piece.raw) if isinstance(piece, Frame) else piece


def _looks_hexadecimal(start: bytes) -> bool:
    """Whether the first bytes are frames written out: plain, or within the lines of a log."""
    if MARK in start:
        return False
    return bool(_HEXADECIMAL.fullmatch(start) or _FRAME.search(start))


def bytes_of(line: bytes) -> bytes:
    """The bytes a line writes out; of a log's line the frames in it alone."""
    if _HEXADECIMAL.fullmatch(line):
        digits = _BESIDE.sub(b"", line)
        return bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
    return b"".join(
        bytes.fromhex(_BESIDE.sub(b"", found[0]).decode()) for found in _FRAME.finditer(line)
    )
