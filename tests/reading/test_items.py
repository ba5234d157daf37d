"""Items 议题: where they begin, what they are about, and what was decided on each."""

from __future__ import annotations

import pytest

from yiding.reading import read
from yiding.reading.model import Item, Reading
from yiding.reading.outline import outline
from yiding.text import read_text

TITLE = "临湖市人民政府第40次常务会议\n\n"
OPENED = "2024年3月5日上午，市长沈亦清主持召开市政府第40次常务会议"


def read_of(text: str) -> Reading:
    return read(text.encode(), name="minutes.txt")


def told(item: Item) -> tuple[str, str, str]:
    """``("听取", "供水保障", "decided")``; several outcomes joined by a blank."""
    title = item.subjects[0].title if item.subjects else ""
    return item.mode, title, " ".join(decision.outcome for decision in item.decisions)


def items(body: str, opening: str = f"{OPENED}。\n\n", title: str = TITLE) -> list[tuple[str, ...]]:
    return [told(item) for item in read_of(title + opening + body).items]


def test_the_first_item_in_the_sentence_that_convenes_the_meeting() -> None:
    opening = (
        f"{OPENED}，会议听取了市水务局关于供水保障情况的汇报，原则同意供水保障计划。"
        "会议明确，由市水务局于4月底前下达。\n\n"
    )
    assert items("会议审议通过了《临湖市节水办法》，由市水务局公布。\n", opening) == [
        ("听取", "供水保障", "approved_in_principle"),
        ("审议", "临湖市节水办法", "approved"),
    ]


def test_an_agenda_in_the_sentence_that_convenes_the_meeting_is_no_item() -> None:
    opening = f"{OPENED}，会议审议了节水办法等事项。\n\n"
    assert items("会议审议通过了《临湖市节水办法》，由市水务局公布。\n", opening) == [
        ("审议", "临湖市节水办法", "approved"),
    ]


def test_an_act_of_the_meeting_is_an_item_of_its_own() -> None:
    body = (
        "会议听取了市水务局关于供水保障情况的汇报。会议要求，市水务局要在4月底前完成检修。\n\n"
        "会议决定，调整市食品安全委员会组成人员，由市政府办公室印发通知。\n\n"
        "会议听取了市教育局关于校园安全的汇报。会议决定，由市教育局于5月底前复查。\n"
    )
    assert items(body) == [
        ("听取", "供水保障", "heard"),
        ("other", "调整市食品安全委员会组成人员", "decided"),
        ("听取", "校园安全", "decided"),
    ]


def test_who_reported_on_the_matter_opens_no_second_item() -> None:
    body = (
        "会议研究了全市春季造林工作。会议听取了市林草局的汇报，认为墒情差。"
        "会议决定，由市林草局于4月20日前完成栽植。\n"
    )
    assert items(body) == [("研究", "全市春季造林工作", "decided")]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("会议暂缓审议《临湖市国有资产出租办法》，由市国资委修改后择期再提请常务会议审议。",
         "deferred"),
        ("会议审议了《临湖市节水办法》。会议决定，由市水务局带回修改，下次常务会议再议。",
         "deferred"),
        ("会议听取了水库加固情况的汇报。会议议定，一期由市水务局于4月底前开工。"
         "二期待一期验收后另行研究。", "decided"),
        ("会议听取了公交一体化工作的汇报。议定：市交通局要在11月底前开通线路。", "decided"),
        ("会议研究了用地事宜。会议决定，暂缓收回那块国有土地，由市自然资源局另行上会。",
         "deferred"),
    ],
)  # fmt: skip
def test_what_is_put_off(sentence: str, outcome: str) -> None:
    assert [found[2] for found in items(f"会议审议通过了《临湖市养犬办法》。\n\n{sentence}\n")] == [
        "approved",
        outcome,
    ]


ONSITE = (
    "临湖市人民政府关于滨湖口岸及货场建设协调会议纪要\n\n"
    "2024年3月5日，副市长徐光在滨湖口岸主持召开口岸及货场建设协调会，"
    "会议研究了若干问题，现将会议确定事项纪要如下：\n\n"
    "一、关于工期问题。由市住建局于12月15日前完成装修。\n"
    "二、关于货场硬化问题。由市口岸公司于3月底前完成审查。\n"
    "{last}\n"
)


def test_sections_on_one_project_that_end_in_how_to_work_are_one_item() -> None:
    found = read_of(ONSITE.format(last="三、关于工作机制。由徐光副市长每半月召开一次调度会。"))
    assert [told(item) for item in found.items] == [("研究", "滨湖口岸及货场建设", "decided")]


def test_sections_that_name_matters_apart_are_items() -> None:
    found = read_of(ONSITE.format(last="三、关于查验设备问题。由市商务局于3月底前汇总缺口。"))
    assert [told(item)[1] for item in found.items] == ["工期问题", "货场硬化问题", "查验设备问题"]


def test_on_the_spot_the_words_that_hand_over_decide_what_is_commissioned() -> None:
    found = read_of(ONSITE.format(last="三、关于联网问题。市环保局要加强业务指导。"))
    assert [told(item)[2] for item in found.items] == ["decided", "decided", ""]


def test_a_joint_meeting_on_several_matters() -> None:
    text = (
        "两办联席会议纪要\n\n2024年10月11日，县政府办公室主任官锐主持召开联席会议，"
        "研究防返贫监测、信访积案化解等工作。会议议定：\n\n"
        "一、关于防返贫监测\n由县委农办牵头，10月底前完成排查。\n"
        "二、关于信访积案化解\n由县信访局牵头，11月底前建立台账。\n"
    )
    assert [told(item)[1] for item in read_of(text).items] == ["防返贫监测", "信访积案化解"]


def test_a_heading_that_names_no_matter_takes_the_text_below() -> None:
    body = (
        "一、审议通过有关事项\n\n会议审议通过了《临湖市关于加强节水工作的意见》。\n\n"
        "二、会议还就森林防火、校园周边整治等工作作了强调。\n"
    )
    assert items(body, f"{OPENED}。纪要如下：\n\n", "临湖市人民政府常务会议纪要\n\n") == [
        ("审议", "临湖市关于加强节水工作的意见", "approved")
    ]


def test_numbered_sentences_that_decide_are_no_headings() -> None:
    body = (
        "一、原则同意《临湖市智慧城市建设行动计划》，由市数据局修改完善，以市政府办公室文件印发。\n"
        "二、同意将滨湖湿地申报国家级湿地公园，由市林业局负责申报，7月底前上报。\n"
        "三、不同意市文旅局提出的夜游项目补贴方案。\n"
        "四、关于市第三医院债务问题，由市卫健委会同市财政局进一步研究，提出方案后再行上会。\n"
    )
    found = read_of(f"临湖市政府常务会议纪要\n\n{OPENED}。会议决定事项如下：\n\n{body}")
    assert [told(item) for item in found.items] == [
        ("审议", "临湖市智慧城市建设行动计划", "approved_in_principle"),
        ("研究", "将滨湖湿地申报国家级湿地公园", "approved"),
        ("研究", "夜游项目补贴方案", "rejected"),
        ("研究", "市第三医院债务问题", "deferred"),
    ]
    assert [len(item.obligations) > 0 for item in found.items] == [True, True, False, True]


def test_sections_of_a_meeting_on_the_spot_without_one_subject_are_items() -> None:
    text = (
        "临湖市人民政府与市总工会第六次联席会议纪要\n\n2024年3月5日，副市长徐光主持联席会议。"
        "会议形成如下纪要：\n\n一、关于困难职工帮扶资金\n会议同意纳入预算，由市财政局落实。\n"
        "二、关于职工服务中心建设\n由市总工会牵头，6月底前完成选址。\n"
    )
    assert [told(item)[1] for item in read_of(text).items] == [
        "困难职工帮扶资金",
        "职工服务中心建设",
    ]


def test_numbers_that_count_duties_on_one_matter_are_no_items() -> None:
    text = (
        "临湖市长办公会议纪要\n\n2024年3月5日，市长沈亦清主持召开市长办公会议，研究夏粮收购工作。"
        "会议纪要如下：\n\n一、市粮食局要在5月20日前完成仓容腾并。\n"
        "二、市市场监管局负责开展计量器具检定，6月5日前完成。\n"
    )
    (item,) = read_of(text).items
    assert told(item)[:2] == ("研究", "夏粮收购工作")
    assert [duty.lead for duty in item.obligations] == [("市粮食局",), ("市市场监管局",)]


def test_an_agenda_listed_before_the_sections_is_no_second_row_of_items() -> None:
    text = (
        f"临湖市人民政府常务会议纪要\n\n{OPENED}。\n\n会议议题：\n一、学习《行政处罚法》；\n"
        "二、听取安全整治情况汇报；\n三、其他事项。\n\n会议议定：\n\n一、关于学习《行政处罚法》\n"
        "会议要求，各部门要规范执法。\n二、关于安全整治\n会议决定，由市安委办复查。\n三、其他事项\n"
        "（一）会议同意市住建局关于工资保证金的请示。\n（二）会议同意聘请法律顾问，由市司法局办理。\n"
    )
    assert [told(item) for item in read_of(text).items] == [
        ("学习", "行政处罚法", ""),
        ("研究", "安全整治", "decided"),
        ("other", "其他事项", "approved"),
    ]


def test_a_form_that_names_the_one_theme() -> None:
    text = (
        "临湖市政府工作会议纪要\n\n时间：2024年8月14日\n主持人：副市长 简洁\n"
        "会议主题：研究滨湖站周边整治工作\n\n会议纪要：\n\n一、会议原则同意市轨道公司提出的方案。\n"
        "二、由市城管局牵头，8月底前完成清理。\n三、整治费用由市轨道公司承担，市财政局不再安排。\n"
    )
    (item,) = read_of(text).items
    assert told(item) == ("研究", "滨湖站周边整治工作", "approved_in_principle")


def test_matters_under_a_label_that_comes_again() -> None:
    text = (
        "临湖市长办公会议纪要\n\n2024年3月5日，市长沈亦清主持召开第7次市长办公会议。"
        "现将会议情况纪要如下：\n\n议题：关于厕所整改工作\n会议议定：\n"
        "1.市农业农村局负责于7月15日前完成排查；\n2.市财政局拨付奖补资金300万元。\n\n"
        "议题：关于医院搬迁工作\n会议议定：\n1.原则同意搬迁方案；\n"
    )
    assert [told(item) for item in read_of(text).items] == [
        ("研究", "厕所整改工作", "decided"),
        ("研究", "医院搬迁工作", "approved_in_principle"),
    ]


def test_a_body_that_begins_under_a_form() -> None:
    text = (
        "临湖市人民政府办公会会议纪要\n\n时间：2024年3月5日\n主持：沈亦清市长\n"
        "内容：研究棚户区改造有关问题\n\n会议听取了市住建局关于棚户区改造工作的汇报，"
        "与会人员进行了讨论，现纪要如下：\n\n会议明确：\n1.由市住建局于4月底前完成交付。\n"
        "2.湖滨街道负责5月10日前完成剩余12户签约。\n"
    )
    assert [told(item) for item in read_of(text).items] == [("听取", "棚户区改造工作", "decided")]


def test_a_heading_that_tells_who_reports_what() -> None:
    body = (
        "一、市财政局局长顾雍汇报2024年预算调整方案。\n会议同意，由市财政局报市人大常委会批准。\n"
        "二、市教育局汇报一中新建实验楼事宜。\n会议暂不同意新建，由市教育局另行论证。\n"
    )
    found = read_of(f"临湖市政府常务会议纪要\n\n{OPENED}。纪要如下：\n\n{body}")
    assert [told(item) for item in found.items] == [
        ("听取", "2024年预算调整方案", "approved"),
        ("听取", "一中新建实验楼事宜", "deferred"),
    ]


def test_a_narrow_print_with_one_wide_line() -> None:
    text = (
        "临湖市人民政府\n〔2024〕6号\n临湖市人民政府办公室              2024年3月11日\n\n"
        "    2024年3月5日上午8：30，市\n长沈亦清主持召开市人民政府第9次常\n"
        "务会议。会议议定事项如下：\n    一、审议《临湖市海岛旅游发展规\n划》\n"
        "    会议原则同意该《规划》，由市文\n旅局修改完善后，于6月10日前报市委\n审定。\n"
        "    二、研究渔港建设用海审批问题\n    会议同意市渔业局提出的用海方\n案。\n"
    )
    found = read_of(text)
    assert found.chair is not None
    assert (found.chair.name, found.chair.post) == ("沈亦清", "市长")
    assert [told(item)[1] for item in found.items] == [
        "临湖市海岛旅游发展规划",
        "渔港建设用海审批问题",
    ]


def test_what_a_meeting_demands_is_a_list_and_no_agenda() -> None:
    text = (
        "临湖市人民政府第2次全体会议纪要\n\n2024年7月26日，市长沈亦清主持召开市人民政府第2次全体会议。"
        "现纪要如下：\n\n会议指出，全市稳中向好。\n会议要求，要突出抓好以下工作：\n"
        "（一）抓项目。市发改委要在8月底前办结开工手续。\n（二）抓消费。市商务局要在国庆前组织促销。\n"
    )
    (item,) = read_of(text).items
    leads = [duty.lead for duty in item.obligations if duty.binding]
    assert leads == [("市发改委",), ("市商务局",)]


def test_a_title_on_one_subject_without_a_session_is_of_a_topic_meeting() -> None:
    text = (
        "关于滨湖路养护工程有关问题的会议纪要\n\n时间：2024年6月17日\n"
        "参加单位及人员：市交通局：万里（局长）、程远（科长）；湖滨街道：毛竹（主任）\n记录：程远\n\n"
        "一、会议听取了施工单位关于工程进展的汇报。\n二、经研究，形成以下一致意见：\n"
        "1、湖滨街道负责在6月25日前清理路域堆积物；\n2、市财政局于7月底前拨付第二期工程款。\n"
    )
    found = read_of(text)
    assert found.kind == "onsite"
    assert [told(item) for item in found.items] == [("研究", "滨湖路养护工程", "decided")]
    assert [one.name for one in found.attendance.present] == ["万里", "程远", "毛竹"]


def test_a_heading_without_a_verb_is_studied_though_it_is_agreed_to() -> None:
    body = (
        "一、副市长分工调整事宜\n\n会议同意调整，由市政府办公室于3月底前行文。\n\n"
        "二、市教育局关于校园安全工作情况通报\n\n会议听取了通报。会议决定，由市教育局复查。\n"
    )
    assert [told(item)[:2] for item in read_of(TITLE + f"{OPENED}。\n\n{body}").items] == [
        ("研究", "副市长分工调整事宜"),
        ("听取", "校园安全工作"),
    ]


def test_a_subject_ends_where_the_sentence_goes_on() -> None:
    body = (
        "会议听取了督察反馈问题整改情况汇报，研究了其他事项。\n\n"
        "会议传达学习了全省金融工作会议精神，研究我市贯彻意见。\n\n"
        "会议审议并同意市人社局关于调整工资标准的建议，自2024年5月1日起执行。\n\n"
        "会议研究了一中新校区选址，议定选址城南片区。\n\n"
        "会议听取市应急局关于安全形势的汇报后指出，要压实责任。\n"
    )
    assert [found[1] for found in items(body)] == [
        "督察反馈问题整改",
        "全省金融工作会议精神",
        "调整工资标准的建议",
        "一中新校区选址",
        "安全形势",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "关于协调解决滨湖大道北延工程建设有关问题的\n现场办公会议纪要",
        "关于协调解决滨湖大道北延工程建设有关问题的\n现 场 办 公 会 议 纪 要",
        "临湖市人民政府\n现 场 办 公 会 议 纪 要\n\n"
        "关于协调解决滨湖大道北延工程建设有关问题的会议纪要",
    ],
)
def test_a_title_over_two_lines_names_the_one_matter(head: str) -> None:
    text = (
        f"{head}\n\n2024年3月5日，市长沈亦清到现场调研，并主持召开办公会议。纪要如下。\n\n"
        "一、征地拆迁方面。由市住建局于9月底前完成拆迁。\n"
        "二、管线迁改方面。请市供电公司于10月底前完成迁改。\n"
    )
    found = read_of(text)
    assert found.kind == "onsite"
    assert [told(item)[:2] for item in found.items] == [("研究", "协调解决滨湖大道北延工程建设")]


def test_an_agenda_under_its_label_is_no_second_row_of_items() -> None:
    text = (
        "临湖市人民政府第40次常务会议纪要\n\n时间：2024年3月5日\n主持：沈亦清市长\n会议议题：\n"
        "一、审议《临湖市节水办法》；\n二、听取全市食品安全工作汇报。\n\n会议纪要：\n"
        "一、会议审议通过《临湖市节水办法》，由市水务局公布。\n"
        "二、会议听取了市市场监管局关于全市食品安全工作的汇报，市市场监管局要开展检查。\n"
    )
    assert [told(item) for item in read_of(text).items] == [
        ("审议", "临湖市节水办法", "approved"),
        ("听取", "全市食品安全工作", "heard"),
    ]


def test_a_matter_whose_number_stands_on_a_line_of_its_own() -> None:
    text = (
        "临湖市人民政府第40次常务会议决议\n\n会议时间：2024年3月5日\n主持人：市长沈亦清\n"
        "列席单位：市发改委、市教育局\n议题一\n审议《临湖市节水办法》\n"
        "决议：原则同意。由市水务局印发。\n议题二\n听取市教育局关于招生工作的汇报\n"
        "决议：同意招生方案。由市教育局于4月20日前公布。\n"
    )
    assert [told(item) for item in read_of(text).items] == [
        ("审议", "临湖市节水办法", "approved_in_principle"),
        ("听取", "招生工作", "approved"),
    ]


def test_a_sentence_broken_off_where_the_copy_lost_its_indent() -> None:
    text = (
        "临湖市人民政府常务会议纪要\n\n"
        "2024年3月5日上午，市长沈亦清主持召开市政府第40次常务会\n"
        "议，研究供水保障有关事项。现将会议议定事项纪要如下：\n\n"
        "一、关于水库除险加固\n"
        "由市水务局会同市财政局、市发展改革委按照会议讨论的意见修改完\n"
        "善方案，四月底前完成大坝安全鉴定和施工图设计，报市政府审定。\n"
        "二、关于城区供水\n"
        "市水务集团要在四月底前抢修东城和西城的老旧管网，确\n"
        "保市民正常用水，检修情况于每月五日前向市水务局书面报告一次。\n"
    )
    assert "确保市民正常用水" in outline(read_text(text.encode(), name="minutes.txt")).sheet.flat


def test_what_was_said_in_discussion_opens_no_item() -> None:
    text = (
        "政协荆水县委员会专题协商议政会议纪要\n\n2016年10月27日上午，县政协主席虢绍棠主持召开专题协商议政会议。\n\n"
        "会议听取了县政协关于垃圾分类处理情况的汇报。\n\n会议协商讨论中，与会委员认为，处理能力不足。\n\n"
        "会议审议通过了《关于推进垃圾分类处理的建议案》。\n"
    )
    assert [item.mode for item in read_of(text).items] == ["听取", "审议"]


def test_what_another_body_has_agreed_to_is_no_verdict() -> None:
    text = (
        f"临湖市人民政府常务会议纪要\n\n{OPENED}。\n\n一、研究拆迁补偿问题\n\n会议认为，补偿标准已经县人大常委会"
        "审议通过，应当保持连续性，对提高标准的请求不予同意。\n"
    )
    outcomes = [decision.outcome for decision in read_of(text).items[0].decisions]
    assert outcomes == ["rejected"]


def test_what_bodies_are_to_do_on_one_matter_is_no_heading() -> None:
    reading = read_of(
        "3月5日，市长沈亦清主持召开市政府第40次常务会议，专题研究防汛工作。会议议定：\n\n"
        "一、市水务局负责，4月28日前完成泵站检修。\n\n"
        "二、市交通局、市公安局在进城的7个路口设立检查站，4月26日零时起运行。\n\n"
        "三、市财政局从预备费中安排80万元，4月30日前拨付。\n"
    )
    assert len(reading.items) == 1
    assert [duty.lead for duty in reading.items[0].obligations] == [
        ("市水务局",),
        ("市交通局", "市公安局"),
        ("市财政局",),
    ]
