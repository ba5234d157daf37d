"""What strikes, warnings, disasters, lessons and the year's statistics say of themselves."""

from __future__ import annotations

from yiding.ledgers.lightning.choices import (
    COLOURS,
    DISASTER_GRADES,
    FORMS,
    ISSUERS,
    LEVELS,
    METHODS,
    POLARITIES,
    STRIKE_KINDS,
)
from yiding.rules.entries import Field, Type

LON = Field("lon", "经度", Type.NUMBER, aliases=("longitude", "lng", "东经", "x"))
LAT = Field("lat", "纬度", Type.NUMBER, aliases=("latitude", "北纬", "y"))
STRIKE_FIELDS = (
    Field("day", "日期", Type.DATE, aliases=("date", "观测日期")),
    Field("occurred_at", "时间", Type.MOMENT, aliases=("time", "datetime", "date_time",
        "发生时间", "闪电时间", "time_ms", "strike_time", "观测时间", "time (ms)", "定位时间",
        "date time", "date time (ms)", "time(ms)", "timestamp")),
    Field("milliseconds", "毫秒", aliases=("ms", "millisecond")),
    LON,
    LAT,
    Field("strike_kind", "闪电类型", Type.CHOICE, options=STRIKE_KINDS, is_open=True, aliases=(
        "kind", "type", "类型", "闪电类别", "CG/IC", "cg_ic", "kind CG/IC", "云地闪")),
    Field("polarity", "极性", Type.CHOICE, options=POLARITIES, is_open=True),
    Field("current", "电流强度", Type.NUMBER, "kA", ("电流", "强度", "current_ka", "雷电流",
        "peak_current", "intensity", "雷电流幅值", "峰值电流", "电流值")),
    Field("steepness", "陡度", Type.NUMBER, "kA/μs", ("电流陡度", "slope", "波头陡度",
        "gradient")),
    Field("height", "高度", Type.NUMBER, "m", ("height_m", "云闪高度", "altitude", "放电高度")),
    Field("stations", "定位站数", Type.INTEGER, aliases=("station_count", "站数",
        "number_of_stations", "探测站数")),
    Field("method", "定位方式", Type.CHOICE, options=METHODS, is_open=True, aliases=("定位方法",
        "location_method", "算法")),
    Field("error", "误差", Type.NUMBER, "km", ("定位误差", "error_km", "location_error")),
    Field("network", "探测网", aliases=("网络", "定位网", "detection_network")),
    Field("province", "省", aliases=("省份",)),
    Field("city", "市", aliases=("地市", "城市")),
    Field("county", "县", aliases=("区县", "district", "县区")),
)  # fmt: skip
WARNING_FIELDS = (
    Field("colour", "预警颜色", Type.CHOICE, options=COLOURS, aliases=("color", "颜色", "级别",
        "信号", "warning_colour", "预警级别", "预警信号", "level")),
    Field("area", "预警区域", aliases=("areas", "区域", "area_codes", "地区", "发布区域")),
    Field("window_h", "预计时段", Type.NUMBER, "h", ("window", "window_hours", "within_h",
        "within_hours", "hours", "小时数", "预计时长", "within", "时段", "time_window",
        "expected_within_h", "预警时效", "time_window_h", "time_window_hours")),
    Field("already_affected", "已受影响", Type.FLAG, aliases=("is_affected", "already",
        "已经受雷电影响", "is_already_affected")),
    Field("issued_at", "发布时间", Type.MOMENT, aliases=("issued", "issue_time", "issued_on",
        "发布", "issue_at")),
    Field("valid_to", "有效至", Type.MOMENT, aliases=("valid_until", "有效时间", "expires_at",
        "有效期至")),
    Field("lifted_at", "解除时间", Type.MOMENT, aliases=("lifted", "解除", "cancelled_at")),
    Field("issuer", "发布单位", aliases=("issued_by", "发布机构", "发布者")),
    Field("issuer_kind", "发布单位性质", Type.CHOICE, options=ISSUERS, is_open=True,
        aliases=("issuer_type",)),
    Field("issuer_is_cma_station", "是气象台站发布", Type.FLAG, aliases=("is_cma_station",
        "is_cma", "cma_station", "issuer_is_cma", "by_cma_station", "issuer_cma",
        "is_issuer_cma_station")),
    Field("basis", "发布依据", aliases=("依据", "reason")),
)  # fmt: skip
DISASTER_FIELDS = (
    Field("occurred_at", "发生时间", Type.MOMENT, aliases=("time", "date", "occurred_on",
        "时间", "日期", "happened_at")),
    Field("place_name", "地点", aliases=("place", "location", "发生地点", "地址")),
    LON,
    LAT,
    Field("deaths", "死亡人数", Type.INTEGER, aliases=("死亡", "killed", "dead")),
    Field("injured", "受伤人数", Type.INTEGER, aliases=("受伤", "injuries", "hurt")),
    Field("direct_loss", "直接经济损失", Type.MONEY, "元", ("loss", "损失", "直接损失",
        "direct_economic_loss", "economic_loss")),
    Field("industry", "行业", aliases=("sector",)),
    Field("scene", "场景", aliases=("场所", "环境")),
    Field("cause", "成因", aliases=("原因", "灾害成因")),
    Field("grade", "灾害等级", Type.CHOICE, options=DISASTER_GRADES, aliases=("等级", "级别",
        "disaster_grade", "level")),
    Field("team_formed_on", "调查组成立日期", Type.DATE, aliases=("team_formed",
        "team_formation", "formed_on", "成立日期", "team_formation_date", "team_formed_date",
        "team_formation_on", "调查组成立")),
    Field("reported_on", "报告日期", Type.DATE, aliases=("report_date", "report_on", "reported",
        "提交报告日期", "report_submitted_on", "调查报告日期", "report")),
    Field("appraisal_days", "技术鉴定工作日数", Type.INTEGER, aliases=("appraisal", "鉴定天数",
        "technical_appraisal_days", "appraisal_working_days")),
    Field("team_size", "调查组人数", Type.INTEGER, aliases=("team", "team_count", "调查人数",
        "team_members", "members", "size", "调查组成员")),
    Field("on_site_count", "现场人数", Type.INTEGER, aliases=("on_site", "on_site_members",
        "现场调查人数", "onsite", "onsite_members", "现场调查人员", "on_site_size", "on-site")),
    Field("investigated_by", "调查机关级别", Type.CHOICE, options=LEVELS, is_open=True, aliases=(
        "handled_by", "investigator", "调查级别", "handling_level", "investigated_by_level",
        "调查单位")),
)  # fmt: skip
EDUCATION_FIELDS = (
    Field("held_on", "日期", Type.DATE, aliases=("date", "on", "活动日期", "举办日期")),
    Field("form", "形式", Type.CHOICE, options=FORMS, is_open=True, aliases=("方式", "type",
        "活动形式")),
    Field("audience", "对象", aliases=("受众", "target", "参加对象")),
    Field("people", "参加人数", Type.INTEGER, aliases=("人数", "attendance", "participants",
        "受众人数")),
    Field("topic", "主题", aliases=("name", "名称", "内容", "title")),
)  # fmt: skip
YEAR_FIELDS = (
    Field("region", "地区", aliases=("区域", "名称", "district", "name")),
    Field("year", "年度", Type.INTEGER, aliases=("年份", "report_year")),
    Field("area_km2", "区域面积", Type.NUMBER, "km²", ("area", "面积", "国土面积",
        "行政区域面积")),
    Field("watched_area_km2", "监测面积", Type.NUMBER, "km²", ("watched_area",
        "闪电监测面积")),
    Field("population", "常住人口", Type.NUMBER, "人", ("人口", "人口数", "population_total")),
    Field("thunder_days", "雷暴日数", Type.NUMBER, "天", ("雷暴日", "td", "thunderstorm_days")),
    Field("spending", "财政防雷支出", Type.MONEY, "元", ("expenditure", "防雷支出", "财政支出",
        "经费")),
    Field("in_safety_assessment", "纳入安全生产考核", Type.FLAG, aliases=(
        "included_in_assessment", "纳入考核", "in_assessment", "safety_assessment")),
    Field("assessment_score", "考核分值", Type.NUMBER, aliases=("score", "分值", "考核得分")),
    Field("permits_avoided", "并入施工图审查的项目数", Type.INTEGER, aliases=(
        "projects_moved_to_housing", "避免重复许可", "moved_projects", "移交住建项目数")),
)  # fmt: skip
