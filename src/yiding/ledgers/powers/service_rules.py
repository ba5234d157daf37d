"""Rules of how an item is served: its promise, its steps and conditions, the permit list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yiding.ledgers.powers.denials import is_said
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    compute,
    known,
    rule,
)
from yiding.rules.answers import breached, met, undetermined

SERVED = ("item", "item_service", "transfer")
HUNDRED = 100


def _is_one_unit(item: Fields) -> Term:
    """Both limits are in working days or both in calendar days, or nobody says in what."""
    is_untold = ~known(item.anticipate_type) | ~known(item.promise_type)
    return (item.anticipate_type == item.promise_type) | is_untold


@rule(
    cites="business-environment-2020:36",
    kind=SERVED,
    english="The promised time is no longer than the statutory time",
)
def promise_within_statutory(item: Fields, _: Values) -> Term:
    """承诺时限不长于法定时限。"""
    is_unlimited = known(item.promise_day) & ~known(item.anticipate_day)
    is_for_now = (item.project_type == "immediate") & is_unlimited
    is_told = known(item.promise_day) | known(item.anticipate_day)
    spoken = is_told & ~(known(item.project_type) & is_for_now) & _is_one_unit(item)
    return (item.promise_day <= item.anticipate_day).where(spoken)


@rule(
    cites="business-environment-2020:36",
    kind=SERVED,
    english="The promised and the statutory time are in the same unit",
)
def promise_in_same_unit(item: Fields, _: Values) -> Term:
    """承诺时限与法定时限单位一致，工作日不与自然日相比。"""
    are_told = known(item.promise_type) & known(item.anticipate_type)
    return (item.promise_type == item.anticipate_type).where(are_told)


@rule(
    cites="item-exchange:project-type",
    kind=SERVED,
    sequence=True,
    english="An immediate item promises the same day, a promised item a day or more",
)
def promise_fits_type(item: Entry, amounts: Amounts, _: date) -> Answer | None:
    """即办件承诺当日办结，承诺件承诺一天以上。"""
    if item.project_type is None:
        return None
    if item.promise_day is None:
        is_silent = item.project_type == "immediate"
        return None if is_silent else undetermined(Reason.NO_DATA, ("promise_day",))
    promise, limit = item.promise_day, amounts["promise_bound", item.project_type]
    if promise <= limit if item.project_type == "immediate" else promise >= limit:
        return met(promise, limit, "天")
    beyond = abs(promise - limit)
    return breached(promise, limit, "天", excess=beyond, label="类型与时限不一致")


@rule(
    cites="yiding-readings:power-time-saved",
    kind=SERVED,
    english="How much of the statutory time is saved",
)
def item_time_saved(item: Fields, values: Values) -> Term:
    """承诺时限比法定时限压缩的比例。"""
    are_told = known(item.promise_day) & known(item.anticipate_day)
    saved = (item.anticipate_day - item.promise_day) * values.per_cent
    figure = compute(saved / item.anticipate_day, "%", "时限压缩比", places=2)
    return figure.where(are_told & _is_one_unit(item) & (item.anticipate_day > 0))


@rule(
    cites="business-environment-2020:35",
    kind=SERVED,
    sequence=True,
    english="No step or condition without a basis in law is added",
)
def steps_have_basis(item: Entry, _: Amounts, __: date) -> Answer | None:
    """办理环节和条件都有法定依据，没有依据的不得增设。"""
    parts = list(_parts(item))
    if not parts:
        return None
    bare = tuple(name for name, basis in parts if is_said(basis) is False)
    if bare:
        return breached(missing=bare, label="无法定依据")
    untold = tuple(name for name, basis in parts if basis is None)
    return undetermined(Reason.NO_DATA, untold) if untold else met()


def _parts(item: Entry) -> Iterator[tuple[str, str | None]]:
    """Each step and condition by name, with its basis."""
    for one in (*(item.steps or ()), *(item.conditions or ())):
        yield one.get("name", "未写明"), one.get("basis")


@rule(
    cites="business-environment-2020:40",
    kind="item",
    needs=["in_permit_list"],
    english="A permit is in the permit list in force",
)
def permit_in_list(item: Fields, _: Values) -> Term:
    """行政许可事项在现行许可清单之内，清单之外不得实施。"""
    return (item.in_permit_list == True).where(item.item_kind == "permit")  # noqa: E712
