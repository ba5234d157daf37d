"""A Message to bytes: for answers, for samples, and to prove the decoder by the way back."""

from __future__ import annotations

from itertools import groupby

from yiding.ledgers.lake.hj212.frame import framed
from yiding.ledgers.lake.hj212.model import Message, Reading
from yiding.ledgers.lake.hj212.practice import CP_LIMIT

DATA_TIME = "%Y%m%d%H%M%S"


def encode(message: Message) -> bytes:
    """The frame of this message; ValueError where it is too long for one packet.

    Fields in the order of HJ 212-2017 table 3; in CP first DataTime, then the other fields, then
    the values of each factor with its flag. Values are written as their ``text``.
    """
    cp = content_of(message)
    if len(cp) > CP_LIMIT:
        raise ValueError(f"CP长{len(cp)}，超过950字符(HJ 212-2017 6.3)。请分包编码。")
    head = "".join(f"{name}={value};" for name, value in _head(message) if value is not None)
    return framed(f"{head}CP=&&{cp}&&".encode())


def content_of(message: Message) -> str:
    """What stands in CP, without the ``&&`` around it."""
    items = [f"{name}={text}" for name, text in message.fields]
    if message.data_time is not None:
        items.insert(0, f"DataTime={message.data_time:{DATA_TIME}}")
    factors = groupby(message.readings, key=lambda reading: reading.factor)
    return ";".join([*items, *(_factor(factor, list(readings)) for factor, readings in factors)])


def _head(message: Message) -> list[tuple[str, object]]:
    return [
        ("QN", message.qn), ("ST", message.st or None), ("CN", message.cn or None),
        ("PW", message.pw), ("MN", message.mn or None), ("Flag", message.flag),
        ("PNUM", message.pnum), ("PNO", message.pno),
    ]  # fmt: skip


def _factor(factor: str, readings: list[Reading]) -> str:
    items = [f"{factor}-{reading.statistic}={reading.text}" for reading in readings]
    flag = readings[0].flag
    return ",".join([*items, f"{factor}-Flag={flag}"] if flag is not None else items)
