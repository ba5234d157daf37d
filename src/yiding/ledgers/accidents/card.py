"""The ledger's card."""

from __future__ import annotations

from yiding.ledgers.card import Card

CARD = Card(
    slug="accidents",
    term="安全生产事故",
    english="Work accidents",
    purpose="每起事故何时报、定什么级、谁来查、查到何时、谁担责、整改落实没有。",
    purpose_en="When each accident was reported, its grade, who inquires until when, who answers "
    "for it, and whether the measures were carried out.",
    keepers=("市应急管理局", "市安委办", "各行业主管部门", "事故发生单位"),
    instruments=(
        "decree-493-2007",
        "work-safety-law",
        "special-equipment-regulation",
        "accident-information-2009",
        "near-miss-2013",
        "jiangsu-2010-17",
        "accident-fines-2015",
        "criminal-interpretation-2015",
        "accident-statistics-2016-80",
        "gb-6441-1986",
        "gb-6441-2025",
        "yiding-readings",
    ),
)
