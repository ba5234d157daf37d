"""What the panels count: cells of the grid, structures by class, months of flashes."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from ledgers.lightning.trying import of, read
from yiding.ledgers.lightning.grid_map import SHADES, Spot, density_map, grid_of
from yiding.ledgers.lightning.panels import inspections_by_class, strike_map, strikes_by_month
from yiding.ledgers.panel import Panel, Shown, Sight

ON = date(2026, 9, 1)
ENTRIES = [
    of("site", "a", name="白鹭油库", category="油库", lon=125.5, lat=30.5),
    of("site", "b", name="临湖中学", category="房屋建筑", lon=125.53, lat=30.53),
    of("structure", "a1", site="a", use="火灾危险", lightning_class="II"),
    of("structure", "b1", site="b", use="人员密集", lightning_class="II"),
    of("structure", "b2", site="b", use="人员密集", lightning_class="III"),
    of("structure", "b3", site="b", use="人员密集"),
    of("inspection", "r1", structure="a1", site="a", date="2026-02-01"),
    of("inspection", "r2", structure="b1", site="b", date="2025-09-10"),
    of("inspection", "r3", structure="b2", date="2026-06-01"),
    of("strike", "s1", time="2026-07-01 15:00", lon=125.5001, lat=30.5001, strike_kind="CG"),
    of("strike", "s2", time="2026-07-01 15:01", lon=125.5002, lat=30.5002),
    of("strike", "s3", time="2026-08-02 15:01", lon=125.5299, lat=30.5299, strike_kind="CG"),
    of("strike", "s4", time="2026-08-02 15:02", lon=125.5, lat=30.5, strike_kind="IC"),
    of("strike", "s5", time="2025-08-02 15:02", lon=125.5, lat=30.5, strike_kind="CG"),
]


def sight(*kinds: str) -> Sight:
    """The entries of some kinds as a reader sees them."""
    shown = [Shown(one, None, f"/entries/{one.id}/") for one in read(ENTRIES) if one.kind in kinds]
    return Sight(ON, "329900", shown)


def drawn(source: Any) -> tuple[dict[str, Any], str]:
    """The context of a panel, and what its template makes of it."""
    panel = source.draw(sight(*source.kinds))
    assert isinstance(panel, Panel)
    return dict(panel.context), render_to_string(panel.template, dict(panel.context))


def test_flashes_are_counted_by_cell() -> None:
    """3.3 km across in sixteenths or fewer: cells of 250 m; two in the corner, one far from it."""
    grid = grid_of([(125.5001, 30.5001), (125.5002, 30.5002), (125.5299, 30.5299)], [])
    assert (grid.side, grid.most) == (0.25, 2)
    assert grid.counts == Counter({(0, 0): 2, (11, 13): 1})
    assert (grid.shade(2), grid.shade(1)) == (SHADES[3], SHADES[1])


def test_north_is_up_and_places_stand_above_the_cells() -> None:
    spots = [Spot(125.5, 30.5, "南", href="/s/"), Spot(125.53, 30.53, "北")]
    grid = grid_of([(125.5, 30.5)], spots)
    told = density_map(grid, spots, title="图", description="北在上。")
    south, north = (float(part.split('"')[0]) for part in told.split('cy="')[1:])
    assert south > north
    assert told.index("<rect") < told.index("<circle")
    assert '<a href="/s/" aria-label="南">' in told


def test_the_map_counts_a_years_ground_flashes() -> None:
    """Not the cloud flash, not that of the year before; the depot is late, the school is not."""
    context, html = drawn(strike_map)
    assert (context["count"], context["most"]) == (3, 2)
    assert "一年内地闪 3 次" in html
    assert 'class="f-late"' in html
    assert html.count("<circle") == 2
    assert 'class="f-soon"' in html


def test_structures_by_class_and_inspection() -> None:
    """One overdue, one due within thirty days, one in time, one never inspected."""
    context, html = drawn(inspections_by_class)
    told = {one.term: (one.whole, one.met, one.due, one.overdue, one.unknown)
            for one in context["rows"]}  # fmt: skip
    assert told == {
        "第二类": (2, 0, 1, 1, 0),
        "第三类": (1, 1, 0, 0, 0),
        "没有定类": (1, 0, 0, 0, 1),
    }
    total = context["total"]
    assert (total.whole, total.met, total.due, total.overdue, total.unknown) == (4, 1, 1, 1, 1)
    assert "合计" in html


def test_months_of_flashes() -> None:
    """Twelve months, the oldest first; the cloud flash is told apart."""
    context, html = drawn(strikes_by_month)
    assert context["cloud"] == 1
    months = [part.split("<")[0] for part in html.split('<text x="0"')[1:]]
    assert len(months) == 12
    assert "2025-10" in months[0]
    assert "2026-09" in months[-1]


def test_nothing_is_drawn_of_nothing() -> None:
    empty = Sight(ON, "329900", [])
    assert [one.draw(empty) for one in (strike_map, inspections_by_class, strikes_by_month)] == [
        None
    ] * 3


def test_of_too_many_flashes_the_newest_are_drawn() -> None:
    """The newest entries are asked for; the map says that it is not all."""
    assert all(one.newest for one in (strike_map, strikes_by_month))
    many = [
        of("strike", f"2026-07-01-{at}", time="2026-07-01 15:00", lon=125.5, lat=30.5)
        for at in range(strike_map.most)
    ]
    shown = [Shown(one, None, "/") for one in read(many)]
    panel = strike_map.draw(Sight(ON, "329900", shown))
    assert panel is not None
    assert "只画了最近的一部分" in render_to_string(panel.template, dict(panel.context))
