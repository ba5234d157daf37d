"""The ledger's card."""

from __future__ import annotations

from yiding.ledgers.card import Card

CARD = Card(
    slug="fleet",
    term="公务用车",
    english="Official vehicles",
    purpose="每辆公务用车是谁的、合不合标准、怎么用的、花了多少、该不该更新。",
    purpose_en=(
        "Whose each official vehicle is, whether it keeps to the standard, how it is used, "
        "what it costs, and whether it may be renewed."
    ),
    keepers=("机关事务管理部门", "各用车单位", "公务用车服务平台"),
    instruments=(
        "official-vehicles-2017",
        "frugality-2025",
        "frugality-2013",
        "institutional-affairs-2012",
        "public-energy-saving",
        "vertical-vehicles-2019",
        "ga-802-2019",
        "suzhou-2024-frugality",
        "xiangyang-2018-vehicles",
        "fujian-2017-livery",
        "beijing-2018-vehicles",
        "official-vehicles-2011",
        "state-assets-2021",
        "jt-t-808",
        "yiding-readings",
    ),
)
