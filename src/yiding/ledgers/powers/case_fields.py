"""The fields of a case 办件, of a renewal 延续, of pushes 推送 and consultations 会商."""

from __future__ import annotations

from dataclasses import replace

from yiding.ledgers.powers.choices import (
    CASE_STATES,
    DIRECTIONS,
    HANDLINGS,
    PAUSES,
    PUSH_PROFILES,
    RATINGS,
    RESULTS,
)
from yiding.ledgers.powers.item_fields import (
    ANTICIPATE_DAY,
    CODE_PROFILE,
    ITEM_KIND,
    PROMISE_DAY,
    TASK_CODE,
    TASK_TYPE,
)
from yiding.ledgers.powers.transfer_fields import CUTOVER, DECISION_NAME, FROM_DEPT, MODE, TO_BUREAU
from yiding.rules.entries import Field, Type

CASE_ITEM = Field("item", "事项编号", aliases=("item_id", "item_code", "task", "事项",
    "catalog_code", "item_ref", "基本编码", "事项名称", "task_name"))  # fmt: skip
DECIDED = Field("decided_at", "决定时间", Type.MOMENT, aliases=("decided_on", "decision_at",
    "decision_date", "决定日期", "decided", "办结时间", "办结日期", "decision_time",
    "decision", "finished_at", "completed_at", "审批决定时间", "decision_on"))  # fmt: skip
PUSH_PROFILE = Field("push_profile", "推送口径", Type.CHOICE, aliases=("profile", "口径",
    "push_rule", "推送时限口径"), options=PUSH_PROFILES, is_open=True)  # fmt: skip
PAUSE = (
    Field("kind", "暂停种类", Type.CHOICE, aliases=("type", "种类", "reason", "特别程序", "原因",
        "pause_kind", "pause_type", "what"), options=PAUSES, is_open=True),
    Field("from_on", "开始日期", Type.DATE, aliases=("from", "start", "starts_on", "自", "开始",
        "from_date", "start_date", "begin", "paused_on", "started_on")),
    Field("to_on", "结束日期", Type.DATE, aliases=("to", "end", "ends_on", "至", "结束", "to_date",
        "end_date", "until", "resumed_on", "ended_on")),
    Field("told", "书面告知", aliases=("told_in_writing", "notified", "written_notice",
        "已书面告知", "informed_in_writing", "in_writing", "notified_in_writing", "told_on",
        "is_told_in_writing", "written", "informed", "notice_in_writing")),
)  # fmt: skip
RECEIVING = (
    Field("received_at", "收件时间", Type.MOMENT, aliases=("received_on", "receipt_at", "收件日期",
        "receipt_on", "received", "receipt", "receipt_date", "收到材料时间", "申请时间",
        "applied_at", "submitted_at", "applied_on", "申请日期")),
    Field("is_complete", "材料齐全", Type.FLAG, aliases=("complete", "documents_complete",
        "materials_complete", "documents_ok", "documents_right", "齐全", "材料是否齐全",
        "is_documents_complete", "documents_correct", "documents_in_order")),
    Field("is_incomplete", "材料不齐", Type.FLAG, aliases=("incomplete", "documents_wrong",
        "documents_incomplete", "materials_incomplete", "不齐全", "wrong_documents",
        "is_documents_wrong", "documents wrong", "needs_correction", "材料不全")),
    Field("notice_at", "补正告知时间", Type.MOMENT, aliases=("notice_on", "correction_notice_at",
        "told_at", "notified_at", "补正告知日期", "correction_notified_at", "notice",
        "correction_told_at", "notice_date", "correction_notice_on", "correction_notice",
        "noticed_at", "noticed_on", "told_on", "一次性告知时间", "补正通知时间",
        "correction_noticed_at", "notice_given_at", "correction_asked_at", "supplement_notice_at",
        "told_all_at", "told_everything_at")),
    Field("notice_times", "补正告知次数", Type.INTEGER, aliases=("notices", "notice_count",
        "告知次数", "times_told", "number_of_notices", "correction_notices", "correction_times",
        "correction_count", "补正次数")),
    Field("told_once", "一次告知", Type.FLAG, aliases=("all_at_once", "一次性告知", "told_at_once",
        "told_all_once", "一次性告知全部", "told_everything_once", "everything_at_once",
        "complete_notice")),
    Field("corrected_at", "补正时间", Type.MOMENT, aliases=("corrected_on", "补正日期",
        "correction_at", "corrected", "correction_on")),
    Field("accepted_at", "受理时间", Type.MOMENT, aliases=("accepted_on", "acceptance_at",
        "acceptance_date", "受理日期", "accepted", "acceptance", "acceptance_on",
        "accept_date", "accept_at", "受理之日")),
)  # fmt: skip
CLOCK = (
    Field("handling", "办理方式", Type.CHOICE, aliases=("handling_mode", "procedure",
        "办理形式", "handling_kind", "handle_type", "handle_mode", "办理程序", "handling_type",
        "process", "procedure_type", "case_type", "办件方式"), options=HANDLINGS, is_open=True),
    Field("is_joint", "联合办理", Type.FLAG, aliases=("joint", "joint_handling",
        "is_joint_handling", "并联")),
    Field("pauses", "暂停", Type.RECORDS, aliases=("pause", "特别程序", "special_procedures",
        "suspensions", "stops"), fields=PAUSE),
    Field("extended", "已延长", aliases=("extension", "is_extended", "延长", "延期",
        "extension_granted", "extension_days", "extended_days", "延长办理")),
    Field("extension_approved", "延长经负责人批准", aliases=("extension_approved_by",
        "head_approved", "approved_by_head", "extension_head_approved", "负责人批准",
        "extension_approval", "head_approval", "extension_approved_by_head", "延长批准",
        "extension_approved_on", "heads_approval")),
    Field("extension_told", "延长已告知", aliases=("applicant_told", "extension_notified",
        "told_applicant", "延长告知", "extension_told_applicant", "applicant_notified",
        "extension_applicant_told", "extension_told_on", "extension_informed",
        "applicant_informed", "reasons_told", "告知申请人", "extension_notice")),
    Field("first_reviewed_at", "初审完成时间", Type.MOMENT, aliases=("first_review_at",
        "first_reviewed_on", "reviewed_at", "初审日期", "reviewed_on", "first_review_done_at",
        "first_review_done", "first_review_on", "first_review_finished_at", "reported_up_at",
        "上报时间", "lower_review_at", "lower_reviewed_at", "review_done_at", "review_at",
        "review_completed_at", "初审时间", "初审完毕日期", "first_review_completed_at")),
)  # fmt: skip
DECIDING = (
    DECIDED,
    Field("result", "办理结果", Type.CHOICE, aliases=("decision_result", "outcome", "结果",
        "决定结果", "is_granted", "granted", "decision_yes"), options=RESULTS, is_open=True),
    Field("decided_by", "决定机关", aliases=("decider", "办理部门", "decision_maker", "handler",
        "handled_by", "办结部门", "审批部门", "deciding_body", "handled_at_body",
        "decided_by_dept", "决定部门", "finished_by")),
    Field("delivered_at", "送达时间", Type.MOMENT, aliases=("delivered_on", "delivery_at",
        "送达日期", "delivered", "delivery_date", "delivery_on", "送达")),
    Field("state", "办件状态", Type.CHOICE, aliases=("status", "状态", "case_state"),
        options=CASE_STATES, is_open=True),
)  # fmt: skip
PUSHED = (
    Field("pushed_at", "推送时间", Type.MOMENT, aliases=("pushed_on", "推送日期", "push_at",
        "pushed", "push_on", "push_date", "push", "sent_at", "sent_on")),
    PUSH_PROFILE,
)  # fmt: skip
SERVED = (
    Field("is_online", "网上办理", Type.FLAG, aliases=("online", "网办")),
    Field("visits", "跑动次数", Type.INTEGER, aliases=("limit_scene_num", "到现场次数")),
    Field("is_returned", "退件", Type.FLAG, aliases=("returned", "是否退件")),
    Field("rating", "评价", Type.CHOICE, aliases=("满意度", "satisfaction", "好差评",
        "review", "评价等级"), options=RATINGS, is_open=True),
    Field("rating_rectified", "差评已整改", Type.FLAG, aliases=("rectified", "差评整改",
        "bad_review_rectified", "整改")),
)  # fmt: skip
RENEWAL_FIELDS = (
    Field("expires_on", "有效期至", Type.DATE, aliases=("expiry", "expiry_date", "有效期届满日",
        "valid_to", "valid_until", "expires", "到期日", "有效期届满", "expiration_date",
        "届满日期", "permit_expires_on", "expires_at")),
    Field("asked_on", "延续申请日期", Type.DATE, aliases=("renewal_asked_on", "asked_at", "asked",
        "renewal_applied_on", "applied_on", "applied_at", "申请日期", "asked_for_renewal_on",
        "renewal_asked_at", "request_on", "requested_on", "application_date", "申请延续日期",
        "renewal_application_date", "renewal_requested_on", "延续申请时间", "ask_date",
        "request_date", "received_at", "收件时间", "延续申请", "提出延续日期")),
)  # fmt: skip
CASE_FIELDS = (
    Field("case_no", "办件编号", aliases=("case no.", "case_number", "办件号", "no", "number",
        "case_code", "受理编号")),
    CASE_ITEM,
    TASK_CODE,
    replace(CODE_PROFILE, aliases=CODE_PROFILE.aliases[1:]),  # 口径 is a profile too
    Field("item_version", "事项版本", aliases=("item version", "version", "task_version", "版本")),
    ITEM_KIND,
    TASK_TYPE,
    Field("applicant", "申请人", aliases=("申请单位", "applied_by")),
    *RECEIVING,
    *CLOCK,
    ANTICIPATE_DAY,
    PROMISE_DAY,
    *DECIDING,
    *PUSHED,
    MODE,
    FROM_DEPT,
    TO_BUREAU,
    CUTOVER,
    DECISION_NAME,
    *SERVED,
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip

PUSH_FIELDS = (
    Field("direction", "推送方向", Type.CHOICE, aliases=("方向", "dir"), options=DIRECTIONS,
        is_open=True),
    Field("case", "办件编号", aliases=("case_id", "case_no", "办件", "case or result id",
        "case_or_result_id", "result_id", "结果编号", "case_ref", "case_number")),
    Field("item", "事项编号", aliases=("item_id", "事项", "task_code", "catalog_code")),
    DECIDED,
    Field("result_at", "监管结果时间", Type.MOMENT, aliases=("result_on", "supervised_at",
        "监管结果日期", "supervision_result_at", "inspected_at", "inspection_at", "监管时间",
        "supervision_result_on", "supervision_at", "result_date", "supervised_on",
        "supervision_done_at", "检查日期", "result_made_at")),
    Field("sent_at", "推送时间", Type.MOMENT, aliases=("sent_on", "pushed_at", "push_at", "sent",
        "推送日期", "发送时间", "pushed_on", "push_on", "push", "pushed", "push_date",
        "sent_back_at", "fed_back_at", "returned_at")),
    Field("received_at", "接收时间", Type.MOMENT, aliases=("received_on", "received", "接收日期",
        "到达时间", "receipt_at")),
    Field("claimed_at", "签收时间", Type.MOMENT, aliases=("claimed_on", "signed_at", "认领时间",
        "签收日期", "claimed", "signed_for_at", "accepted_at", "signed_on", "signed",
        "signed_for", "signed_for_on", "认领日期")),
    Field("feedback_at", "反馈时间", Type.MOMENT, aliases=("fed_back_on", "反馈日期",
        "feedback_on", "feedback")),
    Field("from_dept", "推送单位", aliases=("from", "sender", "发送单位")),
    Field("to_dept", "接收单位", aliases=("to", "receiver", "接收部门", "监管部门", "to_bureau")),
    Field("content", "推送内容", aliases=("text", "内容", "body")),
    PUSH_PROFILE,
    Field("message_id", "报文编号", aliases=("webhook_id", "消息编号")),
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip
COORD_FIELDS = (
    Field("subject", "会商事由", aliases=("topic", "议题", "主题", "title", "事由")),
    Field("parties", "参加单位", Type.LIST, aliases=("party", "参会单位", "会商单位",
        "participants")),
    Field("opinion", "会商意见", aliases=("conclusion", "意见", "opinions")),
    Field("date", "日期", Type.DATE, aliases=("on", "held_on", "会商日期")),
    Field("item", "事项编号", aliases=("item_id", "事项")),
    Field("form", "形式", aliases=("way", "方式")),
)  # fmt: skip
