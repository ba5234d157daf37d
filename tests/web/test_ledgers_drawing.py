"""Drawings of ledgers: well-formed, named, in round steps, with names that do not touch."""

from __future__ import annotations

import random
import re
from decimal import Decimal
from itertools import combinations

import pytest
from django.template import Context, Template
from lxml import etree

from yiding.ledgers.base.drawing import Bar, Line, Point, Svg, bar_chart, line_chart, point_map
from yiding.ledgers.base.drawing.points import HIGHEST, LETTER, WIDE, width_of
from yiding.ledgers.base.drawing.scale import scale_of, written

MONTHS = tuple(f"{month}月" for month in range(1, 13))


def tree(drawn: Svg) -> etree._Element:
    return etree.fromstring(drawn)


def texts(drawn: Svg) -> list[str]:
    return [one.text or "" for one in tree(drawn).iter("text")]


def chart(*values: Decimal | float | None, **more: object) -> Svg:
    heads = [f"第{at}日" for at in range(len(values))]
    told = {"title": "蓝藻密度", "description": "七日。", **more}
    return line_chart([Line("密度", values)], heads, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 8], [0, 2, 4, 6, 8]),
        ([3, 97], [0, 50, 100]),
        ([-3, 5], [-4, -2, 0, 2, 4, 6]),
        ([0.02], [0, 0.005, 0.01, 0.015, 0.02]),
        ([], [0, 1]),
        ([0], [0, 1]),
    ],
)
def test_steps_are_round(values: list[float], ticks: list[float]) -> None:
    assert scale_of(values).ticks() == pytest.approx(ticks)


def test_every_value_is_within_its_scale() -> None:
    chance = random.Random(20)  # noqa: S311
    for _ in range(500):
        values = [chance.uniform(-1, 1) * 10 ** chance.randint(-4, 8) for _ in range(5)]
        scale = scale_of(values)
        assert all(-1e-9 <= scale.share(one) <= 1 + 1e-9 for one in values), values
        assert 1 <= len(scale.ticks()) - 1 <= 10


@pytest.mark.parametrize(
    ("value", "words"), [(1200, "1,200"), (Decimal("0.50"), "0.5"), (-3, "−3"), (0, "0")]
)
def test_a_number_on_an_axis(value: Decimal | float, words: str) -> None:
    assert written(value) == words


def test_a_chart_is_named_and_described() -> None:
    drawn = tree(chart(1, 2, 3))
    assert drawn.attrib["role"] == "img"
    named = {one.attrib["id"]: one.text for one in drawn if "id" in one.attrib}
    assert named[drawn.attrib["aria-labelledby"]] == "蓝藻密度"
    assert named[drawn.attrib["aria-describedby"]] == "七日。"


def test_what_is_not_known_leaves_a_gap() -> None:
    drawn = chart(1, 2, None, 4, 5)
    runs = re.findall(r'<polyline[^>]* points="([^"]+)"', drawn)
    assert [len(run.split()) for run in runs] == [2, 2]
    assert drawn.count("<circle") == 4


def test_a_higher_value_stands_higher() -> None:
    heights = [float(y) for y in re.findall(r'cy="([\d.]+)"', chart(1, 5, 3))]
    assert heights[1] < heights[2] < heights[0]


def test_the_last_head_is_always_written() -> None:
    drawn = line_chart([Line("率", (1,) * 12)], MONTHS, title="率", description="一年。")
    assert [one for one in texts(drawn) if one in MONTHS] == list(MONTHS[1::2])[::-1]


def test_a_target_has_its_words() -> None:
    assert "目标 90%" in texts(chart(50, target=90, target_words="目标 90%"))


def test_several_lines_have_a_legend() -> None:
    lines = [Line("东太湖", (1, 2)), Line("梅梁湾", (2, 1))]
    drawn = line_chart(lines, ("5月", "6月"), title="密度", description="两处。")
    assert {"东太湖", "梅梁湾"} <= set(texts(drawn))
    assert "东太湖" not in texts(line_chart(lines[:1], ("5月", "6月"), title="t", description="d"))


def test_words_cannot_break_out() -> None:
    drawn = chart(1, title='<script>"x"</script>', description="a & b")
    assert "<script>" not in drawn
    assert tree(drawn)[0].text == '<script>"x"</script>'
    shown = Template("{{ drawn }}").render(Context({"drawn": drawn}))
    assert shown == str(drawn)


def test_bars_are_as_long_as_their_numbers_and_links_are_links() -> None:
    bars = [Bar("市水务局", 4, "late", "/units/water/"), Bar("市住建局", 2), Bar("差", -1)]
    drawn = bar_chart(bars, title="不符", description="三家。", unit="间")
    wide = [float(one) for one in re.findall(r'width="([\d.]+)%" height="10"', drawn)]
    assert wide[0] == 2 * wide[1]
    assert wide[2] == 0
    assert "4 间" in texts(drawn)
    root = tree(drawn)
    assert root.attrib["role"] == "group"
    assert [one.attrib["href"] for one in root.iter("a")] == ["/units/water/"]


def test_north_is_up_and_east_is_right() -> None:
    drawn = point_map(
        [Point(120.1, 31.5, "西北"), Point(120.5, 31.1, "东南")], title="站", description="两处。"
    )
    (west_x, north_y), (east_x, south_y) = (
        (float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', drawn)
    )
    assert west_x < east_x
    assert north_y < south_y


def test_a_degree_of_longitude_is_shorter_than_one_of_latitude() -> None:
    square = [Point(120, 60, "a"), Point(121, 60, "b"), Point(120, 61, "c")]
    drawn = point_map(square, title="t", description="d")
    a, b, c = ((float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', drawn))
    assert (b[0] - a[0]) / (a[1] - c[1]) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("seed", range(12))
def test_names_never_touch_and_stay_inside(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    points = [
        Point(120 + chance.random(), 31 + chance.random() * 0.6, "站" * chance.randint(2, 6))
        for _ in range(chance.randint(1, 60))
    ]
    root = tree(point_map(points, title="站", description="多处。"))
    boxes = [_box(one) for one in root.iter("text")]
    assert boxes
    height = float(root.attrib["viewBox"].split()[-1])
    assert height <= HIGHEST
    assert all(left >= -1 and right <= WIDE + 1 for left, _, right, _ in boxes)
    assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []


def test_one_point_and_none_are_maps_too() -> None:
    assert tree(point_map([], title="t", description="d")).attrib["viewBox"].startswith("0 0")
    assert point_map([Point(120, 31, "一")], title="t", description="d").count("<circle") == 1


def test_a_late_point_has_a_shape_of_its_own() -> None:
    drawn = point_map([Point(120, 31, "一", "late", "逾期", "/x/")], title="t", description="d")
    assert 'class="f-late" d="M' in drawn
    assert "<title>一 逾期</title>" in drawn


def _box(text: etree._Element) -> tuple[float, float, float, float]:
    x, y, wide = float(text.attrib["x"]), float(text.attrib["y"]), width_of(text.text or "")
    left = {"start": x, "end": x - wide, "middle": x - wide / 2}[text.attrib["text-anchor"]]
    return left, y - LETTER * 0.8, left + wide, y + 2


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        one[0] < other[2] - 0.2
        and other[0] < one[2] - 0.2
        and one[1] < other[3] - 0.2
        and other[1] < one[3] - 0.2
    )
