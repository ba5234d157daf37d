"""What follows from what an entry says: its environment, zone, shares, mesh, polarity, issuer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from yiding.ledgers.lightning.choices import GROUP_OF_USE, SETTINGS
from yiding.ledgers.lightning.risk_fields import ALWAYS, COMPONENTS, TOLD_BY
from yiding.rules.parsing import tidy

DEPOTS = frozenset({
    "oil_depot", "gas_depot", "ammunition_depot", "chemical_warehouse", "fireworks",
    "petrochemical", "hazardous",
})  # fmt: skip
OPEN = frozenset({"mine", "scenic"})
"""Where some places ask for a half-yearly inspection too."""
HAZARDOUS_USES = frozenset({"fire_hazard", "explosives", "steel_gas_tank"})
STATIONS = ("气象台", "气象站", "气象局", "气象中心", "预警中心", "meteorolog", "cma", "weather")
OUTSIDERS = ("公司", "媒体", "个人", "网站", "company", "media", "private", "平台", "自媒体")
NOTHING, WHOLE = Decimal(0), Decimal(100)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORDS = {
    tidy(word): option.name
    for option in reversed(SETTINGS)
    for word in (option.name, option.term, *option.aliases)
}
_LARGEST_FIRST = tuple(option.name for option in SETTINGS)


def complete_structure(values: Mapping[str, Any]) -> dict[str, Any]:
    """Environment, setting, shares, and whether there is anything to work strikes out of."""
    return {
        **environment(values),
        **_group(values),
        **_setting(values),
        **_shares(values),
        **_marks(values),
        **_sum_of_components(values),
    }


def environment(values: Mapping[str, Any]) -> dict[str, Any]:
    """Explosion or fire hazard by use, zone, explosives or category; else what they say."""
    use, category = values.get("use"), values.get("category")
    is_hazardous = use in HAZARDOUS_USES or category in DEPOTS
    if is_hazardous or values.get("hazard_zone") or values.get("has_explosives"):
        return {"environment": "explosive_fire"}
    if category in OPEN and values.get("in_prone_area") is not False:
        return {"environment": "mine_scenic"}
    return {"environment": "ordinary"} if use or category else {}


def _group(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the use comes to; a steel gas tank is of the second class as a national building is."""
    group = GROUP_OF_USE.get(values.get("use", ""))
    return {"group": group} if group else {}


def _setting(values: Mapping[str, Any]) -> dict[str, Any]:
    """The surroundings told that correct most; none told is the usual case."""
    told = {_WORDS.get(tidy(one)) for one in values.get("settings") or ()}
    found = next((one for one in _LARGEST_FIRST if one in told), None)
    if found is None and values.get("settings"):
        return {}
    return {"setting": found or "normal"}


def _shares(values: Mapping[str, Any]) -> dict[str, Any]:
    """Shares in per cent out of areas; without a total the three areas are the whole."""
    areas = {one: values.get(f"class_{one}_area_m2") for one in ("one", "two", "three")}
    told = [one for one in areas.values() if one is not None]
    total = values.get("total_area_m2") or (sum(told) if areas["three"] is not None else None)
    if not told or not total:
        return {}
    return {f"class_{one}_share": (areas[one] or NOTHING) * WHOLE / total for one in ("one", "two")}


def _marks(values: Mapping[str, Any]) -> dict[str, Any]:
    has_size = all(f"{one}_m" in values for one in ("length", "width", "height"))
    marks = {"is_measured": has_size or "n" in values or "ae_km2" in values}
    marks["is_risk_assessed"] = bool(TOLD_BY & values.keys())
    return {name: True for name, is_so in marks.items() if is_so}


def complete_risk(values: Mapping[str, Any]) -> dict[str, Any]:
    """An assessment is worked out unless it states its risk, or the components of it."""
    told = _sum_of_components(values)
    is_stated = bool({"r1", "r2", "r3"} & {*values, *told})
    is_assessed = bool(TOLD_BY & values.keys()) or not is_stated
    return {**told, **({"is_risk_assessed": True} if is_assessed else {})}


def _sum_of_components(values: Mapping[str, Any]) -> dict[str, Any]:
    """R1 out of its components; the last four count where explosion or life is at stake."""
    is_all = values.get("has_explosion_risk") or values.get("endangers_life")
    asked = COMPONENTS if is_all else COMPONENTS[:ALWAYS]
    parts = [values.get(one.lower()) for one in asked]
    if "r1" in values or None in parts:
        return {}
    return {"r1": sum((one for one in parts if one is not None), NOTHING)}


def complete_device(values: Mapping[str, Any]) -> dict[str, Any]:
    """The environment, and a mesh's two sides, the longer one first."""
    sides = sorted(map(Decimal, _NUMBER.findall(values.get("mesh") or "")))
    told = {} if len(sides) != len(("long", "short")) else dict(
        zip(("mesh_short_m", "mesh_long_m"), sides, strict=True)
    )  # fmt: skip
    return {**environment(values), **told}


def complete_strike(values: Mapping[str, Any]) -> dict[str, Any]:
    """The sign of the current is the polarity."""
    current: Decimal | None = values.get("current")
    if not current:
        return {}
    return {"polarity": "negative" if current.is_signed() else "positive"}


def complete_warning(values: Mapping[str, Any]) -> dict[str, Any]:
    """Whether a station of the meteorological bodies issued it, by its name."""
    told = values.get("issuer_is_cma_station")
    if told is not None:
        return {"issuer_kind": "cma_station" if told else "other"}
    name = str(values.get("issuer") or "").lower()
    if any(word in name for word in OUTSIDERS):
        return {"issuer_kind": "other"}
    return {"issuer_kind": "cma_station"} if any(word in name for word in STATIONS) else {}


def complete_permit(values: Mapping[str, Any]) -> dict[str, Any]:
    """How many documents came; a day of acceptance or refusal says what was decided."""
    told: dict[str, Any] = {}
    if values.get("documents"):
        told["document_count"] = Decimal(len(values["documents"]))
    days = {"accepted_on": "accepted", "refused_on": "refused", "correction_on": "corrected"}
    decided = next((word for day, word in days.items() if values.get(day)), None)
    return {**told, **({"acceptance_result": decided} if decided else {})}


def complete_inspection(values: Mapping[str, Any]) -> dict[str, Any]:
    """Defects make a report fail; how many there are."""
    told: dict[str, Any] = environment(values)
    if "defects" in values:
        told["defect_count"] = Decimal(len(values["defects"]))
    count = values.get("defect_count", told.get("defect_count"))
    if count:
        told["result"] = "failed"
    return told
