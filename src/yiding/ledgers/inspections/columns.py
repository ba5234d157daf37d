"""The sheets that bring entries in."""

from __future__ import annotations

from yiding.ledgers.sheet import Columns, Sheet

FINDINGS = Sheet(
    name="巡查问题清单",
    kind="finding",
    key=("round", "object", "no"),
    heads={
        "序号": "no",
        "巡查批次": "round",
        "被巡查单位": "object",
        "问题类别": "category",
        "问题描述": "text",
        "问题来源": "source",
        "隐患等级": "level",
        "责任单位": "unit",
        "责任领导": "leader",
        "整改责任人": "rectifier",
        "整改措施": "measure",
        "整改资金(万元)": "funds",
        "整改时限": "due_on",
        "应急预案": "emergency_plan",
        "整改情况": "progress",
        "完成时间": "finished_at",
        "验收人": "verifier",
        "验收时间": "verified_at",
        "是否销号": "closed",
        "佐证材料": "evidence",
        "备注": "note",
    },
)
HAZARDS = Sheet(
    name="隐患台账",
    kind="hazard",
    heads={
        "隐患编号": "id",
        "标题": "title",
        "描述": "text",
        "位置": "location",
        "级别": "level",
        "发现日期": "found_at",
        "发现人": "found_by",
        "所属部门": "department_of_unit",
        "整改责任人": "rectifier",
        "整改期限": "due_on",
        "状态": "state",
        "整改描述": "measure",
        "完成日期": "finished_at",
        "复查结果": "result",
        "复查日期": "verified_at",
        "复查人": "verifier",
    },
)
EXCHANGE = Sheet(
    name="双重预防隐患数据",
    kind="hazard",
    heads={
        "id": "id",
        "hazardCode": "code",
        "riskMeasureId": "risk_measure_id",
        "checkRecordId": "check_record_id",
        "dangerName": "title",
        "dangerLevel": "level",
        "registTime": "found_at",
        "registrant": "found_by",
        "dangerSrc": "source",
        "dangerManageType": "treat",
        "hazardDangerType": "type",
        "dangerDesc": "text",
        "dangerReason": "cause",
        "hazardCategory": "hazard_category",
        "controlMeasures": "measure",
        "cost": "funds",
        "liablePerson": "rectifier",
        "dangerManageDeadline": "due_on",
        "checkAcceptPerson": "verifier",
        "checkAcceptTime": "verified_at",
        "checkAcceptComment": "opinion",
        "dangerState": "state",
        "deleted": "deleted",
        "createBy": "create_by",
        "createDate": "create_date",
        "updateBy": "update_by",
        "updateDate": "update_date",
        "managementClassification": "management_classification",
        "occurrenceLink": "occurrence_link",
        "attachments1": "evidence",
    },
)
ROUNDS = Sheet(
    name="巡查批次",
    kind="inspection_round",
    heads={
        "批次": "id",
        "巡查级别": "level",
        "巡查组": "group",
        "被巡查单位": "object",
        "方式": "kind",
        "进驻日期": "in_on",
        "撤出日期": "out_on",
        "反馈日期": "feedback_on",
        "检查单位数": "units_checked",
        "发现问题数": "problems",
        "完成整改数": "rectified",
    },
)
SUPERVISIONS = Sheet(
    name="挂牌督办",
    kind="supervise",
    heads={
        "编号": "id",
        "隐患编号": "of",
        "督办级别": "level",
        "督办通知书号": "notice_no",
        "收到日期": "received_on",
        "督办期限": "due_on",
        "公示日期": "published_on",
        "解除日期": "lifted_on",
    },
)
ENFORCEMENT = Sheet(
    name="执法处罚",
    kind="enforcement",
    heads={
        "文书号": "id",
        "统一社会信用代码": "enterprise",
        "执法种类": "type",
        "依据": "basis",
        "日期": "date",
        "罚款金额": "amount",
        "责令改正日期": "ordered_on",
        "拒不改正": "refused",
    },
)
PERMITS = Sheet(
    name="安全生产许可证",
    kind="permit",
    heads={
        "许可证编号": "id",
        "统一社会信用代码": "enterprise",
        "许可行业": "permit_trade",
        "发证日期": "issued_on",
        "有效期至": "expires_on",
        "申请延期日期": "extension_asked_on",
    },
)
DRILLS = Sheet(
    name="应急演练",
    kind="drill",
    heads={
        "编号": "id",
        "统一社会信用代码": "enterprise",
        "单位类型": "unit_type",
        "最近演练日期": "last_drill_on",
    },
)
COLUMNS = Columns(
    sheets=(FINDINGS, HAZARDS, EXCHANGE, ROUNDS, SUPERVISIONS, ENFORCEMENT, PERMITS, DRILLS)
)
