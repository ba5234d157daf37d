"""The answers of the receiving side: 0x8001, 0x8100, 0x8003, 0x8004."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum

from yiding.ledgers.fleet.jt808 import model
from yiding.ledgers.fleet.jt808.encode import bcd, encode
from yiding.ledgers.fleet.jt808.header import Header
from yiding.ledgers.fleet.jt808.model import Message

GENERAL, RESEND, TIME, REGISTERED = 0x8001, 0x8003, 0x8004, 0x8100
#: Faults for which a body could not be read.
UNREADABLE = frozenset({"body_short"})


class Result(IntEnum):
    """The result of a general answer 通用应答."""

    DONE = 0
    FAILED = 1
    WRONG = 2
    UNSUPPORTED = 3


def result_of(message: Message) -> Result:
    """What a message is answered when it is on the disk."""
    codes = {fault.code for fault in message.faults}
    if codes & {"unknown_message", "encrypted"}:
        return Result.UNSUPPORTED
    return Result.WRONG if codes & UNREADABLE else Result.DONE


def general(message: Message, sequence: int, result: Result) -> bytes:
    """0x8001 平台通用应答: which message, and how it was dealt with."""
    body = _number(message.sequence) + _number(message.message) + bytes((result,))
    return encode(_header(message, GENERAL, sequence), body)


def registered(message: Message, sequence: int, code: str) -> bytes:
    """0x8100 终端注册应答: registered, and the code to authenticate with."""
    body = _number(message.sequence) + bytes((Result.DONE,)) + code.encode("gbk")
    return encode(_header(message, REGISTERED, sequence), body)


def told_time(message: Message, sequence: int, now: datetime) -> bytes:
    """0x8004: the time here, in BCD."""
    return encode(_header(message, TIME, sequence), bcd(now))


def resend(message: Message, sequence: int, missing: Sequence[int]) -> bytes:
    """0x8003 补传分包请求: these packets of the message again; of 2013 at most 255 at once."""
    size = 2 if message.version == 2019 else 1
    asked = missing[: min(256**size - 1, 500)]
    body = _number(message.first_sequence) + len(asked).to_bytes(size, "big")
    return encode(_header(message, RESEND, sequence), body + b"".join(map(_number, asked)))


def is_answered(message: Message) -> bool:
    """Answers are not answered, nor is what came damaged: the terminal sends that again."""
    return not message.is_damaged and message.message != model.ANSWER


def _header(message: Message, number: int, sequence: int) -> Header:
    """To the same terminal, in its own edition."""
    return Header(number, message.version, message.terminal, sequence, message.protocol)


def _number(value: int) -> bytes:
    return value.to_bytes(2, "big")
