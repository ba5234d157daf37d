"""What an entry is: fields, types, units, Chinese column heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from yiding.ledgers.accidents.accident_fields import (
    ACCIDENT,
    CASUALTIES,
    CODE,
    EQUIPMENT_FIELDS,
    FACTS,
    FACTS_BUT_TYPE,
    IS_CHANGED,
    SUPPLEMENT_FIELDS,
    SUPPLEMENTS,
)
from yiding.ledgers.accidents.choices import CAUSE_KINDS, RESULTS, STATES
from yiding.ledgers.accidents.clock_fields import (
    EVALUATION_FIELDS,
    INQUIRY,
    LEVEL,
    LISTING,
    REPORT_FIELDS,
    REPORTS,
    STATISTICS,
)
from yiding.ledgers.accidents.counting import facts_beside, mark_changed
from yiding.ledgers.accidents.liability_fields import FINES, LIABILITY_FIELDS
from yiding.ledgers.accidents.unfolding import (
    complete_accident,
    complete_liability,
    complete_report,
    unfold_accident,
    unfold_event,
    unfold_report,
    unfold_supplement,
)
from yiding.rules.entries import Field, Kind, Type

UNIT = Field("unit", "单位", aliases=("事故单位", "enterprise", "company", "事故发生单位", "企业",
    "unit_name", "企业名称", "responsible_enterprise"))  # fmt: skip
GRADE_HISTORY = Field(
    "grade_history",
    "等级变化",
    Type.RECORDS,
    aliases=("grades", "调级记录", "等级历史"),
    fields=(
        Field("at", "日期", Type.DATE, aliases=("on", "date", "时间")),
        Field("grade", "等级", aliases=("to", "level")),
        Field("reason", "原因", aliases=("why", "理由")),
    ),
)

_COUNTED = {one.name: one.term for one in CASUALTIES}


def odd_figures(values: Mapping[str, Any]) -> Iterator[str]:
    """Fewer people than none, or a loss below nothing."""
    for name, term in _COUNTED.items():
        if values.get(name) is not None and values[name] < 0:
            yield f"“{term}”是负数，请核对后改写。"


ACCIDENT_KIND = Kind(
    name="accident",
    term="事故",
    aliases=("安全生产事故", "生产安全事故", "work_accident", "事故台账"),
    key_heads=("事故编号", "编号", "序号", "code", "accident_code"),
    unfold=unfold_event,
    complete=complete_accident,
    related=mark_changed,
    odd=odd_figures,
    fields=(
        replace(CODE, aliases=(*CODE.aliases, "事故编号")),
        Field("title", "名称", aliases=("name", "事故名称", "标题")),
        Field("location", "地点", aliases=("place", "事故地点", "地址", "address", "发生地点")),
        Field("division", "行政区划", aliases=("区划", "district", "地区", "area", "所在区",
            "administrative_division", "行政区", "division_code", "所属区县", "区县")),
        Field("longitude", "经度", Type.NUMBER, None, ("lon", "lng", "x")),
        Field("latitude", "纬度", Type.NUMBER, None, ("lat", "y")),
        UNIT,
        Field("credit_code", "统一社会信用代码", aliases=("uscc", "unified_social_credit_code",
            "信用代码")),
        Field("industry", "行业", aliases=("trade", "行业领域", "sector", "industry_code", "gb4754",
            "行业代码", "行业类别")),
        *FACTS,
        IS_CHANGED,
        *EQUIPMENT_FIELDS,
        GRADE_HISTORY,
        SUPPLEMENTS,
        Field("state", "状态", Type.CHOICE, aliases=("status", "环节"), options=STATES,
            is_open=True),
        *INQUIRY,
        *LISTING,
        *EVALUATION_FIELDS,
        Field("closed_on", "结案时间", Type.DATE, aliases=("closed_at", "结案日期",
            "case_closed_on", "concluded_at")),
        REPORTS,
        *REPORT_FIELDS[3:6],
        *REPORT_FIELDS[7:9],
        *STATISTICS,
        Field("reported_to", "已报至", aliases=("reported_up_to", "highest_level_reported",
            "上报至", "reported_to_level", "已上报至", "highest_level")),
        *FINES,
        Field("cause", "事故原因", aliases=("原因", "causes", "reason")),
        Field("handling", "处理情况", aliases=("处理", "liability", "责任追究情况", "treatment")),
        Field("measures", "整改措施", aliases=("防范整改措施", "measure", "防范措施", "整改")),
        Field("responsible_unit", "责任单位", Type.LIST, aliases=("整改单位", "责任单位名单",
            "responsible_units", "unit_responsible_for_measures")),
        Field("process", "简要经过", aliases=("经过", "course", "事故经过", "summary")),
        Field("measures_taken", "已采取措施", aliases=("taken", "已采取的措施")),
        Field("published", "可公开", Type.FLAG, aliases=("may_be_public",)),
    ),
)  # fmt: skip
REPORT_KIND = Kind(
    name="report",
    term="事故报告",
    aliases=("报告", "快报", "事故快报", "accident_report"),
    unfold=unfold_report,
    complete=complete_report,
    related=facts_beside,
    fields=(ACCIDENT, *REPORT_FIELDS, *STATISTICS, *FACTS),
)
SUPPLEMENT_KIND = Kind(
    name="supplement",
    term="补报",
    aliases=("supplementary_report", "续报", "伤亡变化", "casualty_change", "更正", "correction"),
    unfold=unfold_supplement,
    complete=complete_accident,
    related=facts_beside,
    fields=(ACCIDENT, *SUPPLEMENT_FIELDS, *FACTS_BUT_TYPE),
)
TEAM_KIND = Kind(
    name="team",
    term="事故调查组",
    aliases=("调查组", "investigation_team"),
    related=facts_beside,
    fields=(
        ACCIDENT,
        LEVEL,
        Field("head", "组长", aliases=("leader", "team_head")),
        Field("members", "成员", Type.LIST, aliases=("成员单位", "member")),
        Field("expert", "专家", Type.LIST, aliases=("experts", "专家组")),
        Field("formed_on", "成立日期", Type.DATE, aliases=("formed_at", "日期")),
        Field("is_entrusted", "委托事故单位调查", Type.FLAG, aliases=("entrusted", "委托调查")),
        *FACTS,
    ),
)
INQUIRY_ALONE = tuple(
    replace(one, aliases=(*one.aliases, "报告日期")) if one.name == "report_at" else one
    for one in INQUIRY
)
"""Where nothing else is reported, the day of the report is that of the inquiry's."""
INVESTIGATION_KIND = Kind(
    name="investigation",
    term="事故调查",
    aliases=("调查", "inquiry", "accident_investigation", "批复", "approval", "挂牌督办",
        "listing", "supervision"),
    unfold=unfold_accident,
    complete=complete_accident,
    related=facts_beside,
    fields=(ACCIDENT, *INQUIRY_ALONE, *LISTING, *EVALUATION_FIELDS, *FACTS),
)  # fmt: skip
CAUSE_KIND = Kind(
    name="cause",
    term="事故原因",
    aliases=("原因", "accident_cause"),
    fields=(
        ACCIDENT,
        Field("kind", "原因类别", Type.CHOICE, aliases=("type", "类别"), options=CAUSE_KINDS,
            is_open=True),
        Field("text", "原因描述", aliases=("description", "描述", "内容", "事故原因", "cause")),
        Field("direct", "直接原因", aliases=("direct_cause",)),
        Field("indirect", "间接原因", aliases=("indirect_cause",)),
        Field("management", "管理原因", aliases=("management_cause",)),
        Field("hazards_found", "排查同类隐患数", Type.INTEGER, "条", ("hazards", "隐患数",
            "同类隐患数", "related_hazards")),
        Field("hazards_closed", "销号同类隐患数", Type.INTEGER, "条", ("closed_hazards", "销号数",
            "已销号隐患数")),
    ),
)  # fmt: skip
LIABILITY_KIND = Kind(
    name="liability",
    term="责任追究",
    aliases=("追责", "处理", "责任", "punishment", "penalty", "fine", "accountability", "处罚"),
    unfold=unfold_accident,
    complete=complete_liability,
    related=facts_beside,
    fields=(ACCIDENT, *LIABILITY_FIELDS, *FACTS_BUT_TYPE),
)
MEASURE_KIND = Kind(
    name="measure",
    term="防范整改措施",
    aliases=("整改措施", "措施", "rectification", "整改"),
    fields=(
        ACCIDENT,
        Field("text", "措施内容", aliases=("description", "内容", "措施", "content", "整改措施",
            "防范整改措施", "防范措施", "measure")),
        replace(UNIT, aliases=(*UNIT.aliases, "责任单位", "整改单位", "responsible_unit")),
        Field("due_on", "完成期限", Type.DATE, aliases=("due", "期限", "deadline", "整改期限",
            "due_at")),
        Field("done_on", "完成日期", Type.DATE, aliases=("done_at", "finished_on", "落实日期",
            "completed_on", "完成时间", "done")),
        Field("evidence", "佐证", aliases=("佐证材料", "proof", "evidences", "证据")),
    ),
)  # fmt: skip
EVALUATION_KIND = Kind(
    name="evaluation",
    term="整改评估",
    aliases=("评估", "measures_evaluation", "整改措施评估"),
    related=facts_beside,
    fields=(
        ACCIDENT,
        Field("approved_at", "批复日期", Type.DATE, aliases=("approved_on", "approval_on",
            "approval_date", "approval_at", "approval", "批复时间", "approved")),
        Field("due_on", "评估期限", Type.DATE, aliases=("due", "evaluation_due")),
        Field("evaluated_on", "评估日期", Type.DATE, aliases=(
            *EVALUATION_FIELDS[0].aliases, "done_at", "done_on", "completed_on", "date", "at")),
        Field("result", "评估结果", Type.CHOICE, aliases=("结果", "结论", "conclusion"),
            options=RESULTS, is_open=True),
        Field("evaluation_public_on", "评估公开日期", Type.DATE, aliases=(
            "public_at", "public_on", "published_on", "published_at", "公开日期",
            "evaluation_public_at", "public", "公布日期")),
        *FACTS,
    ),
)  # fmt: skip
NEAR_MISS_KIND = Kind(
    name="near_miss",
    term="较大涉险事故",
    aliases=("较大涉险", "涉险", "near-miss", "serious_near_miss", "涉险事故"),
    unfold=unfold_accident,
    fields=(
        CODE,
        Field("occurred_at", "发生时间", Type.MOMENT, aliases=("occurred_on", "date", "time",
            "发生日期", "happened_at")),
        Field("location", "地点", aliases=("place", "发生地点")),
        UNIT,
        Field("at_risk", "涉险人数", Type.INTEGER, "人", ("people_at_risk", "涉险", "endangered",
            "at_risk_people", "people_endangered")),
        Field("trapped", "被困人数", Type.INTEGER, "人", ("people_trapped", "被困",
            "trapped_people", "trapped_or_missing", "被困或下落不明")),
        Field("missing", "下落不明人数", Type.INTEGER, "人", ("下落不明", "people_missing",
            "missing_people", "失联", "失踪")),
        Field("evacuated", "紧急疏散人数", Type.INTEGER, "人", ("people_evacuated", "疏散人数",
            "疏散", "urgent_evacuation", "evacuation", "evacuated_people")),
        Field("observed", "住院观察人数", Type.INTEGER, "人", ("in_observation",
            "hospital_observation", "住院观察", "hospitalised", "hospitalized",
            "observed_in_hospital", "hospitalised_for_observation", "hospital_observed")),
        Field("serious_pollution", "严重污染", Type.FLAG, aliases=("pollution",
            "environment_polluted", "造成环境严重污染", "serious_pollution_of_crowded_place",
            "pollutes_water_source", "water_source_polluted", "严重环境污染")),
        Field("important_place_endangered", "危及重要场所", Type.FLAG, aliases=(
            "danger_to_important_places", "important_place", "重要场所",
            "danger_to_important_place", "important_places_endangered", "危及重要场所和设施安全")),
        Field("other_serious", "其他较大涉险", Type.FLAG, aliases=("other", "其他")),
    ),
)  # fmt: skip
YEAR_FIGURES_KIND = Kind(
    name="year_figures",
    term="年度基数",
    aliases=("statistics", "年度统计", "统计基数", "base_figures", "rates", "年度数据",
        "indicator", "indicators"),
    fields=(
        Field("year", "年度", Type.INTEGER, None, ("年份",)),
        Field("deaths", "死亡人数", Type.INTEGER, "人", ("死亡", "dead", "fatalities", "death")),
        Field("injured", "受伤人数", Type.INTEGER, "人", ("受伤", "injuries")),
        Field("gdp", "地区生产总值", Type.MONEY, "亿元", ("gdp_亿元", "生产总值",
            "gdp_100m", "gdp_yi", "gdp_100m_yuan", "gdp_yi_yuan")),
        Field("population", "常住人口", Type.NUMBER, "人", ("人口", "people_living",
            "residents")),
        Field("workers", "工矿商贸从业人员", Type.NUMBER, "人", ("从业人员", "employees",
            "工矿商贸从业人数")),
        Field("worker_deaths", "工矿商贸死亡人数", Type.INTEGER, "人", ("工矿商贸死亡",)),
        Field("staff", "平均职工人数", Type.NUMBER, "人", ("mean_staff", "平均人数",
            "average_staff", "职工人数", "people", "persons", "headcount", "人数")),
        Field("days", "工作天数", Type.NUMBER, "天", ("working_days", "days_worked")),
        Field("hours_per_day", "每日工时", Type.NUMBER, "h", ("hours_a_day", "daily_hours")),
        Field("hours", "总工时", Type.NUMBER, "h", ("工时", "total_hours", "hours_worked",
            "working_hours", "man_hours")),
        Field("standard_enterprises", "标准化达标企业数", Type.INTEGER, "家", (
            "standardised_enterprises", "达标企业数")),
    ),
)  # fmt: skip

KINDS = (
    ACCIDENT_KIND,
    REPORT_KIND,
    SUPPLEMENT_KIND,
    TEAM_KIND,
    INVESTIGATION_KIND,
    CAUSE_KIND,
    LIABILITY_KIND,
    MEASURE_KIND,
    EVALUATION_KIND,
    NEAR_MISS_KIND,
    YEAR_FIGURES_KIND,
)
