"""Rules of votes 表决: by area and by heads, by the law of the day, in exact fractions.

A share is held against its base as ``part >= base × 2 ÷ 3``: areas have two decimals and heads
none, so that a bound which is not exact in decimals is never met by a rounding.
"""

from __future__ import annotations

from yiding.rules import Fields, Term, Values, choose, compute, known, rule, smaller
from yiding.rules.expression import Limit

CODE = "civil-code:278"
OLD = "property-management-regulation:12"


def share_of(base: Term, table: Limit, *keys: str) -> Term:
    """So much of a base as a fraction of a table says."""
    return base * table[*keys, "part"] / table[*keys, "whole"]


def needs_special(vote: Fields, values: Values) -> Term:
    """Whether the matter needs the larger majority."""
    return values.majority[vote.matter_no] == "special"


@rule(
    cites=CODE,
    kind="owner_vote",
    needs=["total_area", "part_area", "voted_on"],
    dated_by="voted_on",
    english="Owners of two thirds of the area take part",
)
def participation_by_area(vote: Fields, values: Values) -> Term:
    """参与表决的面积达到规定比例。"""
    return vote.part_area >= share_of(vote.total_area, values.participation)


@rule(
    cites=CODE,
    kind="owner_vote",
    needs=["total_heads", "part_heads", "voted_on"],
    dated_by="voted_on",
    english="Two thirds of the owners take part",
)
def participation_by_heads(vote: Fields, values: Values) -> Term:
    """参与表决的人数达到规定比例。"""
    return vote.part_heads >= share_of(vote.total_heads, values.participation)


@rule(
    cites=CODE,
    kind="owner_vote",
    needs=["part_area", "yes_area", "voted_on"],
    dated_by="voted_on",
    english="Three quarters of the area taking part agree",
)
def large_majority_by_area(vote: Fields, values: Values) -> Term:
    """筹集维修资金、改建重建、改变共有部分的同意面积达到参与面积的规定比例。"""
    least = share_of(vote.part_area, values.approval, "special")
    return (vote.yes_area >= least).where(needs_special(vote, values))


@rule(
    cites=CODE,
    kind="owner_vote",
    needs=["part_heads", "yes_heads", "voted_on"],
    dated_by="voted_on",
    english="Three quarters of the owners taking part agree",
)
def large_majority_by_heads(vote: Fields, values: Values) -> Term:
    """筹集维修资金、改建重建、改变共有部分的同意人数达到参与人数的规定比例。"""
    least = share_of(vote.part_heads, values.approval, "special")
    return (vote.yes_heads >= least).where(needs_special(vote, values))


@rule(
    cites=CODE,
    kind="owner_vote",
    needs=["part_area", "yes_area", "voted_on"],
    dated_by="voted_on",
    english="More than half of the area taking part agrees",
)
def majority_by_area(vote: Fields, values: Values) -> Term:
    """其他事项的同意面积超过参与面积的规定比例。"""
    least = share_of(vote.part_area, values.approval, "ordinary")
    return (vote.yes_area > least).where(~needs_special(vote, values))


@rule(
    cites=CODE,
    kind="owner_vote",
    needs=["part_heads", "yes_heads", "voted_on"],
    dated_by="voted_on",
    english="More than half of the owners taking part agree",
)
def majority_by_heads(vote: Fields, values: Values) -> Term:
    """其他事项的同意人数超过参与人数的规定比例。"""
    least = share_of(vote.part_heads, values.approval, "ordinary")
    return (vote.yes_heads > least).where(~needs_special(vote, values))


@rule(
    cites=OLD,
    kind="owner_vote",
    needs=["total_area", "part_area", "voted_on"],
    dated_by="voted_on",
    english="Before 2021: owners of more than half of the area attend",
)
def attendance_by_area(vote: Fields, values: Values) -> Term:
    """2021年以前的业主大会参加者的面积过半数。"""
    return vote.part_area > share_of(vote.total_area, values.participation)


@rule(
    cites=OLD,
    kind="owner_vote",
    needs=["total_heads", "part_heads", "voted_on"],
    dated_by="voted_on",
    english="Before 2021: more than half of the owners attend",
)
def attendance_by_heads(vote: Fields, values: Values) -> Term:
    """2021年以前的业主大会参加者的人数过半数。"""
    return vote.part_heads > share_of(vote.total_heads, values.participation)


@rule(
    cites=OLD,
    kind="owner_vote",
    needs=["total_area", "yes_area", "voted_on"],
    dated_by="voted_on",
    english="Before 2021: two thirds of all the area agree",
)
def consent_of_all_by_area(vote: Fields, values: Values) -> Term:
    """2021年以前筹集和使用维修资金、改建重建的同意面积达到全部面积的规定比例。"""
    least = share_of(vote.total_area, values.approval, "special")
    return (vote.yes_area >= least).where(needs_special(vote, values))


@rule(
    cites=OLD,
    kind="owner_vote",
    needs=["total_heads", "yes_heads", "voted_on"],
    dated_by="voted_on",
    english="Before 2021: two thirds of all owners agree",
)
def consent_of_all_by_heads(vote: Fields, values: Values) -> Term:
    """2021年以前筹集和使用维修资金、改建重建的同意人数达到全部人数的规定比例。"""
    least = share_of(vote.total_heads, values.approval, "special")
    return (vote.yes_heads >= least).where(needs_special(vote, values))


@rule(
    cites=OLD,
    kind="owner_vote",
    needs=["total_area", "yes_area", "voted_on"],
    dated_by="voted_on",
    english="Before 2021: more than half of all the area agrees",
)
def majority_of_all_by_area(vote: Fields, values: Values) -> Term:
    """2021年以前其他事项的同意面积超过全部面积的规定比例。"""
    least = share_of(vote.total_area, values.approval, "ordinary")
    return (vote.yes_area > least).where(~needs_special(vote, values))


@rule(
    cites=OLD,
    kind="owner_vote",
    needs=["total_heads", "yes_heads", "voted_on"],
    dated_by="voted_on",
    english="Before 2021: more than half of all owners agree",
)
def majority_of_all_by_heads(vote: Fields, values: Values) -> Term:
    """2021年以前其他事项的同意人数超过全部人数的规定比例。"""
    least = share_of(vote.total_heads, values.approval, "ordinary")
    return (vote.yes_heads > least).where(~needs_special(vote, values))


@rule(
    cites=CODE,
    kind="owner_vote",
    needs=["voted_on"],
    dated_by="voted_on",
    english="The share taking part, the smaller of area and heads",
)
def participation_share(vote: Fields, values: Values) -> Term:
    """参与表决的比例，面积和人数取低的。"""
    by_area = vote.part_area >= share_of(vote.total_area, values.participation)
    by_heads = vote.part_heads >= share_of(vote.total_heads, values.participation)
    lower = smaller(vote.part_area / vote.total_area, vote.part_heads / vote.total_heads)
    label = choose((by_area & by_heads, "达到参与比例"), otherwise="未达参与比例")
    return compute(lower * 100, "%", label, places=2)


@rule(
    cites="civil-code:278.1",
    kind="owner_vote",
    dated_by="voted_on",
    english="Which of the nine matters is voted on",
)
def matter_named(vote: Fields, values: Values) -> Term:
    """表决的是哪一类事项。"""
    name = values.matter_names[vote.matter_no]
    return compute(vote.matter_no, label=name).where(known(vote.matter_no))


@rule(
    cites=CODE,
    or_else=OLD,
    kind="owner_vote",
    dated_by="voted_on",
    english="Which majority the matter needs",
)
def majority_needed(vote: Fields, values: Values) -> Term:
    """事项要哪一种多数。"""
    least = choose(
        (needs_special(vote, values), _percent(values.approval, "special")),
        otherwise=_percent(values.approval, "ordinary"),
    )
    label = choose((needs_special(vote, values), "特别多数"), otherwise="过半数")
    return compute(least, "%", label, places=2).where(known(vote.matter_no))


def _percent(table: Limit, majority: str) -> Term:
    return table[majority, "part"] * 100 / table[majority, "whole"]
