"""One record of the spool: a frame as it came, when, from where, with its faults.

On disk: the mark ``HJ``, a CRC-32 of all that follows, the moment in microseconds of UTC, the
lengths of peer, faults and frame, then these three. A record that is torn or altered shows by its
CRC-32, and the next whole one is found again by the mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from yiding.rules.parsing import BEIJING

MARK = b"HJ"
HEAD = Struct(">2sIqBHH")
CHECKED_FROM = 6
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
PEER_LIMIT, FAULTS_LIMIT, RAW_LIMIT = 0xFF, 0xFFFF, 0xFFFF


@dataclass(frozen=True, slots=True)
class Record:
    """A frame that was received; ``faults`` are codes, ``raw`` holds the password as sent."""

    received_at: datetime
    peer: str
    faults: tuple[str, ...]
    raw: bytes


class Found(NamedTuple):
    """A stretch of a segment: a record, or bytes that are none."""

    start: int
    end: int
    record: Record | None


def packed(record: Record) -> bytes:
    """The record for the disk; ValueError of a frame longer than 65535 bytes."""
    if len(record.raw) > RAW_LIMIT:
        raise ValueError(f"报文长{len(record.raw)}字节，超过65535。请先用拆分器取出报文。")
    moment = (record.received_at - EPOCH) // MICROSECOND
    peer = record.peer.encode()[:PEER_LIMIT]
    faults = ",".join(record.faults).encode()[:FAULTS_LIMIT]
    head = HEAD.pack(MARK, 0, moment, len(peer), len(faults), len(record.raw))
    checked = b"".join((head[CHECKED_FROM:], peer, faults, record.raw))
    return b"".join((MARK, crc32(checked).to_bytes(4, "big"), checked))


def scan(data: bytes) -> Iterator[Found]:
    """All of a segment, in order: its records and the stretches between them that are none."""
    at = 0
    while at < len(data):
        end = _end(data, at)
        if end is None:
            end = _next(data, at + 1)
            yield Found(at, end, None)
        else:
            yield Found(at, end, _record(data, at))
        at = end


def _end(data: bytes, at: int) -> int | None:
    """Where the record at this place ends; None where there is no whole one."""
    if not data.startswith(MARK, at) or len(data) - at < HEAD.size:
        return None
    _, checksum, _, *lengths = HEAD.unpack_from(data, at)
    end: int = at + HEAD.size + sum(lengths)
    is_whole = end <= len(data) and crc32(data[at + CHECKED_FROM : end]) == checksum
    return end if is_whole else None


def _next(data: bytes, at: int) -> int:
    """Where the next whole record begins, or the end."""
    found = data.find(MARK, at)
    while found >= 0 and _end(data, found) is None:
        found = data.find(MARK, found + 1)
    return found if found >= 0 else len(data)


def _record(data: bytes, at: int) -> Record:
    _, _, moment, peer_length, faults_length, raw_length = HEAD.unpack_from(data, at)
    peer_at = at + HEAD.size
    faults_at = peer_at + peer_length
    raw_at = faults_at + faults_length
    received_at = (EPOCH + moment * MICROSECOND).astimezone(BEIJING)
    peer = data[peer_at:faults_at].decode("utf-8", "replace")
    faults = data[faults_at:raw_at].decode("utf-8", "replace")
    codes = tuple(faults.split(",")) if faults else ()
    return Record(received_at, peer, codes, data[raw_at : raw_at + raw_length])
