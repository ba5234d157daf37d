"""A file of frames, one a line: ``.hj212``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.frame import TERMINATOR
from yiding.ledgers.lake.hj212.model import Message
from yiding.ledgers.lake.hj212.practice import PRACTICE, Practice

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
#: A longer line is read in pieces of so many bytes, each of which is no sound message.
LINE_LIMIT = 65_536


class Line(NamedTuple):
    """A message and the number of its line, from 1."""

    number: int
    message: Message


def read_file(path: Path, practice: Practice = PRACTICE) -> Iterator[Line]:
    """The messages of a file, one a line; blank lines are passed over, ``OSError`` as it comes.

    The end of a line may be CR LF or LF: that is the file's, and no fault of the message.
    """
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(LINE_LIMIT), b""), start=1):
            frame = line.removeprefix(BYTE_ORDER_MARK).strip(b" \t\r\n")
            if frame:
                yield Line(number, decode(frame + TERMINATOR, practice))
