"""What an entry is: fields, types, units, Chinese column heads."""

from __future__ import annotations

from yiding.ledgers.inspections.choices import (
    ACCOUNTS,
    ACTS,
    CATEGORIES,
    HAZARD_TYPES,
    LEVELS,
    ROUND_KINDS,
    SOURCES,
    STAGES,
    SUBJECTS,
    SUPERVISION_LEVELS,
    TREATMENTS,
)
from yiding.ledgers.inspections.handling import (
    HANDLING,
    PLAN_RECORD,
    PUNISHMENTS,
    RECTIFY_FIELDS,
    VERIFY_FIELDS,
    with_names,
)
from yiding.ledgers.inspections.recurring import (
    DRILL_FIELDS,
    PERMIT_FIELDS,
    RISK_FIELDS,
    STANDARD_FIELDS,
    complete_permit,
)
from yiding.rules.entries import Field, Kind, Type

ENTERPRISE = Field(
    "enterprise",
    "企业",
    aliases=(
        "统一社会信用代码", "credit_code", "uscc", "unified_social_credit_code", "company",
        "企业名称", "生产经营单位", "单位", "unit", "enterprise_code", "企业编码", "holder",
        "持证单位", "enterprise_name",
    ),
)  # fmt: skip
OF = Field(
    "of",
    "所属问题或隐患",
    aliases=(
        "hazard", "hazard_id", "hazard_code", "finding", "finding_id", "隐患编号", "问题编号",
        "hazard_ref", "finding_no", "隐患", "问题",
    ),
)  # fmt: skip
ROUND = Field("round", "巡查批次", aliases=("批次", "轮次", "round_no", "inspection_round"))
FOUND = Field(
    "found_at",
    "发现时间",
    Type.MOMENT,
    aliases=(
        "found_on", "discovered_at", "found_date", "发现日期", "regist_time", "登记时间",
        "found", "排查时间", "检查时间", "反馈日期", "feedback_on",
    ),
)  # fmt: skip
DISTRICT = Field("district", "地区", aliases=("区县", "属地", "所属地区"))

INSPECTION_ROUND = Kind(
    name="inspection_round",
    term="巡查批次",
    aliases=("round", "巡查轮次", "轮次", "批次"),
    key_heads=("编号", "批次", "轮次"),
    fields=(
        Field("no", "批次号", aliases=("number", "round_no")),
        Field("level", "巡查级别", aliases=("级别",)),
        Field("group", "巡查组", aliases=("group_name", "组别")),
        Field("object", "被巡查单位", aliases=("被巡查对象", "target", "对象")),
        Field("kind", "方式", Type.CHOICE, aliases=("type",), options=ROUND_KINDS, is_open=True),
        Field("in_on", "进驻日期", Type.DATE, aliases=("date_in", "dates_in", "starts_on", "in",
            "入驻日期")),
        Field("out_on", "撤出日期", Type.DATE, aliases=("date_out", "dates_out", "ends_on",
            "out", "结束日期")),
        Field("members", "成员", Type.LIST),
        Field("feedback_on", "反馈日期", Type.DATE, aliases=("fed_back_on",)),
        Field("plan_filed_on", "整改方案报送日期", Type.DATE, aliases=("plan_on",)),
        Field("reported_on", "巡查报告日期", Type.DATE, aliases=("report_on",)),
        Field("units_checked", "检查单位数", Type.INTEGER, aliases=("units", "检查企业数",
            "单位数")),
        Field("problems", "发现问题数", Type.INTEGER, aliases=(
            "problems_found", "findings", "found", "隐患数", "问题数", "total", "whole",
        )),
        Field("rectified", "完成整改数", Type.INTEGER, aliases=(
            "problems_rectified", "closed", "整改数", "销号数", "已整改数", "part",
        )),
        Field("major_problems", "重大隐患数", Type.INTEGER, aliases=("major", "major_hazards")),
        Field("major_rectified", "重大隐患整改数", Type.INTEGER, aliases=("major_closed",)),
        Field("printed_share", "文中整改率", aliases=("printed", "整改率", "rate",
            "printed_rate")),
        Field("objects_planned", "应巡查对象数", Type.INTEGER, aliases=("应巡查数", "planned")),
        Field("objects_inspected", "已巡查对象数", Type.INTEGER, aliases=("已巡查数",
            "inspected")),
    ),
)  # fmt: skip

FINDING = Kind(
    name="finding",
    term="问题",
    aliases=("problem", "巡查问题", "反馈问题", "问题清单"),
    key_heads=("编号", "问题编号"),
    fields=(
        ROUND,
        Field(
            "no",
            "序号",
            aliases=("no_in_feedback", "no. in feedback", "number", "逐条序号", "问题序号"),
        ),
        Field("object", "被巡查单位", aliases=("被巡查对象", "被巡查地区", "inspected_unit")),
        Field(
            "category", "问题类别", Type.CHOICE, aliases=("类别",), options=CATEGORIES, is_open=True
        ),
        Field(
            "text", "问题描述", aliases=("描述", "description", "问题", "title", "标题", "content")
        ),
        Field("source", "问题来源", aliases=("来源",)),
        Field("location", "地点", aliases=("place", "位置")),
        Field("unit", "责任单位", aliases=("responsible_unit", "unit_responsible", "整改单位")),
        Field("joint_units", "配合单位", Type.LIST, aliases=("配合责任单位",)),
        Field("leader", "责任领导", aliases=("leader_in_charge", "分管领导")),
        Field("enterprise", "企业", aliases=("统一社会信用代码", "credit_code", "企业名称")),
        DISTRICT,
        FOUND,
        *HANDLING,
        Field("note", "备注", aliases=("remark", "remarks")),
    ),
)

HAZARD = Kind(
    name="hazard",
    term="隐患",
    aliases=("hidden_danger", "danger", "事故隐患", "隐患台账", "hidden danger", "hazard_record"),
    key_heads=("隐患编号", "编号", "序号", "hazardcode", "hazard_code"),
    fields=(
        Field("code", "隐患编码", aliases=("hazard_code", "hazard_no", "隐患编号")),
        Field("record_id", "记录标识", aliases=("id",)),
        Field("title", "标题", aliases=("danger_name", "name", "隐患名称")),
        Field("text", "描述", aliases=("description", "danger_desc", "隐患描述", "问题描述")),
        ENTERPRISE,
        Field("location", "位置", aliases=("place", "隐患位置", "地点", "部位")),
        Field("department_of_unit", "所属部门", aliases=("部门",)),
        DISTRICT,
        ROUND,
        Field("found_by", "发现人", aliases=("registrant", "登记人", "finder", "排查人")),
        FOUND,
        Field("source", "隐患来源", Type.CHOICE, aliases=("来源", "danger_src", "排查类型"),
            options=SOURCES, is_open=True),
        Field("type", "隐患类型", Type.CHOICE, aliases=(
            "hazard_danger_type", "hazard_type", "类型", "隐患类别",
        ), options=HAZARD_TYPES, is_open=True),
        Field("treat", "治理类型", Type.CHOICE, aliases=(
            "danger_manage_type", "treatment", "整改类型", "整改方式",
        ), options=TREATMENTS, is_open=True),
        Field("self_found", "自查发现", Type.FLAG, aliases=("is_self_found", "企业自查发现")),
        *HANDLING,
        Field("cause", "原因", aliases=("danger_reason", "隐患原因")),
        Field("hazard_category", "隐患分类", aliases=("hazardCategory",)),
        Field("risk_measure_id", "管控措施编号"),
        Field("check_record_id", "检查记录编号"),
        Field("management_classification", "管理分类"),
        Field("occurrence_link", "发生环节"),
        Field("deleted", "删除标志"),
        Field("create_by", "创建人"),
        Field("create_date", "创建时间"),
        Field("update_by", "更新人"),
        Field("update_date", "更新时间"),
        Field("note", "备注", aliases=("remark", "remarks")),
    ),
)  # fmt: skip

PLAN6 = Kind(
    name="plan6",
    term="重大隐患治理方案",
    aliases=("plan", "治理方案", "plan_6", "rectification_plan"),
    fields=(
        OF,
        ENTERPRISE,
        Field("level", "隐患等级", Type.CHOICE, aliases=("级别", "hazard_level"), options=LEVELS),
        Field("made_on", "制定日期", Type.DATE, aliases=("date", "日期")),
        *with_names(PLAN_RECORD, {"parts": ("plan", "治理方案", "内容")}),
    ),
)
RECTIFY_KIND = Kind(
    name="rectify",
    term="整改",
    aliases=("rectification", "整改记录"),
    fields=(OF, *RECTIFY_FIELDS),
)
VERIFY_KIND = Kind(
    name="verify",
    term="验收",
    aliases=("verification", "acceptance", "验收销号", "销号", "验收记录", "核验"),
    fields=(
        OF,
        Field("rectifier", "整改责任人", aliases=("rectified_by", "整改人", "liable_person")),
        *VERIFY_FIELDS,
    ),
)
SUPERVISE = Kind(
    name="supervise",
    term="挂牌督办",
    aliases=("supervision", "督办", "listing"),
    key_heads=("编号", "文号", "序号"),
    fields=(
        OF,
        ENTERPRISE,
        Field(
            "level",
            "督办级别",
            Type.CHOICE,
            aliases=("级别",),
            options=SUPERVISION_LEVELS,
            is_open=True,
        ),
        Field("notice_no", "督办通知书号", aliases=("notice", "文号", "notice_number")),
        Field("received_on", "收到日期", Type.DATE, aliases=("received_at", "received")),
        Field("due_on", "督办期限", Type.DATE, aliases=("due", "deadline", "期限", "完成期限")),
        Field("published_on", "公示日期", Type.DATE, aliases=("published_at", "published")),
        Field("lifted_on", "解除日期", Type.DATE, aliases=("lifted_at", "lifted", "摘牌日期")),
    ),
)
ENFORCEMENT = Kind(
    name="enforcement",
    term="执法",
    aliases=("行政执法", "行政处罚", "执法记录", "punishment", "penalty", "power_cut", "order",
        "daily_fine", "fine", "停电", "按日处罚"),
    key_heads=("编号", "文书号", "案号", "序号"),
    fields=(
        OF,
        ENTERPRISE,
        Field("type", "执法种类", Type.CHOICE, aliases=("种类", "kind", "处罚种类", "类型",
            "measure"), options=ACTS, is_open=True),
        Field("basis", "依据", aliases=("legal_basis", "处罚依据", "article", "条款")),
        Field("date", "日期", Type.DATE, aliases=("decided_on", "on", "处罚日期", "决定日期")),
        Field("amount", "罚款金额", Type.MONEY, "元", ("fine", "金额", "罚款")),
        Field("subject", "对象", Type.CHOICE, aliases=("处罚对象", "target", "against"),
            options=SUBJECTS, is_open=True),
        Field("stage", "阶段", Type.CHOICE, aliases=("情形",), options=STAGES, is_open=True),
        Field("person_amount", "个人罚款", Type.MONEY, "元", ("people_amount", "责任人员罚款",
            "people_fine")),
        Field("stop_ordered", "责令停产停业", Type.FLAG, aliases=("stopped",
            "suspension_ordered")),
        Field("ordered_on", "责令改正日期", Type.DATE, aliases=("order_date", "order_on",
            "责令日期")),
        Field("fined_on", "罚款决定日期", Type.DATE, aliases=("fine_date",)),
        Field("fined", "已罚款", Type.FLAG, aliases=("is_fined",)),
        Field("refused", "拒不改正", Type.FLAG, aliases=("order_refused", "拒不执行", "refusal")),
        Field("corrected_on", "改正日期", Type.DATE, aliases=("corrected_at",)),
        Field("noticed_at", "通知时间", Type.MOMENT, aliases=("notice_at", "notice_time",
            "notified_at", "notice_given_at")),
        Field("cut_at", "停供时间", Type.MOMENT, aliases=(
            "power_cut_at", "cut_time", "停电时间", "power_off_at", "停止供电时间", "executed_at",
        )),
        Field("notice_given", "提前通知时长", aliases=(
            "notice_hours", "notice", "提前小时数", "notice_period", "hours_before",
            "notice_before",
        )),
        Field("notice_minutes", "提前通知分钟", Type.INTEGER, aliases=("minutes_before",)),
        Field("urgent", "紧急情形", Type.FLAG, aliases=("emergency", "is_urgent", "紧急")),
        Field("real_danger", "现实危险", Type.FLAG, aliases=("danger", "有现实危险")),
        Field("approved_by_head", "主要负责人批准", aliases=("approved", "approved_by",
            "head_approved", "批准人")),
        Field("written", "书面通知", Type.FLAG, aliases=("in_writing", "written_notice", "书面")),
    ),
)  # fmt: skip
RESPONSIBILITY = Kind(
    name="responsibility",
    term="约谈问责",
    aliases=("accountability", "问责", "约谈"),
    fields=(
        OF,
        ROUND,
        Field("who", "对象", aliases=("person", "姓名", "人员", "单位")),
        Field(
            "form", "形式", Type.CHOICE, aliases=("方式", "type"), options=ACCOUNTS, is_open=True
        ),
        Field("date", "日期", Type.DATE, aliases=("on",)),
    ),
)
PERMIT = Kind("permit", "安全生产许可证", (ENTERPRISE, *with_names(PERMIT_FIELDS,
    {"permit_name": ("type", "类型", "name", "kind", "名称", "unit_type")})), ("许可证",
    "safety_permit", "licence", "license", "work_safety_permit"), ("许可证编号", "编号",
    "序号"), complete=complete_permit)  # fmt: skip
DRILL = Kind(
    "drill",
    "应急演练",
    (ENTERPRISE, *with_names(DRILL_FIELDS, {"unit_type": ("type", "类型", "kind", "unit_kind")})),
    ("演练", "emergency_drill"),
)
STANDARDISATION = Kind("standardisation", "安全生产标准化", (ENTERPRISE,
    *with_names(STANDARD_FIELDS, {"granted_on": ("date", "日期")})),
    ("标准化", "standardization", "standard"))  # fmt: skip
RISK_REPORT = Kind("risk_report", "安全风险报告", (ENTERPRISE, *RISK_FIELDS), ("风险报告",
    "risk", "安全风险"))  # fmt: skip
ENTERPRISE_KIND = Kind(
    name="enterprise",
    term="企业",
    aliases=("company", "unit", "单位", "生产经营单位"),
    key_heads=("统一社会信用代码", "编号", "序号"),
    fields=(
        Field("name", "企业名称", aliases=("title", "名称", "单位名称")),
        Field("code", "信用代码", aliases=("credit_code", "uscc", "unified_social_credit_code",
            "统一社会信用代码")),
        DISTRICT,
        Field("has_major_hazard", "存在重大隐患", Type.FLAG, aliases=("major_hazard", "重大隐患",
            "has_major_hazards", "major_hazards", "with_major_hazard")),
        PUNISHMENTS,
        *PERMIT_FIELDS,
        *DRILL_FIELDS,
        *STANDARD_FIELDS[:-2],
    ),
)  # fmt: skip

KINDS = (
    INSPECTION_ROUND,
    FINDING,
    HAZARD,
    RECTIFY_KIND,
    PLAN6,
    VERIFY_KIND,
    SUPERVISE,
    ENFORCEMENT,
    RESPONSIBILITY,
    ENTERPRISE_KIND,
    PERMIT,
    DRILL,
    STANDARDISATION,
    RISK_REPORT,
)
