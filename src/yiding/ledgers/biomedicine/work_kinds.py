"""The plan's work 规划、路径、任务、举措: who leads, until when, and what proves it done."""

from __future__ import annotations

from yiding.ledgers.biomedicine.choices import PROOF_KINDS, WORK_STATES
from yiding.ledgers.biomedicine.settling import complete_path, complete_task
from yiding.ledgers.biomedicine.unfolding import unfold_plan, unfold_work
from yiding.rules.entries import Field, Kind, Type

DUE = Field("due_on", "完成时限", Type.DATE, aliases=("due", "deadline", "期限", "时限", "due_date",
    "截止日期", "完成期限", "by", "due_day", "里程碑时限"))  # fmt: skip
DELIVERABLE = Field(
    "deliverable", "交付物", aliases=("成果", "deliverables", "output", "标志性成果")
)
DONE = Field("done_on", "完成日期", Type.DATE, aliases=("done", "finished_on", "completed_on",
    "completed", "完成时间", "finished", "实际完成日期", "done_date", "delivered_on"))  # fmt: skip
PROOF = (
    Field("proof", "佐证", aliases=("佐证材料", "evidence", "证明", "proofs", "附证",
        "proof_text")),
    Field("proof_kind", "佐证种类", Type.CHOICE, aliases=("proof_type", "evidence_kind",
        "佐证类型", "evidence_type"), options=PROOF_KINDS, is_open=True),
    Field("proof_no", "佐证编号", aliases=("proof_number", "文件号", "证书号", "合同号",
        "evidence_no", "document_no")),
    Field("proof_wanted", "应有佐证", Type.CHOICE, aliases=("required_proof", "proof_required",
        "wanted_proof", "应附佐证", "expected_proof"), options=PROOF_KINDS, is_open=True),
)  # fmt: skip
STATE = Field("state", "状态", Type.CHOICE, aliases=("status", "进展状态", "办理状态", "进展"),
    options=WORK_STATES, is_open=True)  # fmt: skip
MILESTONES = Field(
    "milestones",
    "里程碑",
    Type.RECORDS,
    aliases=("milestone", "节点", "时间节点", "里程碑节点"),
    fields=(
        Field("name", "节点名称", aliases=("text", "title", "名称", "节点", "id")),
        DUE,
        DELIVERABLE,
        DONE,
        *PROOF,
        STATE,
    ),
)
LEAD = (
    Field("lead", "牵头单位", aliases=("责任单位", "lead_unit", "牵头部门", "lead_department",
        "牵头")),
    Field("co_units", "配合单位", Type.LIST, aliases=("co-units", "cooperating_units", "协同单位",
        "参与单位", "assisting_units")),
)  # fmt: skip
BUDGET = Field("budget", "预算", Type.MONEY, "元", aliases=("资金", "经费", "预算资金",
    "budget_yuan"))  # fmt: skip
WORK = (
    *LEAD,
    DUE,
    DELIVERABLE,
    DONE,
    *PROOF,
    STATE,
    MILESTONES,
    BUDGET,
    Field("started_on", "启动日期", Type.DATE, aliases=("start", "started", "starts_on",
        "开始日期", "start_date")),
    Field("checked_by", "复核人", aliases=("reviewer", "verifier", "复核单位", "checker")),
    Field("checked_on", "复核日期", Type.DATE, aliases=("reviewed_on", "verified_on")),
    Field("plan", "所属规划", aliases=("规划", "plan_id", "plan_name")),
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip
"""What a path, a task and a measure alike say of themselves."""

PLAN = Kind(
    name="plan",
    term="规划",
    aliases=("发展规划", "产业规划", "industrial_plan", "development_plan"),
    fields=(
        Field("name", "规划名称", aliases=("title", "名称", "规划")),
        Field("doc_no", "文号", aliases=("document_no", "number", "印发文号", "doc_number", "no",
            "document_number")),
        Field("issued_on", "印发日期", Type.DATE, aliases=("issued", "issue_date", "发布日期",
            "印发时间", "date")),
        Field("horizon", "规划期", aliases=("期限", "period", "规划期限", "years")),
        Field("starts_on", "规划起始日", Type.DATE, aliases=("start", "from", "起")),
        Field("ends_on", "规划截止日", Type.DATE, aliases=("end", "to", "止", "horizon_end")),
        Field("status", "状态", aliases=("state", "规划状态")),
        Field("paths", "路径", Type.LIST, aliases=("九条路径", "path_list")),
        Field("tasks", "任务", Type.LIST, aliases=("十一项任务", "task_list", "重大任务")),
        Field("parks", "园区", Type.LIST, aliases=("十大园区", "park_list")),
        Field("lead", "牵头单位", aliases=("责任单位", "lead_unit", "lead_department")),
    ),
    unfold=unfold_plan,
)  # fmt: skip
PATH = Kind(
    name="path",
    term="路径",
    aliases=("发展路径", "paths", "九条路径"),
    key_heads=("编号", "路径编号", "序号"),
    fields=(
        Field("code", "路径编号", aliases=("path_code", "path_no", "no", "代码")),
        Field("name", "路径名称", aliases=("text", "title", "名称", "内容", "路径")),
        *WORK,
    ),
    complete=complete_path,
    unfold=unfold_work,
)
TASK = Kind(
    name="task",
    term="任务",
    aliases=("重大任务", "tasks", "重点任务"),
    key_heads=("编号", "任务编号", "序号"),
    fields=(
        Field("code", "任务编号", aliases=("task_code", "task_no", "no", "代码")),
        Field("name", "任务名称", aliases=("text", "title", "名称", "内容", "任务")),
        Field("path", "所属路径", aliases=("path_code", "路径", "路径编号")),
        *WORK,
    ),
    complete=complete_task,
    unfold=unfold_work,
)
MEASURE = Kind(
    name="measure",
    term="举措",
    aliases=("措施", "milestone", "里程碑", "measures", "action", "具体举措", "工作举措"),
    key_heads=("编号", "举措编号", "序号"),
    fields=(
        Field("code", "举措编号", aliases=("measure_code", "measure_no", "no")),
        Field("name", "举措内容", aliases=("text", "title", "名称", "内容", "举措", "措施",
            "description")),
        Field("path", "所属路径", aliases=("path_code", "路径", "路径编号")),
        Field("task", "所属任务", aliases=("task_code", "任务", "任务编号")),
        *WORK,
    ),
    unfold=unfold_work,
)  # fmt: skip
