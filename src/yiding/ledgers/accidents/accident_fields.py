"""The fields of an accident: when and where, who was hurt, what was lost, what kind it was."""

from __future__ import annotations

from yiding.ledgers.accidents.choices import (
    EQUIPMENT,
    EQUIPMENT_EVENTS,
    GRADES,
    SPECIAL_KINDS,
    STANDARDS,
    SUPPLEMENT_KINDS,
)
from yiding.rules.entries import Field, Type

CODE = Field("code", "事故编码", aliases=("accident_code", "accident_no", "no", "number"))
OCCURRED = Field(
    "occurred_at",
    "发生时间",
    Type.MOMENT,
    aliases=(
        "occurred_on", "accident_at", "accident_on", "accident_date", "happened_at", "happened_on",
        "事故时间", "事故发生时间", "发生日期", "事故日期", "accident_day", "accident_time",
        "occurred", "time", "date", "事故发生日期", "accident_occurred_at", "accident_occurred_on",
    ),
)  # fmt: skip
CASUALTIES = (
    Field("deaths", "死亡", Type.INTEGER, "人", ("死亡人数", "deaths_count", "dead", "death",
        "death_toll", "d", "fatalities", "killed", "number_of_deaths", "total_deaths",
        "deaths_before", "original_deaths", "initial_deaths", "首报死亡")),
    Field("severe_injuries", "重伤", Type.INTEGER, "人", ("重伤人数", "severe", "serious_injuries",
        "severely_injured", "seriously_injured", "s", "severe_injury", "serious_injured",
        "severe_injured", "number_of_severe_injuries", "heavy_injuries", "severe_before",
        "original_severe", "initial_severe", "severe_injuries_before")),
    Field("light_injuries", "轻伤", Type.INTEGER, "人", ("轻伤人数", "light", "minor_injuries",
        "lightly_injured", "slight_injuries", "light_injury")),
    Field("missing", "失联", Type.INTEGER, "人", ("失踪", "下落不明", "失联人数", "失踪人数",
        "missing_people", "people_missing", "missing_persons", "下落不明人数")),
    Field("acute_poisonings", "急性工业中毒", Type.INTEGER, "人", ("acute_poisoning", "poisoned",
        "急性中毒", "急性工业中毒人数", "中毒人数", "poisoning", "acute_industrial_poisoning",
        "acutely_poisoned")),
    Field("direct_loss", "直接经济损失", Type.MONEY, "元", ("loss", "direct_economic_loss",
        "经济损失", "economic_loss", "l", "损失", "direct_losses", "初估损失", "losses",
        "direct_loss_amount")),
)  # fmt: skip
IS_CHANGED = Field("is_changed", "有补报", Type.FLAG)
"""Worked out: whether something changed since the first report."""
SPECIAL_KIND = Field("special_kind", "专项类别", Type.CHOICE, aliases=(
    "kind", "accident_kind", "category", "special", "事故种类", "类别", "事故分类", "kind_special",
    "accident_category", "special_category", "special_type", "特别类别",
), options=SPECIAL_KINDS, is_open=True)  # fmt: skip
GRADE = Field("grade", "等级", Type.CHOICE, aliases=(
    "事故等级", "accident_grade", "level", "事故级别", "级别", "accident_level", "severity",
    "registered_grade", "登记等级", "stated_grade",
), options=GRADES, is_open=True)  # fmt: skip
RESPONSIBLE = Field("is_responsibility_accident", "责任事故", Type.FLAG, aliases=(
    "responsibility_accident", "is_responsible", "是否责任事故", "unit_responsible",
    "responsible", "责任事故?", "liability_accident", "unit_liable", "is_liability_accident",
))  # fmt: skip
EQUIPMENT_FIELDS = (
    Field("equipment", "特种设备种类", Type.CHOICE, aliases=(
        "equipment_type", "special_equipment", "设备种类", "设备类型", "equipment_kind", "设备",
        "special_equipment_type", "special_equipment_kind",
    ), options=EQUIPMENT, is_open=True),
    Field("equipment_event", "特种设备事故情形", Type.CHOICE, aliases=(
        "event", "情形", "事故情形", "what_happened", "failure", "equipment_failure", "incident",
        "equipment_accident", "failure_mode", "event_type",
    ), options=EQUIPMENT_EVENTS, is_open=True),
    Field("boiler_mw", "锅炉功率", Type.NUMBER, None, ("锅炉功率(MW)", "boiler_power",
        "power", "capacity",
        "boiler_capacity", "机组功率", "功率", "boiler_power_mw", "power_mw", "capacity_mw",
        "boiler_capacity_mw", "unit_mw", "mw")),
    Field("stopped_hours", "锅炉中断运行", Type.NUMBER, "h", ("stop_hours", "停运小时",
        "boiler_stop_hours", "boiler_stopped_hours", "outage_hours", "shutdown_hours",
        "中断运行小时", "中断小时")),
    Field("people_moved", "转移人数", Type.INTEGER, "人", ("moved", "people_relocated",
        "relocated", "moved_people", "transferred", "people_transferred", "转移",
        "people_displaced", "转移人员", "evacuated_by_leak")),
    Field("people_held", "滞留人数", Type.INTEGER, "人", ("held", "people_stranded", "stranded",
        "滞留", "滞留人员", "stranded_people", "held_people", "people_detained", "困人数")),
    Field("held_hours", "滞留时间", Type.NUMBER, "h", ("stranded_hours", "hours_held", "滞留小时",
        "duration", "held_time", "hours_stranded", "duration_hours", "held_for",
        "stranded_duration", "滞留时长", "hold_hours", "holding", "held_duration", "困人时间",
        "困人时长", "trapped_hours", "hours_trapped", "trapped_for",
        "stuck", "stuck_hours", "hours")),
)  # fmt: skip
"""What the regulation on special equipment grades by, beside people and loss."""
SUPPLEMENT_FIELDS = (
    Field("at", "变化日期", Type.DATE, aliases=("changed_on", "change_at", "date", "on", "日期",
        "变化时间", "death_at", "died_on", "died_at", "happened_on", "死亡日期", "补报日期",
        "time", "supplemented_on", "changed", "supplement_at")),
    Field("known_on", "获知日期", Type.DATE, aliases=("known_at", "supplement_reported_on",
        "reported_at", "报告日期", "recorded_on", "learned_on", "补报时间")),
    Field("nature", "补报性质", Type.CHOICE, aliases=("kind", "类型", "type", "性质"),
        options=SUPPLEMENT_KINDS, is_open=True),
    Field("deaths_change", "死亡增减", Type.INTEGER, "人", ("deaths_delta", "added_deaths",
        "more_deaths", "new_deaths", "additional_deaths", "delta_deaths", "死亡增加",
        "deaths_added", "change_deaths", "further_deaths", "extra_deaths", "新增死亡",
        "deaths_increase", "died")),
    Field("severe_change", "重伤增减", Type.INTEGER, "人", ("severe_delta", "added_severe",
        "severe_injuries_change", "severe_injuries_delta", "delta_severe", "重伤增加",
        "serious_injuries_change", "change_severe", "additional_severe", "新增重伤",
        "severe_added", "new_severe_injuries", "new_severe")),
    Field("loss_change", "损失增减", Type.MONEY, "元", ("loss_delta", "delta_loss", "added_loss",
        "direct_loss_change", "direct_loss_delta")),
    Field("deaths_after", "变化后死亡", Type.INTEGER, "人", ("deaths_now", "deaths_to",
        "total_deaths_after", "更新后死亡", "updated_deaths", "deaths_total", "现死亡人数")),
    Field("severe_after", "变化后重伤", Type.INTEGER, "人", ("severe_now", "severe_to",
        "更新后重伤", "updated_severe", "severe_total", "severe_injuries_after",
        "updated_severe_injuries", "现重伤人数")),
    Field("loss_after", "变化后损失", Type.MONEY, "元", ("loss_now", "direct_loss_after",
        "更新后损失", "updated_loss", "updated_direct_loss")),
    Field("change", "变化", aliases=("变化情况", "text", "description", "content", "补报内容",
        "变化内容", "changes")),
)  # fmt: skip
"""A change is given as more or fewer, or as the number that then holds."""
SUPPLEMENTS = Field("supplements", "补报", Type.RECORDS, aliases=(
    "supplement", "补报记录", "casualty_changes", "supplementary_reports", "changes",
    "supplementary", "later_deaths", "伤亡变化", "corrections", "supplemental_reports",
    "supplement_reports",
), fields=SUPPLEMENT_FIELDS)  # fmt: skip
TYPE_FIELDS = (
    Field("type", "事故类别", aliases=("type_code", "accident_type", "事故类型", "类型",
        "事故类别代码", "类别代码", "type_name", "accident_type_code")),
    Field("type_standard", "类别标准", Type.CHOICE, aliases=("standard", "standard_version",
        "type_standard_version", "分类标准", "type_version", "version", "标准版本"),
        options=STANDARDS, is_open=True),
)  # fmt: skip
ACCIDENT = Field("accident", "事故", aliases=(
    "accident_id", "accident_code", "accident_ref", "事故编号", "of", "所属事故", "accident_no",
    "事故编码",
))  # fmt: skip
FACTS = (OCCURRED, *CASUALTIES, SPECIAL_KIND, GRADE, RESPONSIBLE, *TYPE_FIELDS)
"""What belongs to an accident and is asked wherever somebody speaks of one."""
FACTS_BUT_TYPE = tuple(one for one in FACTS if one not in TYPE_FIELDS)
"""The same where a type is something else: that of a change, or of a punishment."""
