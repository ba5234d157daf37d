"""What stands before CP: QN, ST, CN, PW, MN, Flag, PNUM, PNO (HJ 212-2017 table 3)."""

from __future__ import annotations

import re
from typing import NamedTuple

from yiding.ledgers.lake.hj212.faults import Fault, quoted
from yiding.ledgers.lake.hj212.model import IS_SPLIT

#: yyyyMMddHHmmssSSS
MOMENT = (
    r"[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    r"(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9][0-9]{3}"
)
QN = re.compile(MOMENT)
# QN=…;ST=21;CN=2061;PW=…;MN=A320500000000001;Flag=5;
# trap: a Flag of three digits may pass 255, so it is read again below
HEAD = re.compile(
    rf"QN=({MOMENT});ST=([^;=]+);CN=([^;=]+);PW=([^;=]*);MN=([^;=]+);Flag=([0-9]{{1,2}});"
)
NAMES = ("QN", "ST", "CN", "PW", "MN", "Flag", "PNUM", "PNO")


class Head(NamedTuple):
    """The fields before CP, in the order of Message; the password last."""

    qn: str | None
    st: str
    cn: str
    mn: str
    flag: int | None
    pnum: int | None
    pno: int | None
    pw: str | None


def read_head(text: str, faults: list[Fault]) -> Head:
    """The head of a message; the common form in one stroke, any other field by field."""
    common = HEAD.fullmatch(text)
    if common is None:
        return _by_fields(text, faults)
    qn, st, cn, pw, mn, digits = common.groups()
    flag = int(digits)
    if flag & IS_SPLIT:
        _judge_split(flag, False, faults)
    return Head(qn, st, cn, mn, flag, None, None, pw)


def _by_fields(text: str, faults: list[Fault]) -> Head:
    fields = _fields(text, faults)
    qn = _request_number(fields.get("QN"), faults)
    flag = _flag(fields.get("Flag"), faults)
    pnum, pno = _parts(fields, faults)
    _judge_split(flag, "PNUM" in fields or "PNO" in fields, faults)
    st, cn, mn = (fields.get(name, "") for name in ("ST", "CN", "MN"))
    return Head(qn, st, cn, mn, flag, pnum, pno, fields.get("PW"))


def _fields(text: str, faults: list[Fault]) -> dict[str, str]:
    """Name to text; the first of a name counts."""
    fields: dict[str, str] = {}
    for item in filter(None, text.split(";")):
        name, equals, value = item.partition("=")
        if not equals or name not in NAMES:
            faults.append(Fault("bad_item", quoted(item)))
        elif name in fields:
            faults.append(Fault("repeated_field", name))
        else:
            fields[name] = value
    return fields


def _request_number(text: str | None, faults: list[Fault]) -> str | None:
    if not text:
        faults.append(Fault("missing_qn"))
        return None
    if QN.fullmatch(text) is None:
        faults.append(Fault("bad_qn", quoted(text)))
    return text


def _flag(text: str | None, faults: list[Fault]) -> int | None:
    if text is None:
        return None
    flag = _number(text)
    if flag is None or flag > 255:
        faults.append(Fault("bad_flag", quoted(text)))
        return None
    return flag


def _parts(fields: dict[str, str], faults: list[Fault]) -> tuple[int | None, int | None]:
    """PNUM and PNO where both are numbers that fit, 1 ≤ PNO ≤ PNUM."""
    texts = fields.get("PNUM"), fields.get("PNO")
    if texts == (None, None):
        return None, None
    pnum, pno = (_number(text or "") for text in texts)
    if pnum is None or pno is None or not 1 <= pno <= pnum:
        faults.append(
            Fault("bad_parts", f"PNUM={quoted(texts[0] or '')}，PNO={quoted(texts[1] or '')}")
        )
        return None, None
    return pnum, pno


def _judge_split(flag: int | None, has_parts: bool, faults: list[Fault]) -> None:
    """Bit D says whether packet numbers follow."""
    if flag is not None and bool(flag & IS_SPLIT) != has_parts:
        found = "有分包号" if has_parts else "没有分包号"
        faults.append(Fault("flag_and_parts", f"Flag={flag}，{found}"))


def _number(text: str) -> int | None:
    """A whole number of at most four digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None
