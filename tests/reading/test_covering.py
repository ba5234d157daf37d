"""A term for all that stands above it 以上工作于…前完成."""

from __future__ import annotations

import pytest

from reading.test_duties import MINUTES
from yiding.reading import read


def told(words: str) -> list[str]:
    """Of each binding duty who leads, and its day or the kind of it."""
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    return [
        f"{'、'.join(duty.lead)} {duty.deadline.date or duty.deadline.kind}"
        for item in reading.items
        for duty in item.obligations
        if duty.binding
    ]


POINTS = (
    "（一）柳集镇政府\n1.与沿线141户签订征收协议。\n2.迁移坟墓62座。\n3.清除红线内林木。\n{}\n"
    "（二）市林业局\n1.办理采伐许可。\n"
)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("以上三项工作于11月底前完成。", ["2024-11-30"] * 3),
        ("以上工作均须在11月底前全部完成。", ["2024-11-30"] * 3),
        ("以上任务除已明确时限的外，均于11月底前完成。", ["2024-11-30"] * 3),
        ("以上第2、3项工作于11月底前完成。", ["none", "2024-11-30", "2024-11-30"]),
        ("上述两项工作务必于11月底前办结。", ["none", "2024-11-30", "2024-11-30"]),
        ("以上情况于11月底前已作通报。", ["none"] * 3),
    ],
)
def test_the_points_above_are_due_by_it(sentence: str, days: list[str]) -> None:
    found = told(POINTS.format(sentence))
    assert found[:3] == [f"柳集镇政府 {day}" for day in days]
    assert found[3:] == ["市林业局 none"]


def test_in_a_paragraph_it_is_for_what_stands_in_the_paragraph() -> None:
    words = (
        "市财政局：兑现补助资金260万元。\n"
        "市交通局：新增公交车12辆；增设站点26处。这两项于5月底前完成。\n"
        "市林业局：3月15日前将造林任务分解到乡镇；调运苗木180万株。以上工作于3月底前完成。\n"
    )
    assert told(words) == [
        "市财政局 none",
        "市交通局 2024-05-31",
        "市交通局 2024-05-31",
        "市林业局 2024-03-15",
        "市林业局 2024-03-31",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("11月底前：市水务局完成招标；市城投集团拆完棚户43间。",
         ["市水务局 2024-11-30", "市城投集团 2024-11-30"]),
        ("第二阶段（3月21日至5月31日）：集中整治。市城管局牵头，市公安局配合，拆除违建62处。"
         "市住建局4月15日前改造管道850米。",
         ["市城管局 2024-05-31", "市住建局 2024-04-15"]),
        ("（一）摸底阶段（4月底前）\n1.市城管局登记经营户。\n2.市公安局核查证照。\n"
         "（二）验收阶段（6月底前）\n1.市审计局出具审计报告。",
         ["市城管局 2024-04-30", "市公安局 2024-04-30", "市审计局 2024-06-30"]),
        ("4月底前：\n市城管局登记经营户。\n会议要求，市公安局核查证照。",
         ["市城管局 2024-04-30", "市公安局 none"]),
        ("3月10日，市审计局：出具审计报告。", ["市审计局 2024-03-10"]),
    ],
)  # fmt: skip
def test_a_label_with_a_term_is_for_all_under_it(words: str, expected: list[str]) -> None:
    assert told(words) == expected
