"""What is done all summer: supply, salvage, patrol, duty, data, daily reports, publication."""

from __future__ import annotations

from yiding.ledgers.lake import options
from yiding.ledgers.lake.factors import FACTORS
from yiding.ledgers.lake.settling import complete_capture, complete_intake
from yiding.ledgers.lake.shared_fields import (
    BODY,
    SAMPLE_TIME,
    STATION,
    TARGET,
    ZONE,
    flag,
    number,
)
from yiding.ledgers.lake.unfolding import unfold_intake, unfold_patrol
from yiding.rules.entries import Field, Kind, Type

FINISHED_ITEMS = (
    ("turbidity", "浑浊度", "NTU", ("浊度", "turb")),
    ("ph", "pH", None, ("pH值",)),
    ("iron", "铁", "mg/L", ("fe",)),
    ("manganese", "锰", "mg/L", ("mn",)),
    (
        "permanganate_index",
        "高锰酸盐指数",
        "mg/L",
        ("codmn", "耗氧量", "oxygen_consumption", "高锰酸盐指数(以O2计)"),
    ),
    ("ammonia", "氨", "mg/L", ("氨氮", "ammonia_nitrogen", "nh3-n", "nh3n", "氨(以N计)")),
    ("microcystin_lr", "微囊藻毒素-LR", "mg/L", ("mc-lr", "mclr", "microcystin", "微囊藻毒素")),
    (
        "methylisoborneol",
        "2-甲基异莰醇",
        "mg/L",
        ("2-mib", "mib", "2mib", "2-methylisoborneol", "甲基异莰醇"),
    ),
    ("geosmin", "土臭素", "mg/L", ("gsm", "土嗅素")),
)
FINISHED_RESULTS = (
    *(
        Field(name, term, Type.MEASURED, unit, aliases)
        for name, term, unit, aliases in FINISHED_ITEMS
    ),
    flag("is_source_limited", "水源或净水条件受限", "source_limited", "limited", "条件受限"),
    number(
        "raw_permanganate_index",
        "原水耗氧量",
        "mg/L",
        "raw_codmn",
        "raw_water_codmn",
        "原水高锰酸盐指数",
    ),
    flag("is_bloom", "藻类暴发期间", "bloom", "during_bloom"),
)
"""What is measured in finished water, and the conditions that its limits depend on."""

INTAKE = Kind(
    name="intake",
    term="水源地",
    fields=(
        Field("name", "水源地名称", aliases=("名称", "水源地", "source")),
        Field("plant", "水厂", aliases=("供水厂", "waterworks")),
        number("capacity", "供水能力", "万m³/d", "供水规模", "capacity_wan_m3_d", "设计能力"),
        Field("population", "供水人口", Type.INTEGER, "人", aliases=("服务人口",)),
        number(
            "spare_capacity",
            "备用水源可供水量",
            "万m³",
            "reserve_volume",
            "spare_volume",
            "备用水量",
        ),
        number("daily_use", "正常日用水量", "万m³/d", "normal_daily_use", "日用水量", "日均用水量"),
        number(
            "reserve_days",
            "备用水源可供天数",
            "天",
            "spare_source_days",
            "spare_days",
            "reserve_source_days",
            "备用水源天数",
        ),
        SAMPLE_TIME,
        BODY,
        TARGET,
        ZONE,
        number("safe_days", "供水安全天数", "天", "safe_supply_days"),
        flag("is_source_limited", "水源或净水条件受限", "source_limited", "条件受限"),
        Field("raw_water_told", "原水结论"),
        Field("finished_water_told", "出厂水结论"),
        Field("raw_water", "原水", Type.RECORDS, fields=tuple(one.field for one in FACTORS)),
        Field("finished_water", "出厂水", Type.RECORDS, fields=FINISHED_RESULTS),
    ),
    aliases=("取水口", "饮用水水源地", "source", "water_source", "水厂"),
    complete=complete_intake,
    unfold=unfold_intake,
)
FINISHED_WATER = Kind(
    name="finished_water",
    term="出厂水",
    fields=(
        Field("plant", "水厂", aliases=("供水厂", "waterworks", "station", "名称")),
        SAMPLE_TIME,
        *FINISHED_RESULTS,
    ),
    aliases=(
        "出厂水水质",
        "出厂水检测",
        "finished",
        "tap_water",
        "drinking_water",
        "finished water",
    ),
)
SALVAGE = Kind(
    name="salvage",
    term="蓝藻打捞",
    fields=(
        Field("date", "日期", Type.DATE, aliases=("打捞日期", "salvaged_on")),
        Field("location", "地点", aliases=("place_name", "打捞点", "打捞地点", "site", "place")),
        number("algae_water_t", "打捞藻水", "t", "algae_water", "藻水", "藻水量", "打捞藻水量"),
        number("algae_mud_t", "藻泥", "t", "algae_mud", "藻泥量"),
        Field("disposal", "处置方式", aliases=("处置", "处理方式", "disposal_method")),
        number("disposed_t", "已处置藻水", "t", "disposed", "处置量", "无害化处理量"),
        Field("disposed_on", "处置日期", Type.DATE, aliases=("disposed_at", "清运日期")),
        Field("boats", "船只数", Type.INTEGER, aliases=("打捞船", "船只")),
        Field("people", "人数", Type.INTEGER, aliases=("打捞人员", "作业人数")),
    ),
    aliases=("打捞", "打捞记录"),
)
PATROL = Kind(
    name="patrol",
    term="巡查",
    fields=(
        Field("date", "日期", Type.DATE, aliases=("巡查日期", "patrolled_on")),
        Field("area", "巡查区域", aliases=("区域", "湖区", "zone")),
        number("route_km", "路线长度", "km", "route", "航程"),
        Field("points", "巡查点数", Type.INTEGER, aliases=("点数",)),
        Field("finding", "巡查发现", aliases=("发现", "情况", "findings")),
        Field("photo", "照片", aliases=("photos",)),
        Field("person", "巡查人", aliases=("巡查人员",)),
    ),
    aliases=("巡查记录", "巡湖"),
    unfold=unfold_patrol,
)
DUTY = Kind(
    name="duty",
    term="岸段责任",
    fields=(
        Field(
            "section",
            "岸段",
            aliases=("岸线", "责任段", "shore_section", "section_of_shore", "责任岸段", "湖段"),
        ),
        Field("unit", "责任单位", aliases=("responsible_unit",)),
        Field("person", "责任人", aliases=("responsible_person", "contact")),
        Field("phone", "联系电话", aliases=("电话",)),
    ),
    aliases=("责任分工", "岸段", "shore_duty"),
)
CAPTURE = Kind(
    name="capture",
    term="数据获取",
    fields=(
        STATION,
        Field("factor_name", "监测因子", aliases=("factor", "因子")),
        Field("start_on", "起始日期", Type.DATE, aliases=("start", "from", "period_start")),
        Field("end_on", "截止日期", Type.DATE, aliases=("end", "to", "period_end")),
        number("days", "天数", "天", "period_days"),
        Field(
            "valid_values",
            "有效值个数",
            Type.INTEGER,
            aliases=("valid", "valid_count", "有效值", "有效数据", "valid_4h_values"),
        ),
    ),
    aliases=("数据获取率", "capture_rate", "data_capture"),
    complete=complete_capture,
)
SEASON_DAY = Kind(
    name="season_day",
    term="湖泛巡查日报",
    fields=(
        Field("date", "日期", Type.DATE, aliases=("day",)),
        Field("area", "易发区", aliases=("区域", "湖泛易发区")),
        flag("is_patrolled", "已巡查", "patrolled", "patrol"),
        flag("is_reported", "已日报", "reported", "report", "daily_report"),
    ),
    aliases=("日报", "season", "daily_report", "巡查日报"),
)
PUBLICATION = Kind(
    name="publication",
    term="信息发布",
    fields=(
        Field(
            "subject", "信息类别", Type.CHOICE, aliases=("类别", "topic"), options=options.SUBJECTS
        ),
        Field(
            "publisher",
            "发布单位",
            Type.CHOICE,
            aliases=("发布部门", "published_by"),
            options=options.PUBLISHERS,
        ),
        Field("published_on", "发布日期", Type.DATE, aliases=("date", "日期")),
        Field("title", "标题"),
    ),
    aliases=("发布", "news", "release"),
)
