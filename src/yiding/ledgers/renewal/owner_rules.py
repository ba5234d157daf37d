"""Rules of the owners' register 业主名册: how many heads, how large an area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import computed, undetermined

LISTS = ("owner_list", "owner_vote", "community")
AREAS = ("register_area", "survey_area", "contract_area")
"""The area of the register, else of the survey, else of the contract."""
DEVELOPERS = ("建设单位", "开发商", "developer", "开发企业")

Owner = Mapping[str, Any]


@rule(
    cites="ownership-interpretation-2020:9",
    kind=LISTS,
    sequence=True,
    english="How many heads the owners are",
)
def heads_counted(listed: Entry, _: Amounts, __: date) -> Answer | None:
    """业主人数按专有部分计，没有卖出、交付的和同一买受人的都按一人。"""
    if not listed.owners:
        return None
    buyers, nameless = set(_buyers(listed.owners)), _nameless(listed.owners)
    is_held = any(_is_developers(one) for one in listed.owners)
    heads = len(buyers) + nameless + is_held
    note = "，其中建设单位按一人" if is_held else ""
    note_en = ", the developer one of them" if is_held else ""
    return computed(
        heads, "业主人数", "人", note=f"共 {heads} 人{note}", note_en=f"{heads} heads{note_en}"
    )


def _is_developers(one: Owner) -> bool:
    """What the developer has not sold, or not delivered."""
    is_held = one.get("is_unsold") is True or one.get("is_sold") is False
    is_kept = one.get("is_undelivered") is True or one.get("is_delivered") is False
    name = str(one.get("owner", "")).lower()
    return is_held or is_kept or one.get("is_developer") is True or name in DEVELOPERS


def _buyers(owners: tuple[Owner, ...]) -> Iterator[str]:
    sold = (one for one in owners if not _is_developers(one))
    return (str(one["owner"]) for one in sold if one.get("owner"))


def _nameless(owners: tuple[Owner, ...]) -> int:
    """Units of which no owner is told: one head each."""
    sold = (one for one in owners if not _is_developers(one) and not one.get("owner"))
    return sum(int(one.get("units") or 1) for one in sold)


@rule(
    cites="ownership-interpretation-2020:8",
    kind=LISTS,
    sequence=True,
    english="How large the owners' area is",
)
def area_counted(listed: Entry, _: Amounts, __: date) -> Answer | None:
    """专有部分面积依次按登记簿、实测、合同。"""
    areas = [_area(one) for one in listed.owners or ()]
    told = [one for one in areas if one is not None]
    if not told:
        return None
    if len(told) < len(areas):
        return undetermined(Reason.NO_DATA, AREAS)
    return computed(sum(told, Decimal(0)), "专有部分面积", "m²")


def _area(one: Owner) -> Decimal | None:
    return next((one[name] for name in AREAS if one.get(name) is not None), None)
