"""What is written down about alerts, events and disposals."""

from __future__ import annotations

from yiding.ledgers.fleet.event_choices import (
    ALERT_STATES,
    ALERTS,
    BREACHES,
    EVENTS,
    OUTCOMES,
    STOP_PLACES,
    WAYS,
)
from yiding.ledgers.fleet.use_fields import (
    DISPATCH,
    DISTANCE,
    HAS_ORDER,
    LAT,
    LON,
    RADIUS,
    TERMINAL,
)
from yiding.ledgers.fleet.vehicle_fields import CONDUCT, UNIT, VEHICLE
from yiding.rules.entries import Field, Type

CHECKING = (
    Field("state", "状态", Type.CHOICE, options=ALERT_STATES, is_open=True,
          aliases=("status", "预警状态", "处理状态", "alert_state")),
    Field("outcome", "核查结论", Type.CHOICE, options=OUTCOMES, is_open=True, aliases=(
        "result", "结论", "核查结果", "finding", "is_true", "verified", "check_result",
        "substantiated", "是否属实", "conclusion",
    )),
    Field("checked_by", "核查人", aliases=("checker", "verified_by", "person", "核实人")),
    Field("checked_at", "核查时间", Type.MOMENT, aliases=("checked_on", "核查日期",
        "verified_at")),
    Field("explanation", "核查说明", aliases=("说明", "comment", "reason", "原因", "解释")),
    Field("handling", "处置情况", aliases=("处置", "处理情况", "处理结果", "action",
        "disposition")),
    Field("handled_on", "处置日期", Type.DATE, aliases=("处理日期", "closed_on", "关闭日期")),
)  # fmt: skip
"""核查: what a person found an alert or a complaint to be."""

ALERT_FIELDS = (
    VEHICLE,
    UNIT,
    TERMINAL,
    Field("alert_kind", "预警类型", Type.CHOICE, options=ALERTS, is_open=True, aliases=(
        "kind", "type", "类型", "预警种类", "alert_type", "报警类型", "event_kind", "event_type",
        "alert", "预警", "事件类型", "事件类别",
    )),
    Field("raised_at", "发生时间", Type.MOMENT, aliases=("at", "time", "时间", "预警时间",
        "raised_on", "date", "日期", "starts_at", "occurred_at", "start")),
    Field("ends_at", "结束时间", Type.MOMENT, aliases=("end", "until", "ended_at")),
    LAT,
    LON,
    DISTANCE,
    RADIUS,
    HAS_ORDER,
    Field("place_kind", "地点类别", Type.CHOICE, options=STOP_PLACES, is_open=True,
          aliases=("stop_kind", "place_type")),
    Field("place", "地点", aliases=("location", "address", "位置")),
    Field("minutes", "持续分钟", Type.NUMBER, "min", aliases=("duration", "duration_min")),
    Field("trip", "行程", aliases=("trip_id", "行程编号")),
    DISPATCH,
    Field("detail", "详情", aliases=("text", "描述", "内容", "message")),
    *CHECKING,
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip
EVENT_FIELDS = (
    Field("event_kind", "事件类型", Type.CHOICE, options=EVENTS, is_open=True, aliases=(
        "kind", "type", "类型", "事件种类", "事件类别", "event_type",
    )),
    VEHICLE,
    UNIT,
    Field("happened_on", "发生日期", Type.DATE, aliases=("date", "日期", "on", "时间", "time", "at",
        "happened_at", "发生时间", "occurred_on", "received_on")),
    Field("breach", "违规情形", Type.CHOICE, options=BREACHES, is_open=True, aliases=(
        "violation", "violation_item", "违规行为", "item", "violation_type", "情形", "违规类型",
        "违规事项", "finding_item", "nine_item", "breach_item", "violation_kind", "finding_type",
    )),
    Field("text", "内容", aliases=("描述", "content", "description", "投诉内容", "检查内容",
        "details", "detail")),
    Field("amount", "金额", Type.MONEY, "元", aliases=("罚款", "fine", "损失", "费用")),
    Field("points", "记分", Type.INTEGER, aliases=("扣分",)),
    Field("driver", "驾驶员", aliases=("司机",)),
    *CHECKING,
    *CONDUCT,
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip
DISPOSAL_FIELDS = (
    VEHICLE,
    UNIT,
    Field("way", "处置方式", Type.CHOICE, options=WAYS, is_open=True, aliases=(
        "mode", "方式", "method", "处置类型", "kind", "type", "disposal_mode",
    )),
    Field("disposed_on", "处置日期", Type.DATE, aliases=("date", "日期", "on", "处置时间",
        "disposal_date")),
    Field("approval", "批准文件", aliases=("approval_doc", "审批文件", "批准文号")),
    Field("proceeds", "处置收入", Type.MONEY, "元", aliases=("收入", "proceeds_yuan", "处置收益",
        "成交价", "revenue", "income", "amount")),
    Field("is_remitted", "是否上缴非税收入", Type.FLAG, aliases=(
        "remitted", "上缴", "proceeds_remitted", "是否上缴", "上缴非税", "to_non_tax_revenue",
        "paid_to_treasury", "non_tax_revenue", "proceeds_to_non_tax_revenue", "上缴国库",
        "is_paid_to_treasury", "remitted_to_treasury", "remitted_as_non_tax_revenue",
        "proceeds_to_treasury", "is_non_tax_revenue",
    )),
    Field("remitted_amount", "上缴金额", Type.MONEY, "元", aliases=("上缴收入",
        "amount_remitted", "remitted_yuan")),
    Field("remitted_on", "上缴日期", Type.DATE, aliases=("上缴时间", "paid_on")),
    *(one for one in CONDUCT if one.name == "is_disposed_wrongly"),
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip
