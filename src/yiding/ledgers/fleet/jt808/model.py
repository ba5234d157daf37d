"""A message and what it holds: values only, without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from yiding.ledgers.fleet.jt808.faults import DAMAGING, Fault
from yiding.ledgers.fleet.jt808.position import Position

ANSWER, HEARTBEAT, LOG_OUT, ASK_TIME, ASK_AGAIN = 0x0001, 0x0002, 0x0003, 0x0004, 0x0005
REGISTER, AUTHENTICATE = 0x0100, 0x0102
REPORT, QUERIED, BATCH = 0x0200, 0x0201, 0x0704
MESSAGES = {
    ANSWER: "终端通用应答", HEARTBEAT: "终端心跳", LOG_OUT: "终端注销", ASK_TIME: "查询服务器时间",
    ASK_AGAIN: "终端补传分包请求", REGISTER: "终端注册", AUTHENTICATE: "终端鉴权",
    REPORT: "位置信息汇报", QUERIED: "位置信息查询应答", BATCH: "定位数据批量上传",
    0x8001: "平台通用应答", 0x8003: "服务器补传分包请求", 0x8004: "查询服务器时间应答",
    0x8100: "终端注册应答",
}  # fmt: skip
"""The messages that are read, or sent."""


class Registration(NamedTuple):
    """终端注册: province and county by their numbers, maker, model, terminal, colour and plate."""

    province: int
    county: int
    maker: str
    model: str
    device: str
    plate_colour: int
    plate: str


@dataclass(frozen=True, slots=True)
class Message:
    """One decoded message; empty where the bytes say nothing readable.

    ``message`` is the ID, ``version`` 2013 or 2019, ``terminal`` its number as sent, ``sequence``
    the running number, ``pnum``/``pno`` packets and this packet's number, ``body`` as sent,
    ``positions`` those of a report or a batch, ``code`` an authentication code, shown nowhere.
    """

    message: int = 0
    version: int = 2013
    terminal: str = ""
    sequence: int = 0
    protocol: int = 0
    pnum: int | None = None
    pno: int | None = None
    body: bytes = b""
    positions: tuple[Position, ...] = ()
    registration: Registration | None = None
    code: str | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def name(self) -> str | None:
        """位置信息汇报; none of a message that is not read."""
        return MESSAGES.get(self.message)

    @property
    def device(self) -> str:
        """The terminal's number without the noughts before it: the same in both editions."""
        return self.terminal.lstrip("0") or self.terminal[-1:]

    @property
    def first_sequence(self) -> int:
        """The running number of the message's first packet."""
        return (self.sequence - (self.pno or 1) + 1) % 0x10000

    @property
    def key(self) -> tuple[str, int, int, int | None]:
        """What the packets of one message have in common."""
        return self.terminal, self.message, self.first_sequence, self.pnum

    @property
    def is_damaged(self) -> bool:
        """Its check code does not fit: the bytes may not be those that were sent."""
        return any(fault.code in DAMAGING for fault in self.faults)

    def as_json(self) -> dict[str, object]:
        """The message for JSON, without any authentication code."""
        return {
            "message": f"{self.message:04X}", "name": self.name, "version": self.version,
            "terminal": self.terminal, "device": self.device, "sequence": self.sequence,
            "pnum": self.pnum, "pno": self.pno,
            "positions": [one.as_json() for one in self.positions],
            "registration": self.registration._asdict() if self.registration else None,
            "faults": [{"code": one.code, "message": one.sentence} for one in self.faults],
        }  # fmt: skip
