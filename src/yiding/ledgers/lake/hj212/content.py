"""What stands in CP: DataTime, values with their flags, other fields (HJ 212-2017 table 4).

A station sends the same names every time and only the texts change. So the names of a message are
read once into a plan, which the next message of the same names finds ready.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

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


class Plan(NamedTuple):
    """What the names of a message say, and where its texts stand among all texts.

    ``factors`` and ``statistics`` of its values, ``texts_of`` and ``letters_of`` take their texts
    and flags, ``known`` are the factors once each; None stands behind the last text, for values
    without a flag.
    """

    factors: tuple[str, ...]
    statistics: tuple[str, ...]
    texts_of: Callable[[list[Any]], tuple[str, ...]]
    letters_of: Callable[[list[Any]], tuple[str | None, ...]]
    known: frozenset[str]
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
    texts: list[Any] = [text for _, text in items]
    texts.append(None)
    if is_2017 and not plan.known <= practice.factors.keys():
        unknown = sorted(plan.known - practice.factors.keys())
        faults.append(Fault("unknown_factor", quoted("、".join(unknown))))
    fields = _kept([(name, texts[at]) for name, at in plan.fields], faults)
    return Content(
        _data_time(plan, texts, faults), _readings(plan, texts, practice, faults), fields
    )


@lru_cache(maxsize=512)
def _plan(names: tuple[str, ...]) -> Plan:
    split = [(at, *_factor_and_kind(name)) for at, name in enumerate(names)]
    flags = {factor: at for at, factor, kind in split if factor and kind == "Flag"}
    values = [each for each in split if each[1] and each[2] in codes.STATISTICS]
    places = [at for at, _, _ in values]
    factors = tuple(factor for _, factor, _ in values)
    taken = {*places, *flags.values()}
    fields = tuple((name, at) for at, name in enumerate(names) if at not in taken)
    data_time_at = next((at for name, at in fields if name == "DataTime"), NOWHERE)
    others = tuple(field for field in fields if field[1] != data_time_at)
    return Plan(
        factors, tuple(kind for _, _, kind in values), _taker(places),
        _taker([flags.get(factor, NOWHERE) for factor in factors]), frozenset(factors),
        tuple(flags.values()), others, data_time_at,
    )  # fmt: skip


def _taker(places: list[int]) -> Callable[[list[Any]], tuple[Any, ...]]:
    """Takes the texts at these places, always as a tuple."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda texts: tuple([texts[at] for at in places])


def _factor_and_kind(name: str) -> tuple[str, str]:
    """``w21011-Avg`` as factor and kind; a plain name has no factor."""
    factor, dash, kind = name.partition("-")
    return (factor, kind) if dash else ("", name)


def _readings(
    plan: Plan, texts: list[Any], practice: Practice, faults: list[Fault]
) -> tuple[Reading, ...]:
    if not {texts[at] for at in plan.flags} <= codes.FLAGS.keys():
        odd = sorted({texts[at] for at in plan.flags} - codes.FLAGS.keys())
        faults.append(Fault("unknown_flag_letter", quoted("、".join(odd))))
    own, letters = plan.texts_of(texts), plan.letters_of(texts)
    values, valid = _numbers(own, faults), practice.valid_letters
    counts = [letter in valid for letter in letters]
    if None in letters or None in values:
        counts = [
            value is not None and (practice.is_unflagged_valid if letter is None else is_counted)
            for value, letter, is_counted in zip(values, letters, counts, strict=True)
        ]
    # columns to rows in one stroke: a call for every value would cost half as much again
    rows = zip(plan.factors, plan.statistics, own, values, letters, counts, strict=True)
    return tuple(map(Reading._make, rows))


def _numbers(texts: tuple[str, ...], faults: list[Fault]) -> Sequence[Decimal | None]:
    if PLAIN.fullmatch(",".join((*texts, ""))):
        return list(map(Decimal, texts))
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


def _data_time(plan: Plan, texts: list[Any], faults: list[Fault]) -> datetime | None:
    if plan.data_time_at == NOWHERE:
        if plan.factors:
            faults.append(Fault("missing_data_time"))
        return None
    text: str = texts[plan.data_time_at]
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
