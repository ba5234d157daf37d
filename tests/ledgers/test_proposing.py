"""What would prove a duty: its document, the figure of the ledger it names, or nothing."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from yiding.ledgers.catalogue import SLUGS, ledger
from yiding.ledgers.proposing import Duty, general, proposed

HOUSING = "审议《临湖市党政机关办公用房管理办法（草案）》"


def addresses(heading: str, action: str, closing: str = "deliver") -> list[str]:
    """Where it would be read."""
    return [one.address for one in proposed(Duty(heading, action, closing))]


@pytest.mark.parametrize("closing", ["issue", "submit"])
def test_a_commission_is_proven_by_each_document_of_its_item(closing: str) -> None:
    heading = "审议《甲办法（草案）》和《乙方案》"
    assert addresses(heading, "修改完善后按程序办理", closing) == ["甲办法", "乙方案"]


def test_without_an_instrument_there_is_no_document() -> None:
    assert addresses("听取有关情况的汇报", "提请市委常委会审议", "submit") == []


@pytest.mark.parametrize(
    ("action", "address"),
    [
        ("完成办公用房权属统一登记", "premises/unified-title-share"),
        ("在三个月内完成登记", "premises/over-limit-share"),
        ("对巡查发现的重大隐患全部销号", "inspections/major-hazards-closed"),
        ("做到蓝藻日产日清", "lake/source-compliance"),
    ],
)
def test_the_act_goes_before_the_heading(action: str, address: str) -> None:
    assert addresses(HOUSING, action) == [address]


def test_what_no_ledger_keeps_has_no_figure() -> None:
    assert addresses("审议《临湖市图书馆条例》", "新建两座分馆") == []


def test_a_heading_of_two_ledgers_has_the_general_figure_of_each() -> None:
    found = general("听取办公用房清理和安全生产巡查情况的汇报")
    assert [one.ledger for one in found] == ["premises", "inspections"]
    assert all(one.target is not None and one.why and one.why_en for one in found)


def test_a_subject_inside_a_longer_one_is_not_meant() -> None:
    found = general("审议《临湖市安全生产巡查反馈意见》")
    assert [one.ledger for one in found] == ["inspections"]
    both = general("听取安全生产事故和安全生产巡查情况的汇报")
    assert {one.ledger for one in both} == {"accidents", "inspections"}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_proposal_is_a_figure_of_its_own_ledger(slug: str) -> None:
    table = tomllib.loads((files(f"yiding.ledgers.{slug}") / "proofs.toml").read_text("utf-8"))
    known = {f"{slug}/{one.slug}" for one in ledger(slug).indicators}
    assert {row["address"] for row in table["proof"]} <= known
    assert [row for row in table["proof"] if not row["words"]] == [table["proof"][-1]]
