"""What the ledger's page draws: who holds what on a day, the batches, what is saved."""

from __future__ import annotations

from datetime import date

from django.template.loader import render_to_string
from django.utils import translation

from ledgers.powers.trying import Given, read
from yiding.ledgers.panel import PanelSource, Shown, Sight, panels_of
from yiding.ledgers.powers import panels

ON = date(2020, 6, 1)
NINE = ("people", "posts", "files", "seals", "system_accounts", "special_network",
        "pending_cases", "templates", "training")  # fmt: skip
GIVEN: list[Given] = [
    ("item", "I1", {"task_name": "燃气经营许可", "item_kind": "行政许可", "dept_name": "市住建局",
                    "anticipate_day": 20, "promise_day": 5, "steps_before": 6, "step_count": 3}),
    ("item", "I2", {"task_name": "取水许可", "item_kind": "行政许可", "dept_name": "市水务局",
                    "anticipate_day": 40, "promise_day": 20, "limit_scene_num": 0}),
    ("transfer_batch", "B1", {"no": "第一批", "name": "首批划转", "date": "2019-11-04",
                              "provincial_decision": "苏政复〔2019〕3号"}),
    ("transfer", "T1", {"item": "I1", "batch_no": "第一批", "mode": "划转",
                        "from_dept": "市住建局", "to_bureau": "市行政审批局",
                        "cutover_date": "2019-12-16", "supervising_bodies": "无"}),
    ("handover", "H1", {"transfer": "T1", "signed_at": "2019-12-10",
                        **dict.fromkeys(NINE, "是")}),
    ("handover", "H2", {"batch_no": "第一批", "people": "是"}),
    ("push", "P1", {"to_dept": "市住建局", "decided_at": "2020-05-06", "sent_at": "2020-05-06",
                    "claimed_at": "2020-05-07", "feedback_at": "2020-05-20"}),
    ("push", "P2", {"to_dept": "市住建局", "decided_at": "2020-05-06", "sent_at": "2020-05-11",
                    "claimed_at": "2020-06-02"}),
    ("push", "P3", {"to_dept": "市水务局", "decided_at": "2020-05-06", "sent_at": "2020-06-02"}),
]  # fmt: skip


def page(source: PanelSource, **query: str) -> str:
    """A panel as it stands on the page; empty where there is none."""
    shown = [Shown(one, None, f"/e/{one.id}/") for one in read(GIVEN) if one.kind in source.kinds]
    panel = source.draw(Sight(ON, "329900", shown, query))
    return "" if panel is None else render_to_string(panel.template, dict(panel.context))


def test_an_item_is_its_new_holders_from_the_cut_over_on() -> None:
    assert "市行政审批局 1" in page(panels.holders)
    before = page(panels.holders, on="2019-12-15")
    assert "市行政审批局" not in before
    assert "市住建局 1" in before
    assert "2019-12-16" in page(panels.holders, on="2019-12-16")


def test_one_bodys_items_alone_and_a_day_that_is_none() -> None:
    told = page(panels.holders, on="昨天", holder="市水务局")
    assert "取水许可" in told
    assert "燃气经营许可" not in told
    assert 'value="2020-06-01"' in told
    assert "取水许可" in page(panels.holders, holder="没有这个局")


def test_a_batch_tells_its_transfers_and_handovers() -> None:
    """One runs and is unclear; of two handovers one is complete and one overdue."""
    told = page(panels.batches)
    assert "第一批" in told
    assert 'data-is="breached">1<' in told
    assert "2 单，完整 1 单" in told
    assert "逾期 1" in told


def test_what_is_saved_is_told_as_means_and_in_english() -> None:
    told = page(panels.savings)
    assert '<td class="num">30</td><td class="num">12.5</td>' in told
    assert "58.3%" in told
    assert "indicators/steps-saved/" in told
    with translation.override("en"):
        assert "Time" in page(panels.savings)


def test_pushes_are_counted_by_who_receives_them() -> None:
    """One late and not signed for by the day; what is sent later is not there yet."""
    told = page(panels.pushes)
    figures = (
        '<td class="num">2</td><td class="num"><span class="verdict" data-is="overdue">1</span>'
    )
    assert f'{figures}</td><td class="num">1</td><td class="num">1</td>' in told
    assert "市水务局" not in told


def test_an_empty_ledger_draws_nothing() -> None:
    empty = Sight(ON, "329900", [])
    drawn = [one.draw(empty) for one in panels_of("powers")]
    assert drawn == [None] * 4
