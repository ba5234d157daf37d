"""What the ledger's page draws: bars of quotas, points of ages, a line of cost; both languages."""

from __future__ import annotations

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from ledgers.fleet.trying import Given, read
from yiding.ledgers.fleet import panels
from yiding.ledgers.panel import Panel, PanelSource, Shown, Sight

ON = date(2025, 6, 1)
GIVEN: list[Given] = [
    ("quota", "q1", {"unit": "甲局", "kind": "应急", "number": 2}),
    ("quota", "q2", {"unit": "甲局", "kind": "机要", "number": 1}),
    ("quota", "q3", {"unit": "乙局", "kind": "应急", "number": 1}),
    ("vehicle", "v1", {"unit": "甲局", "kind": "应急", "registered_on": "2016-01-01",
                       "odometer": 92000, "plate": "湖L·00001"}),
    ("vehicle", "v2", {"unit": "乙局", "kind": "应急", "registered_on": "2024-01-01",
                       "odometer": 9000}),
    ("vehicle", "v3", {"unit": "乙局", "kind": "应急"}),
    ("vehicle", "v4", {"unit": "乙局", "kind": "应急", "state": "已处置", "odometer": 9000,
                       "registered_on": "2010-01-01"}),
    ("cost_line", "c1", {"kind": "加油", "date": "2025-03-01", "amount": "900"}),
    ("cost_line", "c2", {"kind": "社会租赁", "date": "2025-03-01", "amount": "9000"}),
    ("cost_line", "c3", {"kind": "加油", "date": "2025-04-01", "amount": "900"}),
    ("dispatch", "o1", {"start": "2025-03-04 08:00", "km": 600}),
    ("dispatch", "o2", {"start": "2025-03-05 08:00", "km": 500, "source": "租赁"}),
    ("dispatch", "o3", {"start": "2025-03-06 08:00", "km": 500, "state": "撤销"}),
]  # fmt: skip


def sight(*kinds: str, place: str = "329900") -> Sight:
    """The entries of some kinds as a reader sees them."""
    shown = [Shown(one, None, f"/e/{one.id}/") for one in read(GIVEN) if one.kind in kinds]
    return Sight(ON, place, shown)


def drawn(source: PanelSource, place: str = "329900") -> tuple[Panel, str]:
    """A panel and its page."""
    panel = source.draw(sight(*source.kinds, place=place))
    assert panel is not None
    return panel, render_to_string(panel.template, dict(panel.context))


def test_a_unit_over_its_quota_comes_first_and_leads_to_the_quota() -> None:
    """乙局 holds two of one; what was disposed of takes up no place."""
    _panel, page = drawn(panels.quotas)
    assert page.index("乙局（编制 1）") < page.index("甲局（编制 3）")
    assert page.count("f-late") == 1
    assert 'href="/e/q3/"' in page
    assert "2 辆" in page


def test_ages_stand_against_the_lines_that_hold_there() -> None:
    """Suzhou has two more; a vehicle without distance or disposed of has no point."""
    _panel, page = drawn(panels.ages)
    assert page.count("<circle") == 2
    assert page.count("f-soon") == 1
    assert "国家 8 年" in page
    assert "本地" not in page
    assert "湖L·00001，9 年 5 个月，92,000 km" in page
    _panel, in_suzhou = drawn(panels.ages, place="320500")
    assert "本地 10 年" in in_suzhou
    assert "本地 100,000 km" in in_suzhou


def test_cost_per_kilometre_counts_running_costs_and_own_orders() -> None:
    """March cost 900 over 600 km; April has no distance and so no point."""
    _panel, page = drawn(panels.cost)
    assert "每公里运行费 1.5" in page
    assert page.count("<circle") == 1


@pytest.mark.parametrize("source", [panels.quotas, panels.ages, panels.cost])
def test_a_panel_says_nothing_of_nothing_and_all_of_it_in_english(source: PanelSource) -> None:
    """No Chinese is left but the units' names."""
    assert source.draw(Sight(ON, "329900", [])) is None
    with translation.override("en"):
        panel, page = drawn(source)
    assert panel.title_en.isascii()
    for name in ("甲局", "乙局", "湖L·00001"):
        page = page.replace(name, "")
    assert not {one for one in page if "\u4e00" <= one <= "\u9fff"}
