"""What is drawn beside the list: the plan's grid, the parks with what is hidden, milestones."""

from __future__ import annotations

from typing import Any

import pytest
from django.template.loader import render_to_string

from ledgers.biomedicine.trying import LEDGER, ON, of, read
from yiding.ledgers.biomedicine.panels import milestones, parks, plan_grid
from yiding.ledgers.checking import check_entry
from yiding.ledgers.panel import Panel, PanelSource, Shown, Sight

PLAN = of("plan", "p", name="规划", starts_on="2024-12-01", ends_on="2028-11-30")


def drawn(source: PanelSource, entries: list[dict[str, Any]]) -> Panel | None:
    """The panel over some entries, each judged."""
    read_ = read(entries)
    shown = [Shown(one, check_entry(LEDGER, one, ON).verdict, f"/{one.id}/") for one in read_]
    return source.draw(
        Sight(ON, "329900", [one for one in shown if one.entry.kind in source.kinds])
    )


def context(source: PanelSource, entries: list[dict[str, Any]]) -> dict[str, Any]:
    panel = drawn(source, entries)
    assert panel is not None
    assert render_to_string(panel.template, dict(panel.context))
    return dict(panel.context)


@pytest.mark.parametrize("source", [plan_grid, parks, milestones])
def test_nothing_is_drawn_of_nothing(source: PanelSource) -> None:
    assert drawn(source, []) is None


def test_the_plan_is_eleven_tasks_over_nine_paths() -> None:
    """Half the time has gone: T1 at a half is on its way, T2 at nothing is behind."""
    told = context(plan_grid, [
        PLAN,
        of("task", "T1", code="T1", lead="市工信局"),
        of("measure", "a", task="T1", path="P3", lead="市工信局", state="完成", proof="服务合同"),
        of("measure", "b", task="培育本土龙头企业", path="P3", lead="甲局", due_on="2026-06-30"),
        of("measure", "c", task="T2", path="P5", lead="市卫健委", state="完成", proof="汇报"),
        of("measure", "d", task="其他", path="P5"),
    ])  # fmt: skip
    first, second, *rest = told["rows"]
    assert (len(told["rows"]), len(first.squares), told["spent"]) == (11, 9, 50)
    assert (first.done, first.count, first.progress, first.is_behind) == (1, 2, 50, False)
    assert (second.done, second.count, second.progress, second.is_behind) == (0, 1, 0, True)
    square = next(one for one in first.squares if one.path == "P3")
    assert (square.done, square.count, square.verdict, square.href) == (1, 2, "overdue", "/b/")
    assert {one.progress for one in rest} == {None}
    done = of("measure", "a", task="T1", path="P3", lead="甲局", due_on="2026-10-31",
              state="完成", done_on="2026-10-30", proof="服务合同")  # fmt: skip
    assert context(plan_grid, [done])["rows"][0].squares[2].verdict == "met"
    assert (told["done"], told["count"], told["loose"]) == (1, 3, 1)


def firms(park: str, *outputs: int) -> list[dict[str, Any]]:
    """Enterprises of a park with their output in 亿元."""
    return [
        of("enterprise", f"{park}{at}", name=f"{park}{at}", park=park, output=f"{one}亿元")
        for at, one in enumerate(outputs)
    ]


def test_a_park_of_two_is_hidden_and_the_smallest_beside_it() -> None:
    """And a park one enterprise makes most of; the total stands."""
    told = context(parks, [
        of("park", "k", name="甲园", role="核心"),
        *(of("park", name, name=name) for name in ("乙园", "丙园", "丁园")),
        *firms("甲园", 9, 9, 9), *firms("乙园", 2, 3),
        *firms("丙园", 2, 2, 2), *firms("丁园", 8, 8, 8),
    ])  # fmt: skip
    output = {row.name: row.amounts[0] for row in told["rows"]}
    assert {name: (one.told, one.hidden) for name, one in output.items()} == {
        "甲园": ("27", ""),
        "乙园": ("", "primary"),
        "丙园": ("", "secondary"),
        "丁园": ("24", ""),
    }
    assert (told["totals"][0], told["count"], told["hides"]) == ("62", 11, True)
    assert [row.is_core for row in told["rows"]] == [True, False, False, False]
    alone = [of("park", name, name=name) for name in ("甲园", "乙园", "丙园")]
    alone += [*firms("甲园", 80, 9, 9), *firms("乙园", 5, 5, 5), *firms("丙园", 9, 9, 9)]
    output = {row.name: row.amounts[0].hidden for row in context(parks, alone)["rows"]}
    assert output == {"甲园": "primary", "乙园": "secondary", "丙园": ""}


def test_milestones_stand_in_their_months() -> None:
    """In time, late, not done, to come, done untold when; older and open stand before them."""
    told = context(milestones, [
        of("measure", "a", name="甲", due_on="2026-11-29"),
        of("measure", "b", name="乙", due_on="2026-11-30"),
        of("measure", "c", name="丙", milestones=[
            {"name": "早", "due": "2026-06-30", "done": "2026-06-30"},
            {"name": "迟", "due": "2026-06-01", "done": "2026-07-02"},
        ]),
        of("measure", "d", name="丁", due_on="2026-04-30"),
        of("measure", "e", name="戊", due_on="2026-04-30", state="完成"),
        of("measure", "f", name="己", due_on="2027-05-01"),
        of("measure", "g", name="庚", due_on="2026-11-29", state="完成"),
    ])  # fmt: skip
    assert [
        (month, [(one.name, one.verdict) for one in marks]) for month, marks in told["months"]
    ] == [
        ("2026-06", [("丙：迟", "overdue"), ("丙：早", "met")]),
        ("2026-11", [("庚", "undetermined"), ("甲", "overdue"), ("乙", "due")]),
    ]
    assert [one.name for one in told["before"]] == ["丁"]
