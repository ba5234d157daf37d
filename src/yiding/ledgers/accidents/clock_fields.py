"""The fields of reports and of the inquiry: who was told when, until when each step runs."""

from __future__ import annotations

from yiding.ledgers.accidents.choices import LEVELS, STEPS
from yiding.rules.entries import Field, Type

REPORT_FIELDS = (
    Field("step", "环节", Type.CHOICE, aliases=("stage", "步骤", "报告环节", "report_step",
        "level"), options=STEPS, is_open=True),
    Field("from_body", "报告单位", aliases=("from", "sender", "报告人", "reported_by", "by",
        "from_level", "reporter", "上报单位", "from_unit")),
    Field("to_body", "接报单位", aliases=("to", "receiver", "recipient", "reported_to",
        "to_level", "接收单位", "报至", "to_unit")),
    Field("told_at", "获知时间", Type.MOMENT, aliases=(
        "received_at", "接报时间", "received", "told", "t0", "head_told_at", "unit_head_told_at",
        "unit_told_at", "learned_at", "learnt_at", "informed_at", "接到报告时间", "知悉时间",
        "单位负责人接报时间", "unit_head_informed_at", "head_informed_at", "got_at", "a",
        "notified_at", "接到时间", "负责人获知时间", "chief_told_at", "told_head_at",
    )),
    Field("reported_at", "报告时间", Type.MOMENT, aliases=(
        "at", "sent_at", "上报时间", "sent", "t1", "forwarded_at", "report_at", "unit_reported_at",
        "reported", "报出时间", "单位上报时间", "unit_report_at", "head_reported_at", "b",
        "passed_on_at", "report_time", "time", "发出时间", "报告日期", "first_reported_at",
    )),
    Field("minutes", "报告用时", Type.NUMBER, "min", ("elapsed", "elapsed_minutes",
        "minutes_taken", "用时", "delay_minutes", "report_minutes", "minutes_elapsed")),
    Field("content", "报告内容", Type.LIST, aliases=("items", "报告事项", "content_items",
        "六项内容", "six_items", "contents", "report_content")),
    Field("government_told", "同时报本级政府", Type.FLAG, aliases=(
        "same_level_government_told", "told_government", "报本级政府", "government_informed",
        "same_level_government_informed", "local_government_told", "同级政府",
    )),
    Field("government_told_at", "报本级政府时间", Type.MOMENT, aliases=(
        "same_level_government_told_at", "government_informed_at", "government_at",
        "local_government_told_at",
    )),
    Field("is_late", "迟报", Type.FLAG, aliases=("late", "late?", "是否迟报", "late_report")),
)  # fmt: skip
STATISTICS = (
    Field("department_knew_at", "部门掌握时间", Type.MOMENT, aliases=(
        "department_told_at", "statistics_known_at", "department_received_at", "行业部门接报时间",
        "known_by_department_at", "department_learned_at",
    )),
    Field("safety_told_at", "通报应急管理部门时间", Type.MOMENT, aliases=(
        "safety_department_told_at", "told_safety_department_at", "statistics_told_at",
        "statistics_sent_at", "通报时间", "safety_department_informed_at",
        "safety_informed_at",
    )),
)  # fmt: skip
REPORTS = Field("reports", "逐级报告", Type.RECORDS, aliases=("report", "report_chain", "报告",
    "报告记录", "report_steps", "chain", "steps"), fields=REPORT_FIELDS)  # fmt: skip
PAUSES = Field(
    "pauses",
    "技术鉴定",
    Type.RECORDS,
    aliases=("appraisal_pauses", "appraisals", "鉴定暂停", "appraisal", "technical_appraisals"),
    fields=(
        Field("days", "天数", Type.INTEGER, "天", ("duration", "length")),
        Field("from_on", "起", Type.DATE, aliases=("from", "start", "starts_on", "begin",
            "started_on", "开始", "begins_on")),
        Field("to_on", "止", Type.DATE, aliases=("to", "end", "ends_on", "until", "结束",
            "ended_on")),
    ),
)  # fmt: skip
INQUIRY = (
    Field("started_on", "调查开始日期", Type.DATE, aliases=("start", "started_at", "begun_on",
        "成立调查组日期", "investigation_start", "start_at")),
    Field("appraisal_days", "技术鉴定天数", Type.INTEGER, "天", (
        "appraisal_pause_days", "paused_days", "technical_appraisal_days", "鉴定天数", "pause_days",
        "appraisal_time", "鉴定时间", "技术鉴定时间", "appraisal_pause", "technical_appraisal",
    )),
    PAUSES,
    Field("extended", "延期", Type.FLAG, aliases=("is_extended", "extension", "延长",
        "full_extension", "has_extension")),
    Field("extension_days", "延期天数", Type.INTEGER, "天", ("extended_by", "extended_days",
        "延长天数", "extension_length", "days_extended", "extended_by_days")),
    Field("extended_to", "延期至", Type.DATE, aliases=("extended_until", "extension_to",
        "延长至")),
    Field("extension_approved", "延期批准", Type.FLAG, aliases=("extension_granted",
        "approved_extension", "extension_is_approved", "延期已批准", "with_approval")),
    Field("report_due", "报告期限", Type.DATE, aliases=("report_due_on", "调查报告期限")),
    Field("report_at", "调查报告提交日期", Type.DATE, aliases=(
        "report_submitted_on", "report_submitted_at", "submitted_at", "submitted_on", "report_on",
        "investigation_report_at", "investigation_report_on", "提交日期", "report_date",
        "submitted", "报告提交日期", "report_submitted", "investigation_report_submitted_at",
        "调查报告日期", "investigation_report_submitted_on",
    )),
    Field("report_received_on", "报告收到日期", Type.DATE, aliases=(
        "report_received_at", "received_at", "received_on", "report_received", "收到报告日期",
        "收到日期", "received",
    )),
    Field("approval_due", "批复期限", Type.DATE, aliases=("approval_due_on",)),
    Field("approval_extended", "批复延长", Type.FLAG, aliases=("is_approval_extended",
        "approval_extension")),
    Field("approval_extension_days", "批复延长天数", Type.INTEGER, "天", (
        "approval_extended_by", "approval_extended_days")),
    Field("approved_at", "批复日期", Type.DATE, aliases=("approved_on", "approval_at",
        "approval_on", "approval_date", "approved", "批复时间", "approval")),
    Field("public_at", "公布日期", Type.DATE, aliases=("public_on", "published_at",
        "published_on", "公布时间", "公开日期", "publicised_on")),
    Field("investigator", "调查单位", aliases=("investigated_by", "调查主体", "调查级别",
        "investigation_level", "led_by", "investigating_government", "组织调查单位",
        "investigating_level", "investigating_body", "investigator_level")),
    Field("is_entrusted", "委托事故单位调查", Type.FLAG, aliases=("given_to_unit", "entrusted",
        "delegated_to_unit", "委托调查")),
)  # fmt: skip
LISTING = (
    Field("notice_no", "挂牌通知书号", aliases=("notice_number", "挂牌文号", "listing_notice",
        "notice")),
    Field("notice_received_on", "挂牌通知收到日期", Type.DATE, aliases=(
        "notice_received_at", "notice_received", "listing_notice_received_on",
        "listed_notice_at", "listed_notice_on", "listed_notice_received_at",
        "listed_notice_received_on", "listing_notice_at",
        "listing_notice_received_at", "listing_received_on", "挂牌日期", "收到挂牌通知日期",
        "listed_on", "supervision_notice_received_on", "listed_at", "listing_notice_on",
        "收到通知日期", "notice_on", "notice_at", "listing_received_at", "notice_received_date",
    )),
    Field("listing_finished_on", "挂牌办结日期", Type.DATE, aliases=(
        "finished_on", "finished_at", "listing_finished_at", "办结日期", "listing_completed_on",
        "completed_on", "city_finished_on", "completed_at", "listing_done_on", "done_at",
        "listing_closed_on", "city_finished_at", "concluded_on",
    )),
    Field("province_agreed_on", "省安委办同意日期", Type.DATE, aliases=(
        "provincial_consent_on", "province_agreed_at", "agreed_on", "省级同意日期",
        "province_consent_on", "agreed_at", "provincial_agreement_on", "consent_on",
        "province_agreed", "provincial_office_agreed_on", "provincial_office_agreed_at",
    )),
    Field("great_social_effect", "社会影响较大", Type.FLAG, aliases=("social_effect",
        "great_effect", "社会影响大", "big_social_effect", "social_impact",
        "great_social_impact")),
    Field("leaders_ordered", "领导批示督办", Type.FLAG, aliases=("leader_orders", "leaders_orders",
        "leaders_order", "领导批示", "ordered_by_leaders", "leader_order")),
    Field("is_listed", "挂牌督办", Type.FLAG, aliases=("listed", "挂牌", "supervised")),
)  # fmt: skip
"""挂牌督办 of a 较大 accident by the province."""
EVALUATION_FIELDS = (
    Field("evaluated_on", "评估日期", Type.DATE, aliases=("evaluated_at", "evaluation_on",
        "evaluation_at", "评估时间", "evaluated", "evaluation_date", "整改评估日期", "evaluation",
        "evaluation_done_at", "evaluation_completed_on")),
    Field("evaluation_public_on", "评估公开日期", Type.DATE, aliases=("evaluation_public_at",
        "evaluation_published_on", "evaluation_published_at", "评估结果公开日期",
        "result_public_on", "evaluation_made_public_on")),
)  # fmt: skip
LEVEL = Field("level", "级别", Type.CHOICE, aliases=("team_level", "调查组级别", "government"),
    options=LEVELS, is_open=True)  # fmt: skip
