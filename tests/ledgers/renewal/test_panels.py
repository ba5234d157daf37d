"""What the ledger draws: stages, exact sums by source, mechanisms by their day, satisfaction."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.panel import Panel, Shown, Sight, panels_of
from yiding.rules.parsing import read_entry

ON = date(2026, 11, 20)
PANELS = {one.slug: one for one in panels_of("renewal")}


def drawn(slug: str, *given: dict[str, Any], on: date = ON) -> Panel | None:
    """The panel over entries of its one kind."""
    (kind,) = PANELS[slug].kinds
    entries = (
        read_entry(ledger("renewal").kinds[kind], str(no), "329900", fields)
        for no, fields in enumerate(given, 1)
    )
    shown = tuple(Shown(one, None, f"/{one.id}/") for one in entries)
    return PANELS[slug].draw(Sight(on, "329900", shown))


def text_of(panel: Panel | None) -> str:
    """The panel as a page holds it."""
    assert panel is not None
    return render_to_string(panel.template, dict(panel.context))


def test_nothing_is_drawn_of_nothing() -> None:
    assert [one for one in PANELS if drawn(one) is not None] == []


def test_communities_stand_at_their_stages_in_order() -> None:
    panel = drawn(
        "stages",
        {"stage": "完工", "households": 100},
        {"stage": "摸底", "households": 20},
        {"stage": "完工", "households": 300},
        {"name": "没有填阶段"},
    )
    assert panel is not None
    rows = [(one.term, one.communities, one.households) for one in panel.context["rows"]]
    assert rows == [("摸底", 1, 20), ("完工", 2, 400)]
    assert "3 个小区，420 户。" in text_of(panel)


def test_money_adds_up_to_the_cent() -> None:
    panel = drawn(
        "money",
        {"source": "中央", "planned": "19979500.05", "in_place": "19979500.05", "paid": "0.01"},
        {"source": "居民", "planned": "124000", "in_place": "62000"},
        {"source": "中央", "planned": "0.95"},
    )
    assert panel is not None
    rows = {one.term: one.sums for one in panel.context["rows"]}
    assert rows == {
        "中央": ("19,979,501.00", "19,979,500.05", "0.01"),
        "居民": ("124,000.00", "62,000.00", "0.00"),
    }
    assert panel.context["total"].planned == Decimal("20103501.00")
    assert "到位率 99.7%" in text_of(panel)


@pytest.mark.parametrize(
    ("issued_on", "on", "verdict"),
    [
        ("2026-06-30", ON, "met"),
        ("2026-07-01", ON, "overdue"),
        (None, date(2026, 6, 30), "due"),
        (None, date(2026, 7, 1), "overdue"),
        ("2026-06-30", date(2026, 6, 29), "due"),
    ],
)
def test_a_mechanism_is_late_after_its_day(issued_on: str | None, on: date, verdict: str) -> None:
    panel = drawn("mechanisms", {"no": 1, "due_on": "2026-06-30", "issued_on": issued_on}, on=on)
    assert panel is not None
    (row,) = panel.context["rows"]
    assert row.verdict == verdict


def test_mechanisms_are_k_of_n() -> None:
    told = [{"no": no, "issued_on": "2026-01-01" if no < 9 else None, "total": 9}
            for no in range(9, 0, -1)]  # fmt: skip
    panel = drawn("mechanisms", *told)
    assert "已出台 8 项，要出台 9 项。" in text_of(panel)
    assert panel is not None
    assert [one.number for one in panel.context["rows"]] == list("123456789")


def test_the_least_content_stand_first() -> None:
    panel = drawn(
        "satisfaction",
        {"community": "东塘一村", "asked": 100, "answered": 50, "satisfied": 48},
        {"community": "柳巷", "asked": 100, "answered": 50, "satisfied": 40},
        {"community": "没有收回"},
    )
    told = text_of(panel)
    assert told.index("柳巷") < told.index("东塘一村")
    assert "满意 88 份，满意度 88.0%" in told


def test_a_panel_speaks_english() -> None:
    with translation.override("en"):
        told = text_of(drawn("money", {"source": "专项债", "planned": "1000", "in_place": "1000"}))
    assert "Special bond" in told
    assert "¥1,000.00 planned" in told
