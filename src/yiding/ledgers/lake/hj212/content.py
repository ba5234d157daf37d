"""What stands in CP: DataTime, values with their flags, other fields (HJ 212-2017 table 4).

A station sends the same names every time and only the texts change. So the names of a message are
read once into a plan, which the next message of the same names finds ready.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from yiding.ledgers.lake.hj212 import codes
from yiding.ledgers.lake.hj212.faults import Fault, quoted
from yiding.ledgers.lake.hj212.model import Reading
from yiding.ledgers.lake.hj212.moments import moment_of, odd_moment
from yiding.ledgers.lake.hj212.practice import Practice

# w21011-Avg=0.083,w21011-Flag=N;DataTime=20240716040000
ITEM = re.compile(r"([^;,=]+)=([^;,]*)")
# trap: Decimal itself takes NaN, 1_0 and the digits of every script
PLAIN = re.compile(r"(?:-?[0-9]+(?:\.[0-9]+)?,)*")
ODD = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?\s*", re.ASCII)
FOURTEEN = re.compile(r"[0-9]{14}")
MINUTES = frozenset({"1", "2", "3", "4", "5", "6", "10", "12", "15", "20", "30"})
#: Never kept: the new password of command 1072.
SECRET = frozenset({"PW", "NewPW"})
COVERED = "***"
NOWHERE = -1


class Content(NamedTuple):
    """The readings of CP and what else it says."""

    data_time: datetime | None
    readings: tuple[Reading, ...]
    fields: tuple[tuple[str, str], ...]


class Place(NamedTuple):
    """Where a value stands among the texts of a message, and where its flag; -1 for nowhere."""

    factor: str
    statistic: str
    at: int
    flag_at: int


class Plan(NamedTuple):
    """What the names of a message say: its values, its flags, other fields, its DataTime."""

    values: tuple[Place, ...]
    factors: frozenset[str]
    flags: tuple[int, ...]
    fields: tuple[tuple[str, int], ...]
    data_time_at: int


def read_content(cp: str, practice: Practice, is_2017: bool, faults: list[Fault]) -> Content:
    """CP decoded, without the ``&&`` around it."""
    if not cp:
        return Content(None, (), ())
    items = ITEM.findall(cp)
    if len(items) != cp.count(";") + cp.count(",") + 1:
        faults.extend(_unread(cp))
    plan = _plan(tuple([name for name, _ in items]))
    texts = [text for _, text in items]
    if is_2017 and not plan.factors <= practice.factors.keys():
        unknown = sorted(plan.factors - practice.factors.keys())
        faults.append(Fault("unknown_factor", quoted("、".join(unknown))))
    fields = _kept([(name, texts[at]) for name, at in plan.fields], faults)
    return Content(
        _data_time(plan, texts, faults), _readings(plan, texts, practice, faults), fields
    )


@lru_cache(maxsize=512)
def _plan(names: tuple[str, ...]) -> Plan:
    split = [(at, *_factor_and_kind(name)) for at, name in enumerate(names)]
    flags = {factor: at for at, factor, kind in split if factor and kind == "Flag"}
    values = tuple(
        Place(factor, kind, at, flags.get(factor, NOWHERE))
        for at, factor, kind in split
        if factor and kind in codes.STATISTICS
    )
    taken = {place.at for place in values} | set(flags.values())
    fields = tuple((name, at) for at, name in enumerate(names) if at not in taken)
    data_time_at = next((at for name, at in fields if name == "DataTime"), NOWHERE)
    others = tuple(field for field in fields if field[1] != data_time_at)
    factors = frozenset(place.factor for place in values)
    return Plan(values, factors, tuple(flags.values()), others, data_time_at)


def _factor_and_kind(name: str) -> tuple[str, str]:
    """``w21011-Avg`` as factor and kind; a plain name has no factor."""
    factor, dash, kind = name.partition("-")
    return (factor, kind) if dash else ("", name)


def _readings(
    plan: Plan, texts: list[str], practice: Practice, faults: list[Fault]
) -> tuple[Reading, ...]:
    if not {texts[at] for at in plan.flags} <= codes.FLAGS.keys():
        odd = sorted({texts[at] for at in plan.flags} - codes.FLAGS.keys())
        faults.append(Fault("unknown_flag_letter", quoted("、".join(odd))))
    values = _numbers([texts[place.at] for place in plan.values], faults)
    valid, unflagged = practice.valid_letters, practice.is_unflagged_valid
    readings = []
    for (factor, statistic, at, flag_at), value in zip(plan.values, values, strict=True):
        letter = texts[flag_at] if flag_at >= 0 else None
        counts = unflagged if letter is None else letter in valid
        is_valid = counts and value is not None
        readings.append(Reading(factor, statistic, texts[at], value, letter, is_valid))
    return tuple(readings)


def _numbers(texts: list[str], faults: list[Fault]) -> list[Decimal | None]:
    if PLAIN.fullmatch("".join([f"{text}," for text in texts])):
        return [Decimal(text) for text in texts]
    return [_number(text, faults) for text in texts]


def _number(text: str, faults: list[Fault]) -> Decimal | None:
    """A number; in another form than digits and a point (1.2E7, .5, +3) with a fault."""
    if PLAIN.fullmatch(f"{text},"):
        return Decimal(text)
    if ODD.fullmatch(text) is None:
        faults.append(Fault("not_a_number", quoted(text)))
        return None
    faults.append(Fault("number_form", quoted(text)))
    return Decimal(text.strip())


def _unread(cp: str) -> list[Fault]:
    """The items that are not name=value, an empty one beside a separator too many among them."""
    items = re.split("[;,]", cp)
    return [Fault("bad_item", quoted(item)) for item in items if ITEM.fullmatch(item) is None]


def _data_time(plan: Plan, texts: list[str], faults: list[Fault]) -> datetime | None:
    if plan.data_time_at == NOWHERE:
        if plan.values:
            faults.append(Fault("missing_data_time"))
        return None
    text = texts[plan.data_time_at]
    moment = moment_of(text) if FOURTEEN.fullmatch(text) else None
    if moment is None:
        faults.append(Fault("data_time_format", quoted(text)))
        return odd_moment(text)
    return moment


def _kept(fields: list[tuple[str, str]], faults: list[Fault]) -> tuple[tuple[str, str], ...]:
    """The fields beside DataTime, no password among them."""
    odd = [f"{name}={text}" for name, text in fields if not _is_allowed(name, text)]
    if odd:
        faults.append(Fault("interval_out_of_range", quoted("，".join(odd))))
    return tuple([(name, COVERED if name in SECRET else text) for name, text in fields])


def _is_allowed(name: str, text: str) -> bool:
    if name == "RtdInterval":
        return text.isascii() and text.isdigit() and len(text) < 6 and 30 <= int(text) <= 3600
    return name != "MinInterval" or text in MINUTES
