"""Bytes to a Message: a strict check and a tolerant reading (HJ 212-2017 6.3)."""

from __future__ import annotations

import re

from yiding.ledgers.lake.hj212 import codes
from yiding.ledgers.lake.hj212.content import read_content
from yiding.ledgers.lake.hj212.faults import Fault, quoted, without_password
from yiding.ledgers.lake.hj212.frame import opened
from yiding.ledgers.lake.hj212.head import Head, read_head
from yiding.ledgers.lake.hj212.model import VERSIONS, Message
from yiding.ledgers.lake.hj212.practice import CP_LIMIT, PRACTICE, SEGMENT_LIMIT, Practice

MN = re.compile(r"[0-9A-F]{1,24}")
CP_BEGINS, CP_ENDS = "CP=&&", "&&"


def decode(raw: bytes, practice: Practice = PRACTICE, *, is_sound: bool = False) -> Message:
    r"""The message of one frame, from ``##`` to ``\r\n``; never raises.

    What breaks the standard is listed in ``faults`` and the rest is decoded all the same; whoever
    decides on values looks at ``is_damaged`` first. ``is_sound`` says that header, length, CRC and
    terminator have been checked already, as the stream's splitter does. The 2017 tables judge only
    messages that state this edition: the factor codes and the form of MN were others in 2005.
    """
    faults: list[Fault] = []
    segment = raw[6:-6] if is_sound else opened(raw, faults)
    if len(segment) > SEGMENT_LIMIT:
        faults.append(Fault("segment_too_long", str(len(segment))))
    head_text, cp = _halves(_text(segment, faults), faults)
    head = read_head(head_text, faults)
    edition = _edition(head.flag, practice, faults)
    _judge_codes(head, edition, faults)
    if edition == 2025:
        return Message(*head[:7], faults=tuple(faults), pw=head.pw)
    content = read_content(cp, practice, edition == 2017, faults)
    return Message(
        *head[:7], content.data_time, content.readings, content.fields, tuple(faults), head.pw
    )


def _text(segment: bytes, faults: list[Fault]) -> str:
    try:
        return segment.decode()
    except UnicodeDecodeError as error:
        faults.append(Fault("not_utf8", quoted(segment[error.start : error.start + 8])))
        return segment.decode("utf-8", "backslashreplace")


def _halves(text: str, faults: list[Fault]) -> tuple[str, str]:
    """What stands before CP, and what stands in it."""
    head, mark, tail = text.partition(CP_BEGINS)
    if not mark:
        faults.append(Fault("missing_cp"))
        return head, ""
    if tail.endswith(CP_ENDS):
        cp = tail[:-2]
    else:
        faults.append(Fault("missing_cp_end", _end_of(tail)))
        cp = tail.removesuffix("&")
    if len(cp) > CP_LIMIT:
        faults.append(Fault("cp_too_long", str(len(cp))))
    return head, cp


def _end_of(text: str) -> str:
    """The last characters, quoted; of a password not even its end."""
    return quoted(without_password(text.encode())[-8:])


def _edition(flag: int | None, practice: Practice, faults: list[Fault]) -> int | None:
    """The edition to read by: 2025 stands for every one that is not loaded."""
    stated = None if flag is None else VERSIONS.get(flag >> 2, 2025)
    edition = practice.edition or stated
    if edition == 2025:
        bits = "" if flag is None else f"(Flag={flag}，版本位{flag >> 2:06b})"
        faults.append(
            Fault("version_unread", f"{'HJ 212-2025' if practice.edition else '未知'}{bits}")
        )
    return edition


def _judge_codes(head: Head, edition: int | None, faults: list[Fault]) -> None:
    if head.st not in codes.SYSTEMS:
        faults.append(Fault("unknown_st", quoted(head.st)))
    if head.cn not in codes.COMMANDS:
        faults.append(Fault("unknown_cn", quoted(head.cn)))
    if not head.mn:
        faults.append(Fault("missing_mn"))
    elif edition == 2017 and MN.fullmatch(head.mn) is None:
        faults.append(Fault("mn_format", quoted(head.mn)))
