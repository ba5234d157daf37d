"""What calls for an emergency: blooms seen from above, black water, events."""

from __future__ import annotations

from yiding.ledgers.lake import options
from yiding.ledgers.lake.factors import BY_NAME
from yiding.ledgers.lake.shared_fields import (
    TIMES,
    ZONE,
    flag,
    moment,
    number,
)
from yiding.ledgers.lake.unfolding import unfold_alarm
from yiding.rules.entries import Field, Kind, Type

MEASURED_AREA = (
    number("area_km2", "面积", "km²", "area", "水华面积", "蓝藻水华面积", "bloom_area", "湖泛面积"),
    number(
        "lake_area_km2",
        "湖面面积",
        "km²",
        "lake_area",
        "denominator",
        "denominator_km2",
        "lake_area_used",
        "lake_area_used_as_denominator",
        "lake_surface",
        "湖体面积",
        "水域面积",
        "分母",
    ),
    number(
        "ratio_pct",
        "面积比例",
        "%",
        "ratio",
        "area_ratio",
        "占比",
        "面积占比",
        "比例",
        "ratio_percent",
    ),
)
CONDITIONS = (
    *MEASURED_AREA,
    number(
        "mean_density",
        "水华区平均藻密度",
        "个/L",
        "density",
        "algae_density",
        "w19011",
        "algal_density",
        "藻密度",
        "平均藻密度",
    ),
    number(
        "mean_chlorophyll_a",
        "水华区平均叶绿素a",
        "mg/m³",
        "mean_chl_a",
        "mean_chl",
        "chlorophyll_a",
        "w01016",
        "chl_a",
        "chl",
        "叶绿素a",
        "平均叶绿素a",
    ),
    ZONE,
    number(
        "zone_density",
        "一级保护区平均藻密度",
        "个/L",
        "first_zone_density",
        "zone1_density",
        "first_class_zone_density",
    ),
    number(
        "zone_chlorophyll_a",
        "一级保护区叶绿素a",
        "mg/m³",
        "first_zone_chl_a",
        "zone_chl_a",
        "zone1_chl_a",
        "first_class_zone_chl_a",
    ),
    flag(
        "is_black_in_source_zone",
        "水源保护区出现黑臭水体",
        "black_water_in_source_zone",
        "black_smelly_in_source_zone",
        "black_smelly_water",
        "blackwater_in_protection_zone",
    ),
    flag(
        "is_supply_exceeded",
        "出厂水因水华超标",
        "finished_water_exceeded",
        "finished_water_exceeds",
        "finished_water_exceeds_standard",
        "finished_exceeded",
        "出厂水超标",
    ),
    number(
        "households_cut",
        "断供户数",
        "户",
        "households",
        "households_without_supply",
        "households_without_water_supply",
        "households_without_water",
        "households_affected",
        "停水户数",
        "households_losing_supply",
    ),
    number(
        "outage_hours",
        "连续断供时长",
        "h",
        "outage",
        "hours",
        "停水小时",
        "supply_cut_hours",
        "duration",
    ),
)
"""What a plan's conditions are judged by, in a scene or in an event."""

BLOOM_SCENE = Kind(
    name="bloom_scene",
    term="遥感水华",
    fields=(
        moment("time", "过境时间", *TIMES[1:], "acquired_at", "scene_time", "影像时间"),
        Field("satellite", "卫星", aliases=("卫星名称", "sensor")),
        number("cloud_pct", "云量", "%", "cloud", "cloud_cover"),
        *CONDITIONS,
        Field("zone_shares", "分区占比", aliases=("各湖区", "shares")),
    ),
    aliases=("遥感", "蓝藻遥感", "水华", "bloom", "scene", "蓝藻水华"),
    unfold=unfold_alarm,
)
BLACKWATER = Kind(
    name="blackwater",
    term="湖泛",
    fields=(
        moment("found_at", "发现时间", "found", "found_time", *TIMES),
        Field("polygon", "范围", aliases=("geometry", "边界")),
        *MEASURED_AREA,
        flag(
            "is_in_source_zone",
            "在水源保护区内",
            "in_protection_zone",
            "in_source_zone",
            "in_zone",
            "protection_zone",
            "水源保护区内",
            "in_source_protection_area",
        ),
        number(
            "near_intake_m", "距取水口", "m", "near_intake", "distance_to_intake_m", "距取水口距离"
        ),
        BY_NAME["dissolved_oxygen"].field,
        BY_NAME["ammonia_nitrogen"].field,
        flag("is_ammonia_rising", "氨氮上升", "ammonia_rising", "nh3_n_rising", "nh3n_rising"),
        number("ammonia_before", "此前氨氮", "mg/L", "ammonia_nitrogen_before", "previous_ammonia"),
        Field("odour", "气味", aliases=("smell", "odor", "嗅味")),
        Field("colour", "颜色", aliases=("color", "水色")),
        Field("measures", "处置措施", Type.LIST, aliases=("措施",)),
        flag("is_confirmed", "人工确认", "confirmed"),
        moment("ended_at", "结束时间", "end", "end_time", "ended"),
    ),
    aliases=("湖泛事件", "black_water", "black water", "黑水团"),
)
EVENT = Kind(
    name="event",
    term="应急事件",
    fields=(
        Field(
            "type",
            "事件类型",
            Type.CHOICE,
            aliases=("类型", "event_type"),
            options=options.EVENT_TYPES,
        ),
        Field(
            "level", "认定级别", Type.CHOICE, aliases=("级别", "事件级别"), options=options.LEVELS
        ),
        Field(
            "response_level",
            "响应级别",
            Type.CHOICE,
            aliases=("response", "响应等级", "应急响应"),
            options=options.LEVELS,
        ),
        Field("state", "状态", Type.CHOICE, aliases=("status",), options=options.STATES),
        Field("basis", "依据", Type.LIST, aliases=("basis_rows", "依据读数")),
        moment("found_at", "发现时间", "found", "found_time", "finding_time"),
        moment("reported_at", "报告时间", "reported", "report_time", "上报时间"),
        moment("started_at", "开始时间", "start", "start_time", "启动时间"),
        moment("ended_at", "结束时间", "end", "end_time", "终止时间"),
        Field("actions", "措施", Type.LIST, aliases=("处置措施",)),
        Field("report", "总结报告", aliases=("总结",)),
        flag("is_in_source_zone", "在水源保护区内", "in_source_zone", "in_protection_zone"),
        *CONDITIONS,
    ),
    aliases=("事件", "应急", "emergency", "bloom_event", "蓝藻事件"),
    unfold=unfold_alarm,
)
