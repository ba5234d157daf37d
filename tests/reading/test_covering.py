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


@pytest.mark.parametrize(
    "sentence",
    [
        "以上各项工作未明确时限的，均须在12月20日前完成。",
        "以上任务除已有时限的外，由各责任单位于12月20日前完成。",
        "除已注明时限的外，上述事项均于12月20日前完成。",
        "未注明时限的均于12月20日前完成。",
    ],
)
def test_all_that_has_no_term_takes_the_one_for_all(sentence: str) -> None:
    words = (
        "市水务局：出具审查意见。\n市财政局：11月底前拨付补偿款。\n"
        "1.核定收费标准。（责任单位：市发展改革委）\n" + sentence + "\n"
    )
    assert told(words) == [
        "市水务局 2024-12-20",
        "市财政局 2024-11-30",
        "市发展改革委 2024-12-20",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第一阶段：摸底登记（即日起至7月15日）", "第二阶段：扩容改造（8月20日前）"),
        ("（一）摸底登记阶段（3月5日至7月15日）", "（二）扩容改造阶段（8月20日前）"),
    ],
)
def test_what_fields_ask_for_is_due_by_the_stage_it_stands_under(first: str, second: str) -> None:
    words = (
        f"{first}\n1.完成信息采集。责任科室：基础教育科。\n2.核实入学资格（政策法规科）；\n"
        f"{second}\n3.采购课桌椅900套。责任科室：财务科。\n"
    )
    assert told(words) == [
        "基础教育科 2024-07-15",
        "政策法规科 2024-07-15",
        "财务科 2024-08-20",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("市统计局核实企业注册信息，10月底前。", ["市统计局 2024-10-31"]),
        ("市国土局办理临时用地手续，期限为会后10个工作日。", ["市国土局 2024-03-19"]),
        ("市公路局选派2名干部驻点服务，时间自11月10日至12月31日。", ["市公路局 2024-12-31"]),
    ],
)
def test_a_term_may_end_a_sentence(words: str, expected: list[str]) -> None:
    assert told(words) == expected
