"""The frame around a message: 0x7e, escapes, and the check code (JT/T 808, message structure)."""

from __future__ import annotations

import re
from functools import reduce
from operator import xor

from yiding.ledgers.fleet.jt808.faults import Fault, shown

MARK = b"\x7e"
_ESCAPE = re.compile(rb"\x7d(.?)", re.DOTALL)
_ESCAPED = {b"\x01": b"\x7d", b"\x02": b"\x7e"}
_BIG = 64


def escaped(raw: bytes) -> bytes:
    """No 0x7e inside: 7D → 7D 01, then 7E → 7D 02."""
    return raw.replace(b"\x7d", b"\x7d\x01").replace(MARK, b"\x7d\x02")


def unescaped(raw: bytes, faults: list[Fault]) -> bytes:
    """What was sent before it was escaped; a lone 7D stands for itself and is told."""
    if b"\x7d" not in raw:
        return raw

    def one(found: re.Match[bytes]) -> bytes:
        plain = _ESCAPED.get(found[1])
        if plain is None:
            faults.append(Fault("bad_escape", shown(found[0])))
        return plain or found[0]

    return _ESCAPE.sub(one, raw)


def checksum(raw: bytes) -> int:
    """Every byte, exclusive or."""
    return _folded(raw) if len(raw) > _BIG else reduce(xor, raw, 0)


def _folded(raw: bytes) -> int:
    """The same, eight bytes at once."""
    whole = len(raw) // 8 * 8
    words = memoryview(raw)[:whole].cast("Q")
    word = reduce(xor, words, 0)
    return reduce(xor, word.to_bytes(8, "little"), reduce(xor, raw[whole:], 0))


def framed(plain: bytes) -> bytes:
    """A whole frame around a header and a body."""
    return MARK + escaped(plain + bytes((checksum(plain),))) + MARK


def opened(raw: bytes, faults: list[Fault]) -> bytes:
    """Header and body of a frame, with or without its marks; the check code is looked at."""
    plain = unescaped(raw.removeprefix(MARK).removesuffix(MARK), faults)
    content, stated = plain[:-1], plain[-1:]
    actual = bytes((checksum(content),))
    if stated != actual:
        words = f"写明{stated.hex().upper() or '无'}，应为{actual.hex().upper()}"
        faults.append(Fault("checksum_mismatch", words))
    return content
