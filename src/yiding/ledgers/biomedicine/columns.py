"""The sheets that bring entries in: returns, registers, payment lists, the plan's work."""

from __future__ import annotations

from yiding.ledgers.biomedicine.entries import KINDS
from yiding.ledgers.sheet import Columns, Sheet
from yiding.rules.entries import Kind, Type

RETURNS = Sheet(
    name="一套表",
    kind="enterprise",
    key=("uscc",),
    heads={
        "企业代码": "uscc",
        "企业名称": "name",
        "行业代码": "industry_code",
        "产值(万元)": "output",
        "营收(万元)": "revenue",
        "从业人员": "staff",
        "研发(万元)": "rd",
        "年度": "year",
        "园区": "park",
        "区县": "district",
        "规上年份": "above_threshold",
        "上市": "listed",
        "融资": "funding_rounds",
        "备注": "note",
    },
)
TRIALS = Sheet(
    name="登记平台下载",
    kind="drug",
    heads={
        "编号": "id",
        "登记号": "ctr_no",
        "药物名称": "name",
        "药物类型": "drug_kind",
        "申办者": "company",
        "试验状态": "trial_status",
        "适应症": "indication",
        "方案编号": "protocol_no",
        "伦理委员会": "ethics_committee",
        "主要研究者": "investigator",
        "参加机构": "institutions",
        "受理号": "acceptance_no",
        "注册分类": "product_class",
        "临床获准日": "trial_approved_on",
        "首例知情同意日": "first_consent_on",
    },
)
UDI = Sheet(
    name="唯一标识数据",
    kind="device",
    heads={
        "编号": "id",
        "最小销售单元产品标识": "udi",
        "产品名称": "name",
        "注册人": "company",
        "注册证号": "certificate_no",
        "管理类别": "product_class",
    },
)
PAYMENTS = Sheet(
    name="资金兑付",
    kind="payment",
    heads={
        "编号": "id",
        "政策或基金": "scheme",
        "企业": "company",
        "用途": "purpose",
        "承诺金额(万元)": "promised",
        "金额(万元)": "amount",
        "日期": "date",
        "兑付条件": "condition",
        "兑付结果": "result",
        "社会资本(万元)": "social_capital",
        "备注": "note",
    },
)
OWN = frozenset({"enterprise", "payment"})
"""Kinds whose own sheet holds everything."""
CELLS = frozenset({"milestones", "targets", "cells", "parts", "previous"})
"""Records that may stand in a cell, written as JSON."""


def _sheet(kind: Kind) -> Sheet:
    """A sheet with a column for every field of a kind."""
    fields = (one for one in kind.fields if one.type != Type.RECORDS or one.name in CELLS)
    return Sheet(kind.term, kind.name, {"编号": "id"} | {one.term: one.name for one in fields})


COLUMNS = Columns(
    sheets=(
        RETURNS,
        TRIALS,
        UDI,
        PAYMENTS,
        *(_sheet(kind) for kind in KINDS if kind.name not in OWN),
    )
)
