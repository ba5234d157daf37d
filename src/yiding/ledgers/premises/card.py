"""The ledger's card."""

from __future__ import annotations

from yiding.ledgers.card import Card

CARD = Card(
    slug="premises",
    term="办公用房",
    english="Office space",
    purpose="每处办公用房谁在用、多大、合不合标准、该退的退了没有。",
    purpose_en="Who uses which office, how large, within the standard or not, and what is vacated.",
    keepers=("机关事务管理部门", "各使用单位"),
    instruments=(
        "ndrc-2014-2674",
        "office-space-2017",
        "institutional-affairs-2012",
        "building-projects-2017",
        "state-assets-2021",
        "frugality-2025",
        "suzhou-2024-frugality",
        "heilongjiang-2015-office-standard",
        "panjin-office-standard",
        "party-discipline",
    ),
)
