"""The fields of an item 事项 and of how it is served: codes, bodies, time, steps, materials."""

from __future__ import annotations

from yiding.ledgers.powers.choices import (
    CODE_PROFILES,
    DAY_TYPES,
    ITEM_KINDS,
    ITEM_STATES,
    LEVELS,
    MATERIAL_SOURCES,
    PROJECT_TYPES,
)
from yiding.rules.entries import Field, Type

CATALOG_CODE = Field("catalog_code", "基本编码", aliases=("basic_code", "base_code", "基本码",
    "catalogue_code", "事项基本编码"))  # fmt: skip
TASK_CODE = Field("task_code", "实施编码", aliases=("implement_code", "implementation_code",
    "impl_code", "事项编码", "item_code", "事项实施编码"))  # fmt: skip
CODE_PROFILE = Field("code_profile", "编码体系", Type.CHOICE, aliases=("profile", "编码规则",
    "code_standard", "编码标准"), options=CODE_PROFILES, is_open=True)  # fmt: skip
ITEM_KIND = Field("item_kind", "权力类型", Type.CHOICE, aliases=("power_kind", "power_type",
    "权力类别", "事项类型", "职权类型", "kind", "item_type", "kind_of_power", "职权类别"),
    options=ITEM_KINDS, is_open=True)  # fmt: skip
TASK_TYPE = Field("task_type", "事项类型代码", aliases=("type_code", "kind_code", "task_type_code",
    "类型代码", "权力类型代码", "type"))  # fmt: skip
CODES = (
    CATALOG_CODE,
    TASK_CODE,
    CODE_PROFILE,
    Field("handle_item_code", "业务办理项编码", aliases=("task_handle_item", "办理项编码",
        "handle_code")),
    Field("local_codes", "地方编码", Type.LIST, aliases=("local_code", "本地编码")),
)  # fmt: skip
NAMES = (
    Field("task_name", "项目名称", aliases=("name", "事项名称", "事项", "item_name", "名称",
        "title")),
    Field("sub_item", "子项", aliases=("子项名称", "sub_name")),
    ITEM_KIND,
    TASK_TYPE,
    Field("use_level", "行使层级", Type.CHOICE, aliases=("level", "层级", "exercise_level"),
        options=LEVELS, is_open=True),
)  # fmt: skip
BODIES = (
    Field("dept_code", "实施部门代码", aliases=("department_code", "credit_code", "dept_uscc",
        "统一社会信用代码", "uscc")),
    Field("dept_name", "实施部门", aliases=("dept", "department", "实施机关", "实施主体",
        "行使主体", "dept_code/name/type")),
    Field("dept_type", "实施主体性质", aliases=("department_type",)),
    Field("power_source", "权力来源", aliases=("source_of_power",)),
)  # fmt: skip
BY_LAW = Field("by_law", "设定依据", aliases=("setting_basis", "law", "bylaw", "by_law_article",
    "设立依据", "实施依据"))  # fmt: skip
RESPONSIBLE = (
    Field("approving_bodies", "审批部门", Type.LIST, aliases=("approving_body", "approver",
        "approvers", "审批机关", "审批单位", "approval_body", "approval_bodies",
        "approving_dept", "approving_department", "approving_departments", "审批主体",
        "approval_dept", "approval_depts", "approval_department")),
    Field("supervising_bodies", "监管部门", Type.LIST, aliases=("supervising_body", "supervisor",
        "supervisors", "supervision_dept", "supervision_depts", "supervising_dept", "监管机关",
        "supervision_dept_after", "supervision dept after", "supervision_department",
        "supervising_department", "supervising_departments", "supervision_body", "监管单位",
        "监管主体", "划转后监管部门", "supervision_department_after", "supervision_bodies",
        "supervision_after", "事中事后监管部门")),
)  # fmt: skip
VERSION = (
    Field("task_state", "事项状态", Type.CHOICE, aliases=("state", "状态", "item_state"),
        options=ITEM_STATES, is_open=True),
    Field("task_version", "事项版本", aliases=("version", "版本", "版本号", "item_version")),
    Field("plan_effective_date", "计划生效日期", Type.DATE, aliases=("effective_date", "生效日期",
        "effective_from", "valid_from", "from")),
    Field("plan_cancel_date", "计划取消日期", Type.DATE, aliases=("cancel_date", "取消日期",
        "effective_to", "valid_to", "to")),
    Field("in_permit_list", "在许可清单内", Type.FLAG, aliases=("in_list", "listed",
        "is_in_permit_list", "permit_listed", "is_listed", "列入许可清单", "在清单内",
        "in_permit_list_in_force", "on_permit_list", "on_list",
        "许可清单内", "permit_list", "in_permit_catalogue", "in_the_permit_list")),
)  # fmt: skip
SYNCHRONISING = (
    Field("cd_operation", "同步操作", aliases=("operation",)),
    Field("cd_batch", "同步批次"),
    Field("cd_time", "同步时间", Type.MOMENT),
)

PROJECT_TYPE = Field("project_type", "办件类型", Type.CHOICE, aliases=("projectType", "件类型",
    "case_type", "办理类型", "handling_type"), options=PROJECT_TYPES, is_open=True)  # fmt: skip
ANTICIPATE_DAY = Field("anticipate_day", "法定时限", Type.NUMBER, aliases=("statutory_days",
    "legal_days", "statutory", "statutory_day", "法定办结时限", "法定期限", "anticipate",
    "statutory_limit", "legal_limit", "statutory_time", "anticipate_days", "法定办理时限",
    "statutory_wd", "statutory_working_days", "法定天数"))  # fmt: skip
ANTICIPATE_TYPE = Field("anticipate_type", "法定时限单位", Type.CHOICE, aliases=(
    "statutory_type", "statutory_unit", "legal_type", "anticipate_unit", "法定期限单位",
    "anticipate_day_type", "statutory_day_type"), options=DAY_TYPES, is_open=True)  # fmt: skip
PROMISE_DAY = Field("promise_day", "承诺时限", Type.NUMBER, aliases=("promised_days",
    "promise_days", "promise", "promised", "promised_day", "承诺办结时限", "承诺期限",
    "promise_limit", "promised_limit", "promise_time", "承诺办理时限", "promise_wd",
    "promise_working_days", "承诺天数"))  # fmt: skip
PROMISE_TYPE = Field("promise_type", "承诺时限单位", Type.CHOICE, aliases=("promised_type",
    "promise_unit", "promised_unit", "承诺期限单位", "promise_day_type"), options=DAY_TYPES,
    is_open=True)  # fmt: skip
TIMES = (PROJECT_TYPE, ANTICIPATE_DAY, ANTICIPATE_TYPE, PROMISE_DAY, PROMISE_TYPE)

MATERIAL = (
    Field("material_name", "材料名称", aliases=("name", "名称", "材料")),
    Field("is_need", "是否必要", Type.FLAG, aliases=("required", "必要", "needed", "is_required")),
    Field("source_type", "来源", Type.CHOICE, aliases=("source", "材料来源"),
        options=MATERIAL_SOURCES, is_open=True),
    Field("page_num", "份数", Type.INTEGER, aliases=("pages", "copies", "页数")),
    BY_LAW,
)  # fmt: skip
PART = (
    Field("name", "名称", aliases=("step", "condition", "step_name", "condition_name", "环节",
        "条件", "text", "内容")),
    Field("basis", "依据", aliases=("by_law", "legal_basis", "law", "设定依据", "法定依据",
        "法律依据", "has_basis", "has_legal_basis")),
)  # fmt: skip
HANDLING = (
    Field("steps", "环节", Type.RECORDS, aliases=("added_steps", "步骤", "handle_steps",
        "办理环节", "新增环节"), fields=PART),
    Field("step_count", "环节数", Type.INTEGER, aliases=("steps_count", "number_of_steps",
        "steps_after", "step_num", "steps_num", "审批环节数", "link_num")),
    Field("steps_before", "原环节数", Type.INTEGER, aliases=("step_count_before", "划转前环节数",
        "steps_count_before")),
    Field("conditions", "办理条件", Type.RECORDS, aliases=("added_conditions", "许可条件",
        "新增条件"), fields=PART),
    Field("accept_condition", "受理条件"),
    Field("handle_flow", "办理流程", aliases=("flow", "流程")),
    Field("handle_type", "办理形式", aliases=("handle_form",)),
    Field("special_procedure", "特别程序", aliases=("special_procedures",)),
    Field("materials", "材料", Type.RECORDS, aliases=("material", "申请材料", "材料清单"),
        fields=MATERIAL),
    Field("material_count", "材料数", Type.INTEGER, aliases=("materials_count", "材料数量",
        "material_num", "materials_after", "申请材料数", "number_of_materials")),
    Field("materials_before", "原材料数", Type.INTEGER, aliases=("material_count_before",
        "划转前材料数")),
    Field("limit_scene_num", "到办事现场次数", Type.INTEGER, aliases=("visits", "跑动次数",
        "scene_num", "到现场次数", "number_of_visits", "visits_after", "limit_scene")),
    Field("visits_before", "原跑动次数", Type.INTEGER, aliases=("limit_scene_num_before",
        "划转前跑动次数")),
    Field("is_fee", "收费", Type.FLAG, aliases=("fee", "是否收费", "charged")),
    Field("fee_basis", "收费依据", aliases=("fee basis", "charge_basis")),
    Field("link_way", "咨询方式"),
    Field("supervise_way", "监督投诉方式"),
    Field("is_online", "网上办理", Type.FLAG, aliases=("online", "网办", "是否网办",
        "can_be_handled_online")),
    Field("online_depth", "网办深度", aliases=("online_handle_depth", "online depth")),
    Field("is_entry_center", "进驻大厅", Type.FLAG, aliases=("entry_center", "是否进驻")),
    Field("is_schedule", "支持预约", Type.FLAG, aliases=("schedule",)),
    Field("is_express", "支持快递", Type.FLAG, aliases=("express",)),
    Field("handle_area", "通办范围"),
    Field("server_type", "服务对象", aliases=("service_object", "serve_object")),
    Field("result", "办理结果", aliases=("result_name", "结果名称", "结果")),
    Field("punishment_method", "处罚方式", aliases=("punish_method", "处罚种类")),
)  # fmt: skip
