"""Figures of items: time, steps, materials and visits, and who answers for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yiding.ledgers.powers.figures import mean, saved, saying, told, verdicts
from yiding.rules import Entry, Figure, Verdict, indicator
from yiding.rules.indicator import share, total


@indicator(
    english="Statutory time saved",
    unit="%",
    period="批次",
    formula="（法定时限之和 − 承诺时限之和）÷ 法定时限之和，没有法定时限的、单位不同的不计",
    kind="item",
)
def time_saved(items: Sequence[Entry], _: date) -> Figure:
    """时限压缩比。"""
    return saved([one for one in items if is_one_unit(one)], "anticipate_day", "promise_day")


def is_one_unit(item: Entry) -> bool:
    """Both limits are in one unit, as far as is told."""
    units = {told(item, "anticipate_type"), told(item, "promise_type")} - {None}
    return len(units) <= 1


@indicator(
    english="Mean number of steps",
    unit="个",
    period="批次",
    formula="环节数之和 ÷ 事项数",
    kind="item",
    better="less",
)
def steps_mean(items: Sequence[Entry], _: date) -> Figure:
    """平均审批环节数。"""
    return mean(items, "step_count")


@indicator(
    english="Steps saved",
    unit="%",
    period="批次",
    formula="（原环节数之和 − 环节数之和）÷ 原环节数之和",
    kind="item",
)
def steps_saved(items: Sequence[Entry], _: date) -> Figure:
    """环节压减率。"""
    return saved(items, "steps_before", "step_count")


@indicator(
    english="Mean number of materials",
    unit="份",
    period="批次",
    formula="材料数之和 ÷ 事项数",
    kind="item",
    better="less",
)
def materials_mean(items: Sequence[Entry], _: date) -> Figure:
    """平均材料数。"""
    return mean(items, "material_count")


@indicator(
    english="Materials saved",
    unit="%",
    period="批次",
    formula="（原材料数之和 − 材料数之和）÷ 原材料数之和",
    kind="item",
)
def materials_saved(items: Sequence[Entry], _: date) -> Figure:
    """材料压减率。"""
    return saved(items, "materials_before", "material_count")


@indicator(
    english="Mean number of visits",
    unit="次",
    period="批次",
    formula="到办事现场次数之和 ÷ 事项数",
    kind="item",
    better="less",
)
def visits_mean(items: Sequence[Entry], _: date) -> Figure:
    """平均跑动次数。"""
    return mean(items, "limit_scene_num")


@indicator(
    english="Visits saved",
    unit="%",
    period="批次",
    formula="（原跑动次数之和 − 到办事现场次数之和）÷ 原跑动次数之和",
    kind="item",
)
def visits_saved(items: Sequence[Entry], _: date) -> Figure:
    """跑动压减率。"""
    return saved(items, "visits_before", "limit_scene_num")


@indicator(
    english="Items without any visit",
    unit="%",
    period="批次",
    formula="到办事现场零次的事项数 ÷ 写明次数的事项数",
    kind="item",
)
def zero_visit_share(items: Sequence[Entry], _: date) -> Figure:
    """零跑占比。"""
    known = saying(items, "limit_scene_num")
    return share([one for one in known if told(one, "limit_scene_num") == 0], known)


@indicator(
    english="Items with one visit at most",
    unit="%",
    period="批次",
    formula="到办事现场不超过一次的事项数 ÷ 写明次数的事项数",
    kind="item",
)
def one_visit_share(items: Sequence[Entry], _: date) -> Figure:
    """最多跑一次占比。"""
    known = saying(items, "limit_scene_num")
    return share([one for one in known if told(one, "limit_scene_num") <= 1], known)


@indicator(
    english="Immediate items",
    unit="%",
    period="批次",
    formula="即办件事项数 ÷ 写明办件类型的事项数",
    kind="item",
)
def immediate_share(items: Sequence[Entry], _: date) -> Figure:
    """即办件率。"""
    known = saying(items, "project_type")
    return share([one for one in known if told(one, "project_type") == "immediate"], known)


@indicator(
    english="Items that can be handled online",
    unit="%",
    period="批次",
    formula="可网上办理的事项数 ÷ 写明是否网办的事项数",
    kind="item",
)
def items_online(items: Sequence[Entry], _: date) -> Figure:
    """网办率。"""
    known = saying(items, "is_online")
    return share([one for one in known if told(one, "is_online")], known)


@indicator(
    english="Items without exactly one approver and one supervisor",
    unit="项",
    period="日",
    formula="审批部门或者监管部门没有、不唯一的事项数",
    kind="item",
    better="less",
)
def items_without_one_supervisor(items: Sequence[Entry], on: date) -> Figure:
    """审管责任不清的事项数。"""
    slugs = ("one-approver-one-supervisor",)
    unclear = [one for one in items if Verdict.BREACHED in verdicts(one, slugs, on)]
    return total(len(unclear), unclear)
