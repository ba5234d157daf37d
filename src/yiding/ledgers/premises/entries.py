"""What an entry is: fields, types, units, Chinese column heads."""

from __future__ import annotations

from yiding.rules.entries import Field, Kind, Option, Type

LEVELS = (
    Option("central", "中央机关", ("中央", "中央级", "national")),
    Option("province", "省级机关", ("省级", "省", "provincial")),
    Option("city", "市级机关", ("市级", "市", "municipal", "prefecture")),
    Option("county", "县级机关", ("县级", "县", "区级", "district")),
    Option("township", "乡级机关", ("乡级", "乡", "镇级", "乡镇", "town")),
)
RANKS = (
    Option("city_head", "市级正职", ("市正职",)),
    Option("staff", "局(处)级以下", ("局处级以下", "科级以下", "处级以下", "below_division")),
)

OFFICE = Kind(
    name="office",
    term="办公室",
    fields=(
        Field("level", "级别", Type.CHOICE, options=LEVELS),
        Field("rank", "职级", Type.CHOICE, options=RANKS),
        Field("area_m2", "使用面积", Type.NUMBER, "m²", aliases=("area", "usable_area")),
    ),
    aliases=("办公用房",),
    key_heads=("房号", "编号"),
)

KINDS = (OFFICE,)
