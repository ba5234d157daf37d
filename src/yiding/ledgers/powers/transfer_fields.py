"""The fields of transfers 划转, of their batches 批次 and of the handover 交接."""

from __future__ import annotations

from yiding.ledgers.powers.choices import MODES, TRANSFER_STATES
from yiding.rules.entries import Field, Type

ITEM = Field("item", "事项编号", aliases=("item_id", "item_ref", "item_no", "划转事项",
    "item_code_ref", "所属事项"))  # fmt: skip
BATCH = Field("batch_no", "划转批次", aliases=("batch", "transfer_batch", "批次", "批次号"))
MODE = Field("mode", "划转方式", Type.CHOICE, aliases=("transfer_mode", "方式", "way",
    "transfer_type", "调整方式"), options=MODES, is_open=True)  # fmt: skip
FROM_DEPT = Field("from_dept", "原实施部门", aliases=("from", "from_department", "原部门",
    "original_dept", "original_department", "principal", "委托机关", "划出部门", "from dept",
    "委托部门", "from_body", "old_dept", "划出单位", "原审批部门"))  # fmt: skip
TO_BUREAU = Field("to_bureau", "承接部门", aliases=("to", "to_department", "to_dept", "bureau",
    "承接单位", "受托机关", "划入部门", "to bureau", "receiving_body", "receiver", "to_body",
    "new_dept", "划入单位", "receiving_dept", "接收部门"))  # fmt: skip
CUTOVER = Field("cutover_date", "划转时间", Type.DATE, aliases=("cutover", "cut_over", "交接日",
    "cutover_on", "cut_over_date", "划转日期", "交接之日", "交接日期", "transfer_date",
    "cut_over_on", "承接日期", "transferred_on", "切换日期"))  # fmt: skip
DECISION_NAME = Field("decision_name", "决定名义", aliases=("in_name_of", "decided_in_name_of",
    "name_on_decision", "stamped_by", "盖章单位", "作出决定名义", "stamp", "issued_in_name_of",
    "decision_in_name_of", "name_of_decision", "decision_made_in_name_of", "落款单位", "名义",
    "decision_stamped_by", "decision_seal", "seal_of", "signed_by", "seal_on_decision",
    "acting_name", "decided_by", "decision_body", "issued_by", "decision_stamp", "以谁名义",
    "in_whose_name", "in_the_name_of"))  # fmt: skip
BASIS = (
    Field("legal_basis", "划转依据", Type.LIST, aliases=("basis", "依据", "法律依据",
        "transfer_basis", "legal basis", "决定依据", "basis_document", "basis_documents",
        "批准文件", "decision", "decisions")),
    Field("government_decision", "政府决定", aliases=("government decision", "市政府决定",
        "city_decision", "city_minute", "decision_no", "会议纪要", "city_government_decision")),
    Field("state_council_approval", "国务院批准", aliases=("state_council", "国务院批准文号",
        "state_council_approved", "approved_by_state_council", "国务院批复",
        "state_council_decision", "国务院决定", "state_council_approval_no")),
    Field("provincial_decision", "省级政府决定", aliases=("provincial_approval_no", "省批准文号",
        "provincial approval no.", "provincial_approval", "省政府决定", "省政府批准",
        "provincial_government_decision", "省批准", "provincial_decision_no", "省政府批复",
        "provincial_government_approval", "provincial_gov_decision", "provincial_no",
        "provincial_approval_number", "省批文号")),
)  # fmt: skip
RELATED = Field("related_items", "关联事项", Type.RECORDS, aliases=("related", "related items",
    "关联事项清单", "linked_items"), fields=(
        Field("name", "名称", aliases=("item", "事项", "title", "type", "kind", "类型")),
        Field("moved", "已一并划转", aliases=("moved_with_it", "is_moved", "transferred", "划转",
            "一并划转", "moved with it", "是否划转")),
    ))  # fmt: skip
MOVING = (
    ITEM,
    BATCH,
    FROM_DEPT,
    TO_BUREAU,
    MODE,
    *BASIS,
    Field("batch_date", "批次日期", Type.DATE),
    CUTOVER,
    RELATED,
    Field("state", "划转状态", Type.CHOICE, aliases=("status", "状态", "transfer_state"),
        options=TRANSFER_STATES, is_open=True),
    DECISION_NAME,
    Field("liable_body", "责任主体", aliases=("liable", "liability", "承担责任单位",
        "liable_party", "responsible_body", "法律责任主体", "who_is_liable", "liability_of")),
    Field("announced", "已公告", aliases=("is_announced", "公告", "announced_on", "公告日期",
        "announcement", "published", "announced_at")),
    Field("further_commission", "再委托", aliases=("sub_commission", "recommissioned", "转委托",
        "sub_delegated", "further_entrusted", "re_entrusted", "再委托给", "is_sub_delegated",
        "further_delegation", "sub_entrusted", "re_commissioned", "sub_delegation",
        "further_entrustment", "re_entrustment", "is_further_commissioned", "subdelegated",
        "further_commissioned", "further_委托", "sub_commissioned", "further_commission_to")),
    Field("limits_freedom", "限制人身自由", Type.FLAG, aliases=("personal_freedom",
        "restricts_freedom", "人身自由罚", "involves_personal_freedom", "freedom_penalty",
        "restricts_personal_freedom", "limits_personal_freedom", "on_personal_freedom",
        "is_personal_freedom", "affects_personal_freedom")),
    Field("set_by_law", "法律规定的机关", aliases=("organ_set_by_law", "法律规定行使",
        "set_by_statute")),
)  # fmt: skip

BATCH_FIELDS = (
    Field("no", "批次号", aliases=("no.", "number", "batch_no", "编号", "批次")),
    Field("name", "批次名称", aliases=("title", "名称")),
    *BASIS,
    Field("date", "日期", Type.DATE, aliases=("decided_on", "决定日期", "batch_date", "on")),
    CUTOVER,
    Field("item_count", "事项数", Type.INTEGER, aliases=("items_count", "number_of_items",
        "划转事项数", "total")),
    Field("dept_count", "部门数", Type.INTEGER, aliases=("departments", "depts", "涉及部门数")),
)  # fmt: skip

HANDOVER_PARTS = (
    Field("people", "人员", aliases=("persons", "staff", "划转人员")),
    Field("posts", "编制", aliases=("posts_编制", "establishment", "编制数", "posts (编制)")),
    Field("files", "档案", aliases=("archives", "file", "资料")),
    Field("seals", "印章", aliases=("seal", "公章", "审批专用章")),
    Field("system_accounts", "系统账号", aliases=("accounts", "账号", "system accounts",
        "信息端口")),
    Field("special_network", "专网", aliases=("network", "部门专网", "special network",
        "专网端口")),
    Field("pending_cases", "在办件清单", aliases=("pending_cases_list", "pending cases list",
        "pending_list", "在办件", "未办结件清单", "pending")),
    Field("templates", "文书模板", aliases=("template", "模板", "文书")),
    Field("training", "业务培训", aliases=("trained", "培训")),
)  # fmt: skip
HANDOVER_FIELDS = (
    Field("transfer", "划转编号", aliases=("transfer_id", "transfer_ref", "of", "item",
        "item_id", "划转事项")),
    BATCH,
    Field("from_dept", "移交部门", aliases=("from", "original_dept", "原实施部门", "原部门")),
    Field("to_bureau", "接收部门", aliases=("to", "bureau", "承接部门")),
    Field("started_on", "交接起始日", Type.DATE, aliases=("start", "starts_on", "交接之日",
        "decided_on", "decision_date", "决定日期", "decided_at", "from_date", "交接开始日期",
        "started_at", "start_date")),
    CUTOVER,
    *HANDOVER_PARTS,
    Field("signed_at", "签字日期", Type.DATE, aliases=("signed_on", "签字时间", "signed",
        "签署日期", "交接完成日期", "completed_at", "completed_on", "finished_on")),
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip
