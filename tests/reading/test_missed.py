"""What binds by its object, what running text may hold, and what is told as unread."""

from __future__ import annotations

import pytest

from reading.test_duties import MINUTES
from yiding.reading import read


@pytest.mark.parametrize(
    "words",
    [
        "对连续两次不达标的，由其限期关停并入集中供水管网。",
        "请高三重新拟定方案，于8月20日前报计财股审核。",
        "Lorem ipsum dolor sit amet consectetur.",
    ],
)
def test_what_asks_and_is_not_understood_is_told_as_unread(words: str) -> None:
    reading = read(
        MINUTES.format("会议指出，近年来城区面貌明显改观。" + words).encode(), name="m.txt"
    )
    assert not reading.items[0].obligations
    unread = [
        reading.text[slice(*leaf.span)] for leaf in reading.accounting if leaf.kind == "unread"
    ]
    assert [told.strip() for told in unread] == [words]


@pytest.mark.parametrize(
    ("words", "binding"),
    [
        ("县粮储中心要抓紧补齐原粮库存缺口1200吨。", True),
        ("县粮储中心要抓紧补齐短板弱项。", False),
        ("请市供电公司优化线路走廊。", True),
        ("市供电公司要优化营商环境。", False),
        ("东湾区政府要在体育馆落实一处物资前置点。", True),
    ],
)
def test_what_can_be_counted_or_is_mended_on_commission_binds(words: str, *, binding: bool) -> None:
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    assert [duty.binding for duty in reading.items[0].obligations] == [binding]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("（一）\t市水务局要于5月底前完成清淤。", 1),
        ("（一）由市水务局\t于5月底前\t完成清淤。", 1),
        ("（一）市水务局要于5月底前完成清淤。\t联系人：李明\t电话：123", 1),
        ("市\u200b水务局要于5月底前完成清淤。", 1),
        ("1\t完成清淤\t市水务局\t5月底前", 0),
    ],
)
def test_tabs_and_characters_without_width_in_running_text(words: str, count: int) -> None:
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    leads = [duty.lead for duty in reading.items[0].obligations]
    assert leads == [("市水务局",)] * count
    unread = [leaf for leaf in reading.accounting if leaf.kind == "unread"]
    assert bool(unread) == (count == 0)  # a row of which no head tells what it is
