"""Entries as somebody writes them who has read the rules and never this ledger's field names."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check, finding_as_json

ON = date(2021, 6, 1)
SUZHOU, NOWHERE, LUOYANG = "320500", "100000", "410300"
GIVEN: list[tuple[str, str, dict[str, Any], str, dict[str, Any]]] = [
    (SUZHOU, "community", {"location": "city", "acceptance_date": "2000-12-31"},
     "object-class", {"verdict": "computed", "label": "重点对象"}),
    (NOWHERE, "neighbourhood", {"place": "县城（城关镇）", "completion": "1987",
                                "single_building": "是"},
     "object-class", {"label": "重点对象"}),
    (NOWHERE, "community", {"place_type": "village", "built_year": 1990},
     "object-class", {"label": "不属城镇老旧小区"}),
    (NOWHERE, "vote", {"matter": "改建、重建建筑物及其附属设施", "date": "2021-03-01",
                       "total": {"area_m2": "60000", "heads": 600},
                       "participating": {"area_m2": "40000", "heads": 400},
                       "yes": {"area_m2": "30000", "heads": 299}},
     "vote-passes", {"verdict": "breached", "label": "不通过", "measured": "299", "limit": "300"}),
    (NOWHERE, "owner_vote", {"matter_no": "使用维修资金", "vote_date": "2021/3/1",
                             "total_area_sqm": "60,000", "total_owners": 600,
                             "participating_area": "4万㎡", "participating_owners": "400人",
                             "agree_area": "2万平方米", "agree_owners": 201},
     "vote-passes", {"verdict": "breached", "measured": "20000", "unit": "m²"}),
    (NOWHERE, "owner_vote", {"matter_no": "lift", "date": "2021-03-01", "total": "60000/600",
                             "part": "40000/400", "yes": "30000/300"},
     "lift-vote-passes", {"verdict": "met", "confirmed": False}),
    (LUOYANG, "owner_vote", {"matter_no": 7, "date": "2021-03-01", "total_heads": 100,
                             "yes_heads": 79},
     "local-threshold-of-vote", {"verdict": "breached", "place": LUOYANG}),
    (NOWHERE, "owners", {"owners": {"A": 3, "B": 1, "C": 1}, "developer_unsold": 20},
     "heads-counted", {"verdict": "computed", "value": "4"}),
    (SUZHOU, "mechanisms", {"issued": "8/9"},
     "mechanisms-issued", {"verdict": "overdue", "days": 518, "label": "未完成 8/9"}),
    (SUZHOU, "project", {"pilot": True, "financed": True, "name": "甲", "loan": "1000万元",
                         "in_place": "900万元"},
     "pilot-financed", {"verdict": "breached", "label": "资金未到位", "excess": "1000000"}),
    (NOWHERE, "funding", {"中央": "1997.95万元", "县级": "2.84万元", "居民": "12.40万元",
                          "合计": "2013.19万元"},
     "sources-sum-to-total", {"verdict": "met", "label": "相符"}),
    (NOWHERE, "funding", {"source": "中央", "in_place_yuan": "100", "paid_yuan": "100.01"},
     "paid-within-in-place", {"verdict": "breached", "excess": "0.01"}),
    (NOWHERE, "plan", {"by_place": "5+4+6+2+33+9+2+12+4+2", "total_communities": 79},
     "places-sum-to-total", {"verdict": "met", "label": "相符"}),
    (NOWHERE, "project", {"accepted": "2021-05-01", "property_management": "物业公司",
                          "maintenance_fund_plan": False},
     "kept-after-acceptance", {"label": "长效管理缺失",
                               "missing": ["handover_record", "fund_plan"]}),
    (NOWHERE, "plan", {"confirmed": True, "reported_to_three_ministries": False},
     "counted-nationally", {"label": "不计入全国统计"}),
]  # fmt: skip


@pytest.mark.parametrize(("place", "kind", "fields", "rule", "expected"), GIVEN)
def test_what_a_stranger_writes_is_understood(
    place: str, kind: str, fields: dict[str, Any], rule: str, expected: dict[str, Any]
) -> None:
    (one,) = check(ledger("renewal"), [{"kind": kind, "id": "X", "fields": fields}], ON, place)
    assert one.entry.faults == ()
    found = [finding_as_json(f) for f in one.findings if f.rule == f"renewal/{rule}"]
    assert any(expected.items() <= each.items() for each in found), found
