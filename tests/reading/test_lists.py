"""Lists under one body: behind a colon, sentence by sentence, or in the paragraphs below."""

from __future__ import annotations

import pytest

from reading.test_duties import MINUTES
from yiding.reading import read


def duties(words: str) -> list[tuple[str, str | None, bool]]:
    """Lead, day and whether it binds, of every duty of the only item."""
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    return [
        (
            "、".join(duty.lead),
            duty.deadline.date.isoformat()[5:] if duty.deadline.date else None,
            duty.binding,
        )
        for item in reading.items
        for duty in item.obligations
    ]


WATER, HOUSING = "市水务局", "市住建局"
BOTH = [(WATER, "06-30", True), (WATER, None, True)]


@pytest.mark.parametrize(
    "words",
    [
        "市水务局要做好以下工作：\n1.6月底前完成水库除险加固；\n2.制定调度方案。",
        "（一）市水务局\n1.6月底前完成水库除险加固；\n2.制定调度方案。",
        "（一）市水务局要抓好两件事。\n（1）6月底前完成水库除险加固；\n（2）制定调度方案。",
        "（一）市水务局工作任务\n①6月底前完成水库除险加固；\n②制定调度方案。",
        "（一）需市水务局落实的事项：\n1.6月底前完成水库除险加固。\n2.制定调度方案。",
        "市水务局：\n负责水库除险加固，6月底前完成；\n制定调度方案。",
        "市水务局。负责水库除险加固，6月底前完成；制定调度方案。",
        "由市水务局牵头落实：\n1.水库除险加固，6月底前完成。\n2.制定调度方案。",
        "市水务局要做好以下工作：一是6月底前完成水库除险加固。二是制定调度方案。",
        "市水务局负责：1.6月底前完成水库除险加固。2.制定调度方案。",
        "会议要求市水务局：1.6月底前完成水库除险加固；2.制定调度方案。",
        "请市水务局牵头做好两个方面工作。一是6月底前完成水库除险加固；二是制定调度方案。",
        "市水务局的主要任务是：1.6月底前完成水库除险加固；2.制定调度方案。",
        "市水务局主要做好：一要6月底前完成水库除险加固；二要制定调度方案。",
    ],
)
def test_a_list_is_asked_of_the_body_above_it(words: str) -> None:
    assert duties(words) == BOTH


def test_a_list_goes_back_to_its_body_after_another_was_named() -> None:
    found = duties(
        "由市水务局牵头落实：\n1.尽快修订预案；\n2.市住建局负责更换井盖；\n"
        "3.会同市应急局开展一次演练。\n会议强调，各部门要高度重视。"
    )
    assert [lead for lead, _, _ in found] == [WATER, HOUSING, WATER, "各部门"]


def test_a_list_in_a_list_and_the_next_body() -> None:
    found = duties(
        "（一）市水务局\n1.负责下列工作：\n（1）制定施工方案；\n2.6月底前拆除围堰。\n"
        "（二）市住建局\n1.编制管网图纸。"
    )
    assert found == [(WATER, None, True), (WATER, "06-30", True), (HOUSING, None, True)]


def test_a_list_ends_where_the_meeting_speaks_again() -> None:
    found = duties(
        "市水务局要做好以下工作：一是制定调度方案。二是6月底前完成除险加固。"
        "会议强调，一要加强领导。二要于7月底前完成总结。"
    )
    assert [(lead, day) for lead, day, binding in found if binding] == [
        (WATER, None),
        (WATER, "06-30"),
    ]


def test_a_list_without_numbers_ends_where_the_text_turns() -> None:
    found = duties(
        "市水务局：\n制定调度方案；\n6月底前完成除险加固。\n下一步，加快立项，7月底前完成批复。"
    )
    assert [lead for lead, _, binding in found if binding] == [WATER, WATER]


@pytest.mark.parametrize(
    "words",
    [
        "市水务局汇报了以下情况：1.5月降水偏多。2.建立了会商机制。",
        "会议指出，市水务局工作存在以下问题：\n1.水库带病运行。\n2.制定方案不及时。",
        "市水务局反映的问题：\n1.编制规划滞后；\n2.建立机制困难。",
    ],
)
def test_what_a_body_has_said_or_done_is_no_list_of_duties(words: str) -> None:
    assert [one for one in duties(words) if one[2]] == []


def test_what_a_head_only_announces_is_no_duty_of_its_own() -> None:
    reading = read(
        MINUTES.format("市水务局要做好以下工作：\n1.制定调度方案；\n2.加强值班值守。").encode()
    )
    acts = [(duty.action, duty.binding, duty.modality) for duty in reading.items[0].obligations]
    assert acts == [("制定调度方案", True, "should"), ("加强值班值守", False, "should")]
    assert {duty.bearer_basis for duty in reading.items[0].obligations} == {"inherited"}


def test_a_body_alone_heads_paragraphs_without_numbers() -> None:
    words = (
        "（一）市供电公司、市电信公司\n10月20日前完成各自杆线的迁改。\n"
        "（二）市公安局\n负责维护施工秩序。\n会后一周内在项目部设立警务室。\n"
        "（三）市林业局\n1.办理采伐许可。\n"
    )
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    assert [(duty.lead, str(duty.deadline.date)) for duty in reading.items[0].obligations] == [
        (("市供电公司", "市电信公司"), "2024-10-20"),
        (("市公安局",), "None"),
        (("市公安局",), "2024-03-12"),
        (("市林业局",), "None"),
    ]
