"""The sheets that bring entries in: one wide sheet whose row is an office, and one a kind."""

from __future__ import annotations

from yiding.ledgers.premises.entries import KINDS
from yiding.ledgers.sheet import Columns, Sheet
from yiding.rules.entries import Kind, Type

WIDE = {
    "单位编码": "unit_code",
    "单位名称": "unit",
    "级别": "level",
    "编制数": "staff_quota",
    "实有数": "staff_actual",
    "院落": "compound",
    "楼栋": "building",
    "楼层": "floor",
    "房号": "room_no",
    "房间性质": "nature",
    "使用状态": "status",
    "使用面积": "area_m2",
    "使用人": "occupants",
    "使用人数": "occupant_count",
    "职级": "rank",
    "职务": "post",
    "是否独立卫生间": "has_private_toilet",
    "卫生间面积": "toilet_area_m2",
    "任职处所": "order",
    "权属人": "title_holder",
    "产权证号": "title_no",
    "资产卡片号": "asset_card_no",
    "备注": "note",
}
"""The sheet offices are kept in; a row is an office."""

ROOM_KEY = ("unit_code", "building", "room_no")
"""Where a room is, which names it."""

UNFILLED = frozenset({"room_key", "room_users", "room_user_count"})
"""Fields that follow from other rows and have no column."""


def _sheet(kind: Kind) -> Sheet:
    """A sheet with a column for every field of a kind that fits into a cell."""
    fields = (one for one in kind.fields if one.name not in UNFILLED)
    heads = {
        one.term: one.name for one in fields if one.type != Type.RECORDS or one.name == "occupants"
    }
    key = ROOM_KEY if "room_no" in heads.values() else ()
    return Sheet(kind.term, kind.name, {"编号": "id", **heads}, key)


COLUMNS = Columns(
    sheets=(
        Sheet("办公用房", "office", WIDE, key=ROOM_KEY),
        *(_sheet(kind) for kind in KINDS if kind.name != "office"),
    )
)
