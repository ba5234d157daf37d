"""The ledger's card."""

from __future__ import annotations

from yiding.ledgers.card import Card

CARD = Card(
    slug="powers",
    term="行政权力事项划转",
    english="Administrative powers",
    purpose="每项权力哪天起由谁行使、凭什么划转、办件按不按期、审批和监管推送到没到。",
    purpose_en=(
        "Who holds each power since when and on what basis, whether its cases are decided in "
        "time, and whether approval and supervision tell each other."
    ),
    keepers=("市委编办", "市行政审批局", "市司法局", "各原实施部门"),
    instruments=(
        "administrative-permit-law",
        "administrative-penalty-law",
        "business-environment-2020",
        "jiangsu-powers-list-2022",
        "permit-power-pilot-2015",
        "item-exchange",
        "power-transfer-practice",
        "yiding-readings",
    ),
)
