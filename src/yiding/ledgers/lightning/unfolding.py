"""What is written nested, joined or as another number, laid out as plain fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from yiding.rules.parsing import NO, YES, tidy

NESTED = frozenset(map(tidy, (
    "dimensions", "size", "尺寸", "geometry", "air_termination", "down_conductors", "earthing",
    "down_conductor", "spd", "body", "inspection_body", "titles", "titles_count", "structure",
    "building", "rectification", "licence", "shares", "area_shares", "class_areas", "line",
    "works", "project", "team", "strikes", "risk", "earth_electrode", "electrode", "site",
    "issuer", "structure_ref", "device",
)))  # fmt: skip
"""Names under which fields may be given one level down."""
AREAS = {"i": "one", "ii": "two", "iii": "three", "1": "one", "2": "two", "3": "three",
         "first": "one", "second": "two", "third": "three", "一类": "one", "二类": "two",
         "三类": "three", "第一类": "one", "第二类": "two", "第三类": "three", "ⅰ": "one",
         "classi": "one", "classii": "two", "classiii": "three",
         "a1": "one", "a2": "two", "a3": "three"}  # fmt: skip
SHARES = frozenset(map(tidy, (
    "a1", "a2", "class_one_share", "class_two_share", "class_i_share", "class_ii_share",
    "一类占比", "二类占比", "第一类部分面积占比", "第二类部分面积占比", "first_class_share",
    "second_class_share", "share_i", "share_ii", "class_1_share", "class_2_share",
)))  # fmt: skip
WHOLES = frozenset(map(tidy, ("total", "whole", "total_area", "total_area_m2", "总面积",
                              "建筑面积", "gross_area", "floor_area")))  # fmt: skip
PER_CENT = Decimal(100)
LOSS_NAMES = frozenset(map(tidy, ("loss", "loss_type", "type_of_loss", "损失类型")))
LOSSES = {"l1": "r1", "l2": "r2", "l3": "r3", "r1": "r1", "r2": "r2", "r3": "r3",
          "人身伤亡": "r1", "公众服务": "r2", "文化遗产": "r3"}  # fmt: skip
KEY_UNIT = frozenset(map(tidy, ("is_key_unit", "key_unit", "重点单位")))
TEAMS = frozenset(map(tidy, ("team", "team_members", "members", "team_size", "on_site",
    "on_site_members", "onsite_members", "调查组成员", "现场调查人员")))  # fmt: skip
QUALITY = frozenset(map(tidy, ("quality_pass", "quality_check", "quality_pass_rate",
    "quality_check_pass_rate", "质量考核合格率", "quality check")))  # fmt: skip
MAY_BE_NONE = frozenset(map(tidy, (
    "lps", "lps_level", "lps_class", "spd", "spd_level", "touch_measure", "touch_protection",
    "fire_measure", "fire_protection", "fire_risk", "panic", "special_hazard", "class",
    "lightning_class", "防雷类别", "防雷装置等级", "火灾危险程度", "消防措施", "特殊危害",
)))  # fmt: skip
"""Where the word none says something: elsewhere it is an empty cell."""
SAID = {
    **dict.fromkeys(map(tidy, ("rectified", "rectification_finished", "整改完成", "finished")),
                    "is_rectified"),
    **dict.fromkeys(map(tidy, ("re_test", "retest", "re-test", "复检", "retested")),
                    "retest_result"),
    **dict.fromkeys(map(tidy, ("uploaded", "已上传", "是否上传")), "is_uploaded"),
}  # fmt: skip
"""What a report may say with a word instead of a day."""
DATES = frozenset(map(tidy, ("date", "日期", "观测日期", "day")))
TIMES = frozenset(map(tidy, ("time", "时间", "时刻", "观测时间", "occurred_at")))
THOUSANDTHS = frozenset(map(tidy, ("ms", "millisecond", "毫秒", "milliseconds")))
WORDS_OF = {
    "k": "settings", "cd": "location", "pb": "lps", "peb": "spd_level", "pspd": "spd_level",
    "pta": "touch_measure", "rt_outdoor": "outdoor_floor", "rt_indoor": "indoor_floor",
    "rt": "indoor_floor", "rp": "fire_measure", "rf": "fire_risk", "hz": "panic",
    "lf": "occupancy", "ci": "line_installation", "ct": "line_voltage", "ce": "line_environment",
}  # fmt: skip
"""Of each factor the field that tells it in a word."""
_BY_SYMBOL = {tidy(symbol): word for symbol, word in WORDS_OF.items()}
_BY_WORD = {
    tidy(word): symbol
    for symbol, word in WORDS_OF.items()
    if word not in {"settings", "lps", "spd_level"} and symbol != "rt"
}
_NUMBER = re.compile(r"^[+-]?[\d.]+(?:[eE][+-]?\d+)?(?:\s*[×xX*]\s*10.*)?$")
_SIDE = re.compile(r"[×xX*＊]")

Given = Mapping[str, Any]


def lifted(given: Given) -> dict[str, Any]:
    """Fields given one level down, up; what stands above is not overwritten."""
    plain = {name: one for name, one in given.items() if not _is_nested(name, one)}
    for name, one in given.items():
        if _is_nested(name, one):
            is_of_classes = any(word in tidy(name) for word in ("area", "share"))
            found = _class_areas(name, one) if is_of_classes else dict(one)
            called = found.pop("name", None)
            called = found.pop("id", called)
            reference = {} if called is None else {name: called}
            plain = {**found, **reference, **plain}
    return {name: "无" if _is_none(name, one) else one for name, one in plain.items()}


def _is_none(name: str, value: Any) -> bool:
    return tidy(name) in MAY_BE_NONE and str(value).strip().lower() == "none"


def _is_nested(name: str, value: Any) -> bool:
    return isinstance(value, Mapping) and tidy(name) in NESTED


def _class_areas(name: str, areas: Given) -> dict[str, Any]:
    """``{"I": 300, "II": 200, "total": 1000}``: areas, or shares where the name says so."""
    is_share = "share" in name or any(
        str(one).strip().endswith(("%", "％")) for one in areas.values()
    )
    what = "share" if is_share else "area_m2"
    known = {tidy(key): value for key, value in areas.items()}
    named = {f"class_{AREAS[key]}_{what}": one for key, one in known.items() if key in AREAS}
    return {**{key: one for key, one in areas.items() if tidy(key) not in AREAS}, **named}


def structure_laid_out(given: Given) -> dict[str, Any]:
    """Sides joined by ×, shares as ratios or as part and whole, nested fields."""
    plain = lifted(given)
    for name in ("size", "尺寸", "dimensions", "LWH", "长宽高"):
        sides = _SIDE.split(str(plain.get(name, "")))
        if len(sides) == len("LWH"):
            del plain[name]
            plain |= dict(zip(("length_m", "width_m", "height_m"), sides, strict=True))
    plain = _parts_of_whole(plain)
    told = [name for name in plain if tidy(name) in SHARES]
    return works_laid_out(risk_laid_out({**plain, **per_cent(plain, told)}))


def _parts_of_whole(given: Given) -> dict[str, Any]:
    """``{"a1": 2999, "a2": 3000, "total": 10000}``: areas of a whole, and no per cent."""
    whole = next((name for name in given if tidy(name) in WHOLES), None)
    parts = {name: AREAS[tidy(name)] for name in given if tidy(name) in {"a1", "a2"}}
    numbers = [one for name in parts if isinstance(one := _share(given[name]), Decimal)]
    if whole is None or len(numbers) < len(parts) or all(one < 1 for one in numbers):
        return dict(given)
    is_plain = tidy(whole) in {"total", "whole"}
    if not is_plain and all(one <= PER_CENT for one in numbers):
        return dict(given)
    rest = {name: one for name, one in given.items() if name not in parts and name != whole}
    areas = {f"class_{class_}_area_m2": given[name] for name, class_ in parts.items()}
    return {**rest, **areas, "total_area_m2": given[whole]}


def risk_laid_out(given: Given) -> dict[str, Any]:
    """A word under a factor's symbol, a number under its word, each to its own field."""
    plain = _of_its_loss(lifted(given))
    for name, written in list(plain.items()):
        better = _better(tidy(name), written)
        if better and better not in plain:
            plain[better] = plain.pop(name)
    return plain


def _of_its_loss(plain: dict[str, Any]) -> dict[str, Any]:
    """``{"loss_type": "L2", "R": "0.0005"}``: the risk R is that of the loss named."""
    losses = [name for name in plain if tidy(name) in LOSS_NAMES]
    loss = next((LOSSES[tidy(str(plain[one]))] for one in losses
                 if tidy(str(plain[one])) in LOSSES), None)  # fmt: skip
    if loss is None:
        return plain
    rest = {name: one for name, one in plain.items() if name not in losses}
    return {loss if tidy(name) in {"r", "risk"} else name: one for name, one in rest.items()}


def _better(name: str, written: Any) -> str | None:
    """The field that such a value is really of."""
    is_number = _NUMBER.match(str(written).strip()) is not None
    if name in _BY_SYMBOL:
        return None if is_number else _BY_SYMBOL[name]
    return _BY_WORD.get(name) if is_number else None


def per_cent(given: Given, names: Iterable[str]) -> dict[str, Any]:
    """``{"part": 3, "whole": 10}``, ``3/10`` and 0.3 as 30; numbers from 1 on are per cent."""
    parts = {name: _share(given[name]) for name in names}
    plain = {name: one for name, one in parts.items() if isinstance(one, Decimal)}
    if plain and any(plain.values()) and all(one < 1 for one in plain.values()):
        parts |= {name: one * 100 for name, one in plain.items()}
    return parts


def _share(raw: Any) -> Any:
    """A ratio of two as per cent in words; a bare number as it is."""
    if isinstance(raw, Mapping) and "whole" in raw:
        raw = f"{raw.get('part')}/{raw['whole']}"
    parts = str(raw).split("/")
    if len(parts) == len(("part", "whole")):
        try:
            return f"{Decimal(parts[0].strip()) * 100 / Decimal(parts[1].strip())}%"
        except ArithmeticError:
            return raw
    try:
        return Decimal(str(raw))
    except InvalidOperation:
        return raw


WORKS = {
    **dict.fromkeys(map(tidy, ("accepted", "acceptance", "works_accepted", "is_accepted", "验收")),
                    ("works_accepted_on", "is_accepted")),
    **dict.fromkeys(map(tidy, ("approved", "design_approved", "design_approval",
                               "is_design_approved")),
                    ("design_approved_on", "is_design_approved")),
}  # fmt: skip
"""What works may say of their approval with a day or with yes."""


def works_laid_out(given: Given) -> dict[str, Any]:
    """An approval told by its day or by yes, each to its own field."""
    plain = lifted(given)
    for name in [one for one in plain if tidy(one) in WORKS]:
        day, flag = WORKS[tidy(name)]
        field = day if re.search(r"\d{4}", str(plain[name])) else flag
        plain[field] = plain.pop(name)
    return plain


OF_DEVICE = frozenset(map(tidy, (
    "mesh", "接闪网网格", "rolling_sphere_radius", "滚球半径", "down_conductors", "引下线间距",
    "down_conductor_spacing", "spacing", "down_conductor_count", "resistance", "接地电阻",
    "earth_resistance", "impulse_resistance", "earthing", "air_termination", "spd_state",
)))  # fmt: skip
"""What only a device says; said of a structure whose size is not, it is a device's."""
OF_STRUCTURE = frozenset(map(tidy, (
    "L", "W", "length", "width", "length_m", "width_m", "长", "宽", "use", "用途", "n", "ng", "a1",
    "a2", "hazard_zone",
)))  # fmt: skip
CLASS_NAMES = frozenset(map(tidy, (
    "class", "lightning_class", "防雷类别", "防雷分类", "building_class", "structure_class",
)))  # fmt: skip


def kind_of_structure(given: Given) -> str | None:
    """A device, where what is said is of one and not of its building."""
    names = {tidy(name.partition("(")[0]) for name in given}
    return "device" if names & OF_DEVICE and not names & OF_STRUCTURE else None


def kind_of_body(given: Given) -> str | None:
    """An inspection, where a body is told with the class of what it inspects."""
    return "inspection" if {tidy(name) for name in given} & CLASS_NAMES else None


def device_laid_out(given: Given) -> dict[str, Any]:
    """Its parts one level down; the kind of a part is not that of the device."""
    plain = dict(given)
    for part, field in {"earthing": "earth_electrode", "airtermination": "air_terminal"}.items():
        for name in [one for one in plain if tidy(one) == part]:
            inner = plain[name]
            if isinstance(inner, Mapping):
                rest = dict(inner)
                told = rest.pop("kind", rest.pop("type", None))
                plain[name] = rest if told is None else {**rest, field: told}
            else:
                plain[field] = plain.pop(name)
    return lifted(plain)


def body_laid_out(given: Given) -> dict[str, Any]:
    """Titles one level down; a share of what passed as a ratio."""
    plain = lifted(given)
    told = [name for name in plain if tidy(name) in QUALITY]
    return {**plain, **per_cent(plain, told)}


def inspection_laid_out(given: Given) -> dict[str, Any]:
    """How many defects, or none; body and structure written out in the report."""
    plain = lifted(given)
    for name in [one for one in plain if tidy(one) in {"defects", "缺陷", "存在问题"}]:
        written = plain[name]
        is_count = isinstance(written, int | Decimal) or str(written).strip().isdecimal()
        if is_count or str(written).strip().lower() in NO | {"none", "[]"}:
            del plain[name]
            plain["defect_count"] = int(written) if is_count and written is not False else 0
        elif written is True or str(written).strip().lower() in YES:
            del plain[name]
            plain["defect_count"] = 1
    return _said_without_day(plain)


def _said_without_day(plain: dict[str, Any]) -> dict[str, Any]:
    """``rectified: yes``, ``re_test: 合格``, ``uploaded: yes`` say that, and no day."""
    for name in list(plain):
        said = SAID.get(tidy(name))
        if said and not re.search(r"\d{4}", str(plain[name])) and said not in plain:
            plain[said] = plain.pop(name)
    return plain


def permit_laid_out(given: Given) -> dict[str, Any]:
    """``accepted: yes`` is a decision and no day."""
    plain = lifted(given)
    for name in [one for one in plain if tidy(one) in {"accepted", "refused"}]:
        written = str(plain[name]).strip().lower()
        if written in YES | NO:
            is_yes = (written in YES) == (tidy(name) == "accepted")
            del plain[name]
            plain["acceptance_result"] = "accepted" if is_yes else "refused"
    return plain


def site_laid_out(given: Given) -> dict[str, Any]:
    """``{"is_key_unit": {"list_year": 2025, "category": "油库"}}``: a key unit, and of what."""
    plain: dict[str, Any] = {}
    for name, one in given.items():
        is_listed = tidy(name) in KEY_UNIT and isinstance(one, Mapping)
        plain |= {**one, "is_key_unit": True} if is_listed else {name: one}
    return plain


def disaster_laid_out(given: Given) -> dict[str, Any]:
    """Members named one by one are counted."""
    plain = lifted(given)
    return {
        name: len(one) if tidy(name) in TEAMS and isinstance(one, list | tuple) else one
        for name, one in plain.items()
    }


def strike_laid_out(given: Given) -> dict[str, Any]:
    """Day, time of day and thousandths of a second in columns of their own, as one moment."""
    day = _of(given, DATES)
    if day is None:
        return dict(given)
    time, rest = _of(given, TIMES), _of(given, THOUSANDTHS)
    joined = " ".join(str(one).strip() for one in (day, time) if one is not None)
    if rest is not None and "." not in joined and str(rest).strip().isdecimal():
        joined = f"{joined}.{str(rest).strip():0>3}"
    taken = DATES | TIMES | THOUSANDTHS
    return {**{k: one for k, one in given.items() if tidy(k) not in taken}, "occurred_at": joined}


def _of(given: Given, names: frozenset[str]) -> Any:
    return next((one for name, one in given.items() if tidy(name) in names), None)
