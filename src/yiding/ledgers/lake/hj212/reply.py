"""The answers of the receiving side: 9011 to 9014 (HJ 212-2017 tables 6, 7 and 9)."""

from __future__ import annotations

from yiding.ledgers.lake.hj212 import codes
from yiding.ledgers.lake.hj212.encode import encode
from yiding.ledgers.lake.hj212.model import Message

#: The system code of every answer: 系统交互.
INTERACTION = "91"
#: Flag of an answer: the edition of 2017, no answer wanted in turn.
FLAG_2017 = 0b000001_00
REFUSED, UNKNOWN_COMMAND = 2, 8


def reply_to(message: Message) -> bytes | None:
    """The answer this message asks for by bit A of Flag; None where none may be given.

    Data (2011 … 2081) are answered by 9014. Any other command is a request to a device, which the
    receiving side does not carry out: it is answered by 9011 with QnRtn 2 请求被拒绝, or 8 CN错误
    where it is not in the table. Never answered: what is damaged, so that the device sends it
    again; an answer; a message without QN, which an answer could not name; an edition that is not
    loaded.
    """
    may_be_answered = message.qn and message.version and not message.is_damaged
    if not may_be_answered or not message.is_reply_wanted or message.cn in codes.ANSWERS:
        return None
    if message.cn in codes.DATA:
        return data_answer(message)
    return request_answer(message, REFUSED if message.cn in codes.COMMANDS else UNKNOWN_COMMAND)


def data_answer(message: Message) -> bytes:
    """9014 数据应答: the data with this QN have arrived."""
    return encode(_answer(message, "9014"))


def notice_answer(message: Message) -> bytes:
    """9013 通知应答: the notice with this QN has arrived."""
    return encode(_answer(message, "9013"))


def request_answer(message: Message, code: int) -> bytes:
    """9011 请求应答 with QnRtn; ValueError of a code that is not in table 7."""
    _refuse_unknown(code, codes.REQUEST_ANSWERS, "QnRtn", "表7")
    return encode(_answer(message, "9011", ("QnRtn", str(code))))


def execution_result(message: Message, code: int) -> bytes:
    """9012 执行结果 with ExeRtn; ValueError of a code that is not in table 6."""
    _refuse_unknown(code, codes.EXECUTION_RESULTS, "ExeRtn", "表6")
    return encode(_answer(message, "9012", ("ExeRtn", str(code))))


def _answer(message: Message, command: str, *fields: tuple[str, str]) -> Message:
    """The same QN, MN and password; the Flag of the message's own edition."""
    flag = FLAG_2017 if message.version == 2017 else 0
    return Message(message.qn, INTERACTION, command, message.mn, flag, fields=fields, pw=message.pw)


def _refuse_unknown(code: int, table: dict[int, str], name: str, where: str) -> None:
    if code not in table:
        known = "、".join(map(str, table))
        raise ValueError(f"{name}={code}不在HJ 212-2017 {where}内。可用：{known}。")
