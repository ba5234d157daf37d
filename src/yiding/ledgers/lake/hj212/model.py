"""A message and what it holds: values only, without behaviour."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from yiding.ledgers.lake.hj212 import codes
from yiding.ledgers.lake.hj212.faults import DAMAGING, Fault

REPLY_WANTED, IS_SPLIT = 0b01, 0b10
VERSIONS = {0: 2005, 1: 2017}
LENGTHS = {"2061": timedelta(hours=1), "2031": timedelta(days=1)}


class Reading(NamedTuple):
    """One value: ``w21011-Avg=0.083,w21011-Flag=N``.

    ``text`` as sent; ``value`` None where that is no number; ``flag`` None where none was sent;
    the unit is the factor's own (HJ 212-2017 Annex B), not the message's.
    """

    factor: str
    statistic: str
    text: str
    value: Decimal | None
    flag: str | None
    is_valid: bool

    @property
    def factor_name(self) -> str | None:
        """总磷; None where the code is not in the table held."""
        return codes.FACTORS.get(self.factor)

    @property
    def statistic_name(self) -> str:
        """平均值."""
        return codes.STATISTICS[self.statistic]

    @property
    def flag_name(self) -> str | None:
        """正常; None without a flag, or of a letter that is not in table 8."""
        return codes.FLAGS.get(self.flag or "")


@dataclass(frozen=True, slots=True)
class Period:
    """What DataTime means: the start of a measuring period, or the moment of collection.

    ``end`` (exclusive) where the command settles the length: an hour, a day.
    """

    meaning: Literal["start", "moment"]
    at: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One decoded message 通讯包; None or empty where it says nothing readable.

    ``qn`` request number 请求编码, ``st`` system 系统编码, ``cn`` command 命令编码, ``mn`` device
    设备唯一标识, ``flag`` the byte V5…V0 D A, ``pnum``/``pno`` packets and this packet's number,
    ``data_time`` with +08:00, ``readings`` in their order, ``fields`` whatever else CP holds as
    name and text, ``faults`` what breaks the standard. ``pw`` is shown nowhere: not by ``repr``,
    not by ``as_json``; a new password in CP is not kept at all.
    """

    qn: str | None = None
    st: str = ""
    cn: str = ""
    mn: str = ""
    flag: int | None = None
    pnum: int | None = None
    pno: int | None = None
    data_time: datetime | None = None
    readings: tuple[Reading, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()
    pw: str | None = field(default=None, repr=False)

    @property
    def st_name(self) -> str | None:
        """地表水质量监测."""
        return codes.SYSTEMS.get(self.st)

    @property
    def cn_name(self) -> str | None:
        """小时数据."""
        return codes.COMMANDS.get(self.cn)

    @property
    def is_reply_wanted(self) -> bool:
        """Bit A of Flag."""
        return bool((self.flag or 0) & REPLY_WANTED)

    @property
    def is_split(self) -> bool:
        """One packet of several: it has a number PNO among PNUM."""
        return self.pno is not None

    @property
    def key(self) -> tuple[str, str | None, str]:
        """What the packets of one message have in common."""
        return self.mn, self.qn, self.cn

    @property
    def version(self) -> int | None:
        """2005 or 2017 by the version bits of Flag; None without Flag or of another edition."""
        return None if self.flag is None else VERSIONS.get(self.flag >> 2)

    @property
    def period(self) -> Period | None:
        """The start of the measuring period, or the moment (HJ 212-2017 table 4)."""
        if self.data_time is None:
            return None
        if self.cn in codes.OF_A_PERIOD:
            length = LENGTHS.get(self.cn)
            return Period("start", self.data_time, self.data_time + length if length else None)
        return Period("moment", self.data_time) if self.cn in codes.OF_A_MOMENT else None

    @property
    def is_damaged(self) -> bool:
        """Its CRC is missing or does not fit: the bytes may not be those that were sent."""
        return any(fault.code in DAMAGING for fault in self.faults)

    def as_json(self) -> dict[str, object]:
        """The message for JSON, decimals and times as text, without any password."""
        return {
            "qn": self.qn, "st": self.st, "st_name": self.st_name, "cn": self.cn,
            "cn_name": self.cn_name, "mn": self.mn, "flag": self.flag, "version": self.version,
            "reply_wanted": self.is_reply_wanted, "pnum": self.pnum, "pno": self.pno,
            "data_time": self.data_time.isoformat() if self.data_time else None,
            "period": _period_json(self.period),
            "readings": [_reading_json(each) for each in self.readings],
            "fields": [list(each) for each in self.fields],
            "faults": [{"code": each.code, "message": each.sentence} for each in self.faults],
        }  # fmt: skip


def _period_json(period: Period | None) -> dict[str, str | None] | None:
    if period is None:
        return None
    end = period.end.isoformat() if period.end else None
    return {"meaning": period.meaning, "at": period.at.isoformat(), "end": end}


def _reading_json(reading: Reading) -> dict[str, object]:
    return {
        "factor": reading.factor, "factor_name": reading.factor_name,
        "statistic": reading.statistic, "text": reading.text,
        "value": None if reading.value is None else str(reading.value),
        "flag": reading.flag, "flag_name": reading.flag_name, "valid": reading.is_valid,
    }  # fmt: skip
