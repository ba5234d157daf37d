"""Plain text: the decoded characters unchanged, line ends too; only a byte order mark goes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from yiding.text.delivery import Delivery
from yiding.text.model import Text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHINESE = ("big5hkscs", "gb18030")  # what the detector may choose from
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
_UTF16_HIGH = bytes({0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)})

CUT_SHORT = "文件在一个字的中间断开，没有传完整"
DAMAGED = "文字编码已损坏"
NO_ENCODING = "不是可辨认的文字文件，编码不明或者是二进制数据"
AGAIN = "请重新下载或另存为 UTF-8 文本后再交"


class UndecodableError(Exception):
    """Bytes that are no text; the message says why."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters with the encoding they came in and the bytes of the mark before them."""

    characters: str
    encoding: str
    mark_bytes: int = 0

    def byte_of(self, index: int) -> int:
        """The byte offset at which the character at ``index`` stands in the file."""
        before = self.characters[:index].encode(self.encoding, "surrogatepass")
        return self.mark_bytes + len(before)


def read(delivery: Delivery) -> Text:
    """The Text of a plain file, its places in bytes and lines."""
    try:
        decoded = decode(delivery.data)
    except UndecodableError as error:
        raise delivery.refuse(str(error), AGAIN) from None
    return delivery.text("text/plain", decoded.characters, byte_of=decoded.byte_of)


def decode(data: bytes) -> Decoded:
    """Mark, strict UTF-8, UTF-16 by its pattern, GB18030, then the detector; never a guess.

    Raises UndecodableError.
    """
    decoded = _marked(data) or _utf8(data) or _utf16(data) or _gb18030(data) or _detected(data)
    if decoded is None:
        raise UndecodableError(_complaint(data))
    if _is_garbage(decoded.characters):
        raise UndecodableError(NO_ENCODING)
    if "\0" in decoded.characters:
        raise UndecodableError(DAMAGED)
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, len(mark), _complaint_of_mark(encoding))
    return None


def _complaint_of_mark(encoding: str) -> str:
    return f"{DAMAGED}（开头标明 {encoding.upper()}，内容却不是）"


def _strict(data: bytes, encoding: str, mark_bytes: int, complaint: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, mark_bytes)
    except UnicodeDecodeError:
        raise UndecodableError(complaint) from None


def _utf8(data: bytes) -> Decoded | None:
    try:
        characters = data.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in characters else Decoded(characters, "utf-8")


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: one byte of each pair is a high byte of Chinese or ASCII."""
    if len(data) % 2:
        return None
    even, odd = _share_high(data[:4096:2]), _share_high(data[1:4096:2])
    if max(even, odd) < 0.9 or (min(even, odd) > 0.6 and b"\0" not in data[:4096]):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        characters = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(characters, encoding) if _is_chinese(characters) else None


def _share_high(sample: bytes) -> float:
    return 1 - len(sample.translate(None, _UTF16_HIGH)) / (len(sample) or 1)


def _gb18030(data: bytes) -> Decoded | None:
    """GB18030, unless the characters it gives are ones nobody writes."""
    try:
        characters = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return Decoded(characters, "gb18030") if _is_simplified(characters) else None


def _is_simplified(characters: str) -> bool:
    return _share_in(characters[:4096], "gb2312") >= 0.9


def _is_chinese(characters: str) -> bool:
    return _is_simplified(characters) or _share_in(characters[:4096], "big5hkscs") >= 0.9


def _share_in(sample: str, character_set: str) -> float:
    """The share of the characters beyond ASCII that a two-byte character set has."""
    ascii_count = len(sample.encode("ascii", "ignore"))
    known = (len(sample.encode(character_set, "ignore")) - ascii_count) / 2
    return known / (len(sample) - ascii_count) if len(sample) > ascii_count else 1.0


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data, cp_isolation=list(_CHINESE)).best()
    if best is None or _utf8_damage(data) < 0.2:
        return None
    try:
        return Decoded(data.decode(best.encoding), best.encoding)
    except UnicodeDecodeError:
        return None


def _utf8_damage(data: bytes) -> float:
    """The share of characters beyond ASCII that are broken when the bytes are read as UTF-8."""
    foreign = re.findall(r"[^\x00-\x7f]", data[:65536].decode("utf-8", "replace"))
    return foreign.count("\ufffd") / (len(foreign) or 1)


def _complaint(data: bytes) -> str:
    """What is wrong with the bytes, in the encoding that all but a few of them are in."""
    if _utf8_damage(data) < 0.2:
        return _fault(data, "utf-8")
    characters = data.decode("gb18030", "replace")
    broken = characters.count("\ufffd")
    if broken * 50 > len(characters) or not _is_simplified(characters.replace("\ufffd", "")):
        return NO_ENCODING
    return _fault(data, "gb18030")


def _fault(data: bytes, encoding: str) -> str:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.reason in {"unexpected end of data", "incomplete multibyte sequence"}:
            return CUT_SHORT
    return DAMAGED


def _is_garbage(characters: str) -> bool:
    sample = characters[:4096].encode("utf-8", "replace")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 200 > len(sample)
