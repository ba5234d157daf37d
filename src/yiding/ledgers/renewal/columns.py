"""The sheets that bring entries in: published plans, whose row is a community; one a kind."""

from __future__ import annotations

from yiding.ledgers.renewal.entries import KINDS
from yiding.ledgers.sheet import Columns, Sheet
from yiding.rules.entries import Kind, Type

PLANNED = {
    "县(市、区)": "district",
    "街道/镇": "street",
    "小区名称": "name",
    "建成年代": "completion_year",
    "楼栋数(幢)": "buildings",
    "户数(户)": "households",
    "建筑面积(万㎡)": "floor_area",
    "改造内容(基础/完善/提升)": "contents",
    "计划投资(万元)": "total_investment",
    "中央资金(万元)": "central_funds",
    "省资金(万元)": "province_funds",
    "市县资金(万元)": "local_funds",
    "居民资金(万元)": "resident_funds",
    "社会资金(万元)": "society_funds",
    "计划开工": "planned_start",
    "计划完工": "planned_finish",
    "实际开工": "start_date",
    "形象进度(%)": "progress",
    "责任单位": "responsible_unit",
    "备注": "note",
}
"""The columns of published plans, in their order."""

KEY = ("district", "name")
"""What names a community whose row has no number of its own; 序号 counts rows only."""

UNFILLED = frozenset({"local_percent", "is_works"})
"""Fields that follow from others and have no column."""


def _sheet(kind: Kind) -> Sheet:
    """A sheet with a column for every field of a kind that fits into a cell."""
    fields = (one for one in kind.fields if one.name not in UNFILLED)
    heads = {one.term: one.name for one in fields if one.type != Type.RECORDS}
    key = KEY if kind.name == "community" else ()
    return Sheet(kind.term, kind.name, {"编号": "id", **heads}, key)


COLUMNS = Columns(
    sheets=(
        Sheet("改造计划", "community", PLANNED, KEY),
        *(_sheet(kind) for kind in KINDS),
    )
)
