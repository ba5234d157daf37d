"""Rules over devices: mesh, down conductors, rolling sphere, earth resistance."""

from __future__ import annotations

from datetime import date

from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    known,
    rule,
)
from yiding.rules.answers import met, undetermined

GEOMETRY = ("soil_resistivity", "ring_radius_m", "ring_area_m2")
ASKED = "单凭电阻值不能判定，请补充接地体形状和土壤电阻率"
ASKED_EN = "the value alone decides nothing: give electrode geometry and soil resistivity"


def _speaks(device: Fields, kind: str) -> Term:
    """A device of the kind, or one whose kind is not told or is the whole, of a class."""
    is_kind = (
        ~known(device.device_kind) | (device.device_kind == kind) | (device.device_kind == "system")
    )
    return is_kind & (~known(device.lightning_class) | (device.lightning_class != "none"))


@rule(
    cites="gb-50057-2010:mesh",
    kind="device",
    needs=["lightning_class", "mesh_long_m", "mesh_short_m"],
    dated_by="installed_on",
    english="The mesh is no larger than its class allows",
)
def mesh_within_limit(device: Fields, values: Values) -> Term:
    """接闪网网格不大于本类限值。"""
    side = values.mesh_side[device.lightning_class, "square"]
    long = values.mesh_side[device.lightning_class, "long"]
    short = values.mesh_side[device.lightning_class, "short"]
    as_square = device.mesh_long_m <= side
    as_oblong = (device.mesh_long_m <= long) & (device.mesh_short_m <= short)
    is_told = known(device.mesh_long_m) | known(device.mesh_short_m)
    return (as_square | as_oblong).where(is_told & _speaks(device, "air_termination"))


@rule(
    cites="gb-50057-2010:rolling-sphere",
    kind="device",
    needs=["lightning_class"],
    dated_by="installed_on",
    english="The rolling sphere is no larger than that of its class",
)
def sphere_within_limit(device: Fields, values: Values) -> Term:
    """滚球半径不大于本类规定。"""
    is_told = known(device.sphere_radius_m) & _speaks(device, "air_termination")
    return (device.sphere_radius_m <= values.sphere_radius[device.lightning_class]).where(is_told)


@rule(
    cites="gb-50057-2010:down-conductors",
    kind="device",
    needs=["lightning_class"],
    dated_by="installed_on",
    english="Down conductors stand no further apart than their class allows",
)
def spacing_within_limit(device: Fields, values: Values) -> Term:
    """引下线间距不大于本类限值。"""
    is_told = known(device.conductor_spacing_m) & _speaks(device, "down_conductor")
    limit = values.conductor_spacing[device.lightning_class]
    return (device.conductor_spacing_m <= limit).where(is_told)


@rule(
    cites="gb-50057-2010:down-conductors",
    kind="device",
    needs=["lightning_class"],
    dated_by="installed_on",
    english="There are enough down conductors",
)
def conductors_enough(device: Fields, values: Values) -> Term:
    """引下线根数不少于规定，第三类小型建筑物可以一根。"""
    is_third = device.lightning_class == "third"
    is_small = (device.perimeter_m <= values.small_building["perimeter"]) & (
        device.height_m <= values.small_building["height"]
    )
    is_told = known(device.conductor_count) & _speaks(device, "down_conductor")
    is_usual = device.conductor_count >= values.conductors["usual"]
    is_one = device.conductor_count >= values.conductors["small_third_class"]
    is_spared = is_third & is_small & is_one
    return (is_usual | is_spared).where(is_told)


@rule(
    cites="gb-50057-94:earth",
    kind="device",
    needs=["lightning_class", "resistance"],
    dated_by="installed_on",
    english="Impulse earth resistance within the limit of the code of 1994",
)
def resistance_by_1994_code(device: Fields, values: Values) -> Term:
    """冲击接地电阻不大于1994年规范的限值。"""
    is_impulse = ~known(device.resistance_kind) | (device.resistance_kind == "impulse")
    limit = values.earth_resistance[device.lightning_class]
    is_told = known(device.resistance) & is_impulse
    return (device.resistance <= limit).where(is_told & _speaks(device, "earthing"))


@rule(
    cites="yiding-readings:lightning-earth-resistance",
    kind="device",
    dated_by="installed_on",
    sequence=True,
    english="Earth resistance: within the earlier limit, else by geometry and soil",
)
def resistance_read(device: Entry, amounts: Amounts, _: date) -> Answer | None:
    """接地电阻值能否单独判定。"""
    is_earth = device.device_kind in (None, "earthing", "system")
    if device.resistance is None or not is_earth or _is_unclassed(device):
        return None
    if device.lightning_class is None:
        return undetermined(Reason.NO_DATA, ("lightning_class",))
    limit = amounts["earth_resistance_read", device.lightning_class]
    if limit is None:
        return None
    if device.resistance <= limit:
        return met(device.resistance, limit, "Ω")
    if _has_geometry(device) and device.lightning_class == "third":
        return None
    missing = tuple(name for name in GEOMETRY[:2] if device.values.get(name) is None)
    return undetermined(Reason.JUDGEMENT, missing, note=ASKED, note_en=ASKED_EN)


def _is_unclassed(device: Entry) -> bool:
    return bool(device.lightning_class == "none")


def _has_geometry(device: Entry) -> bool:
    has_ring = device.ring_radius_m is not None or device.ring_area_m2 is not None
    return has_ring and device.values.get("soil_resistivity") is not None


@rule(
    cites="gb-50057-2010:4.4.6",
    kind="device",
    dated_by="installed_on",
    sequence=True,
    english="Class III: the ring electrode, or the resistance at each down conductor, suffices",
)
def earthing_of_third_class(device: Entry, amounts: Amounts, _: date) -> Answer | None:
    """第三类建筑物的接地体或者每根引下线的电阻符合要求。"""
    is_earth = device.device_kind in (None, "earthing", "system")
    if device.lightning_class != "third" or not is_earth:
        return None
    if _has_geometry(device):
        return _by_ring(device, amounts)
    if device.resistance is None:
        return None
    limit = amounts["conductor_resistance", "item_two" if device.is_item_two else "usual"]
    return met(device.resistance, limit, "Ω") if device.resistance <= limit else None


def _by_ring(device: Entry, amounts: Amounts) -> Answer:
    """A ring large enough in soil that conducts: the resistance is not counted."""
    is_soil_good = device.soil_resistivity <= amounts["ring_electrode", "soil"]
    radius, area = device.ring_radius_m, device.ring_area_m2
    is_wide = radius is not None and radius >= amounts["ring_electrode", "radius"]
    is_large = area is not None and area >= amounts["ring_electrode", "area"]
    if is_soil_good and (is_wide or is_large):
        return met(note="冲击电阻可不计", note_en="the impulse resistance is not counted")
    note = "土壤电阻率或者环形接地体达不到条件，要补加接地体"
    return undetermined(
        Reason.JUDGEMENT, note=note, note_en="soil or ring fall short: more electrodes"
    )


@rule(
    cites="meteorology-law:31",
    kind="device",
    english="The surge protector is in order",
)
def spd_in_order(device: Fields, _: Values) -> Term:
    """电涌保护器状态正常。"""
    return (device.spd_state == "passed").where(known(device.spd_state))
