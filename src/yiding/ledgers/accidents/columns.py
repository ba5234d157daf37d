"""The sheets that bring entries in."""

from __future__ import annotations

from yiding.ledgers.sheet import Columns, Sheet

ACCIDENTS = Sheet(
    name="事故台账",
    kind="accident",
    heads={
        "事故编号": "id",
        "发生时间": "occurred_at",
        "地点": "location",
        "行政区划": "division",
        "单位": "unit",
        "行业": "industry",
        "事故类别": "type",
        "专项类别": "special_kind",
        "死亡": "deaths",
        "重伤": "severe_injuries",
        "轻伤": "light_injuries",
        "失联": "missing",
        "直接经济损失(万元)": "direct_loss",
        "等级": "grade",
        "事故原因": "cause",
        "调查单位": "investigator",
        "结案时间": "closed_on",
        "处理情况": "handling",
        "整改措施": "measures",
        "责任单位": "responsible_unit",
    },
)
REPORTS = Sheet(
    name="事故报告",
    kind="report",
    heads={
        "编号": "id",
        "事故编号": "accident",
        "环节": "step",
        "报告单位": "from_body",
        "接报单位": "to_body",
        "获知时间": "told_at",
        "报告时间": "reported_at",
        "报告内容": "content",
    },
)
SUPPLEMENTS = Sheet(
    name="补报和更正",
    kind="supplement",
    heads={
        "编号": "id",
        "事故编号": "accident",
        "变化日期": "at",
        "获知日期": "known_on",
        "补报性质": "nature",
        "死亡增减": "deaths_change",
        "重伤增减": "severe_change",
        "变化情况": "change",
    },
)
INVESTIGATIONS = Sheet(
    name="事故调查",
    kind="investigation",
    heads={
        "编号": "id",
        "事故编号": "accident",
        "调查单位": "investigator",
        "调查开始日期": "started_on",
        "技术鉴定天数": "appraisal_days",
        "延期天数": "extension_days",
        "延期批准": "extension_approved",
        "调查报告提交日期": "report_at",
        "报告收到日期": "report_received_on",
        "批复日期": "approved_at",
        "公布日期": "public_at",
        "挂牌通知收到日期": "notice_received_on",
        "挂牌办结日期": "listing_finished_on",
        "省安委办同意日期": "province_agreed_on",
    },
)
CAUSES = Sheet(
    name="事故原因",
    kind="cause",
    heads={
        "编号": "id",
        "事故编号": "accident",
        "原因类别": "kind",
        "原因描述": "text",
        "排查同类隐患数": "hazards_found",
        "销号同类隐患数": "hazards_closed",
    },
)
LIABILITIES = Sheet(
    name="责任追究",
    kind="liability",
    heads={
        "编号": "id",
        "事故编号": "accident",
        "责任人或单位": "who",
        "对象类别": "subject",
        "追责方式": "kind",
        "处理建议": "proposal",
        "罚款金额(万元)": "fine",
        "主要负责人上一年年收入(万元)": "chief_income",
        "落实期限": "due_on",
        "落实日期": "done_at",
        "文书": "document",
    },
)
MEASURES = Sheet(
    name="防范整改措施",
    kind="measure",
    heads={
        "编号": "id",
        "事故编号": "accident",
        "措施内容": "text",
        "单位": "unit",
        "完成期限": "due_on",
        "完成日期": "done_on",
        "佐证": "evidence",
    },
)
EVALUATIONS = Sheet(
    name="整改评估",
    kind="evaluation",
    heads={
        "编号": "id",
        "事故编号": "accident",
        "批复日期": "approved_at",
        "评估日期": "evaluated_on",
        "评估结果": "result",
        "评估公开日期": "evaluation_public_on",
    },
)
NEAR_MISSES = Sheet(
    name="较大涉险",
    kind="near_miss",
    heads={
        "编号": "id",
        "发生时间": "occurred_at",
        "地点": "location",
        "单位": "unit",
        "涉险人数": "at_risk",
        "被困人数": "trapped",
        "紧急疏散人数": "evacuated",
        "住院观察人数": "observed",
    },
)
YEARS = Sheet(
    name="年度基数",
    kind="year_figures",
    heads={
        "编号": "id",
        "年度": "year",
        "死亡人数": "deaths",
        "地区生产总值(亿元)": "gdp",
        "常住人口": "population",
        "平均职工人数": "staff",
        "总工时": "hours",
        "标准化达标企业数": "standard_enterprises",
    },
)
COLUMNS = Columns(
    sheets=(
        ACCIDENTS,
        REPORTS,
        SUPPLEMENTS,
        INVESTIGATIONS,
        CAUSES,
        LIABILITIES,
        MEASURES,
        EVALUATIONS,
        NEAR_MISSES,
        YEARS,
    )
)
