"""What a body's space is reckoned from: its quota, posts, building and annexes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from yiding.ledgers.premises.office_fields import LEVEL, RANK
from yiding.rules.entries import Field, Option, Type

STOREYS = (
    Option(
        "multi_storey",
        "多层",
        ("多层建筑", "低层", "multi", "multistorey", "multi_story", "multistory", "low_rise",
         "multi_storey_building"),
    ),
    Option("high_rise", "高层", ("高层建筑", "high", "highrise", "high_storey",
           "high_rise_building",
                               "tower")),
)  # fmt: skip

POST_COUNTS = (
    RANK,
    Field(
        "quota_count",
        "职数",
        Type.INTEGER,
        aliases=("count", "quota", "核定职数", "编制职数", "人数", "number", "n", "编制数",
                 "headcount", "persons"),
    ),
    Field("actual_count", "实有职数", Type.INTEGER, aliases=("actual", "实有人数", "实有数")),
    LEVEL,
)  # fmt: skip
QUOTA = (
    Field(
        "staff_quota",
        "编制数",
        Type.INTEGER,
        "人",
        aliases=("quota", "编制定员", "编制", "编制人数", "x", "定员", "quota_x", "headcount",
                 "staff_quota_x", "authorised_staff", "authorized_staff", "staffing_quota",
                 "establishment", "personnel_quota"),
    ),
    Field(
        "staff_actual",
        "实有数",
        Type.INTEGER,
        "人",
        aliases=("actual_staff", "实有人数", "在编人数", "实有", "staff_count", "actual"),
    ),
    Field(
        "posts",
        "编制职级",
        Type.RECORDS,
        aliases=("post_counts", "ranks", "rank_counts", "rank_quota", "职级编制", "职数",
                 "staffing",
                 "quota_by_rank", "posts_by_rank", "composition", "staff_by_rank", "headcounts"),
        fields=POST_COUNTS,
    ),
)  # fmt: skip
STOREY_KIND = Field(
    "storey_kind",
    "层数类别",
    Type.CHOICE,
    aliases=("building_kind", "建筑类别", "建筑层数类别", "storey", "story_kind", "building_type",
             "多层/高层", "storeys", "height_class", "storey_type"),
    options=STOREYS, is_open=True,
)  # fmt: skip
GROSS = Field(
    "gross_area_m2",
    "建筑面积",
    Type.NUMBER,
    "m²",
    aliases=("gross_area", "gross", "total_gross_area", "总建筑面积", "total_gross_area_m2",
             "building_area", "building_area_m2", "gross_m2"),
)  # fmt: skip
USABLE = Field(
    "usable_area_m2",
    "使用面积",
    Type.NUMBER,
    "m²",
    aliases=("usable_area", "usable", "总使用面积", "usable_m2", "total_usable_area_m2"),
)
ROOMS = (
    Field(
        "service_area_m2",
        "服务用房使用面积",
        Type.NUMBER,
        "m²",
        aliases=("service_area", "service_rooms_area", "service_room_area", "服务用房面积",
                 "service_rooms_area_m2", "service_room_area_m2", "service_rooms_m2",
                 "actual_service_area_m2", "service_usable_area_m2"),
    ),
    Field(
        "equipment_area_m2",
        "设备用房使用面积",
        Type.NUMBER,
        "m²",
        aliases=("equipment_area", "equipment_room_area", "设备用房面积", "equipment_rooms_area_m2",
                 "equipment_room_area_m2", "equipment_rooms_area"),
    ),
    Field(
        "offices_area_m2",
        "办公室使用面积",
        Type.NUMBER,
        "m²",
        aliases=("offices_area", "office_area", "office_area_m2", "办公室面积", "offices_m2",
                 "total_office_area_m2", "office_usable_area_m2"),
    ),
)  # fmt: skip
ANNEXES = (
    Field("annexes", "附属用房", Type.LIST, aliases=("annexe", "annexes_list", "附属设施")),
    Field("has_canteen", "是否设食堂", Type.FLAG,
          aliases=("canteen", "食堂", "with_canteen", "canteen_only", "有无食堂")),
    Field("canteen_area_m2", "食堂面积", Type.NUMBER, "m²",
          aliases=("canteen_area", "食堂建筑面积", "canteen_m2", "canteen_gross_area_m2")),
    Field("garage_bays", "车位数", Type.INTEGER,
          aliases=("garage_spaces", "bays", "parking_bays", "cars", "garage_cars", "汽车库车位数",
                   "vehicles", "parking_spaces", "garage_vehicles", "garage", "garage_count",
                   "车库车位数", "car_bays")),
    Field("garage_area_m2", "车库面积", Type.NUMBER, "m²",
          aliases=("garage_area", "汽车库面积", "车库建筑面积", "garage_gross_area_m2",
                   "garage_m2")),
    Field("bicycles", "自行车辆数", Type.INTEGER,
          aliases=("bicycle_count", "自行车数", "bikes", "bicycle", "自行车", "bicycle_bays",
                   "bicycle_spaces")),
    Field("bicycle_area_m2", "自行车库面积", Type.NUMBER, "m²",
          aliases=("bicycle_area", "bicycle_shed_area", "bike_area_m2", "bicycle_shed_area_m2")),
    Field("ebikes", "电动车、摩托车辆数", Type.INTEGER,
          aliases=("ebike_count", "e_bikes", "电动自行车数", "摩托车数", "motorcycles", "ebike",
                   "电动车数", "e_bike", "motorcycle", "电动自行车", "摩托车", "e_bike_count",
                   "ebikes_motorcycles", "e_bikes_motorcycles")),
    Field("ebike_area_m2", "电动车库面积", Type.NUMBER, "m²",
          aliases=("ebike_area", "motorcycle_area_m2", "motorcycle_area", "e_bike_area_m2",
                   "e_bike_area")),
    Field("guards", "警卫编制数", Type.INTEGER,
          aliases=("guard_quota", "警卫人数", "guard_count", "guards_quota", "警卫定员", "警卫编制",
                   "guard_staff", "guard_staff_quota", "guards_count")),
    Field("guard_area_m2", "警卫用房面积", Type.NUMBER, "m²",
          aliases=("guard_area", "guards_area_m2", "guard_room_area_m2", "guards_area",
                   "guard_rooms_area_m2")),
)  # fmt: skip

SCALE_FIELDS = (LEVEL, *QUOTA, STOREY_KIND, *ROOMS, *ANNEXES)


def complete_scale(values: Mapping[str, Any]) -> dict[str, Any]:
    """The quota that posts add up to, and a canteen named among the annexes or measured."""
    posts = values.get("posts", ())
    counts = [one["quota_count"] for one in posts if "quota_count" in one]
    filled: dict[str, Any] = {}
    if counts and len(counts) == len(posts):
        filled["staff_quota"] = sum(counts, Decimal(0))
    named = any(one.lower() in {"canteen", "食堂"} for one in values.get("annexes", ()))
    if named or values.get("canteen_area_m2"):
        filled["has_canteen"] = True
    return filled
