"""Fields behind a task: brackets of any form, several acts of one bearer, a body alone."""

from __future__ import annotations

import pytest

from reading.test_duties import MINUTES
from yiding.reading import read


def told(words: str) -> list[str]:
    """Of each duty what it is, who leads and helps, its day or the kind of it."""
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    return [
        f"{duty.action} {'、'.join(duty.lead)}/{'、'.join(duty.assist)} "
        f"{duty.deadline.date or duty.deadline.kind}"
        for item in reading.items
        for duty in item.obligations
        if duty.binding
    ]


@pytest.mark.parametrize("brackets", ["（）", "()", "〔〕", "【】", "[]"])
def test_brackets_of_any_form(brackets: str) -> None:
    opens, closes = brackets
    words = f"1.编制改造方案，6月15日前提请市政府常务会议审议。{opens}责任单位：市住建局{closes}\n"
    assert told(words) == ["编制改造方案，6月15日前提请市政府常务会议审议 市住建局/ 2024-06-15"]


def test_each_act_with_a_term_of_its_own_is_a_duty_of_the_bearer() -> None:
    words = (
        "1.资金分两批拨付，首批2000万元于5月底前到位，第二批1200万元于9月底前到位。〔责任单位：市财政局〕\n"
        "2.向社会公布监管名录；8月31日前核发600户排水许可证。〔责任单位：市水务局；配合单位：市城管局〕\n"
    )
    assert told(words) == [
        "资金分两批拨付，首批2000万元于5月底前到位 市财政局/ 2024-05-31",
        "第二批1200万元于9月底前到位 市财政局/ 2024-09-30",
        "向社会公布监管名录 市水务局/市城管局 none",
        "8月31日前核发600户排水许可证 市水务局/市城管局 2024-08-31",
    ]


def test_one_term_in_a_field_is_the_term_of_all_that_stands_before_it() -> None:
    words = "1.4月底前选址，6月底前开工。（责任单位：市教育局；完成时限：6月底前）\n"
    assert told(words) == ["4月底前选址，6月底前开工 市教育局/ 2024-06-30"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5个工作日内完成首批12个项目的申报。〔市发改委〕",
         ["5个工作日内完成首批12个项目的申报 市发改委/ 2024-03-12"]),
        ("由市水利局6月底前完成清淤。〔湖东区政府〕", ["完成清淤 市水利局/ 2024-06-30"]),
        ("组织观看宣传片（市电视台录像）。", []),
    ],
)  # fmt: skip
def test_a_body_alone_in_brackets_has_what_nobody_else_is_given(
    words: str, expected: list[str]
) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("责任单位：市交通局，责任人：葛志平，完成时限：5月20日前", "市交通局/ 2024-05-20"),
        ("牵头：前进街道 配合：市统计局", "前进街道/市统计局 2024-04-10"),
        ("责任科室：城建科，分管领导：秦松，配合科室：物业科", "城建科/物业科 2024-04-10"),
        ("牵头领导：副市长彭立民；责任单位：市城投集团", "副市长彭立民、市城投集团/ 2024-04-10"),
        ("责任领导：副市长彭立民；责任单位：市城投集团", "市城投集团/ 2024-04-10"),
        ("由质安站负责", "质安站/ 2024-04-10"),
        ("副局长游志远牵头，路政支队负责，运管处配合", "副局长游志远、路政支队/运管处 2024-04-10"),
    ],
)  # fmt: skip
def test_how_fields_are_worded(fields: str, expected: str) -> None:
    task = "4月10日前更换破损雨水管"
    if "完成时限" in fields:
        task = "更换破损雨水管"
    assert told(f"1.{task}。（{fields}）\n") == [f"{task} {expected}"]


def test_two_acts_until_the_term_of_their_field() -> None:
    words = "1.开工建设停车场；完成车库竣工验收。（责任单位：市城投集团；完成时限：9月底前）\n"
    assert told(words) == [
        "开工建设停车场 市城投集团/ 2024-09-30",
        "完成车库竣工验收 市城投集团/ 2024-09-30",
    ]


def test_a_term_alone_in_brackets_is_the_term_of_what_a_body_is_asked() -> None:
    words = "1.科教科举办一期培训班，培训人数不少于120人。（完成时限：国庆节前）\n"
    assert told(words) == ["举办一期培训班，培训人数不少于120人 科教科/ 2024-09-30"]


def test_a_task_whose_last_fields_end_the_text() -> None:
    words = (
        "1.任务：组织一次抢修演练\n　牵头单位：安全监察部\n"
        "　责任单位：城区供水分公司\n　完成时限：5月20日前\n"
    )
    assert told(words) == ["任务：组织一次抢修演练 安全监察部/城区供水分公司 2024-05-20"]


def test_money_to_be_found_can_be_shown() -> None:
    words = "（1）落实银行贷款1.5亿元。（责任部门：财务部；时限：开工前）\n"
    assert told(words) == ["落实银行贷款1.5亿元 财务部/ event"]


def test_who_has_a_task_and_by_when_told_before_it() -> None:
    words = (
        "议定事项清单：\n"
        "1.【牵头单位：市公安局；配合单位：市旅游局；完成时间：6月20日前】完成87家民宿治安登记\n"
        "2.【市国土局，5月25日前】将实施方案报市政府备案\n"
        "3.【各项目乡镇，年底前】完成田间道路修筑31公里\n"
    )
    assert told(words) == [
        "完成87家民宿治安登记 市公安局/市旅游局 2024-06-20",
        "将实施方案报市政府备案 市国土局/ 2024-05-25",
        "完成田间道路修筑31公里 各项目乡镇/ 2024-12-31",
    ]


def test_who_has_a_task_and_by_when_in_the_brackets_behind_it() -> None:
    words = (
        "——整理2010年至2015年文书档案（办公室牵头，各科室配合，8月底前）；\n"
        "——移交已竣工项目档案（建设管理科，9月30日前）；\n"
        "——委托第三方编制修复设计（市自然资源局）；\n"
        "——拆除废弃厂房42处（有关乡镇牵头，市工信局、市供电公司配合）。\n"
    )
    assert told(words) == [
        "整理2010年至2015年文书档案 办公室/各科室 2024-08-31",
        "移交已竣工项目档案 建设管理科/ 2024-09-30",
        "委托第三方编制修复设计 市自然资源局/ none",
        "拆除废弃厂房42处 有关乡镇/市工信局、市供电公司 none",
    ]
