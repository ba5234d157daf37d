"""Figures with their 口径: goals 目标指标, statistics 统计数, tables to be published 公布表."""

from __future__ import annotations

from yiding.ledgers.biomedicine.choices import DIRECTIONS
from yiding.ledgers.biomedicine.figures import unfold_figure, unfold_table
from yiding.ledgers.biomedicine.firm_kinds import DISTRICT, PARK_NAME
from yiding.ledgers.biomedicine.settling import complete_cell, complete_figure
from yiding.rules.entries import Field, Kind, Type

DEFINITION = Field("definition", "口径", aliases=("calibre", "caliber", "统计口径", "scope",
    "statistical_definition", "口径定义", "basis", "measure", "statistical_scope",
    "scope_definition", "koujing"))  # fmt: skip
PRICES = Field("price_basis", "价格基准", aliases=("prices", "价格", "price", "现价/可比价",
    "price_base"))  # fmt: skip
TERRITORY = Field("territory", "地域", aliases=("region", "area", "地域范围", "地区范围",
    "territorial_scope", "coverage"))  # fmt: skip
SCOPE = (
    DEFINITION,
    Field("industry_scope", "行业范围", aliases=("industry", "industries", "行业口径")),
    Field("threshold", "统计起点", aliases=("cutoff", "规模起点", "起点标准")),
    PRICES,
    TERRITORY,
)
"""What makes up the 口径 of a figure."""
POINT = (
    Field("year", "年度", Type.INTEGER, aliases=("年份", "y", "actual_year", "current_year")),
    Field("period", "期间", aliases=("月份", "months", "时段")),
    Field("value", "数值", Type.MEASURED, aliases=("amount", "数", "v", "figure", "actual",
        "actual_value", "current_value", "current", "现值", "实际值", "完成值", "本期值", "now")),
    Field("unit", "计量单位", aliases=("单位", "unit_of_measure")),
    *SCOPE,
)  # fmt: skip
TARGETS = Field("targets", "目标", Type.RECORDS, aliases=("目标值", "年度目标", "target_values"),
    fields=(*POINT,))  # fmt: skip
PREVIOUS = Field("previous", "上期", Type.RECORDS, aliases=("earlier", "compared_with_figure",
    "基期", "对比数", "previous_figure", "base_figure"), fields=POINT)  # fmt: skip
PARTS = Field("parts", "分项", Type.RECORDS, aliases=("components", "addends", "各项", "sum_of"),
    fields=(Field("name", "分项名称", aliases=("名称",)), *POINT))  # fmt: skip
FIELDS = (
    Field("code", "指标编号", aliases=("indicator_code", "goal_code", "代码")),
    Field("name", "指标名称", aliases=("title", "名称", "指标", "indicator", "fact")),
    *POINT,
    Field("industry_code", "行业代码", aliases=("gb_t_4754", "GB/T 4754")),
    PARK_NAME,
    DISTRICT,
    Field("direction", "方向", Type.CHOICE, aliases=("better", "指标方向"), options=DIRECTIONS,
        is_open=True),
    Field("department", "来源部门", aliases=("source_department", "数据来源", "source",
        "来源")),
    Field("frequency", "频次", aliases=("报送频次", "周期")),
    Field("base_year", "基期年", Type.INTEGER, aliases=("baseline_year", "基年")),
    Field("base_value", "基数", Type.MEASURED, aliases=("baseline_value", "baseline", "基期值",
        "base")),
    Field("base_definition", "基数口径", aliases=("baseline_definition", "baseline_scope",
        "baseline_calibre", "baseline_口径", "base_口径", "base_caliber", "baseline_caliber")),
    Field("base_price_basis", "基数价格基准", aliases=("baseline_price_basis", "baseline_prices")),
    Field("base_territory", "基数地域", aliases=("baseline_territory",)),
    Field("actual_definition", "现值口径", aliases=("actual_scope", "actual_calibre",
        "current_definition", "actual_口径", "actual_caliber", "本期口径")),
    TARGETS,
    Field("target_year", "目标年", Type.INTEGER, aliases=("by_year",)),
    Field("target_value", "目标数", Type.MEASURED, aliases=("target", "目标数值")),
    Field("target_definition", "目标口径", aliases=("target_scope", "target_calibre",
        "target_口径", "target_caliber")),
    Field("as_of", "数据日期", Type.DATE, aliases=("as_of_date", "截至日期", "截止到",
        "actual_on")),
    Field("starts_on", "起始日", Type.DATE, aliases=("plan_start", "start", "plan_starts_on",
        "start_date")),
    Field("ends_on", "截止日", Type.DATE, aliases=("plan_end", "end", "plan_ends_on", "end_date",
        "horizon", "horizon_on", "due_on")),
    Field("elapsed", "已过时间", Type.NUMBER, aliases=("elapsed_months", "elapsed_years",
        "elapsed_days", "time_elapsed")),
    Field("plan_length", "规划总时间", Type.NUMBER, aliases=("plan", "plan_months", "plan_years",
        "plan_days", "total_time", "duration", "plan_duration")),
    Field("time_share", "时间进度", Type.NUMBER, aliases=("t", "time_progress",
        "elapsed_share")),
    PREVIOUS,
    Field("previous_year", "上期年度", Type.INTEGER, aliases=("earlier_year", "from_year")),
    Field("previous_value", "上期数值", Type.MEASURED, aliases=("上年同期", "earlier_value",
        "上年数值", "last_year_value", "from_value", "previous_year_value", "上期值")),
    Field("previous_definition", "上期口径", aliases=("earlier_definition", "from_definition",
        "previous_scope", "previous_calibre", "previous_caliber")),
    Field("previous_price_basis", "上期价格基准", aliases=("previous_prices",)),
    Field("previous_territory", "上期地域", aliases=("previous_region",)),
    Field("compared_with", "对比条目", aliases=("compare_with", "compared_to", "previous_id")),
    PARTS,
    Field("stated_growth", "文中增速", Type.NUMBER, "%", aliases=("growth", "增速", "同比",
        "growth_rate", "printed_growth", "yoy")),
    Field("is_target", "是否目标数", Type.FLAG, aliases=("target_only",)),
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip
UNITS_BEHIND = Field("units", "企业数", Type.INTEGER, aliases=("enterprises", "companies",
    "unit_count", "count", "单位数", "n", "number_of_units", "respondents", "家数", "n_units",
    "enterprise_count"))  # fmt: skip
LARGEST = Field("largest", "最大一家数值", Type.NUMBER, aliases=("largest_unit", "max",
    "最大企业数值", "largest_value"))  # fmt: skip
LARGEST_SHARE = Field("largest_share", "最大一家占比", Type.NUMBER, "%", aliases=("dominance",
    "最大占比", "share", "largest_unit_share", "top_share", "largest_enterprise_share",
    "max_share", "one_unit_share"))  # fmt: skip
HIDDEN = Field("is_suppressed", "已隐匿", Type.FLAG, aliases=("suppressed", "隐匿", "hidden",
    "is_hidden", "masked"))  # fmt: skip
CELL = (
    UNITS_BEHIND,
    Field("value", "数值", Type.NUMBER, aliases=("amount", "合计", "total", "数")),
    LARGEST,
    LARGEST_SHARE,
    HIDDEN,
)
PUBLICATION = Kind(
    name="publication",
    term="公布表",
    aliases=("table", "cell", "published_table", "统计表", "公布", "published_statistic",
        "table_cell", "cells", "published_cell"),
    fields=(
        Field("name", "表名", aliases=("title", "名称")),
        *CELL,
        Field("dominance_limit", "占比上限", Type.NUMBER, "%", aliases=("threshold",
            "dominance_threshold", "share_threshold")),
        Field("cells", "各格", Type.RECORDS, aliases=("单元格", "rows", "格", "table"), fields=(
            Field("row", "行", aliases=("park", "园区", "district", "区县")),
            Field("column", "列", aliases=("col", "year", "industry", "指标", "年度")),
            *CELL,
        )),
        Field("has_totals", "公布合计", Type.FLAG, aliases=("totals", "totals_published",
            "with_totals", "margins_published", "totals_shown")),
        Field("is_published", "已公布", Type.FLAG, aliases=("published",)),
    ),
    complete=complete_cell,
    unfold=unfold_table,
)  # fmt: skip
GOAL = Kind(
    name="goal",
    term="目标指标",
    aliases=(
        "indicator",
        "goal_indicator",
        "Goal / Indicator",
        "指标",
        "目标",
        "goals",
        "target",
        "progress",
    ),
    key_heads=("编号", "指标编号", "序号"),
    fields=FIELDS,
    complete=complete_figure,
    unfold=unfold_figure,
)
STATISTIC = Kind(
    name="statistic",
    term="统计数",
    aliases=("figure", "statistics", "growth", "comparison", "统计", "数据", "observation",
        "published_fact", "增速", "fact", "value"),
    fields=(*FIELDS, UNITS_BEHIND, LARGEST, LARGEST_SHARE, HIDDEN),
    complete=complete_figure,
    unfold=unfold_figure,
)  # fmt: skip
