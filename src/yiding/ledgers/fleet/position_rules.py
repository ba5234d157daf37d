"""A position that is written down field by field: whether it has a fix, and what it alarms of."""

from __future__ import annotations

from datetime import date

from yiding.ledgers.fleet.jt808.position import ALARM_BITS, POSITIONED, named
from yiding.ledgers.fleet.use_rules import alerted
from yiding.rules import Amounts, Answer, Entry, rule
from yiding.rules.answers import computed
from yiding.rules.finding import plain

REPORT = "jt-t-808:position-report"


@rule(cites=REPORT, kind="position", sequence=True, english="Whether the position has a fix")
def fix_told(position: Entry, _: Amounts, __: date) -> Answer | None:
    """没有定位的位置不用。"""
    is_fixed = position.is_positioned
    if is_fixed is None and position.status is not None:
        is_fixed = bool(int(position.status) & POSITIONED)
    if is_fixed is None:
        return None
    if not is_fixed:
        note, note_en = "位置不用，报警照常核查", "the place is not used, its alarms are"
        return computed(None, "未定位", note=note, note_en=note_en)
    if position.lat is None or position.lon is None:
        return computed(None, "已定位")
    return computed(f"{plain(position.lat)}, {plain(position.lon)}", "已定位")


@rule(
    cites=REPORT,
    kind="position",
    sequence=True,
    english="The alarms of a position are looked at by a person",
)
def alarm_bits_checked(position: Entry, _: Amounts, __: date) -> Answer | None:
    """位置里的报警由人核查。"""
    if not position.alarm:
        return None
    bits = plain(position.alarm)
    names = "、".join(named(int(position.alarm), ALARM_BITS))
    return alerted("终端报警", f"{names}，请核查", f"alarm bits {bits}; check it")
