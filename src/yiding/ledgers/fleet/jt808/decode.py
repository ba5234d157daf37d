"""Bytes to a message: a strict check and a tolerant reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from yiding.ledgers.fleet.jt808 import model
from yiding.ledgers.fleet.jt808.faults import Fault, shown
from yiding.ledgers.fleet.jt808.frame import opened
from yiding.ledgers.fleet.jt808.header import Header, read_header
from yiding.ledgers.fleet.jt808.model import Message, Registration
from yiding.ledgers.fleet.jt808.position import Position, read_position

#: Bytes of maker, model and terminal in a registration.
REGISTRATION = {2013: (5, 20, 7), 2019: (11, 30, 30)}


def decode(raw: bytes) -> Message:
    """The message of one frame, with or without its marks; never raises.

    What breaks the protocol is listed in ``faults`` and the rest is read all the same; whoever
    decides on values looks at ``is_damaged`` first. A packet of several is left unread until it is
    joined.
    """
    faults: list[Fault] = []
    plain = opened(raw, faults)
    found = read_header(plain, faults)
    if found is None:
        return Message(body=plain, faults=(Fault("too_short", str(len(plain))), *faults))
    header, body = found
    message = Message(
        header.message,
        header.version,
        header.terminal,
        header.sequence,
        header.protocol,
        header.pnum,
        header.pno,
        body,
    )
    read = _unread(header, faults) or _read(message, faults)
    return replace(message, faults=tuple(faults), **read)


def joined(parts: dict[int, Message]) -> Message:
    """One message of its packets, in the order of their numbers; ``pno`` is none again."""
    packets = [parts[number] for number in sorted(parts)]
    faults = list(dict.fromkeys(fault for packet in packets for fault in packet.faults))
    wanted = packets[0].pnum or 0
    if len(packets) < wanted:
        faults.append(Fault("missing_parts", f"共{wanted}包，收到{len(packets)}包"))
    whole = replace(packets[0], pno=None, body=b"".join(packet.body for packet in packets))
    read = {} if any(fault.code == "encrypted" for fault in faults) else _read(whole, faults)
    return replace(whole, faults=tuple(faults), **read)


def _unread(header: Header, faults: list[Fault]) -> dict[str, Any] | None:
    """Nothing, of a body that cannot be read now; none of one that can."""
    if header.encryption:
        faults.append(Fault("encrypted", f"{header.encryption:03b}"))
        return {"positions": ()}
    if header.pno is not None:
        return {"positions": ()}
    return None


def _read(message: Message, faults: list[Fault]) -> dict[str, Any]:
    """What the body says, by the names of a message's fields."""
    if message.message not in model.MESSAGES:
        faults.append(Fault("unknown_message", f"{message.message:04X}"))
    reader = _READERS.get(message.message)
    return reader(message, faults) if reader else {}


def _report(message: Message, faults: list[Fault]) -> dict[str, Any]:
    position = read_position(message.body, faults)
    return {"positions": (position,) if position else ()}


def _queried(message: Message, faults: list[Fault]) -> dict[str, Any]:
    """The same behind the number of the question."""
    position = read_position(message.body[2:], faults)
    return {"positions": (position,) if position else ()}


def _batch(message: Message, faults: list[Fault]) -> dict[str, Any]:
    body = message.body
    if len(body) < 3:
        faults.append(Fault("body_short", str(len(body))))
        return {}
    stated = int.from_bytes(body[:2], "big")
    pieces = list(_pieces(body, faults))
    if len(pieces) != stated:
        faults.append(Fault("batch_count", f"写明{stated}，实为{len(pieces)}"))
    read = (read_position(piece, faults) for piece in pieces)
    return {"positions": tuple(one for one in read if isinstance(one, Position))}


def _pieces(body: bytes, faults: list[Fault]) -> Iterator[bytes]:
    """Each position of a batch: its length, then its bytes."""
    at = 3
    while at < len(body):
        end = at + 2 + int.from_bytes(body[at : at + 2], "big")
        if at + 2 > len(body) or end > len(body):
            faults.append(Fault("items_cut", f"第{at}字节"))
            return
        yield body[at + 2 : end]
        at = end


def _register(message: Message, faults: list[Fault]) -> dict[str, Any]:
    body, sizes = message.body, REGISTRATION[message.version]
    ends = [4 + sum(sizes[:at]) for at in range(len(sizes) + 1)]
    if len(body) < ends[-1] + 1:
        faults.append(Fault("body_short", str(len(body))))
        return {}
    maker, kind, device = (_text(body[start:end], faults) for start, end in pairwise(ends))
    told = Registration(
        int.from_bytes(body[:2], "big"),
        int.from_bytes(body[2:4], "big"),
        maker,
        kind,
        device,
        body[ends[-1]],
        _text(body[ends[-1] + 1 :], faults),
    )
    return {"registration": told}


def _authenticate(message: Message, faults: list[Fault]) -> dict[str, Any]:
    """Of 2013 the whole body is the code; of 2019 it is as long as its first byte says."""
    body = message.body
    if message.version == 2013:
        return {"code": _text(body, faults)}
    if not body or len(body) < 1 + body[0]:
        faults.append(Fault("body_short", str(len(body))))
        return {}
    return {"code": _text(body[1 : 1 + body[0]], faults)}


def _text(raw: bytes, faults: list[Fault]) -> str:
    """GBK without the noughts that fill it up."""
    filled = raw.strip(b"\0 ")
    try:
        return filled.decode("gbk")
    except UnicodeDecodeError:
        faults.append(Fault("not_text", shown(filled)))
        return filled.decode("gbk", "backslashreplace")


_READERS: dict[int, Callable[[Message, list[Fault]], dict[str, Any]]] = {
    model.REPORT: _report,
    model.QUERIED: _queried,
    model.BATCH: _batch,
    model.REGISTER: _register,
    model.AUTHENTICATE: _authenticate,
}
