"""Rules of the works 工程: days, contents, lifts, what stands aside, what follows acceptance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from yiding.ledgers.renewal.choices import ASIDE
from yiding.ledgers.renewal.completing import DAYS, named, project_of
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    compute,
    known,
    rule,
)
from yiding.rules.answers import breached, by_day, computed, met, undetermined
from yiding.rules.parsing import NO

WORKS = "yiding-readings:renewal-works"
AUDIT = "renshou-audit-2024:works"
KEPT = ("handover_record", "property_mode", "fund_plan")
ACCEPTED = ("accepted", "handed_over", "settled", "evaluated")
"""Stages after the acceptance, its day told or not."""
BUILT = ("project", "community")
NOTHING = frozenset(NO | {"none", "missing", "缺", "缺失", "待定", "未定", "未明确", "无物业"})


def is_there(text: Any) -> bool:
    """Whether a record says that there is something."""
    return text is not None and str(text).strip().lower() not in NOTHING


@rule(
    cites="renewal-opinion-2020-23:contents",
    kind="content_item",
    needs=["content_class"],
    english="An item stands in the class of the catalogue",
)
def content_in_its_class(content: Fields, values: Values) -> Term:
    """改造内容列在目录里的类别。"""
    own = values.content_classes[content.item]
    return (content.content_class == own).where(known(own) & known(content.content_class))


@rule(
    cites="renewal-opinion-2020-23:contents",
    kind="content_item",
    english="The class of an item: basic, improving or upgrading",
)
def content_class_named(content: Fields, values: Values) -> Term:
    """改造内容属于哪一类。"""
    own = values.content_classes[content.item]
    basic, improving = own == "basic", own == "improving"
    label = choose((basic, "基础类"), (improving, "完善类"), otherwise="提升类")
    number = choose((basic, 1), (improving, 2), otherwise=3)
    return compute(number, label=label).where(known(own))


@rule(
    cites=AUDIT,
    or_else=WORKS,
    kind="content_item",
    needs=["quantity", "done"],
    english="A finished item reaches the quantity planned",
)
def quantity_reached(content: Fields, _: Values) -> Term:
    """完工的改造内容达到计划数量。"""
    is_finished = known(content.finish_date) | known(content.acceptance_date)
    return (content.done >= content.quantity).where(is_finished)


@rule(
    cites=AUDIT,
    or_else=WORKS,
    kind="content_item",
    needs=["measured_mm"],
    english="The thickness measured reaches the design",
)
def thickness_as_designed(content: Fields, _: Values) -> Term:
    """实测厚度不低于设计厚度。"""
    return (content.measured_mm >= content.design_mm).where(known(content.design_mm))


@rule(
    cites=AUDIT,
    or_else=WORKS,
    kind="content_item",
    english="What was accepted is in use",
)
def accepted_in_use(content: Fields, _: Values) -> Term:
    """验收后的设施在用。"""
    is_told = known(content.acceptance_date) & known(content.is_in_use)
    return (content.is_in_use == True).where(is_told)  # noqa: E712 - an expression


@rule(
    cites="yiding-readings:renewal-schedule",
    kind=BUILT,
    sequence=True,
    english="Works start by the day planned",
)
def started_by_plan(works: Entry, _: Amounts, on: date) -> Answer | None:
    """在计划开工当天或者之前开工。"""
    return _by_plan(works, works.planned_start, works.start_date, on)


@rule(
    cites="yiding-readings:renewal-schedule",
    kind=BUILT,
    sequence=True,
    english="Works finish by the day planned",
)
def finished_by_plan(works: Entry, _: Amounts, on: date) -> Answer | None:
    """在计划完工当天或者之前完工。"""
    return _by_plan(works, works.planned_finish, works.finish_date, on)


def _by_plan(works: Entry, planned: date | None, done: date | None, on: date) -> Answer | None:
    if planned is None or works.stage in ASIDE:
        return None
    return by_day(planned, done, on)


@rule(
    cites="yiding-readings:renewal-dates-in-order",
    kind=BUILT,
    sequence=True,
    english="Start, finish, acceptance and settlement follow one another",
)
def dates_in_order(works: Entry, _: Amounts, __: date) -> Answer | None:
    """开工、完工、验收、结算依次在后。"""
    days = [(name, works.values[name]) for name in DAYS if works.values.get(name) is not None]
    crossed = [(one, two) for (one, day), (two, later) in pairwise(days) if day > later]
    wrong = tuple(dict.fromkeys(name for pair in crossed for name in pair))
    if wrong:
        return undetermined(Reason.CONTRADICTORY, wrong)
    return met() if len(days) > 1 else None


@rule(
    cites="yiding-readings:renewal-side-states",
    kind=BUILT,
    sequence=True,
    english="What is paused or taken out says why and when",
)
def aside_with_reason(works: Entry, _: Amounts, __: date) -> Answer | None:
    """暂缓、调出的写明理由和日期。"""
    if works.stage not in ASIDE:
        return None
    missing = tuple(one for one in ("aside_reason", "aside_on") if works.values.get(one) is None)
    return breached(missing=missing) if missing else met()


@rule(
    cites="yiding-readings:renewal-waiting",
    kind=BUILT,
    sequence=True,
    english="Days from the finish to the acceptance",
)
def acceptance_wait(works: Entry, _: Amounts, on: date) -> Answer | None:
    """完工后等验收的天数。"""
    return _wait(works.finish_date, works.acceptance_date, on, ("已验收", "尚未验收"))


@rule(
    cites="yiding-readings:renewal-waiting",
    kind=BUILT,
    sequence=True,
    english="Days from the acceptance to the settlement",
)
def settlement_wait(works: Entry, _: Amounts, on: date) -> Answer | None:
    """验收后等结算的天数。"""
    return _wait(works.acceptance_date, works.settlement_date, on, ("已结算", "尚未结算"))


def _wait(
    since: date | None, until: date | None, on: date, words: tuple[str, str]
) -> Answer | None:
    if since is None or since > on:
        return None
    done, open_ = words
    if until is not None and until <= on:
        return computed((until - since).days, done, "天")
    return computed((on - since).days, open_, "天")


@rule(
    cites="renshou-audit-2024:long-term",
    or_else="yiding-readings:renewal-long-term",
    kind=("project", "community", "handover"),
    sequence=True,
    english="After acceptance: handed over, managed, with a plan for the fund",
)
def kept_after_acceptance(works: Entry, _: Amounts, on: date) -> Answer | None:
    """验收后有移交记录、物业管理方式和维修资金方案。"""
    accepted = _accepted_on(works)
    is_told = works.kind == "handover" or works.stage in ACCEPTED
    if accepted > on if accepted else not is_told:
        return None
    missing = _missing(works)
    if missing:
        return breached(missing=missing, label="长效管理缺失")
    return met()


def _accepted_on(works: Entry) -> date | None:
    if works.acceptance_date is not None or works.kind != "handover":
        return works.acceptance_date  # type: ignore[no-any-return]
    project = project_of(works)
    return None if project is None else project.acceptance_date


def _missing(works: Entry) -> tuple[str, ...]:
    """What is missing of it; of a project, what any of its communities lacks."""
    own = {name: works.values[name] for name in KEPT if works.values.get(name) is not None}
    dated = {"handover_record": works.handed_over_on} if works.handed_over_on else {}
    told = [{**one, **dated, **own} for one in _handed(works)]
    return tuple(name for name in KEPT if not all(is_there(one.get(name)) for one in told))


def _handed(works: Entry) -> list[Mapping[str, Any]]:
    """What handovers say: of the entry, else of each community of a project; one at least."""
    if works.kind == "handover":
        return [{"handover_record": works.id, **works.values}]
    whole = _handover(works, works.kind, (works.id, works.name))
    parts = [_handover(works, "community", _names(works, one)) for one in works.communities or ()]
    return parts if parts and not whole else [whole]


def _names(works: Entry, community: str) -> tuple[str | None, ...]:
    """What a community of a project is called, by its id and its name."""
    found = named(works, "community", community, "name")
    return (community,) if found is None else (found.id, found.name)


def _handover(works: Entry, kind: str, names: tuple[str | None, ...]) -> Mapping[str, Any]:
    told: dict[str, Any] = {}
    for name in dict.fromkeys(one for one in names if one):
        for one in works.batch.referring("handover", kind, name):
            told |= {"handover_record": one.id, **one.values}
    return told


@rule(
    cites="yiding-readings:renewal-sums",
    kind="lift",
    sequence=True,
    english="The shares of a lift sum to its cost",
)
def lift_shares_sum(lift: Entry, _: Amounts, __: date) -> Answer | None:
    """加装电梯各户分摊之和等于总费用。"""
    shares = [one["amount"] for one in lift.shares or () if one.get("amount") is not None]
    if lift.cost is None or not shares:
        return None
    summed = sum(shares, Decimal(0))
    if summed == lift.cost:
        return replace(met(summed, lift.cost, "元"), label="相符")
    return breached(summed, lift.cost, "元", excess=abs(summed - lift.cost), label="不相符")


@rule(
    cites="accessibility-law:22",
    or_else="yiding-readings:renewal-lift-matter",
    kind="lift",
    sequence=True,
    english="Owners voted before the lift was begun",
)
def lift_voted(lift: Entry, _: Amounts, on: date) -> Answer | None:
    """加装电梯开工前经过业主表决。"""
    begun = lift.start_date or lift.permit_on
    if begun is None or begun > on:
        return None
    return met() if is_there(lift.vote) else undetermined(Reason.NO_DATA, ("vote",))
