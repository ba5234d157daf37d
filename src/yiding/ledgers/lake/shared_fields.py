"""Fields that several kinds of entry have, and three short ways to write one."""

from __future__ import annotations

from yiding.ledgers.lake import options
from yiding.ledgers.lake.factors import FACTORS
from yiding.rules.entries import Field, Type

TIMES = (
    "time",
    "date",
    "sampled_at",
    "采样日期",
    "监测时间",
    "监测日期",
    "时间",
    "日期",
    "sample_date",
)
STATIONS = (
    "点位",
    "断面",
    "监测点",
    "监测点位",
    "站名",
    "站点名称",
    "断面名称",
    "station_name",
    "station_code",
    "station_id",
    "site",
    "section",
    "水源地",
    "mn",
)


def number(name: str, term: str, unit: str | None = None, *aliases: str) -> Field:
    """A field that holds a number."""
    return Field(name, term, Type.NUMBER, unit, aliases)


def moment(name: str, term: str, *aliases: str) -> Field:
    """A field that holds a moment."""
    return Field(name, term, Type.MOMENT, None, aliases)


def flag(name: str, term: str, *aliases: str) -> Field:
    """A field that holds yes or no."""
    return Field(name, term, Type.FLAG, None, aliases)


STATION = Field("station", "站点", aliases=STATIONS)
SAMPLE_TIME = moment("sample_time", "采样时间", *TIMES)
BODY = Field(
    "body",
    "水体类型",
    Type.CHOICE,
    aliases=("body_kind", "water_body", "water_body_kind", "water_body_type", "body_type", "水体"),
    options=options.BODIES,
)
STATION_KIND = Field(
    "station_kind",
    "站点类型",
    Type.CHOICE,
    aliases=("kind", "type", "类型", "点位类型"),
    options=options.STATION_KINDS,
)
METHOD = Field("method", "监测方式", Type.CHOICE, aliases=("方式",), options=options.METHODS)
TARGET = Field(
    "target",
    "水质目标",
    Type.CHOICE,
    aliases=(
        "class_target",
        "target_class",
        "目标类别",
        "目标",
        "考核目标",
        "water_quality_target",
    ),
    options=options.CLASSES,
)
ZONE = Field(
    "zone",
    "保护区级别",
    Type.CHOICE,
    aliases=("protection_zone", "protection_zone_level", "保护区", "zone_level", "水源保护区"),
    options=options.ZONES,
)
IS_SOURCE = flag("is_source", "饮用水源地", "drinking_source", "is_drinking_source", "水源地水样")
VALID = flag("valid", "有效", "is_valid", "是否有效")
SATURATION = number(
    "saturation_pct",
    "溶解氧饱和度",
    "%",
    "saturation",
    "do_saturation",
    "do_saturation_pct",
    "饱和率",
)
FACTOR = Field(
    "factor",
    "监测因子",
    Type.CHOICE,
    aliases=(
        "factor_code",
        "code",
        "因子",
        "因子编码",
        "监测项目",
        "项目",
        "item",
        "parameter",
        "pollutant",
        "factor_name",
        "因子名称",
    ),
    options=(*(one.option for one in FACTORS), options.OTHER_FACTOR),
)
VALUE = Field(
    "value", "监测值", Type.MEASURED, aliases=("值", "测值", "结果", "监测结果", "result")
)
UNIT = Field("unit", "单位", aliases=("value_unit", "计量单位"))
