"""A person's offices and posts, however they are written: as lists, or as main and second."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yiding.ledgers.premises.completing import complete_records, head_by_post, level_by_rank
from yiding.ledgers.premises.office_fields import (
    APPROVAL,
    APPROVER,
    AREA,
    IS_APPROVED,
    IS_FAR,
    IS_HEAD,
    IS_OFTEN,
    LEVEL,
    ORDER,
    POST,
    RANK,
    STANDARD,
)
from yiding.ledgers.premises.ranks import LEVELS, RANKS
from yiding.rules.entries import Field, Type

POSTS_HELD = Field(
    "posts",
    "任职",
    Type.RECORDS,
    aliases=("任职情况", "posts_held", "职务列表"),
    fields=(
        Field("title", "职务", aliases=("post", "name", "position")),
        Field("unit", "单位", aliases=("任职单位", "unit_name")),
        RANK,
        LEVEL,
        Field("is_concurrent", "是否兼职", Type.FLAG, aliases=("concurrent", "兼职")),
        Field("is_main", "是否主要任职", Type.FLAG, aliases=("main", "主要任职", "primary")),
    ),
)
OFFICES = Field(
    "offices",
    "办公室",
    Type.RECORDS,
    aliases=("办公用房", "rooms", "allocations", "office_list", "办公室列表"),
    fields=(
        AREA,
        ORDER,
        Field("unit", "单位", aliases=("任职单位", "unit_name", "at", "post_unit", "in")),
        Field("room", "房号", aliases=("room_id", "room_no", "no", "id")),
        LEVEL,
        RANK,
        POST,
        IS_HEAD,
        IS_FAR,
        IS_OFTEN,
        IS_APPROVED,
        APPROVAL,
        APPROVER,
        STANDARD,
        Field("count", "处数", Type.INTEGER, aliases=("number", "n")),
    ),
)
SECOND_OFFICE = (
    Field("second_office_area_m2", "第二处办公室面积", Type.NUMBER, "m²",
          aliases=("second_office_area", "second_area_m2", "second_area", "second_office_m2",
                   "第二处面积", "second_office")),
    Field("second_rank", "兼职职级", Type.CHOICE, options=RANKS,
          aliases=("second_post_rank", "concurrent_rank", "concurrent_post_rank",
                   "second_office_rank", "other_post_rank")),
    Field("second_level", "兼职单位级别", Type.CHOICE, options=LEVELS,
          aliases=("second_post_level", "concurrent_level", "concurrent_post_level",
                   "second_office_level", "other_post_level")),
    Field("second_standard_m2", "兼职标准面积", Type.NUMBER, "m²",
          aliases=("second_post_standard_m2", "second_post_limit", "second_office_limit",
                   "concurrent_post_standard_m2", "second_limit_m2", "second_post_limit_m2",
                   "second_office_standard_m2", "second_standard", "concurrent_post_limit_m2")),
    Field("office_count", "办公室处数", Type.INTEGER,
          aliases=("offices_count", "number_of_offices", "处数", "n_offices")),
    IS_FAR,
    IS_OFTEN,
    IS_APPROVED,
    APPROVAL,
    APPROVER,
)  # fmt: skip


def complete_person(values: Mapping[str, Any]) -> dict[str, Any]:
    """Offices out of the flat form: the main one's area, and what is said of the second."""
    post = main_post(values)
    filled = {**_picked(post, {"rank": "rank", "level": "level", "post": "title"})}
    filled |= complete_records(values) | level_by_rank({**filled, **values})
    filled |= head_by_post({**filled, **values})
    told = {**values, **filled}
    offices = values.get("offices") or tuple(_flat(told))
    if offices:
        filled["offices"] = offices
        filled["office_count"] = sum(one.get("count", 1) for one in offices)
    return filled


def main_post(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The post a person is of: the one called main, else the first that is not concurrent."""
    posts = values.get("posts") or ()
    called = [one for one in posts if one.get("is_main") is True]
    own = [one for one in posts if one.get("is_concurrent") is not True]
    return next(iter((*called, *own)), {})


def _flat(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    main = _picked(values, {"area_m2": "area_m2", "rank": "rank", "level": "level"})
    second = _picked(
        values,
        {
            "area_m2": "second_office_area_m2",
            "rank": "second_rank",
            "level": "second_level",
            "limit_applied_m2": "second_standard_m2",
            "is_far": "is_far",
            "is_often_attended": "is_often_attended",
            "is_approved": "is_approved",
        },
    )
    offices = [{"order": "main", **main}] if "area_m2" in main else []
    return offices + ([{"order": "second", **second}] if "area_m2" in second else [])


def _picked(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {name: values[source] for name, source in names.items() if source in values}
