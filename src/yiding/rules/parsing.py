"""Cells and JSON values into the types of an entry's fields, or a sentence that says why not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from yiding.rules import remedies
from yiding.rules.entries import Censored, Entry, Field, Kind, Type
from yiding.rules.units import UnitMismatch, convert, splits, unit_of

BEIJING = timezone(timedelta(hours=8))
YES = frozenset({"是", "有", "true", "yes", "y", "1", "√", "✓", "已", "对"})
NO = frozenset({"否", "无", "false", "no", "n", "0", "×", "未", "没有", "不是"})
EMPTY = frozenset({"", "-", "—", "/", "无数据", "null", "none"})
_NUMBER = re.compile(r"^(?P<sign>[<＜]?)(?P<number>[+-]?[\d.]+(?:[eE][+-]?\d+)?)(?P<unit>\D.*)?$")
_POWER = re.compile(r"\s*[×xX*]\s*10(?:\s*\^\s*(?P<plain>[+-]?\d+)|(?P<raised>[⁺⁻]?[⁰¹²³⁴-⁹]+))")
_RAISED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_MANY = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_BOUND = re.compile(r"^(?P<sign>[<>≤≥]=?|小于|低于|大于|高于)\s*(?P<rest>.+)$")
_DETECTION = re.compile(r"^[\d.]+L$")  # 0.01L: below the detection limit 0.01
NOT_DETECTED = frozenset({"未检出", "nd", "n.d.", "低于检出限", "<dl", "<检出限", "bdl"})
_DAY_NAME = re.compile(r"^(?P<of>.+)[_ ](?:on|at|date)$", re.IGNORECASE)
_DAYS = frozenset({Type.DATE, Type.DATES, Type.MOMENT})
"""A day of one thing goes by several endings: finished_on, finished_at, finished_date."""
_SPLIT = re.compile(r"[、；;，,\n]+")


class BadValue(ValueError):
    """A value that cannot be read: `field`, what stood there, and what to write instead.

    `remedy` is one of `yiding.rules.remedies`, and `values` what its gaps are filled with.
    """

    def __init__(self, field: Field, given: Any, remedy: str, **values: str) -> None:
        self.field, self.given, self.remedy, self.values = field, given, remedy, values
        super().__init__(f"“{field.term}”（{field.name}）的值“{given}”读不懂：{self.told}。")

    @property
    def told(self) -> str:
        """The remedy in Chinese."""
        return self.remedy % self.values


def read_fields(
    fields: tuple[Field, ...], given: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Values by field name, and a sentence for each name that no field bears."""
    known = by_any_name(fields)
    values: dict[str, Any] = {}
    faults: list[str] = []
    for name, raw in given.items():
        field, unit = find_field(known, name)
        if field is None:
            faults.append(f"未知的项“{name}”，没有使用。")
            continue
        try:
            value = read_value(field, raw, unit)
        except BadValue as why:
            if not field.is_open:
                raise
            faults.append(f"“{field.term}”的值“{raw}”不认识，没有使用，{why.told}。")
            continue
        if value is not None:
            values[field.name] = value
    return values, faults


def find_field(known: Mapping[str, Field], name: str) -> tuple[Field | None, str | None]:
    """The field that a head names, and the unit the head states; none where no field bears it."""
    for base, unit in splits(name):
        if field := known.get(tidy(base)):
            return field, unit
    found = _DAY_NAME.match(name)
    endings = ("on", "at", "date") if found else ()
    told = (known.get(tidy(f"{found['of']}{one}")) for one in endings if found)
    return next((one for one in told if one and one.type in _DAYS), None), None


def unfolded(
    kinds: Mapping[str, Kind], kind: Kind, given: Mapping[str, Any]
) -> tuple[Kind, Mapping[str, Any]]:
    """The kind that given fields are really of, and the fields laid out plainly."""
    if kind.unfold is not None:
        given = kind.unfold(given)
    better = kind.recast(given) if kind.recast else None
    return (kinds[better] if better else kind), given


def read_entry(kind: Kind, id_: str, place: str, given: Mapping[str, Any]) -> Entry:
    """One entry out of what was given; `BadValue` names the first field that cannot be read."""
    values, faults = read_fields(kind.fields, given)
    if kind.complete is not None:
        values = {**kind.complete(values), **values}
    faults += kind.odd(values) if kind.odd else ()
    return Entry(kind.name, id_, place, values, tuple(faults))


def read_value(field: Field, raw: Any, unit: str | None = None) -> Any:
    """One value; none where nothing stands there. `unit` is the one in the column's head."""
    if isinstance(raw, Mapping) and "value" in raw and field.type in _AMOUNTS:
        raw, unit = raw["value"], raw.get("unit", unit)
    if raw is None or (isinstance(raw, str) and raw.strip().lower() in EMPTY):
        return None
    return _READERS[field.type](field, raw, unit)


_AMOUNTS = frozenset({Type.NUMBER, Type.MONEY, Type.MEASURED})


class _Names:
    """What is worked out once for a tuple of fields or options, which is kept with it."""

    def __init__(self, work_out: Callable[[tuple[Any, ...]], dict[str, Any]]) -> None:
        self._work_out = work_out
        self._held: dict[int, tuple[tuple[Any, ...], dict[str, Any]]] = {}

    def __call__(self, given: tuple[Any, ...]) -> dict[str, Any]:
        if id(given) not in self._held:
            self._held[id(given)] = (given, self._work_out(given))
        return self._held[id(given)][1]


@lru_cache(maxsize=4096)
def tidy(name: str) -> str:
    """A name as names are compared: half-width, small, without blanks, hyphens or lines below."""
    folded = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"[\s_·‐-]+", "", folded)


by_any_name = _Names(
    lambda fields: {tidy(name): one for one in reversed(fields) for name in one.names}
)
_by_any_word = _Names(
    lambda options: {
        tidy(word): one.name
        for one in reversed(options)
        for word in (one.name, one.term, *one.aliases)
    }
)


def _text(_: Field, raw: Any, __: str | None) -> str:
    return str(raw).strip()


def _number(field: Field, raw: Any, unit: str | None) -> Decimal:
    """An exact number; a unit behind it, or in the head, is turned into the field's own."""
    raised = _POWER.sub(_exponent, str(raw))
    written = unicodedata.normalize("NFKC", raised).replace(",", "").strip()
    found = _NUMBER.match(written)
    if isinstance(raw, bool) or found is None or found["sign"]:
        raise BadValue(field, raw, remedies.NUMBER)
    try:
        number = Decimal(found["number"])
    except InvalidOperation:
        raise BadValue(field, raw, remedies.NUMBER) from None
    behind = (found["unit"] or "").strip()
    if behind in _MANY:
        number, behind = number * _MANY[behind], ""
    if behind[:1] in _MANY and unit_of(behind) is None:  # 3万户
        number, behind = number * _MANY[behind[0]], behind[1:]
    return _in_own_unit(field, raw, number, behind or unit)


def _exponent(found: re.Match[str]) -> str:
    """``×10⁷`` and ``*10^7`` as ``e7``."""
    return "e" + (found["plain"] or found["raised"].translate(_RAISED))


def _measured(field: Field, raw: Any, unit: str | None) -> Decimal | Censored:
    """A number, or a bound: ``<0.02``, ``0.02L``, ``＞24000``, ``未检出``."""
    if isinstance(raw, Censored):
        return raw
    written = unicodedata.normalize("NFKC", str(raw)).strip()
    if written.lower() in NOT_DETECTED:
        return Censored("<")
    if _DETECTION.match(written):
        return Censored("<", _number(field, written[:-1], unit))
    found = _BOUND.match(written)
    if found is None:
        return _number(field, raw, unit)
    sign = "<" if found["sign"][0] in "<≤小低" else ">"
    return Censored(sign, _number(field, found["rest"], unit))


def _in_own_unit(field: Field, raw: Any, number: Decimal, unit: str | None) -> Decimal:
    if unit is None or field.unit is None:
        return number
    if unit_of(unit) is None:
        raise BadValue(field, raw, remedies.UNIT, unit=unit, own=field.unit)
    try:
        return convert(number, unit, field.unit)
    except UnitMismatch as why:
        raise BadValue(field, raw, remedies.NO_WAY, unit=why.given, own=why.wanted) from None


def _integer(field: Field, raw: Any, unit: str | None) -> Decimal:
    number = _number(field, raw, unit)
    if number != number.to_integral_value():
        raise BadValue(field, raw, remedies.WHOLE_NUMBER)
    return number.to_integral_value()


def _money(field: Field, raw: Any, unit: str | None) -> Decimal:
    """元; an amount written without a unit is in 元."""
    own = Field(field.name, field.term, Type.MONEY, field.unit or "元")
    return _number(own, raw, unit)


def _date(field: Field, raw: Any, _: str | None) -> date:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    digits = re.findall(r"\d+", str(raw))
    if len(digits) == 1 and len(digits[0]) == 8:
        digits = [digits[0][:4], digits[0][4:6], digits[0][6:]]
    try:
        year, month, day = (int(one) for one in digits[:3])
        return date(year, month, day)
    except ValueError:
        raise BadValue(field, raw, remedies.DAY) from None


def _moment(field: Field, raw: Any, _: str | None) -> datetime:
    """A moment; without a zone it is Beijing's, without an hour it is midnight."""
    if isinstance(raw, datetime):
        return raw if raw.tzinfo else raw.replace(tzinfo=BEIJING)
    written = str(raw).strip().replace("/", "-").replace("Z", "+00:00")
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        found = _moment_in_words(field, raw)
    return found if found.tzinfo else found.replace(tzinfo=BEIJING)


def _moment_in_words(field: Field, raw: Any) -> datetime:
    """``2025年3月1日8时5分``, ``2025.3.1``: numbers in the order year to second."""
    digits = [int(one) for one in re.findall(r"\d+", str(raw))]
    try:
        year, month, day, hour, minute, second = (*digits, 0, 0, 0)[:6]
        return datetime(year, month, day, hour, minute, second)
    except ValueError:
        raise BadValue(field, raw, remedies.MOMENT) from None


def _flag(field: Field, raw: Any, _: str | None) -> bool:
    written = str(raw).strip().lower()
    if written in YES:
        return True
    if written in NO:
        return False
    raise BadValue(field, raw, remedies.YES_OR_NO)


def _choice(field: Field, raw: Any, _: str | None) -> str:
    found = _by_any_word(field.options).get(tidy(str(raw)))
    if found is not None:
        return str(found)
    terms = "、".join(option.term for option in field.options)
    raise BadValue(field, raw, remedies.ONE_OF, terms=terms)


def _share(field: Field, raw: Any, _: str | None) -> tuple[int, int]:
    """Part and whole: ``{"part": 8, "whole": 9}``, ``[8, 9]`` or ``8/9``."""
    if isinstance(raw, Mapping):
        raw = [raw.get("part"), raw.get("whole")]
    digits = raw if isinstance(raw, list | tuple) else re.findall(r"\d+", str(raw))
    try:
        part, whole = (int(one) for one in digits)
    except (TypeError, ValueError):
        raise BadValue(field, raw, remedies.SHARE) from None
    return part, whole


def _list(_: Field, raw: Any, __: str | None) -> tuple[str, ...]:
    parts = raw if isinstance(raw, list | tuple) else _SPLIT.split(str(raw))
    return tuple(str(one).strip() for one in parts if str(one).strip())


def _dates(field: Field, raw: Any, unit: str | None) -> tuple[date, ...]:
    parts = raw if isinstance(raw, list | tuple) else _SPLIT.split(str(raw))
    return tuple(_date(field, one, unit) for one in parts if one)


def _records(field: Field, raw: Any, _: str | None) -> tuple[dict[str, Any], ...]:
    """Objects; also ``{"科员": 3}``, a list of bare words, or how many there are."""
    return tuple(_record(field, one) for one in _each(field, raw))


def _each(field: Field, raw: Any) -> list[Any]:
    """What stands for one record each."""
    if isinstance(raw, list | tuple):
        return list(raw)
    number = next((one.name for one in field.fields if one.type == Type.INTEGER), None)
    if isinstance(raw, Mapping):
        is_record = number is None or not raw or _names_a_field(field, raw)
        return [raw] if is_record else _counted(field.fields[0].name, str(number), raw)
    if number is not None and str(raw).strip().isdecimal():
        return [{number: raw}]
    return [one.strip() for one in _SPLIT.split(str(raw)) if one.strip()]


def _names_a_field(field: Field, raw: Mapping[str, Any]) -> bool:
    known = by_any_name(field.fields)
    return any(find_field(known, name)[0] for name in raw)


def _counted(word: str, number: str, raw: Mapping[str, Any]) -> list[dict[str, Any]]:
    """``{"科员": 3}``: the first field of the records, and their first whole number."""
    return [{word: one, number: count} for one, count in raw.items()]


def _record(field: Field, one: Any) -> dict[str, Any]:
    """One record; a bare word fills the first field that can read it."""
    if isinstance(one, Mapping):
        return read_fields(field.fields, one)[0]
    for part in field.fields:
        try:
            return {part.name: read_value(part, one)}
        except BadValue:
            continue
    raise BadValue(field, one, remedies.OBJECTS)


_READERS: dict[Type, Callable[[Field, Any, str | None], Any]] = {
    Type.TEXT: _text,
    Type.INTEGER: _integer,
    Type.NUMBER: _number,
    Type.MEASURED: _measured,
    Type.MONEY: _money,
    Type.DATE: _date,
    Type.MOMENT: _moment,
    Type.FLAG: _flag,
    Type.CHOICE: _choice,
    Type.SHARE: _share,
    Type.LIST: _list,
    Type.DATES: _dates,
    Type.RECORDS: _records,
}
