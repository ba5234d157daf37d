"""The ledger's card."""

from __future__ import annotations

from yiding.ledgers.card import Card

CARD = Card(
    slug="inspections",
    term="安全生产巡查",
    english="Work safety inspections",
    purpose="巡查反馈的每个问题、每条隐患是谁的、何时改完、凭什么销号。",
    purpose_en="Whose each finding and hazard is, when it is removed, and what proves it closed.",
    keepers=("市安委会各巡查组", "市安委办", "各被巡查单位"),
    instruments=(
        "work-safety-law",
        "order-16-2007",
        "permit-regulation",
        "emergency-regulation-2019",
        "jiangsu-order-140",
        "standardisation-2021-83",
        "inspection-system-2016",
        "jiangyan-2015-inspection",
        "dual-prevention-exchange",
        "major-hazards-industry-2023",
        "major-hazards-coal-2020",
        "major-hazards-coal-2015",
        "major-hazards-building-2022",
        "major-hazards-mines-2017",
        "major-hazards-explosives-2023",
        "major-hazards-chemicals-2017",
        "major-fire-hazards",
        "yiding-readings",
    ),
)
