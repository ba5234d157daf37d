"""The ledger's card."""

from __future__ import annotations

from yiding.ledgers.card import Card

CARD = Card(
    slug="renewal",
    term="老旧小区改造",
    english="Old neighbourhoods",
    purpose="每个小区改不改、谁同意、改什么、钱从哪里来、改完谁来管。",
    purpose_en="Which neighbourhood is renovated, who agreed, what is done, who pays, who cares.",
    keepers=("住房城乡建设主管部门", "街道（镇）", "各项目实施单位"),
    instruments=(
        "renewal-opinion-2020-23",
        "civil-code",
        "property-management-regulation",
        "ownership-interpretation-2020",
        "accessibility-law",
        "renewal-statistics",
        "housing-subsidy-2024",
        "suzhou-minutes-2019-41",
        "jiangbei-2020-11",
        "zhumadian-renewal-reserve",
        "luoyang-renewal-will",
        "shanxi-2025-143",
        "renshou-audit-2024",
        "yiding-readings",
    ),
)
