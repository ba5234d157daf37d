"""The fields of a figure 指标 reported for an item, a body or a batch over a period."""

from __future__ import annotations

from yiding.ledgers.powers.choices import SUPERLATIVES
from yiding.ledgers.powers.item_fields import TIMES
from yiding.ledgers.powers.transfer_fields import ITEM
from yiding.rules.entries import Field, Type

KPI_FIELDS = (
    ITEM,
    Field("body", "单位", aliases=("dept", "bureau", "部门")),
    Field("period", "期间", aliases=("月份", "month", "年月", "quarter", "year")),
    Field("items", "事项清单", Type.RECORDS, aliases=("item_list", "事项"), fields=(
        Field("name", "名称", aliases=("task_name", "item", "事项")), *TIMES)),
    Field("statutory_sum", "法定时限合计", Type.NUMBER, aliases=("statutory_days", "sum_statutory",
        "statutory_total", "法定时限之和", "statutory", "statutory_days_sum", "anticipate_sum",
        "sum_anticipate", "anticipate_total", "statutory_days_total", "anticipate_day_sum",
        "anticipate_day")),
    Field("promise_sum", "承诺时限合计", Type.NUMBER, aliases=("promised_days", "sum_promise",
        "promise_total", "承诺时限之和", "promise", "promise_days_sum", "promised_sum",
        "sum_promised", "promise_days", "promise_days_total", "promised", "promise_day_sum",
        "promise_day")),
    Field("actual_sum", "实际用时合计", Type.NUMBER, aliases=("actual_days", "sum_actual",
        "actual_total", "实际用时之和", "actual", "actual_days_sum")),
    Field("cases", "办件数", Type.INTEGER, aliases=("case_count", "办件量", "cases_decided",
        "number_of_cases", "办结数")),
    Field("in_time", "按期办结数", Type.INTEGER, aliases=("cases_in_time", "decided_in_time",
        "on_time")),
    Field("online_cases", "网上办件数", Type.INTEGER, aliases=("online", "cases_online", "网办数")),
    Field("told_once_cases", "一次告知数", Type.INTEGER, aliases=("told_once", "一次告知件数")),
    Field("returned_cases", "退件数", Type.INTEGER, aliases=("returned", "退件")),
    Field("bad_reviews", "差评数", Type.INTEGER, aliases=("bad", "差评")),
    Field("bad_rectified", "差评整改数", Type.INTEGER, aliases=("rectified", "差评整改")),
    Field("reviews", "评价数", Type.INTEGER, aliases=("ratings", "评价总数")),
    Field("satisfied", "满意评价数", Type.INTEGER, aliases=("good_reviews", "满意数", "好评数")),
    Field("claim", "“最”的说法", Type.CHOICE, aliases=("superlative", "说法", "四最", "most"),
        options=SUPERLATIVES, is_open=True),
    Field("formula", "算式", aliases=("公式", "计算公式", "stated_formula")),
    Field("comparison_set", "比较范围", aliases=("comparison", "compared_with", "比较集",
        "比较对象", "comparison set")),
    Field("rank", "名次", Type.INTEGER, aliases=("位次", "排名")),
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip
