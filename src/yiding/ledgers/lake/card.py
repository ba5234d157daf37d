"""The ledger's card."""

from __future__ import annotations

from yiding.ledgers.card import Card

CARD = Card(
    slug="lake",
    term="太湖安全度夏",
    english="The lake's safe summer",
    purpose="水质几类、富营养到什么程度、蓝藻和湖泛到没到应急级别、水源地和出厂水达不达标，两个确保守没守住。",
    purpose_en="Water class, trophic state, whether bloom or black water calls for an emergency, "
    "whether sources and finished water comply: have the two bottom lines held.",
    keepers=("生态环境部门", "水务部门", "湖泊打捞和巡查单位", "供水企业"),
    instruments=(
        "gb-3838-2002",
        "surface-water-assessment-2011",
        "lake-trophic-2001-090",
        "hj-1098-2020",
        "gb-5749",
        "taihu-regulation",
        "wujiang-bloom-plan-2020",
        "jiangsu-blackwater-plan-2020",
        "hj-212-2017",
        "hj-212-2025",
    ),
)
