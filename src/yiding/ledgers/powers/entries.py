"""What an entry is: fields, types, units, Chinese column heads."""

from __future__ import annotations

from yiding.ledgers.powers.beside import of_case, of_handover, of_push, of_service, of_transfer
from yiding.ledgers.powers.case_fields import (
    CASE_FIELDS,
    CASE_ITEM,
    COORD_FIELDS,
    DECIDED,
    PUSH_FIELDS,
    RENEWAL_FIELDS,
)
from yiding.ledgers.powers.item_fields import (
    BODIES,
    BY_LAW,
    CODES,
    HANDLING,
    ITEM_KIND,
    MATERIAL,
    NAMES,
    RESPONSIBLE,
    SYNCHRONISING,
    TASK_CODE,
    TASK_TYPE,
    TIMES,
    VERSION,
)
from yiding.ledgers.powers.kpi_fields import KPI_FIELDS
from yiding.ledgers.powers.nesting import listed_parts, recast_item, spread
from yiding.ledgers.powers.transfer_fields import BATCH_FIELDS, HANDOVER_FIELDS, ITEM, MOVING
from yiding.ledgers.powers.unfolding import (
    complete_case,
    complete_item,
    unfold_case,
    unfold_item,
    unfold_transfer,
)
from yiding.rules.entries import Field, Kind, Type

NOTE = Field("note", "备注", aliases=("remark", "remarks"))

ITEM_ENTRY = Kind(
    name="item",
    term="事项",
    aliases=("power", "power_item", "权力事项", "行政权力事项", "up_task_directory", "task"),
    key_heads=("编号", "序号"),
    fields=(*CODES, *NAMES, *BODIES, BY_LAW, *RESPONSIBLE, *VERSION, *TIMES, *HANDLING,
        *SYNCHRONISING, NOTE),
    complete=complete_item,
    unfold=unfold_item,
    recast=recast_item,
)  # fmt: skip
ITEM_SERVICE = Kind(
    name="item_service",
    term="事项办理",
    aliases=("service", "办理信息", "服务指南", "up_task_general_basic", "up_task_general_extend",
        "办事指南"),
    key_heads=("实施编码", "编号", "序号"),
    fields=(ITEM, *CODES, *NAMES, *BODIES, BY_LAW, *TIMES, *HANDLING, *SYNCHRONISING, NOTE),
    complete=complete_item,
    unfold=unfold_item,
    related=of_service,
)  # fmt: skip
MATERIAL_ENTRY = Kind(
    name="material",
    term="申请材料",
    aliases=("up_task_general_material", "材料"),
    fields=(ITEM, TASK_CODE, *MATERIAL, *SYNCHRONISING),
)
TRANSFER_BATCH = Kind(
    name="transfer_batch",
    term="划转批次",
    aliases=("batch", "批次", "划转决定"),
    key_heads=("批次号", "批次", "编号", "序号"),
    fields=(*BATCH_FIELDS, Field("items", "事项清单", Type.RECORDS, aliases=("item_list", "事项",
        "transfers"), fields=(Field("name", "名称", aliases=("task_name", "item",
        "事项")), *TIMES)), NOTE),
)  # fmt: skip
TRANSFER = Kind(
    name="transfer",
    term="划转",
    aliases=("划转事项", "事项划转", "transfer_item", "move"),
    fields=(*MOVING, *CODES, *NAMES, *RESPONSIBLE, BY_LAW, *TIMES, *HANDLING, NOTE),
    complete=complete_item,
    unfold=unfold_transfer,
    related=of_transfer,
)
HANDOVER = Kind(
    name="handover",
    term="交接",
    aliases=("交接单", "移交", "hand_over"),
    fields=HANDOVER_FIELDS,
    unfold=listed_parts,
    related=of_handover,
)
CASE = Kind(
    name="case",
    term="办件",
    aliases=("application", "案件", "审批办件"),
    key_heads=("办件编号", "编号", "序号"),
    fields=(*CASE_FIELDS, *RENEWAL_FIELDS),
    complete=complete_case,
    unfold=unfold_case,
    related=of_case,
)
RENEWAL = Kind(
    name="renewal",
    term="延续",
    aliases=("许可延续", "permit_renewal", "renew", "延续申请", "permit", "许可证"),
    fields=(CASE_ITEM, ITEM_KIND, TASK_TYPE, Field("permit_no", "许可证号", aliases=("permit",
        "证号", "certificate")),
        *RENEWAL_FIELDS, DECIDED, Field("result", "决定结果", aliases=("outcome",
        "decision_result")), NOTE),
)  # fmt: skip
PUSH = Kind(
    name="push",
    term="推送",
    aliases=("双推送", "推送记录", "two_way_push", "push_record"),
    fields=PUSH_FIELDS,
    unfold=spread,
    related=of_push,
)
COORD = Kind(
    name="coord",
    term="会商",
    aliases=("consultation", "研究会商", "会商记录", "coordination"),
    fields=COORD_FIELDS,
)
KPI = Kind(
    name="kpi",
    term="指标",
    aliases=("indicator", "指标数据", "月报"),
    fields=KPI_FIELDS,
)
LIST_CHANGE = Kind(
    name="list_change",
    term="清单调整",
    aliases=("change", "权力清单调整", "list change", "adjustment", "清单变动"),
    fields=(
        ITEM,
        Field("mode", "调整方式", aliases=("change_mode",)),
        Field("cause", "调整事由", aliases=("reason", "事由", "情形")),
        Field("cause_on", "事由发生日期", Type.DATE, aliases=("caused_on", "cause_date", "cause_at",
            "caused_at", "事由日期", "arose_on", "cause_day")),
        Field("asked_on", "申请日期", Type.DATE, aliases=("asked_at", "asked", "applied_on",
            "requested_on", "申请时间", "ask_on", "request_on", "applied_at", "dept_asked_on",
            "department_asked_on")),
        Field("reviewed_on", "审核日期", Type.DATE, aliases=("reviewed_at", "reviewed",
            "审核时间", "review_on", "review_done_on", "review_at", "review_finished_on")),
        Field("published_on", "公布日期", Type.DATE, aliases=("published_at", "published",
            "公布时间", "publish_on", "公开日期", "announced_on")),
        NOTE,
    ),
)  # fmt: skip

KINDS = (
    ITEM_ENTRY,
    ITEM_SERVICE,
    MATERIAL_ENTRY,
    TRANSFER_BATCH,
    TRANSFER,
    HANDOVER,
    CASE,
    RENEWAL,
    PUSH,
    COORD,
    KPI,
    LIST_CHANGE,
)
