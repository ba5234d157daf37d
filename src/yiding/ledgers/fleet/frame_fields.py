"""A frame 报文 of a vehicle terminal as an entry: its bytes, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.frame import checksum, opened
from yiding.ledgers.fleet.jt808.lines import bytes_of
from yiding.ledgers.fleet.jt808.position import ALARM_BITS, STATUS_BITS, named
from yiding.ledgers.fleet.use_fields import POSITION_FIELDS
from yiding.rules.entries import Field, Type

RAW = Field("raw", "报文", aliases=("frame", "hex", "message", "data", "原文", "帧", "bytes",
    "raw_frame", "frame_hex", "报文原文"))  # fmt: skip
_TOLD = ("terminal", "at", "lat", "lon", "speed_kmh", "direction", "altitude_m", "status", "alarm",
         "odometer_km", "fuel_l", "is_positioned", "is_acc_on")  # fmt: skip
FRAME_FIELDS = (
    RAW,
    Field("message_id", "消息ID", aliases=("msg_id", "消息号")),
    Field("version", "协议版本", Type.INTEGER, aliases=("edition", "版本")),
    Field("sequence", "流水号", Type.INTEGER, aliases=("seq", "消息流水号")),
    Field("check_code", "校验码", aliases=("checksum", "校验")),
    *(one for one in POSITION_FIELDS if one.name in _TOLD),
    Field("status_names", "状态", Type.LIST),
    Field("alarm_names", "报警", Type.LIST, aliases=("alarms",)),
    Field("positions", "定位数", Type.INTEGER),
    Field("fault_codes", "毛病代码", Type.LIST),
    Field("fault_sentences", "毛病", Type.LIST),
    Field("is_damaged", "是否受损", Type.FLAG),
    Field("note", "备注", aliases=("remark", "remarks")),
)
"""The bytes in hexadecimal; every other field follows from them."""


def complete_frame(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the bytes say; of a batch the first position."""
    if "raw" not in values:
        return {}
    raw = bytes_of(str(values["raw"]).encode())
    message = decode(raw)
    told: dict[str, Any] = {
        "message_id": f"{message.message:04X}",
        "version": message.version,
        "terminal": message.terminal,
        "sequence": message.sequence,
        "check_code": f"{checksum(opened(raw, [])):02X}",
        "positions": len(message.positions),
        "fault_codes": tuple(one.code for one in message.faults),
        "fault_sentences": tuple(one.sentence for one in message.faults),
        "is_damaged": message.is_damaged,
    }
    if message.positions:
        told |= _position(message.positions[0])
    return {name: one for name, one in told.items() if one is not None}


def _position(one: Any) -> dict[str, Any]:
    return {
        "at": one.at, "lat": one.lat, "lon": one.lon, "speed_kmh": one.speed_kmh,
        "direction": one.direction, "altitude_m": one.altitude_m, "status": one.status,
        "alarm": one.alarm, "odometer_km": one.mileage_km, "fuel_l": one.fuel_l,
        "is_positioned": one.is_positioned, "is_acc_on": one.is_acc_on,
        "status_names": tuple(named(one.status, STATUS_BITS)),
        "alarm_names": tuple(named(one.alarm, ALARM_BITS)),
    }  # fmt: skip


def kind_of_position(given: Mapping[str, Any]) -> str | None:
    """A position that is given as its bytes is a frame."""
    return "frame" if any(name in given for name in RAW.names) else None
