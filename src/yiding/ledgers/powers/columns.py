"""The sheets that bring entries in: what bureaus keep, and the national exchange tables."""

from __future__ import annotations

from yiding.ledgers.sheet import Columns, Sheet

TRANSFERS = Sheet(
    name="划转事项清单",
    kind="transfer",
    heads={
        "序号": "id",
        "权力类型": "item_kind",
        "项目名称": "task_name",
        "子项": "sub_item",
        "基本编码": "catalog_code",
        "实施编码": "task_code",
        "设定依据": "by_law",
        "原实施部门": "from_dept",
        "承接部门": "to_bureau",
        "划转方式": "mode",
        "划转时间": "cutover_date",
        "法定时限": "anticipate_day",
        "承诺时限": "promise_day",
        "办件类型": "project_type",
        "材料数": "material_count",
        "收费": "is_fee",
        "关联事项": "related_items",
        "监管部门": "supervising_bodies",
        "备注": "note",
        "划转批次": "batch_no",
        "事项编号": "item",
        "省级政府决定": "provincial_decision",
        "划转依据": "legal_basis",
        "划转状态": "state",
    },
)
ITEMS = Sheet(
    name="事项清单",
    kind="item",
    heads={
        "编号": "id",
        "项目名称": "task_name",
        "权力类型": "item_kind",
        "基本编码": "catalog_code",
        "实施编码": "task_code",
        "行使层级": "use_level",
        "实施部门": "dept_name",
        "设定依据": "by_law",
        "事项版本": "task_version",
        "计划生效日期": "plan_effective_date",
        "计划取消日期": "plan_cancel_date",
        "在许可清单内": "in_permit_list",
        "审批部门": "approving_bodies",
        "监管部门": "supervising_bodies",
        "办件类型": "project_type",
        "法定时限": "anticipate_day",
        "法定时限单位": "anticipate_type",
        "承诺时限": "promise_day",
        "承诺时限单位": "promise_type",
        "原环节数": "steps_before",
        "环节数": "step_count",
        "原材料数": "materials_before",
        "材料数": "material_count",
        "原跑动次数": "visits_before",
        "到办事现场次数": "limit_scene_num",
        "网上办理": "is_online",
        "收费": "is_fee",
        "备注": "note",
    },
)
CASES = Sheet(
    name="办件",
    kind="case",
    heads={
        "编号": "id",
        "办件编号": "case_no",
        "事项编号": "item",
        "事项版本": "item_version",
        "申请人": "applicant",
        "办理方式": "handling",
        "收件时间": "received_at",
        "材料齐全": "is_complete",
        "补正告知时间": "notice_at",
        "补正告知次数": "notice_times",
        "受理时间": "accepted_at",
        "已延长": "extended",
        "延长经负责人批准": "extension_approved",
        "延长已告知": "extension_told",
        "决定时间": "decided_at",
        "办理结果": "result",
        "决定机关": "decided_by",
        "送达时间": "delivered_at",
        "办件状态": "state",
        "推送时间": "pushed_at",
        "网上办理": "is_online",
        "评价": "rating",
        "差评已整改": "rating_rectified",
        "备注": "note",
    },
)
PUSHES = Sheet(
    name="双推送",
    kind="push",
    heads={
        "编号": "id",
        "推送方向": "direction",
        "办件编号": "case",
        "事项编号": "item",
        "决定时间": "decided_at",
        "推送时间": "sent_at",
        "接收时间": "received_at",
        "签收时间": "claimed_at",
        "监管结果时间": "result_at",
        "反馈时间": "feedback_at",
        "推送单位": "from_dept",
        "接收单位": "to_dept",
        "推送内容": "content",
    },
)
BATCHES = Sheet(
    name="划转批次",
    kind="transfer_batch",
    heads={
        "批次号": "id",
        "批次名称": "name",
        "政府决定": "government_decision",
        "国务院批准": "state_council_approval",
        "省级政府决定": "provincial_decision",
        "日期": "date",
        "划转时间": "cutover_date",
        "事项数": "item_count",
        "部门数": "dept_count",
    },
)
HANDOVERS = Sheet(
    name="交接单",
    kind="handover",
    heads={
        "编号": "id",
        "划转编号": "transfer",
        "划转批次": "batch_no",
        "移交部门": "from_dept",
        "接收部门": "to_bureau",
        "交接起始日": "started_on",
        "人员": "people",
        "编制": "posts",
        "档案": "files",
        "印章": "seals",
        "系统账号": "system_accounts",
        "专网": "special_network",
        "在办件清单": "pending_cases",
        "文书模板": "templates",
        "业务培训": "training",
        "签字日期": "signed_at",
    },
)
COORDS = Sheet(
    name="会商记录",
    kind="coord",
    heads={
        "编号": "id",
        "会商事由": "subject",
        "参加单位": "parties",
        "会商意见": "opinion",
        "日期": "date",
        "事项编号": "item",
    },
)
CHANGES = Sheet(
    name="清单调整",
    kind="list_change",
    heads={
        "编号": "id",
        "事项编号": "item",
        "调整方式": "mode",
        "调整事由": "cause",
        "事由发生日期": "cause_on",
        "申请日期": "asked_on",
        "审核日期": "reviewed_on",
        "公布日期": "published_on",
    },
)
RENEWALS = Sheet(
    name="许可延续",
    kind="renewal",
    heads={
        "编号": "id",
        "许可证号": "permit_no",
        "事项编号": "item",
        "有效期至": "expires_on",
        "延续申请日期": "asked_on",
        "决定时间": "decided_at",
        "决定结果": "result",
    },
)
FIGURES = Sheet(
    name="指标数据",
    kind="kpi",
    heads={
        "编号": "id",
        "单位": "body",
        "期间": "period",
        "法定时限合计": "statutory_sum",
        "承诺时限合计": "promise_sum",
        "办件数": "cases",
        "按期办结数": "in_time",
        "“最”的说法": "claim",
        "算式": "formula",
        "比较范围": "comparison_set",
    },
)


def _exchange(name: str, kind: str, *heads: str, **others: str) -> Sheet:
    """A table of the national exchange: its heads are fields, with how it was synchronised."""
    shared = ("task_code", "cd_operation", "cd_batch", "cd_time")
    plain = {one: one for one in (*heads, *shared)}
    key = ("task_code", "material_name") if kind == "material" else ("task_code",)
    return Sheet(name=name, kind=kind, heads={**plain, **others}, key=key)


DIRECTORY = Sheet(
    name="up_task_directory",
    kind="item",
    heads={
        "catalog_code": "catalog_code",
        "task_name": "task_name",
        "task_type": "task_type",
        "task_state": "task_state",
        "task_version": "task_version",
        "use_level": "use_level",
        "by_law": "by_law",
        "plan_effective_date": "plan_effective_date",
        "plan_cancel_date": "plan_cancel_date",
        "cd_operation": "cd_operation",
        "cd_batch": "cd_batch",
        "cd_time": "cd_time",
    },
    key=("catalog_code", "task_version"),
)
BASIC = _exchange(
    "up_task_general_basic",
    "item_service",
    "anticipate_day",
    "anticipate_type",
    "promise_day",
    "promise_type",
    "limit_scene_num",
    "project_type",
    "handle_type",
    "power_source",
    "server_type",
    "dept_code",
    "special_procedure",
    "is_fee",
    task_handle_item="handle_item_code",
)
EXTEND = _exchange(
    "up_task_general_extend",
    "item_service",
    "is_online",
    "is_entry_center",
    "is_schedule",
    "is_express",
    "handle_area",
    online_handle_depth="online_depth",
)
MATERIALS = _exchange(
    "up_task_general_material",
    "material",
    "material_name",
    "is_need",
    "source_type",
    "page_num",
    "by_law",
)
PUNISH = _exchange("up_task_punish_basic", "item_service", "punishment_method")
COLUMNS = Columns(
    sheets=(
        TRANSFERS,
        ITEMS,
        CASES,
        PUSHES,
        BATCHES,
        HANDOVERS,
        COORDS,
        CHANGES,
        RENEWALS,
        FIGURES,
        DIRECTORY,
        BASIC,
        EXTEND,
        MATERIALS,
        PUNISH,
    )
)
