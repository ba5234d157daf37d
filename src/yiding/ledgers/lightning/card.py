"""The ledger's card."""

from __future__ import annotations

from yiding.ledgers.card import Card

CARD = Card(
    slug="lightning",
    term="防雷减灾",
    english="Lightning defence",
    purpose="哪些场所该防雷、属第几类、按期检测没有、不合格的整改没有、许可按时没有。",
    purpose_en="Which places need protection, of which class, inspected and mended in time or not.",
    keepers=("气象主管机构", "住房城乡建设主管部门", "各行业主管部门", "防雷安全重点单位"),
    instruments=(
        "meteorology-law",
        "meteorological-disasters-regulation",
        "state-council-2016-39",
        "lightning-order-24",
        "lightning-order-44",
        "lightning-order-37",
        "lightning-order-38",
        "gb-50057-2010",
        "gb-50057-94",
        "housing-project-code",
        "gbt-21431-2015",
        "gbt-21431-2023",
        "lightning-disaster-2013",
        "qxt-103-2017",
        "warning-signals-16",
        "gbt-21714-2-2015",
        "gansu-lightning-inspection",
        "hangzhou-2025-lightning",
        "faku-2025-lightning",
        "thunder-days-cities",
    ),
)
