"""What an entry is: fields, types, units, Chinese column heads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yiding.ledgers.fleet.completing import (
    complete_alert,
    complete_disposal,
    complete_event,
    complete_renewal,
    complete_trip,
    complete_vehicle,
)
from yiding.ledgers.fleet.event_choices import ALERTS
from yiding.ledgers.fleet.event_fields import ALERT_FIELDS, DISPOSAL_FIELDS, EVENT_FIELDS
from yiding.ledgers.fleet.fence_fields import FENCE_FIELDS
from yiding.ledgers.fleet.frame_fields import FRAME_FIELDS, complete_frame, kind_of_position
from yiding.ledgers.fleet.neighbours import (
    related_cost,
    related_quota,
    related_renewal,
    related_trip,
    related_vehicle,
)
from yiding.ledgers.fleet.nested import flat
from yiding.ledgers.fleet.unfolding import (
    EVENT_HEADS,
    alert_laid_out,
    cost_laid_out,
    disposal_laid_out,
    event_laid_out,
    movement_laid_out,
    quota_laid_out,
    vehicle_laid_out,
)
from yiding.ledgers.fleet.use_fields import (
    COST_FIELDS,
    DISPATCH_FIELDS,
    POSITION_FIELDS,
    TRIP_FIELDS,
)
from yiding.ledgers.fleet.vehicle_fields import (
    OLD_VEHICLE,
    UNIT,
    VEHICLE_FIELDS,
    VEHICLE_KIND,
)
from yiding.rules.entries import Field, Kind, Type
from yiding.rules.parsing import tidy

QUOTA = Kind(
    name="quota",
    term="编制",
    fields=(
        UNIT,
        VEHICLE_KIND,
        Field("number", "编制数", Type.INTEGER, "辆", aliases=(
            "quota", "核定编制", "count", "编制数量", "核定编制数", "approved_number", "limit",
            "quota_number", "编制车辆数", "approved",
        )),
        Field("in_use", "在用车辆数", Type.INTEGER, "辆", aliases=(
            "actual", "实有数", "实有车辆数", "vehicles_in_use", "held", "in_use_count", "在用数",
            "vehicle_count", "vehicles", "in_use_vehicles", "actual_count", "实有", "在编车辆数",
            "in_use_number", "number_in_use", "vehicles_held", "current",
        )),
        Field("real_count", "实际盘点数", Type.INTEGER, "辆", aliases=("real_vehicle_count",
            "盘点数",
            "real", "counted", "actual_vehicle_count")),
        Field("system_count", "系统登记数", Type.INTEGER, "辆", aliases=("system_vehicle_count",
            "平台登记数", "系统数", "in_system", "system")),
        Field("approval_doc", "核定文件", aliases=("approval", "批准文件", "文号", "批准文号")),
        Field("set_on", "核定日期", Type.DATE, aliases=("date", "日期", "批准日期", "approved_on")),
        Field("set_by", "核定部门", aliases=("fixed_by", "批准部门", "核定机关")),
        Field("note", "备注", aliases=("remark", "remarks")),
    ),
    unfold=quota_laid_out,
    related=related_quota,
    aliases=("车辆编制", "quotas", "编制核定", "vehicle_quota", "establishment"),
)  # fmt: skip
VEHICLE = Kind(
    name="vehicle",
    term="车辆",
    fields=VEHICLE_FIELDS,
    aliases=("公务用车", "车辆台账", "单车", "car", "vehicles", "purchase", "采购", "购置",
             "vehicle_purchase", "official_vehicle"),
    key_heads=("编号", "序号", "车辆编号"),
    complete=complete_vehicle,
    unfold=flat(VEHICLE_FIELDS, vehicle_laid_out),
    related=related_vehicle,
)  # fmt: skip
RENEWAL = Kind(
    name="renewal",
    term="更新申请",
    fields=OLD_VEHICLE,
    aliases=("更新", "车辆更新", "renewal_request", "renewal_application", "renewals",
             "vehicle_renewal", "申请更新"),
    complete=complete_renewal,
    related=related_renewal,
)  # fmt: skip
DISPATCH = Kind(
    name="dispatch",
    term="派车单",
    fields=DISPATCH_FIELDS,
    aliases=("派车", "用车申请", "dispatch_order", "dispatches", "order", "出车", "trip_order"),
    key_heads=("编号", "序号"),
    unfold=flat(DISPATCH_FIELDS),
)
COST = Kind(
    name="cost_line",
    term="费用",
    fields=COST_FIELDS,
    aliases=("cost", "运行费用", "费用明细", "cost_lines", "费用记录", "costs", "cost_item",
             "fuel_fill", "加油记录", "fuel_card", "fill"),
    unfold=flat(COST_FIELDS, cost_laid_out),
    related=related_cost,
)  # fmt: skip
POSITION = Kind(
    name="position",
    term="定位",
    fields=POSITION_FIELDS,
    aliases=("位置", "定位点", "positions", "gps", "location", "轨迹点"),
    complete=complete_trip,
    unfold=movement_laid_out,
    related=related_trip,
    recast=kind_of_position,
)
TRIP = Kind(
    name="trip",
    term="行程",
    fields=TRIP_FIELDS,
    aliases=("轨迹", "trips", "track", "行驶记录", "movement"),
    complete=complete_trip,
    unfold=movement_laid_out,
    related=related_trip,
)
ALERT = Kind(
    name="alert",
    term="预警",
    fields=ALERT_FIELDS,
    aliases=("报警", "告警", "alerts", "warning", "alarm"),
    complete=complete_alert,
    unfold=alert_laid_out,
)


ALERT_WORDS = {
    tidy(word)
    for one in ALERTS
    if one.name != "other"
    for word in (one.name, one.term, *one.aliases)
}
"""What tells which alert it is."""


def kind_of_event(given: Mapping[str, Any]) -> str | None:
    """An event that is an alert is written down as one."""
    named = (tidy(str(one)) for name, one in given.items() if tidy(name) in EVENT_HEADS)
    return "alert" if "alert_kind" in given or any(one in ALERT_WORDS for one in named) else None


FRAME = Kind(
    name="frame",
    term="终端报文",
    fields=FRAME_FIELDS,
    aliases=("报文", "frames", "jt808", "JT/T 808", "jt808_frame", "message"),
    complete=complete_frame,
)
FENCE = Kind(
    name="fence",
    term="电子围栏",
    fields=FENCE_FIELDS,
    aliases=("围栏", "fences", "geofence", "电子围栏表"),
)
EVENT = Kind(
    name="event",
    term="事件",
    fields=EVENT_FIELDS,
    aliases=("违章", "监督检查", "12345投诉", "投诉", "事故", "events", "violation", "inspection",
             "complaint", "accident", "检查"),
    complete=complete_event,
    unfold=event_laid_out,
    recast=kind_of_event,
)  # fmt: skip
DISPOSAL = Kind(
    name="disposal",
    term="处置",
    fields=DISPOSAL_FIELDS,
    aliases=("车辆处置", "disposals", "处置记录"),
    complete=complete_disposal,
    unfold=flat(DISPOSAL_FIELDS, disposal_laid_out),
)
ANNUAL = Kind(
    name="annual_return",
    term="年度统计",
    fields=(
        UNIT,
        Field("year", "年度", Type.INTEGER, aliases=("年份", "report_year", "statistics_year")),
        Field("reported_on", "统计报送日期", Type.DATE, aliases=(
            "statistics_on", "报送日期", "statistics_date", "filed_on", "报告日期", "date",
            "submitted_on", "统计日期", "submitted",
            "submitted_at", "filed", "statistics_reported_on", "reported",
        )),
        Field("vehicles", "车辆数", Type.INTEGER, "辆", aliases=("vehicle_count", "车辆总数",
            "平均在用车辆数", "average_vehicles")),
        Field("km", "总里程", Type.NUMBER, "km", aliases=("total_km", "行驶里程", "mileage",
            "年里程")),
        Field("running_cost", "运行费", Type.MONEY, "元", aliases=("cost", "运行费用", "总运行费",
            "running_cost_yuan", "运维费")),
        Field("baseline_km", "基期里程", Type.NUMBER, "km", aliases=("上年里程", "base_km",
            "previous_km")),
        Field("baseline_cost", "基期运行费", Type.MONEY, "元", aliases=("上年运行费", "base_cost",
            "previous_cost")),
        Field("real_count", "实际盘点数", Type.INTEGER, "辆", aliases=("real_vehicle_count",
            "盘点数", "actual_vehicle_count")),
        Field("system_count", "系统登记数", Type.INTEGER, "辆", aliases=("system_vehicle_count",
            "平台登记数")),
        Field("disclosed_on", "公示日期", Type.DATE, aliases=("公示时间", "published_on")),
        Field("note", "备注", aliases=("remark", "remarks")),
    ),
    aliases=("年报", "年度报告", "statistics", "annual_statistics", "yearly_statistics",
             "统计", "return", "annual_returns"),
)  # fmt: skip

KINDS = (
    VEHICLE,
    QUOTA,
    RENEWAL,
    DISPATCH,
    COST,
    TRIP,
    ALERT,
    POSITION,
    FRAME,
    FENCE,
    EVENT,
    DISPOSAL,
    ANNUAL,
)
