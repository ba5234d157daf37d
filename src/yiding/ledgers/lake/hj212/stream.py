r"""Frames out of a stream of bytes, in pieces of any size.

A frame ends where its CRC fits: at its stated length, or, where the length lies, at the first
``\r\n`` before which a fitting CRC stands. What fits nowhere ends at its first ``\r\n`` or at the
next header and is passed on as damaged; the search goes on behind it, at the next ``##``. Nothing
is decided by how the bytes were cut into packets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from yiding.ledgers.lake.hj212.crc import crc_text
from yiding.ledgers.lake.hj212.faults import Fault, without_password
from yiding.ledgers.lake.hj212.frame import BESIDE, CRC_DIGITS, HEADER, TERMINATOR, is_whole

#: No more than this is held for one frame: the greatest length that four digits can state.
HOLD_LIMIT = 9999 + BESIDE
#: Junk is reported at the latest after so many bytes.
JUNK_REPORTED = 65_536
FIRST_SHOWN = 32
#: What may stand behind a frame whose terminator is not CR LF.
BOUNDARIES = (b"", b"\r", b"\n", b"#", b" ", b"\0")
#: So many ends of line are tried as the end of a frame whose stated length does not fit.
LINES_TRIED = 4
NEXT_HEADER = re.compile(rb"##[0-9]{4}")
#: A header, or what may become one with the bytes to come.
START = re.compile(rb"##[0-9]{4}|##?\Z|##[0-9]{1,3}\Z")


@dataclass(frozen=True, slots=True)
class Frame:
    """The bytes of one message and where they began in the stream.

    ``is_sound``: header, length, CRC and terminator were all checked and fit.
    """

    offset: int
    raw: bytes
    is_sound: bool


@dataclass(frozen=True, slots=True)
class Dropped:
    """Bytes that belong to no message: where, how many, why (a fault code), the first of them."""

    offset: int
    count: int
    reason: str
    first: bytes

    @property
    def fault(self) -> Fault:
        """The same as a fault, without any password."""
        shown = self.first.decode("ascii", "backslashreplace").encode("unicode_escape").decode()
        return Fault(self.reason, f"第{self.offset}字节起{self.count}字节“{shown}”")


class Cut(NamedTuple):
    """Where a candidate ends and what it is; ``reason`` for bytes that are no message."""

    end: int
    is_sound: bool = False
    reason: str | None = None


class Splitter:
    """One stream; never raises, never holds more than HOLD_LIMIT bytes between two feeds."""

    def __init__(self) -> None:
        self.dropped_bytes = 0
        self._held = b""
        self._offset = 0
        self._judged = self._lines = 0  # how far the held candidate's lines are tried, how many
        self._junk: Dropped | None = None

    @property
    def held(self) -> int:
        """How many bytes wait for more."""
        return len(self._held)

    def feed(self, data: bytes) -> list[Frame | Dropped]:
        """The frames that are complete with these bytes, and what was dropped between them."""
        return self._advance(self._held + data, is_last=False)

    def close(self) -> list[Frame | Dropped]:
        """The stream has ended: what is still held becomes a frame or is dropped."""
        pieces = self._advance(self._held, is_last=True)
        return [*pieces, *self._junk_told()]

    def _advance(self, buffer: bytes, is_last: bool) -> list[Frame | Dropped]:
        pieces: list[Frame | Dropped] = []
        at = 0
        while True:
            found = START.search(buffer, at)
            start = found.start() if found else len(buffer)
            self._drop(buffer, at, start, "junk", pieces)
            at = start
            if start == len(buffer):
                break
            cut = self._cut(buffer, start, is_last)
            if cut is None:
                break
            if cut.reason is None:
                pieces += self._junk_told()
                raw = buffer[start : cut.end]
                pieces.append(Frame(self._offset + start, raw, cut.is_sound))
            else:
                self._drop(buffer, start, cut.end, cut.reason, pieces)
            at = cut.end
            self._judged = self._lines = 0
        self._held = buffer[at:]
        self._offset += at
        return pieces

    def _cut(self, buffer: bytes, start: int, is_last: bool) -> Cut | None:
        """The end of the candidate at ``start``; None while it needs more bytes."""
        if len(buffer) - start < 6:
            return Cut(len(buffer), reason="unfinished") if is_last else None
        stated = start + 6 + int(buffer[start + 2 : start + 6])  # where the CRC should stand
        if is_whole(buffer[start : stated + 6]):
            if _hides_a_whole_one(buffer, start, stated + 6):
                return _broken(buffer, start, is_last)
            return Cut(stated + 6, is_sound=True)
        end = _end_by_length(buffer, start, stated, is_last)
        if end is None:
            end = self._end_by_lines(buffer, start, stated)
        if end is None and not is_last and len(buffer) - start < HOLD_LIMIT:
            return None
        return Cut(end) if end and end > 0 else _broken(buffer, start, is_last)

    def _end_by_lines(self, buffer: bytes, start: int, stated: int) -> int | None:
        """The end at the first line whose CRC fits; 0 where none can fit any more.

        Only the first few lines are tried, or junk could ask for much work. Where one of them
        ends a whole frame that began later, this candidate is none.
        """
        body, limit = start + 6, start + HOLD_LIMIT
        line = _line_end(buffer, max(body, start + self._judged), limit)
        while line >= 0 and self._lines < LINES_TRIED:
            if _hides_a_whole_one(buffer, start, line + 2):
                return 0
            if _fits(buffer, body, line - 4):
                return line + 2
            if line + 2 >= stated + 6:
                return 0
            self._lines += 1
            self._judged = line + 2 - start
            line = _line_end(buffer, line + 2, limit)
        is_past = _line_end(buffer, stated + 4, limit) >= 0
        return 0 if self._lines >= LINES_TRIED and is_past else None

    def _drop(
        self, buffer: bytes, start: int, end: int, reason: str, pieces: list[Frame | Dropped]
    ) -> None:
        if end == start:
            return
        self.dropped_bytes += end - start
        known = self._junk or Dropped(self._offset + start, 0, reason, b"")
        wanted = max(0, FIRST_SHOWN - len(known.first))
        first = known.first + buffer[start : min(end, start + wanted)]
        self._junk = Dropped(known.offset, known.count + end - start, known.reason, first)
        if self._junk.count >= JUNK_REPORTED:
            pieces += self._junk_told()

    def _junk_told(self) -> list[Dropped]:
        junk, self._junk = self._junk, None
        if junk is None:
            return []
        return [Dropped(junk.offset, junk.count, junk.reason, without_password(junk.first))]


def _line_end(buffer: bytes, at: int, limit: int) -> int:
    """Where the next CR LF stands, or -1; a single byte is sought much faster than two."""
    first = buffer.find(b"\r", at, limit)
    return first if first < 0 else buffer.find(TERMINATOR, first, limit)


def _hides_a_whole_one(buffer: bytes, start: int, end: int) -> bool:
    """Does a whole frame end here that began later?

    Looked at before any other fit: of a torn frame with a whole one behind it the CRC fits once in
    256 times, since only eight bits go from one byte to the next.
    """
    inner = buffer.rfind(HEADER, start + 2, end)
    return inner > 0 and is_whole(buffer[inner:end])


def _fits(buffer: bytes, body: int, crc_at: int) -> bool:
    """Does a CRC stand there that fits what stands between the two?"""
    crc = buffer[crc_at : crc_at + 4]
    return crc_at >= body and bool(CRC_DIGITS.fullmatch(crc)) and _is_crc(buffer, body, crc_at, crc)


def _is_crc(buffer: bytes, body: int, crc_at: int, crc: bytes) -> bool:
    return crc_text(buffer[body:crc_at]) == crc.upper()


def _end_by_length(buffer: bytes, start: int, stated: int, is_last: bool) -> int | None:
    r"""The end where the length and the CRC fit and only the terminator or a letter's case is odd.

    None where they do not fit, and while the next byte may still belong to the terminator.
    """
    if not _fits(buffer, start + 6, stated):
        return None
    tail = buffer[stated + 4 : stated + 6]
    if not is_last and tail in (b"", b"\r"):
        return None
    # four digits of a text may fit by chance, but not where a segment ends or a frame may follow
    if not buffer.endswith(b"&&", start, stated) and tail[:1] not in BOUNDARIES:
        return None
    if tail == TERMINATOR:
        return stated + 6
    return stated + 4 + (tail[:1] in (b"\r", b"\n"))


def _broken(buffer: bytes, start: int, is_last: bool) -> Cut:
    """A candidate whose CRC fits nowhere: up to its line's end or to the next header."""
    limit = start + HOLD_LIMIT
    line = _line_end(buffer, start + 6, limit)
    header = NEXT_HEADER.search(buffer, start + 2, limit)
    ends = [line + 2] * (line >= 0) + ([header.start()] if header else [])
    if not ends:
        return (
            Cut(len(buffer), reason="unfinished")
            if is_last
            else Cut(start + 2, reason="false_header")
        )
    end = min(ends)
    is_message = b"=" in buffer[start:end]
    return Cut(end) if is_message else Cut(end, reason="false_header")
