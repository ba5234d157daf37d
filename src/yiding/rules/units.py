"""Units as people write them, and the exact factor from one to another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

SPELLINGS: dict[str, tuple[str, ...]] = {
    "m²": ("m²", "m2", "㎡", "平方米", "平米", "sqm"),
    "km²": ("km²", "km2", "平方公里", "平方千米"),
    "万m²": ("万m²", "万m2", "万㎡", "万平方米", "万平米", "10k/m2", "wan/m2"),
    "元": ("元", "rmb", "yuan"),
    "万元": ("万元", "wan/yuan", "10k/yuan", "wanyuan"),
    "亿元": ("亿元",),
    "mg/L": ("mg/l", "毫克/升"),
    "μg/L": ("μg/l", "ug/l", "µg/l", "微克/升"),
    "ng/L": ("ng/l", "纳克/升"),
    "mg/m³": ("mg/m³", "mg/m3", "毫克/立方米"),
    "个/L": ("个/l", "个/升", "cells/l", "cell/l", "ind/l", "mpn/l", "cfu/l", "/l"),
    "万个/L": (
        "万个/l",
        "万个/升",
        "万cells/l",
        "×10⁴个/l",
        "×104个/l",
        "10^4个/l",
        "10⁴个/l",
        "万/l",
        "wan/l",
        "10k/l",
        "10kcells/l",
        "1e4/l",
        "1e4cells/l",
    ),
    "个/mL": ("个/ml", "个/毫升", "cells/ml"),
    "NTU": ("ntu", "度"),
    "μS/cm": ("μs/cm", "us/cm", "µs/cm"),
    "无量纲": ("无量纲", "dimensionless"),
    "m": ("m", "米"),
    "cm": ("cm", "厘米"),
    "mm": ("mm", "毫米"),
    "km": ("km", "公里", "千米"),
    "t": ("t", "吨", "tons", "tonnes"),
    "℃": ("℃", "°c", "摄氏度"),
    "%": ("%", "％", "pct", "percent"),
    "天": ("天", "日", "d", "days", "day"),
    "工作日": ("工作日", "个工作日", "working days", "working day"),
    "自然日": ("自然日", "个自然日", "日历日", "calendar days", "calendar day"),
    "人": ("人", "座", "名"),
    "元/年": ("元/年",),
    "万元/年": ("万元/年",),
    "m³": ("m³", "m3", "立方米"),
    "m³/d": ("m³/d", "m3/d", "立方米/日"),
    "万m³": ("万m³", "万m3", "万立方米", "10k/m3", "wan/m3"),
    "户": ("户",),
    "幢": ("幢", "栋"),
    "个": ("个",),
    "项": ("项",),
    "件": ("件",),
    "条": ("条",),
    "min": ("min", "分钟", "minutes", "minute"),
    "h": ("h", "小时", "hours", "hour"),
    "kA": ("ka", "千安"),
    "kA/μs": ("ka/μs", "ka/us", "ka/µs", "千安/微秒"),
    "kV": ("kv", "千伏"),
    "V": ("v", "伏"),
    "Ω": ("ω", "ohm", "ohms", "欧姆", "欧"),
    "mΩ": ("mω", "mohm", "毫欧"),
    "Ω·m": ("ω·m", "ω.m", "ωm", "ohm·m", "ohm.m", "ohmm", "ohm/m", "欧姆·米", "欧姆米"),
    "d/a": ("d/a", "天/年", "日/年", "days/a", "days/year", "d/year"),
    "次/a": ("次/a", "次/年", "/a", "/year", "times/a", "strikes/a"),
    "次/(km²·a)": (
        "次/(km²·a)",
        "次/km²·a",
        "次/km2·a",
        "次/km²/a",
        "次/km2/a",
        "次/km²/年",
        "次/(平方公里·年)",
        "/km2/a",
        "/km²/a",
        "/km2/year",
    ),
    "元/点": ("元/点", "元/个", "yuan/point"),
    "万m³/d": ("万m³/d", "万m3/d", "万立方米/日", "万吨/日", "10k/m3/d", "wan/m3/d"),
    "L": ("l", "升", "litre", "litres", "liter", "liters"),
    "mL": ("ml", "毫升", "cc"),
    "kWh": ("kwh", "度电", "千瓦时"),
    "万km": ("万km", "万公里", "万千米"),
    "km/h": ("km/h", "kmh", "公里/小时", "千米/小时"),
    "辆": ("辆", "台"),
    "年": ("年", "year", "years"),
    "月": ("月", "个月", "month", "months"),
}
"""Every spelling, in small letters, of the unit at its left."""

FACTORS: dict[tuple[str, str], Decimal] = {
    ("万元", "元"): Decimal(10_000),
    ("亿元", "元"): Decimal(100_000_000),
    ("万元/年", "元/年"): Decimal(10_000),
    ("万元", "元/年"): Decimal(10_000),  # a yearly amount, the year left unsaid
    ("元", "元/年"): Decimal(1),
    ("μg/L", "mg/L"): Decimal("0.001"),
    ("mg/m³", "mg/L"): Decimal("0.001"),
    ("mg/L", "μg/L"): Decimal(1000),
    ("mg/L", "mg/m³"): Decimal(1000),
    ("μg/L", "mg/m³"): Decimal(1),
    ("mg/m³", "μg/L"): Decimal(1),
    ("万个/L", "个/L"): Decimal(10_000),
    ("个/L", "万个/L"): Decimal("0.0001"),
    ("个/mL", "个/L"): Decimal(1000),
    ("ng/L", "mg/L"): Decimal("0.000001"),
    ("ng/L", "μg/L"): Decimal("0.001"),
    ("m³", "万m³"): Decimal("0.0001"),
    ("m³/d", "万m³/d"): Decimal("0.0001"),
    ("h", "min"): Decimal(60),
    ("mL", "L"): Decimal("0.001"),
    ("万km", "km"): Decimal(10_000),
    ("年", "月"): Decimal(12),
    ("cm", "m"): Decimal("0.01"),
    ("cm", "mm"): Decimal(10),
    ("V", "kV"): Decimal("0.001"),
    ("kV", "V"): Decimal(1000),
    ("mΩ", "Ω"): Decimal("0.001"),
    ("m", "km"): Decimal("0.001"),
    ("km", "m"): Decimal(1000),
    ("km²", "m²"): Decimal(1_000_000),
    ("万m²", "m²"): Decimal(10_000),
    ("m²", "km²"): Decimal("0.000001"),
}
"""How many of the right unit one of the left unit is."""

_KNOWN = {spelling: unit for unit, spellings in SPELLINGS.items() for spelling in spellings}
_JOINT = re.compile(r"[_/ ,，]")
_ASIDE = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_HEAD = re.compile(r"^(?P<name>.+?)[(（\[](?P<unit>[^()（）\[\]]+)[)）\]]$")


class UnitMismatch(ValueError):
    """A unit that cannot be turned into the one wanted."""

    def __init__(self, given: str, wanted: str) -> None:
        super().__init__(f"不能把“{given}”换算成“{wanted}”")
        self.given, self.wanted = given, wanted


def unit_of(written: str) -> str | None:
    """The unit a spelling names; none where it is no unit we know."""
    return _KNOWN.get(unicodedata.normalize("NFC", written).strip().lower().replace(" ", ""))


def split_head(head: str) -> tuple[str, str | None]:
    """A column's head as name and unit: ``使用面积(m²)`` → ``使用面积``, ``m²``."""
    tidy = re.sub(r"\s+", "", head)
    found = _HEAD.match(tidy)
    if found and (unit := unit_of(found["unit"])):
        return found["name"], unit
    return tidy, None


@lru_cache(maxsize=8192)
def splits(name: str) -> tuple[tuple[str, str | None], ...]:
    """Every way to see a name as base and unit, the likeliest first.

    ``透明度(cm)``, ``氨氮(NH3-N，mg/L)``, ``总磷 mg/L``, ``tp_mg_l``, ``density_cells_per_l``.
    """
    return tuple(_splits(name))


def _splits(name: str) -> Iterator[tuple[str, str | None]]:
    tidy, unit = split_head(name)
    yield tidy, unit
    yield name, None
    for at in (one.start() for one in _JOINT.finditer(name)):
        tail = name[at + 1 :].lower().replace("_per_", "/").replace("per_", "/").replace("_", "/")
        if at and (found := unit_of(tail.strip("()（） "))):
            yield name[:at], found
    bare = _ASIDE.sub("", re.sub(r"\s+", "", tidy))
    if bare and bare != tidy:
        yield bare, unit or _unit_inside(name)


def _unit_inside(name: str) -> str | None:
    """The unit among what stands in brackets: ``(以P计，mg/L)``."""
    parts = (part for one in _ASIDE.findall(name) for part in re.split(r"[,，、;； ]", one[1:-1]))
    return next((unit for unit in map(unit_of, parts) if unit), None)


def convert(number: Decimal, given: str, wanted: str) -> Decimal:
    """A number from one unit into another, exactly; `UnitMismatch` where there is no way."""
    given, wanted = unit_of(given) or given, unit_of(wanted) or wanted
    if given == wanted:
        return number
    try:
        return number * FACTORS[given, wanted]
    except KeyError:
        raise UnitMismatch(given, wanted) from None
