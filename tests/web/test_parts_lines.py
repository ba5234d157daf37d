"""The promise line: what is drawn where, and that labels never touch."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from yiding.web.parts.lines import Axis, Line, axis_head, full_line, small_line

TODAY = date(2026, 11, 20)
MEETING = date(2026, 9, 15)
LATER = st.dates(MEETING, MEETING + timedelta(500))
LABEL = re.compile(r'<text x="([\d.]+)%" y="(\d+)" text-anchor="(\w+)" class="([\w-]*)">(.*?)<')
STROKE = re.compile(r'<line class="(\w+)" x1="([\d.]+)%" x2="([\d.]+)%"')


def strokes(markup: str) -> dict[str, tuple[float, float]]:
    return {kind: (float(left), float(right)) for kind, left, right in STROKE.findall(markup)}


def labels(markup: str) -> dict[str, str]:
    """Words by the side they stand on and their tone."""
    return {
        words: f"{'above' if y == '13' else 'below'} {tone}".strip()
        for _, y, _, tone, words in LABEL.findall(markup)
    }


def test_a_matter_extended_and_late_shows_every_day() -> None:
    line = Line(MEETING, TODAY, "逾期5天。", date(2026, 10, 31), (date(2026, 11, 15),))
    markup = full_line(line)
    assert strokes(markup) == {
        "bed": (0.6, 99.4),
        "kept": (0.6, 69.5),
        "more": (69.5, 91.9),
        "over": (91.9, 99.4),
        "now": (99.4, 99.4),
    }
    assert labels(markup) == {
        "原定 10月31日": "above em",
        "今天": "above txt-late",
        "延至 11月15日": "below",
        "会议 9月15日": "below",
    }
    assert 'role="img" aria-label="逾期5天。"' in markup


def test_before_its_day_nothing_is_red() -> None:
    markup = full_line(Line(MEETING, TODAY, "未到期。", date(2026, 12, 15)))
    assert set(strokes(markup)) == {"bed", "kept", "now"}
    assert "late" not in markup


def test_on_the_day_itself_nothing_is_late() -> None:
    assert "over" not in strokes(full_line(Line(MEETING, TODAY, "今天到期。", TODAY)))


def test_what_is_proved_ends_in_a_square_and_not_in_today() -> None:
    proved = date(2026, 10, 20)
    markup = full_line(Line(MEETING, TODAY, "办成。", date(2026, 10, 31), proved_on=proved))
    assert 'class="proved"' in markup
    assert "now" not in strokes(markup)
    assert "核实 10月20日" in markup
    assert "今天" not in markup


def test_without_a_date_there_is_no_lozenge() -> None:
    markup = full_line(Line(MEETING, TODAY, "没有时限。"))
    assert "origin" not in markup
    assert "over" not in strokes(markup)


def test_one_day_alone_still_draws() -> None:
    assert strokes(full_line(Line(TODAY, TODAY, "今天。", TODAY)))["bed"] == (0.6, 0.6)


def spans(markup: str, pixels: int) -> dict[str, list[tuple[float, float]]]:
    """Where each label begins and ends in pixels, by side."""
    sides: dict[str, list[tuple[float, float]]] = {}
    for x, y, anchor, _, words in LABEL.findall(markup):
        wide = sum(12 if char > "⺀" else 6.6 for char in words)
        left = float(x) * pixels / 100 - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        sides.setdefault(y, []).append((left, left + wide))
    return sides


@given(
    original=LATER,
    moves=st.lists(LATER, max_size=2),
    proved=st.none() | LATER,
    today=LATER,
)
def test_no_two_labels_touch_on_a_phone(
    original: date, moves: list[date], proved: date | None, today: date
) -> None:
    moved = tuple(sorted(day for day in moves if day > original))
    markup = full_line(Line(MEETING, today, "一句话。", original, moved, proved))
    for side in spans(markup, 340).values():
        ends = sorted(side)
        assert ends[0][0] > -1
        assert ends[-1][1] < 341
        assert all(one[1] < other[0] for one, other in pairwise(ends))
    assert "原定" in markup


def test_rows_share_one_axis_and_one_today() -> None:
    axis = Axis.around(TODAY)
    due = [date(2026, 9, 30), date(2026, 10, 31)]
    drawn = [strokes(small_line(Line(MEETING, TODAY, "。", day), axis)) for day in due]
    assert drawn[0]["now"] == drawn[1]["now"]
    assert drawn[0]["bed"][0] == drawn[1]["bed"][0]
    assert drawn[0]["over"][0] < drawn[1]["over"][0]


def test_what_began_earlier_starts_at_the_edge_and_what_is_far_has_no_sign() -> None:
    axis = Axis.around(TODAY)
    markup = small_line(Line(date(2025, 1, 1), TODAY, "。", date(2027, 6, 30)), axis)
    assert strokes(markup)["bed"] == (1.0, 99.0)
    assert "origin" not in markup


def test_the_last_month_carries_the_word() -> None:
    months = re.findall(r">([^<]+)</text>", axis_head(Axis.around(TODAY)))
    assert months == ["8", "9", "10", "11月"]
