"""The fields that findings and hazards share: what is done about them, and what proves it."""

from __future__ import annotations

from dataclasses import replace

from yiding.ledgers.inspections.choices import (
    ACTS,
    CLOSED,
    EASE,
    LEVELS,
    RESULTS,
    STATES,
    STOPS,
    TRADES,
)
from yiding.rules.entries import Field, Type

RECTIFYING = (
    Field("measure", "整改措施", aliases=("measures", "control_measures", "整改描述",
        "整改情况描述")),
    Field(
        "rectifier",
        "整改责任人",
        aliases=(
            "responsible_person", "rectify_person", "rectified_by", "liable_person", "责任人",
            "整改人", "整改负责人", "responsible", "rectifying_person", "fixed_by",
            "rectifier_name",
        ),
    ),
    Field("funds", "整改资金", Type.MONEY, "元", ("cost", "资金", "投入资金", "amount",
        "整改投入")),
    Field(
        "due_on",
        "整改时限",
        Type.DATE,
        aliases=(
            "due", "deadline", "due_date", "整改期限", "期限", "限期", "整改截止日期", "截止日期",
            "danger_manage_deadline", "rectify_deadline", "rectification_deadline", "完成时限",
            "date_due", "要求完成时间",
        ),
    ),
    Field("extended_to", "延期至", Type.DATE, aliases=("extension_to", "extended_until",
        "延期期限")),
    Field("extension_approved", "延期已批准", aliases=("extension_approved_by", "延期批准",
        "延期审批")),
    Field("interim_control", "管控措施", aliases=("interim_controls", "临时管控措施", "临时措施")),
    Field("emergency_plan", "应急预案", aliases=("contingency_plan", "预案")),
    Field("evidence_before", "整改前佐证", Type.LIST, aliases=("photo_before", "整改前照片")),
    Field(
        "evidence",
        "佐证材料",
        Type.LIST,
        aliases=(
            "evidence_after", "photo", "photos", "photo_after", "佐证", "证据", "照片",
            "整改后照片",
            "整改后佐证", "附件", "attachments", "attachments1", "整改照片", "proof", "evidences",
        ),
    ),
    Field(
        "finished_at",
        "完成时间",
        Type.MOMENT,
        aliases=(
            "finished_on", "finished", "completed_at", "completed_on", "rectified_at",
            "rectified_on", "fixed_at", "fixed_on", "完成日期", "整改完成时间", "整改完成日期",
            "实际完成时间", "removed_at", "done_at",
        ),
    ),
    Field("progress", "整改情况", aliases=("rectified", "is_rectified", "整改进展", "整改状态")),
)  # fmt: skip
"""整改: `progress` is what the unit itself says of it."""

VERIFYING = (
    Field(
        "verifier",
        "验收人",
        aliases=(
            "verified_by", "verify_person", "复查人", "核验人", "check_accept_person", "checker",
            "checked_by", "accept_person", "accepted_by", "验收人员", "销号人", "verifying_person",
        ),
    ),
    Field("verifying_unit", "验收单位", aliases=("verify_unit", "复查单位", "核验单位")),
    Field(
        "verified_at",
        "验收时间",
        Type.MOMENT,
        aliases=(
            "verified_on", "verify_date", "复查日期", "验收日期", "核验时间", "check_accept_time",
            "checked_at", "checked_on", "accepted_at", "accepted_on", "accept_time", "复查时间",
            "verification_date",
        ),
    ),
    Field(
        "result",
        "验收结果",
        Type.CHOICE,
        aliases=(
            "verify_result", "verification_result", "复查结果", "核验结果", "verified", "passed",
            "check_result", "accept_result", "验收结论", "check_passed", "is_passed", "accepted",
        ),
        options=RESULTS,
    ),
    Field("opinion", "验收意见", aliases=("check_accept_comment", "复查意见", "核验意见")),
    Field("state", "状态", Type.CHOICE, aliases=("status", "danger_state"), options=STATES,
        is_open=True),
    Field("closed", "是否销号", Type.CHOICE, aliases=("is_closed", "已销号", "销号", "闭环"),
        options=CLOSED),
    Field("closed_on", "销号日期", Type.DATE, aliases=("closed_at", "销号时间")),
    Field("recheck_on", "回头看日期", Type.DATE, aliases=("look_back_on", "re-check", "recheck",
        "recheck_date",
        "回头看")),
    Field("relapsed", "回头看复发", Type.FLAG, aliases=("recurred", "复发", "反弹")),
)  # fmt: skip
"""验收、销号、回头看."""

PLAN_PARTS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "target_and_task": (
        "目标和任务",
        ("治理的目标和任务", "目标任务", "target_task", "targets_and_tasks", "goal"),
        ("target", "task"),
    ),
    "method_and_measure": (
        "方法和措施",
        ("采取的方法和措施", "方法措施", "method_measure", "methods_and_measures"),
        ("method", "plan_measure"),
    ),
    "money_and_material": (
        "经费和物资",
        ("经费和物资的落实", "经费物资", "money_material", "funds_and_materials"),
        ("money", "material"),
    ),
    "body_and_people": (
        "机构和人员",
        ("负责治理的机构和人员", "机构人员", "body_people", "bodies_and_people", "organization"),
        ("body", "people"),
    ),
    "time_limit_and_demand": (
        "时限和要求",
        (
            "治理的时限和要求",
            "时限要求",
            "time_and_demand",
            "time_limit_demand",
            "time_and_requirement",
        ),
        ("time_limit", "demand"),
    ),
    "safety_and_emergency": (
        "安全措施和应急预案",
        (
            "safety_measures_and_emergency_plan",
            "安全措施及应急预案",
            "safety_measure_and_emergency_plan",
        ),
        ("safety_measures", "emergency_plan"),
    ),
}
"""The six parts 六个部分: the part's name, its head, other heads, and its two halves."""

HALVES = {
    "target": ("目标", ("治理目标", "goals", "targets", "目标任务内容")),
    "task": ("任务", ("治理任务", "tasks")),
    "method": ("方法", ("治理方法", "methods")),
    "plan_measure": ("治理措施", ("plan_measures",)),
    "money": ("经费", ("治理经费", "plan_money", "budget", "经费落实")),
    "material": ("物资", ("materials", "治理物资", "supplies")),
    "body": ("机构", ("治理机构", "responsible_body", "organisation", "institution")),
    "people": ("人员", ("治理人员", "personnel", "persons")),
    "time_limit": ("时限", ("治理时限", "time")),
    "demand": ("要求", ("治理要求", "demands", "requirement", "requirements")),
    "safety_measures": ("安全措施", ("safety_measure",)),
}

PLAN = (
    Field(
        "parts",
        "方案内容",
        Type.LIST,
        aliases=("plan_parts", "六部分", "方案部分", "parts_present", "present"),
    ),
    *(Field(name, term, aliases=aliases) for name, (term, aliases, _) in PLAN_PARTS.items()),
    *(Field(name, term, aliases=aliases) for name, (term, aliases) in HALVES.items()),
    Field("settled", "五落实", Type.LIST, aliases=("five_settled", "五到位", "five_fulfilments")),
)
"""治理方案: every part as a text or yes/no, or all of them as a list of names."""

PLAN_RECORD = (*PLAN, Field("emergency_plan", "应急预案", aliases=("预案", "contingency_plan")))

GRADING = (
    Field("level", "隐患等级", Type.CHOICE, aliases=(
        "级别", "等级", "隐患级别", "danger_level", "hazard_level", "grade", "severity",
    ), options=LEVELS),
    Field("trade", "行业", Type.CHOICE, aliases=(
        "industry", "sector", "行业领域", "standard_trade", "判定标准行业",
    ), options=TRADES, is_open=True),
    Field("standard_clause", "判定条款", aliases=(
        "clause", "standard", "major_clause", "criteria_clause", "standard_clause_major",
        "重大隐患判定条款", "判定标准条款", "criterion", "判定依据",
    )),
    Field("harm", "危害程度", Type.CHOICE, aliases=("危害",), options=EASE, is_open=True),
    Field("difficulty", "整改难度", Type.CHOICE, aliases=(
        "rectify_difficulty", "难度", "rectification_difficulty",
        "harm_and_difficulty", "危害和整改难度",
    ), options=EASE, is_open=True),
    Field("removable_at_once", "能立即排除", Type.FLAG, aliases=(
        "immediate", "can_be_removed_at_once", "at_once", "能否立即整改", "可立即整改排除",
        "immediately_removable", "removed_at_once",
    )),
    Field("needs_stop", "需停产", Type.CHOICE, aliases=(
        "needs_shutdown", "stop_required", "是否停产", "需停产停业", "needs_suspension",
        "stop", "requires_stop", "stoppage",
    ), options=STOPS, is_open=True),
    Field("needs_time", "需一定时间治理", Type.FLAG, aliases=("takes_time", "需要时间",
        "time_needed", "requires_time")),
    Field("outside_cause", "外因致自身难以排除", Type.FLAG, aliases=(
        "external_cause", "outside_factor", "外部因素", "external_factor", "beyond_own_power",
    )),
    Field("lowered_reason", "降级理由", aliases=(
        "downgrade_reason", "level_reason", "调整理由", "reason",
    )),
    Field("second_person", "降级复核人", aliases=(
        "confirmed_by", "downgrade_second_person", "复核人", "second_reviewer",
    )),
)  # fmt: skip
"""分级: the facts of article 3, the trade's clause, and who lowered a grade and why."""

MAJOR = (
    Field("safety_ensured", "能保证安全", Type.FLAG, aliases=(
        "can_ensure_safety", "safe", "safety_can_be_ensured", "治理期间能保证安全", "is_safe",
    )),
    Field("people_withdrawn", "已撤人", aliases=("withdrawn", "撤出人员", "evacuated",
        "people_evacuated", "撤出作业人员")),
    Field("stopped", "已停产停用", aliases=("production_stopped", "停产停业", "suspended",
        "stopped_production", "已停产", "停止使用")),
    Field("review_asked_on", "申请恢复日期", Type.DATE, aliases=(
        "resume_requested_on", "review_requested_on", "resumption_requested_on", "申请审查日期",
        "resume_asked_on", "resumption_asked_on", "requested_on", "resume_requested_at",
        "resumption_requested_at", "review_requested_at", "requested_at",
    )),
    Field("reviewed", "审查同意", aliases=(
        "review_agreed", "review_approved", "reviewed_and_agreed", "resumption_approved",
        "review_passed", "审查", "审查结果", "approved_to_resume",
    )),
    Field("reviewed_on", "审查日期", Type.DATE, aliases=("review_date", "审查同意日期",
        "review_agreed_on", "review_approved_on")),
    Field("resumed", "已恢复生产", aliases=("production_resumed", "恢复生产", "is_resumed")),
    Field("resumed_on", "恢复生产日期", Type.DATE, aliases=("resumed_at",)),
    Field("resume_asked", "申请恢复", aliases=(
        "resume_requested", "resumption_asked", "asks_to_resume", "申请恢复生产",
    )),
    Field("self_declared", "单位自称完成", aliases=(
        "declared_done", "self_declared_done", "unit_declares_done", "declared", "自行宣布完成",
    )),
    Field("reported_to_department", "报告主管部门", aliases=(
        "reported_to_supervising_department", "report_department", "向主管部门报告",
        "reported_to_authority", "department_report",
    )),
    Field("reported_to_workers", "报告职工大会", aliases=(
        "reported_to_workers_congress", "workers_congress", "reported_to_congress",
        "向职代会报告", "职工代表大会", "报告职工代表大会",
    )),
    Field("in_system", "录入信息系统", aliases=(
        "recorded_in_system", "in_information_system", "纳入信息系统", "system_recorded",
        "entered_in_system",
    )),
    Field("supervised", "挂牌督办", aliases=("is_supervised", "督办", "listed",
        "under_supervision")),
    Field("has_plan", "有治理方案", aliases=("plan_made", "治理方案已制定")),
    Field("plan", "治理方案", Type.RECORDS, aliases=("plan6", "rectification_plan"),
        fields=PLAN_RECORD),
    Field("order_refused", "拒不执行", Type.FLAG, aliases=("refused", "拒不整改",
        "refuses_order")),
    Field("not_removed", "未采取措施消除", Type.FLAG, aliases=("hazard_not_removed",
        "no_measures_taken", "未消除")),
    Field("supervising_department", "监管部门", Type.LIST, aliases=(
        "supervising_departments", "主管部门", "department", "departments", "行业主管部门",
        "supervisor", "supervising_body",
    )),
    Field("is_new_business", "新兴行业职责不明", Type.FLAG, aliases=("new_business", "新业态",
        "unclear_new_business")),
)  # fmt: skip
"""重大隐患: withdrawing, reviewing, reporting, planning; and who supervises."""

PUNISHMENT = (
    Field("date", "处罚日期", Type.DATE, aliases=("日期", "on", "punished_on", "decided_on")),
    Field("type", "处罚种类", Type.CHOICE, aliases=("种类", "kind", "类型"), options=ACTS,
        is_open=True),
    Field("basis", "处罚依据", aliases=("依据",)),
    Field("amount", "罚款金额", Type.MONEY, "元", ("金额", "fine")),
    Field("under_this_law", "依据本法", Type.FLAG, aliases=("under_law", "under_work_safety_law",
        "依据安全生产法")),
    Field("with_major_hazard", "存在重大隐患", Type.FLAG, aliases=("major_hazard",
        "has_major_hazard")),
    Field("revoked", "已撤销", Type.FLAG, aliases=("cancelled", "withdrawn")),
)  # fmt: skip
PUNISHMENTS = Field(
    "punishments",
    "行政处罚",
    Type.RECORDS,
    aliases=(
        "punishment_dates", "penalties", "处罚", "处罚记录", "处罚日期", "punishments_dates",
        "punished_on", "penalty_dates", "administrative_punishments",
    ),
    fields=PUNISHMENT,
)  # fmt: skip
"""处罚: as days alone, or as records."""


def with_names(fields: tuple[Field, ...], further: dict[str, tuple[str, ...]]) -> tuple[Field, ...]:
    """The fields, some with further names that are plain only in a record of their own."""
    return tuple(replace(one, aliases=(*one.aliases, *further.get(one.name, ()))) for one in fields)


RECTIFY_FIELDS = with_names(
    RECTIFYING,
    {
        "rectifier": ("person", "人员", "who", "responsible"),
        "funds": ("money", "金额"),
        "due_on": ("time_limit", "时限"),
        "finished_at": ("date", "日期"),
    },
)
VERIFY_FIELDS = with_names(
    (*VERIFYING, *(one for one in RECTIFYING if one.name == "evidence")),
    {
        "verifier": ("person", "人员", "who", "by"),
        "verifying_unit": ("unit", "单位"),
        "verified_at": ("date", "日期", "at", "on", "时间"),
        "result": ("结果", "conclusion"),
        "opinion": ("comment", "意见"),
    },
)
RECTIFY = Field("rectify", "整改", Type.RECORDS, aliases=("rectification",), fields=RECTIFY_FIELDS)
VERIFY = Field(
    "verify", "验收", Type.RECORDS, aliases=("acceptance", "verification"), fields=VERIFY_FIELDS
)
REVIEW = Field(
    "review",
    "审查记录",
    Type.RECORDS,
    fields=(
        Field("reviewed", "审查同意", aliases=("agreed", "approved", "result", "结果", "结论")),
        Field("reviewed_on", "审查日期", Type.DATE, aliases=("date", "on", "日期", "agreed_on")),
        Field("reviewed_by", "审查部门", aliases=("by", "person", "department", "unit")),
    ),
)
EXTENSION = Field(
    "extension",
    "延期",
    Type.RECORDS,
    fields=(
        Field("extended_to", "延期至", Type.DATE, aliases=("to", "until", "date", "due")),
        Field("extension_approved", "批准", aliases=("approved", "approved_by", "approval")),
        Field("interim_control", "管控措施", aliases=("control", "interim_controls", "controls")),
    ),
)
HANDLING = (
    REVIEW,
    EXTENSION,
    *GRADING,
    *RECTIFYING,
    *VERIFYING,
    *MAJOR,
    *PLAN,
    PUNISHMENTS,
    RECTIFY,
    VERIFY,
)
