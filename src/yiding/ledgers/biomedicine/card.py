"""The ledger's card."""

from __future__ import annotations

from yiding.ledgers.card import Card

CARD = Card(
    slug="biomedicine",
    term="生物医药产业",
    english="Biomedicine industry",
    purpose="规划的路径、任务和举措走到哪一步，凭什么算完成；企业、产品和各口径的数对不对。",
    purpose_en="How far the plan's paths, tasks and measures have come and what proves it; "
    "whether firms, products and figures of each definition are right.",
    keepers=("工业和信息化主管部门", "市场监管（药品监管）部门", "各园区"),
    instruments=(
        "suzhou-minutes-2019-41",
        "suzhou-2022-33",
        "device-registration-2021",
        "device-regulation-2021",
        "drug-registration-2020",
        "drug-registration-2007",
        "drug-renumbering-2002",
        "drug-acceptance-numbers",
        "drug-law-2019",
        "drug-law-regulation-2019",
        "drug-law-regulation-2026",
        "nmpa-2020-46",
        "chemical-classes-2020",
        "biological-classes-2020",
        "stats-2010-87",
        "gb-t-4754-2017",
        "gb-32100-2015",
        "gb-12904-2008",
        "statistics-law-2024",
        "yiding-readings",
    ),
)
