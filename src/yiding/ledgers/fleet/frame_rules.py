"""Rules over the frames of vehicle terminals: sound or not, what they say, what they alarm of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yiding.ledgers.fleet.jt808.faults import Fault
from yiding.ledgers.fleet.use_rules import alerted
from yiding.rules import Amounts, Answer, Entry, rule
from yiding.rules.answers import breached, computed
from yiding.rules.finding import plain

FRAMED = frozenset({"too_short", "checksum_mismatch", "bad_escape", "length_mismatch",
                    "terminal_not_bcd", "bad_parts", "body_short", "bad_time", "out_of_range",
                    "items_cut", "item_length", "batch_count"})  # fmt: skip
"""Faults that break the protocol; any other leaves the frame sound and is told with it."""


@rule(
    cites="jt-t-808:message",
    kind="frame",
    needs=["raw"],
    sequence=True,
    english="The frame is sound",
)
def frame_is_sound(frame: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """报文的转义、校验码、长度和内容合规，可以解读。"""
    codes = frame.fault_codes or ()
    for code, told in zip(codes, frame.fault_sentences or (), strict=True):
        if code in FRAMED:
            yield breached(label=Fault(code).title, note=told, note_en=f"fault {code}")
    if not FRAMED.intersection(codes):
        head = f"消息{frame.message_id}，{frame.version}版，终端{frame.terminal}"
        note = f"{head}，流水号{plain(frame.sequence)}，校验码{frame.check_code}"
        note_en = f"message {frame.message_id}, edition {frame.version}, terminal {frame.terminal}"
        yield computed(str(frame.check_code), "有效", note=note, note_en=note_en)


@rule(
    cites="jt-t-808:position-report",
    kind="frame",
    sequence=True,
    english="The position that the frame reports",
)
def position_reported(frame: Entry, _: Amounts, __: date) -> Answer | None:
    """报文里的位置；没有定位的不用。"""
    if frame.is_damaged or not frame.positions:
        return None
    told = "、".join(frame.status_names or ())
    at = f"{frame.at:%Y-%m-%d %H:%M:%S}" if frame.at else "没有时间"
    rest = f"{at}，{plain(frame.speed_kmh)} km/h，{plain(frame.direction)}°，{told}"
    if frame.lat is None or frame.lon is None:
        return computed(None, "未定位", note=rest, note_en="no fix: the place is not used")
    place = f"{plain(frame.lat)}, {plain(frame.lon)}"
    measured = {"里程": (frame.odometer_km, "km"), "油量": (frame.fuel_l, "L")}
    more = "".join(
        f"，{what} {plain(value)} {unit}"
        for what, (value, unit) in measured.items()
        if value is not None
    )
    note = f"{place}，{plain(frame.altitude_m)} m，{rest}{more}"
    note_en = f"{place}, {plain(frame.altitude_m)} m, {plain(frame.speed_kmh)} km/h"
    return computed(place, "已定位", note=note, note_en=note_en)


@rule(
    cites="jt-t-808:position-report",
    kind="frame",
    sequence=True,
    english="The alarms that the frame reports are looked at by a person",
)
def alarms_reported(frame: Entry, _: Amounts, __: date) -> Answer | None:
    """报文里的报警由人核查。"""
    if frame.is_damaged or not frame.alarm_names:
        return None
    names = "、".join(frame.alarm_names)
    return alerted("终端报警", f"{names}，请核查", f"alarm bits {plain(frame.alarm)}; check it")
