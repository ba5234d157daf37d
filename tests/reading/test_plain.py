"""Acts by verbs that no list holds, and bodies and persons that no list knows."""

from __future__ import annotations

import pytest

from reading.test_acts import told
from yiding.reading import read

OTHERS = "市财政局拨付经费20万元。"
FIRST = ["市财政局/ none deliver"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("市农机局调8台旋耕机到三个乡镇。", ["市农机局"]),
        ("市园林局在湖边种500棵柳树。", ["市园林局"]),
        ("市文化馆送戏下乡30场。", ["市文化馆"]),
        ("团市委发动志愿者300名。", ["团市委"]),
        ("市供销社腾出两间库房给合作社。", ["市供销社"]),
        ("市公安局交警支队拖走僵尸车。", ["市公安局交警支队"]),
        ("市交通局把203路公交绕到市民中心。", ["市交通局"]),
        ("市城管局将夜市迁到河西。", ["市城管局"]),
        ("市第一医院给五保户免费看病。", ["市第一医院"]),
        ("市水务局派人守着闸门。", ["市水务局"]),
    ],
)
def test_an_act_is_known_by_its_shape(words: str, who: list[str]) -> None:
    assert told(words) == [f"{'、'.join(who)}/ none deliver"]


@pytest.mark.parametrize(
    "words",
    [
        "市交通局现有12座桥。",
        "市第一医院放射科3名医生到岗。",
        "要求各相关部门把安全放在首位。",
        "市一中教师300名。",
    ],
)
def test_a_state_of_things_is_no_act(words: str) -> None:
    assert not [line for line in told(words) if not line.startswith("○")]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("市档案馆对187卷民国契约脱酸托裱，市史志办采录口述史料。", ["市档案馆", "市史志办"]),
        ("市中医院为7所寄宿学校熬制预防汤剂。", ["市中医院"]),
        ("东洲海事局标绘商渔船习惯航路。", ["东洲海事局"]),
        ("市水产站渔业技术员骆小湾驻点统计成活率。", ["市水产站渔业技术员骆小湾"]),
    ],
)
def test_among_duties_a_body_behind_which_something_stands_has_a_duty(
    words: str, who: list[str]
) -> None:
    assert told(OTHERS + words) == FIRST + [f"{name}/ none deliver" for name in who]


@pytest.mark.parametrize(
    "words",
    [
        "市供热公司连年亏损。",
        "市农机厂产品有销路。",
        "老粮库、原棉麻公司两宗资产。",
        "项目业主为市交通局。",
        "市图书馆馆藏经费180万元。",
        "红岩小学旁的平交道口改为立交。",
        "副市长章某某出席会议并讲话。",
    ],
)
def test_nor_does_a_state_of_things_among_duties(words: str) -> None:
    assert told(OTHERS + words) == FIRST


@pytest.mark.parametrize(
    "body",
    [
        "市人民剧场",
        "红旗茶场",
        "市储备粮公司中心粮库",
        "实验幼儿园",
        "炼钢车间",
        "立案庭",
        "第八师",
        "民兵连",
        "乡贤理事会",
        "监事会",
        "家委会",
        "市慈善总会",
        "第三方机构",
        "检测机构",
        "医共体",
        "寺管会",
        "电务段",
        "拍卖行",
        "看守所",
        "林场",
        "项目经理",
        "护林员",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    ["由{}制定方案，6月底前完成。", "{}负责设备采购。", "{}6月底前完成设备采购。"],
)
def test_bodies_of_every_sort_are_known(body: str, sentence: str) -> None:
    assert [line.split("/")[0] for line in told(sentence.format(body))] == [body]


@pytest.mark.parametrize("body", ["大药房", "湿地公园", "物流园", "次旺多吉", "楼组长"])
def test_behind_a_commission_any_body_is_one(body: str) -> None:
    assert told(f"由{body}每周一向市政府报告进展。") == [f"{body}/ 2024-03-11 report"]


@pytest.mark.parametrize(
    "words",
    [
        "补助标准由每人每月280元提高到310元。",
        "用地指标由市级统筹保障。",
        "所需费用由当事人承担。",
        "如有疑问，请联系客服反馈。",
    ],
)
def test_what_stands_behind_it_may_be_no_body(words: str) -> None:
    assert told(words) == []


def test_who_hands_work_to_others_still_bears_it() -> None:
    assert told("市采购办核定需求，委托代理机构组织公开招标。") == ["市采购办/ none deliver"]


def test_a_name_with_a_dot_ends_before_its_role() -> None:
    told_of = told("由副市长巴合提别克·努尔兰牵头，市畜牧局具体负责，9月底前制定转场方案。")
    assert told_of == ["副市长巴合提别克·努尔兰、市畜牧局/ 2024-09-30 deliver"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # asked of it, and then aimed at by a day; told of at times; done once more, soon
        ("市自然资源局要加强与省厅沟通，力争年底前取得批复。",
         ["○市自然资源局/ none standing", "市自然资源局/ 2024-12-31 deliver"]),
        ("市住建局要加快易涝点改造，力争7月10日前全部完工。", ["市住建局/ 2024-07-10 deliver"]),
        ("市发展改革委要加强价格监测，每日向总值班室报告价格。",
         ["○市发展改革委/ none standing", "市发展改革委/ recurring report"]),
        ("市卫生院务必于6月10日前完成接种，适时开展“回头看”。",
         ["市卫生院/ 2024-06-10 deliver", "市卫生院/ vague deliver"]),
        # begun by one day and ended by another
        ("由水利工程公司为实施主体，6月1日前开工、10月底前完工。",
         ["水利工程公司/ 2024-06-01 deliver", "水利工程公司/ 2024-10-31 deliver"]),
        # whoever is given the power has the duty, by the post too
        ("授权市商务局局长代表市政府签署协议。", ["市商务局局长/ none deliver"]),
        ("稽查大队要在二季度开展一次稽查，对查实的偷盗水行为追缴水费。",
         ["稽查大队/ 2024-06-30 deliver", "稽查大队/ none deliver"]),
        ("市财务科要将搬迁费用纳入预算，确需追加的须报市政府审批。",
         ["市财务科/ none deliver", "市财务科/ none submit"]),
        ("搬迁日期由院办公室会商医务部确定。", ["院办公室/医务部 none deliver"]),
        ("由乡财政所在会后10个工作日内拨付首期补助。", ["乡财政所/ 2024-03-19 deliver"]),
        ("镇综合执法队要坚持每周开展两次巡查。", ["镇综合执法队/ recurring standing"]),
    ],
)  # fmt: skip
def test_where_one_duty_ends_and_another_begins(words: str, expected: list[str]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("房屋征收由城关镇政府负责，市征收办做好业务指导，务必于9月15日前完成签约。",
         ["城关镇政府/ 2024-09-15 deliver"]),
        ("由市国土资源局牵头起草办法，市法制办进行合法性审查后，报市政府审定。",
         ["市国土资源局/ none submit"]),
        ("贷款由市城建集团作为承贷主体，市财政局制定资金方案，5月底前报市政府。",
         ["市财政局/ 2024-05-31 report"]),
        ("请市气象局与市水利局共享监测信息。", ["市气象局/ none deliver"]),
        ("由市政府分管领导约谈其主要负责人。", ["市政府分管领导/ none deliver"]),
        ("成立领导小组，由副市长康某某任组长。", []),
        ("领导小组办公室主任由市住建局局长陶某某同志兼任。", []),
        ("塘下村党支部书记巫海明10月8日前退回补贴2400元。",
         ["塘下村党支部书记巫海明/ 2024-10-08 deliver"]),
    ],
)  # fmt: skip
def test_who_only_stands_by_bears_nothing(words: str, expected: list[str]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "who"),
    [
        # where the name of a body ends and what it is to do begins
        ("市城建档案馆接管改制企业的竣工图纸。", "市城建档案馆"),
        ("奥菱电梯公司检修九台停运电梯。", "奥菱电梯公司"),
        ("嵩泽师范学院影印馆藏族谱四十种。", "嵩泽师范学院"),
        ("由市交通运输局拓宽进村道路弯道七处。", "市交通运输局"),
        ("由市消防救援大队检测各场所的电气线路。", "市消防救援大队"),
        ("市公安局经侦支队冻结涉案账户17个。", "市公安局经侦支队"),
        ("市公安局科信支队脱敏人口库样本数据。", "市公安局科信支队"),
        ("由镇中心小学腾出两间教室。", "镇中心小学"),
        ("市第一医院感染管理科核准制度三项。", "市第一医院感染管理科"),
        ("东原公司二车间安装机床三台。", "东原公司二车间"),
    ],
)
def test_a_name_ends_where_the_act_begins(words: str, who: str) -> None:
    assert told(OTHERS + words)[1:] == [f"{who}/ none deliver"]


@pytest.mark.parametrize(
    ("opening", "duties"),
    [
        ("会议议定以下事项：", 1),
        ("现将会议议定事项纪要如下：", 1),
        ("现将会议确定的事项纪要如下：", 1),
        ("现将主要情况纪要如下：", 0),
    ],
)
def test_what_an_opening_says_is_decided_holds_from_the_first_words_on(
    opening: str, duties: int
) -> None:
    minutes = (
        "临湖市人民政府专题会议纪要\n\n2024年3月12日，副市长徐光主持召开专题会议，"
        f"研究航道问题。{opening}\n\n一、关于航道\n\n市物探队扫测进港航道水深。\n\n"
        "二、关于滨江大道\n\n滨江大道全长6.8公里。\n"
    )
    items = read(minutes.encode(), name="minutes.txt").items
    leads = [duty.lead for item in items for duty in item.obligations]
    assert leads == [("市物探队",)] * duties
