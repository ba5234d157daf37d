"""Frames out of a stream of bytes, in pieces of any size.

Whatever stands between two marks 0x7e is looked at by itself, so a lost mark costs one frame and
never the next. Nothing is decided by how the bytes were cut into packets.
"""

from __future__ import annotations

from dataclasses import dataclass

from yiding.ledgers.fleet.jt808.faults import Fault, shown
from yiding.ledgers.fleet.jt808.frame import MARK

#: The longest frame between its marks: header of 21, body of 1023 and check code, each escaped.
LONGEST = 2 * (21 + 1023 + 1)
#: Fewer bytes between two marks are no frame: a header has 12, the check code 1.
SHORTEST = 13
FIRST_SHOWN = 32


@dataclass(frozen=True, slots=True)
class Frame:
    """The bytes of one message, marks and all, and where they began in the stream."""

    offset: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Dropped:
    """Bytes that belong to no message: where, how many, why (a fault code), the first of them."""

    offset: int
    count: int
    reason: str
    first: bytes

    @property
    def fault(self) -> Fault:
        """The same as a fault."""
        return Fault(self.reason, f"第{self.offset}字节起{self.count}字节“{shown(self.first)}”")


class Splitter:
    """One stream; never raises, holds no more than LONGEST bytes between two feeds."""

    def __init__(self) -> None:
        self._held = bytearray()  # since the last mark, or the first of what is too long
        self._count = 0  # how many bytes there were since
        self._offset = 0  # where they begin
        self._is_open = False  # a mark stands before them

    @property
    def held(self) -> int:
        """How many bytes wait for more."""
        return len(self._held)

    def feed(self, data: bytes) -> list[Frame | Dropped]:
        """The frames that are complete with these bytes, and what was dropped between them."""
        first, *rest = data.split(MARK)
        pieces: list[Frame | Dropped] = []
        self._hold(first)
        for piece in rest:
            pieces += self._closed(is_last=False)
            self._hold(piece)
        return pieces

    def close(self) -> list[Frame | Dropped]:
        """The stream has ended: what is still held is dropped."""
        return self._closed(is_last=True)

    def _hold(self, data: bytes) -> None:
        self._count += len(data)
        room = LONGEST + 1 - len(self._held)
        if room > 0:
            self._held += data[:room]

    def _closed(self, *, is_last: bool) -> list[Frame | Dropped]:
        """What stood between the last mark and this one."""
        held, count, offset = bytes(self._held), self._count, self._offset
        was_open, self._is_open = self._is_open, not is_last
        self._held.clear()
        self._count, self._offset = 0, offset + count + 1
        if not count:
            return []
        if was_open and not is_last and SHORTEST <= count <= LONGEST:
            return [Frame(offset - 1, MARK + held + MARK)]
        reason = _reason(was_open, is_last, count)
        return [Dropped(offset, count, reason, held[:FIRST_SHOWN])]


def _reason(was_open: bool, is_last: bool, count: int) -> str:
    if was_open and count > LONGEST:
        return "too_long"
    return "unfinished" if was_open and is_last else "junk"
