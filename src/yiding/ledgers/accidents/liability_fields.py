"""The fields of liability: who answers, in what way, by how much, and whether it was done."""

from __future__ import annotations

from yiding.ledgers.accidents.choices import CONCEALMENTS, LIABILITY_KINDS, SUBJECTS
from yiding.rules.entries import Field, Type

SUBJECT = Field("subject", "对象类别", Type.CHOICE, aliases=("role", "who_kind", "subject_kind",
    "对象性质", "target", "position", "post", "duty", "职务", "岗位",
    "person_or_unit", "against", "party_type"),
    options=SUBJECTS, is_open=True)  # fmt: skip
UNIT_FINE = Field("unit_fine", "单位罚款", Type.MONEY, "元", ("fine_unit", "单位罚款金额",
    "unit_fine_amount", "fine_on_unit", "企业罚款", "fine", "罚款", "fine_amount",
    "罚款金额"))  # fmt: skip
CHIEF = (
    Field("chief_fine", "主要负责人罚款", Type.MONEY, "元", ("fine_chief", "chief_fine_amount",
        "fine_on_chief", "head_fine", "负责人罚款")),
    Field("chief_income", "主要负责人上一年年收入", Type.MONEY, "元", (
        "income", "last_year_income", "annual_income", "上一年年收入", "年收入", "上年收入",
        "chief_last_year_income", "chief_annual_income", "income_last_year",
        "last_years_income", "head_income", "previous_year_income", "yearly_income",
    )),
    Field("chief_duty_failed", "主要负责人未履行职责", Type.FLAG, aliases=(
        "duty_failed", "chief_failed_duty", "failed_duty", "未履行职责", "head_duty_failed",
        "chiefs_duty_failed", "chief_failed", "未履职", "duty_not_performed",
        "duty_not_fulfilled",
    )),
    Field("chief_dismissed_on", "主要负责人处分日期", Type.DATE, aliases=(
        "dismissed_on", "punished_on", "dismissed_at", "punished_at", "撤职日期", "处罚日期",
        "处分日期", "chief_punished_on", "sanctioned_on", "chief_punished_at", "punishment_date",
        "刑罚执行完毕日期", "removed_on", "受处分日期",
    )),
    Field("chief_liable", "主要负责人负有责任", Type.FLAG, aliases=("liable", "is_liable",
        "负有责任", "chief_is_liable")),
    Field("took_post_on", "又任主要负责人日期", Type.DATE, aliases=(
        "new_post_on", "appointed_on", "reappointed_on", "又任职日期", "reappointed_at",
        "new_post_at", "takes_post_on",
    )),
)  # fmt: skip
GRAVE = Field("especially_grave", "情节特别严重", Type.FLAG, aliases=(
    "especially_serious", "情节特别严重、影响特别恶劣", "aggravated", "particularly_serious",
    "especially_serious_circumstances", "extremely_serious", "is_especially_serious",
    "exceptionally_serious", "circumstances_especially_serious",
    "particularly_serious_circumstances",
))  # fmt: skip
CONCEALED = Field("concealment", "瞒报谎报迟报", Type.CHOICE, aliases=(
    "concealed", "report_fault", "报告违法情形", "hidden", "false_report", "瞒报",
    "concealment_kind", "reporting_fault", "report_violation", "misreporting",
    "hidden_or_false", "谎报瞒报",
), options=CONCEALMENTS, is_open=True)  # fmt: skip
MAIN = Field("main_liability", "负主要责任", Type.FLAG, aliases=("main_responsibility",
    "主要责任", "is_main_liable", "has_main_liability", "bears_main_responsibility",
    "mainly_liable", "main_liable", "负事故主要责任", "primary_liability",
    "is_mainly_responsible"))  # fmt: skip
FINES = (UNIT_FINE, *CHIEF, GRAVE, CONCEALED, MAIN)
"""What the law's bands ask of an accident."""
LIABILITY_FIELDS = (
    Field("kind", "追责方式", Type.CHOICE, aliases=("liability_kind", "type", "责任类型", "方式",
        "处理方式", "form"), options=LIABILITY_KINDS, is_open=True),
    SUBJECT,
    Field("who", "责任人或单位", aliases=("person", "unit", "name", "姓名", "责任人", "单位",
        "responsible_unit", "person/unit", "person_unit", "responsible_person")),
    Field("proposal", "处理建议", aliases=("建议", "proposed", "proposed_measure")),
    Field("due_on", "落实期限", Type.DATE, aliases=("due", "deadline", "期限")),
    Field("done_at", "落实日期", Type.DATE, aliases=("done_on", "carried_out_on", "执行日期",
        "implemented_on", "完成日期", "done", "decided_on", "decided_at", "落实时间")),
    Field("document", "文书", aliases=("doc", "文号", "document_no", "处理文件", "decision",
        "document_number")),
    Field("fine", "罚款金额", Type.MONEY, "元", ("amount", "罚款", "fine_amount", "金额",
        "penalty")),
    *FINES,
)  # fmt: skip
