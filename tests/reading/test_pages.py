"""Pages 网页: minutes as the web has them, run together, without openings, told by others."""

from __future__ import annotations

import textwrap

import pytest

from yiding.reading import read
from yiding.reading.model import Item, Reading


def read_of(text: str) -> Reading:
    return read(text.encode(), name="page.txt")


def about(item: Item) -> tuple[str, list[str], list[str]]:
    """``("学习", ["节水条例"], ["heard"])``."""
    titles = [subject.title for subject in item.subjects]
    return item.mode, titles, [decision.outcome for decision in item.decisions]


def bound(reading: Reading) -> list[tuple[tuple[str, ...], str]]:
    """Who must do what: the binding duties of all items."""
    return [
        (duty.lead, duty.action)
        for item in reading.items
        for duty in item.obligations
        if duty.binding
    ]


def test_a_page_whose_paragraphs_ran_together_is_taken_apart() -> None:
    text = (
        "现场办公会议纪要\n3月5日下午，市长沈亦清到古渡文化园实地察看，并召开现场办公会。"
        " 古渡区政府、市林草局等单位负责人参加了会议。"
        " 会议听取了文化园项目指挥部关于项目建设进展情况的汇报，就加快推动文化园建设进行了讨论。"
        " 现纪要如下： 会议指出，古渡文化园是全市的窗口工程，时间紧、任务重，各方都要把它放在心上。"
        " 一、要确保大剧场按期建成。 古渡文化园公司要增加施工力量，9月20日前完成主体施工。"
        " 二、加快核心景区改造。 市林草局要安排专人督办，10月底前补植行道树。\n"
    )
    assert bound(read_of(text)) == [
        (("古渡文化园公司",), "增加施工力量，9月20日前完成主体施工"),
        (("市林草局",), "安排专人督办，10月底前补植行道树"),
    ]


def test_who_presided_may_be_told_under_the_opening() -> None:
    text = (
        "3月5日，十七届县人民政府第80次常务会议召开。\n"
        "县委副书记、县长沈亦清主持会议，县人大常委会、县政协有关领导列席会议。"
        "会议审议了《青屏县节水办法（送审稿）》。\n"
    )
    chair = read_of(text).chair
    assert chair is not None
    assert chair.name == "沈亦清"


def test_one_sentence_with_two_verbs_is_about_both_matters() -> None:
    text = (
        "8月18日上午，县长沈亦清主持召开县政府第48次常务会议。\n"
        "会议学习了全省移民工作会议精神，审定了2025年第二批移民后扶项目计划方案。"
        "会议要求，要严格执行计划方案。\n"
    )
    assert [about(item)[1:] for item in read_of(text).items] == [
        (["全省移民工作会议精神", "2025年第二批移民后扶项目计划方案"], ["approved"]),
    ]


def test_what_the_opening_says_was_heard_is_an_item() -> None:
    text = (
        "11月21日，市长沈亦清在市政府会议室主持召开办公会议，"
        "听取了市发改委关于飞地经济工作情况的汇报。\n"
        "会议研究了选取部分楼宇作为承接载体的问题，由市商务局于12月底前拟定名单。\n"
    )
    assert [about(item)[:2] for item in read_of(text).items] == [
        ("听取", ["飞地经济工作"]),
        ("研究", ["选取部分楼宇作为承接载体的问题"]),
    ]


def test_what_the_opening_lists_and_the_body_tells_again_is_no_item() -> None:
    text = (
        "11月21日，市长沈亦清主持召开市政府常务会议，听取了全市粮食收购情况的汇报。\n"
        "会议听取了市粮储局关于全市粮食收购情况的汇报。会议明确，由市粮储局于12月底前兑付粮款。\n"
    )
    assert len(read_of(text).items) == 1


def test_paragraphs_before_the_first_item_are_the_one_matter_left_of_the_agenda() -> None:
    text = (
        "本报讯（记者 李行）6月9日，市长沈亦清主持召开市政府第58次常务会议，"
        "研究夏收生产、营商环境优化等工作。\n"
        "会议指出，夏收已经全面展开。市农业农村局每日发布一次机收信息。\n"
        "会议审议通过《临湖市优化营商环境工作要点》。市行政审批局要在6月底前公布办事清单。\n"
    )
    found = read_of(text)
    assert [about(item)[:2] for item in found.items] == [
        ("研究", ["夏收生产"]),
        ("审议", ["临湖市优化营商环境工作要点"]),
    ]
    assert [lead for lead, _ in bound(found)] == [("市农业农村局",), ("市行政审批局",)]


def test_numbered_items_without_an_opening_are_minutes() -> None:
    text = (
        "〔2011〕28号\n临湖市人民政府办公室　二〇一一年八月二十七日\n"
        "一、会议听取了水务局关于水利改革意见制定情况的汇报，原则同意该意见。\n"
        "二、会议听取了民政局关于道路命名情况的汇报，同意命名为香樟大道。\n"
    )
    found = read_of(text)
    assert found.kind != "not_minutes"
    assert len(found.items) == 2
    assert found.chair is None


def test_labels_alone_on_their_lines_have_their_values_below() -> None:
    text = (
        "北临区人民政府第七十三次常务会议\n\n会议时间\n2021-03-22\n会议地点\n区政府三楼会议室\n"
        "列席情况\n区人大常委会、区政协负责同志，区司法局主要负责同志\n会议内容\n"
        "2021年3月16日下午，区长沈亦清主持召开区政府第73次常务会议。\n"
        "会议审议并原则通过《北临区大气污染防治方案》，由区生态环境分局修改后印发。\n"
    )
    found = read_of(text)
    assert found.kind == "minutes"
    assert found.place == "区政府三楼会议室"
    assert found.held_on is not None
    assert str(found.held_on.date) == "2021-03-16"
    assert [one.unit for one in found.attendance.observers] == [
        "区人大常委会",
        "区政协",
        "区司法局",
    ]


PRINTED = (
    "2019年2月26日下午，市长沈亦清主持召开市政府第52次常务会议，研究项目开工准备和民生实事任务分工等事项。"
    "会议议定以下意见：",
    "一、关于项目开工准备",
    "会议要求，各区县、各开发区要在3月15日前将项目前期存在的问题清单报告市发改委，"
    "市发改委汇总后于3月22日前书面报告市政府。由市财政局会同市住建局于4月底前拨付首批补助资金，"
    "由市审计局全程跟踪审计。市自然资源局要在会后一周内提出用地保障方案报市政府审定，"
    "市住建局要在3月底前完成施工图的审查，市公安局要在4月1日前发布重型货车的限行通告，"
    "市水务局要于汛前完成沿河五处穿堤涵闸的检修，市气象局要每周发布一次春季森林火险的预报。",
    "二、关于民生实事任务分工",
)
ROWS = (
    "任务　牵头单位　责任单位　完成时限\n"
    "新建、改扩建城区公办幼儿园八所　市教育局　市自然资源局、市住建局　2019年8月底前\n"
    "完成一百二十个老旧小区雨污分流改造　市住建局　各区县政府　2019年11月30日前\n"
)


def test_a_print_that_breaks_its_lines_beside_the_rows_of_a_table() -> None:
    lines = [line for one in PRINTED for line in textwrap.wrap(one, 26)]
    head = "临湖市人民政府\n常务会议纪要\n〔2019〕3号\n"
    found = bound(read_of(head + "\n".join(lines) + "\n" + ROWS))
    assert (("市发改委",), "汇总后于3月22日前书面报告市政府") in found
    assert (("市教育局",), "新建、改扩建城区公办幼儿园八所") in found
    assert len([one for one in found if one[0] == ("市住建局",)]) == 2


def test_speakers_by_name_and_a_printed_agenda() -> None:
    text = (
        "图文回放：云泽区人民政府第31次常务会议\n会议时间：2023年4月19日上午9：00\n会议议题：\n"
        "1.听取一季度重点项目建设情况的汇报\n2.审议《云泽区2023年防汛预案》\n会议过程：\n9：00\n"
        "【区长苗兆辉】今天的会议有两个议题，下面请发展改革局先汇报。\n9：05\n"
        "【区发展改革局局长崔永胜发言】一季度开工41个项目。\n9：31\n"
        "【区长苗兆辉讲话】没有开工的项目，由区发展改革局牵头，4月底前列出问题清单。\n9：40\n"
        "【区水务局局长房明发言】汇报《云泽区2023年防汛预案》起草情况。\n9：55\n"
        "【区长苗兆辉讲话】原则同意这个预案，由区水务局修改后印发实施。\n"
    )
    found = read_of(text)
    assert found.kind == "transcript"
    assert [about(item)[:2] for item in found.items] == [
        ("听取", ["一季度重点项目建设"]),
        ("审议", ["云泽区2023年防汛预案"]),
    ]
    assert [lead for lead, _ in bound(found)] == [("区发展改革局",), ("区水务局",)]


NEWS = "本报讯（记者 李行）3月5日，县长沈亦清主持召开全县闲置土地处置推进会。\n{0}\n"


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ("沈亦清要求，由县发改局牵头，县委党校配合，在9月底前完成供地。", [("县发改局",)]),
        ("沈亦清要求相关部门立即拿出预算，确保在5月底竣工验收。", [("相关部门",)]),
        ("会议要求，县自然资源局根据会议讨论意见，进一步征求各镇意见。", [("县自然资源局",)]),
        ("会议要求，县国资处尽快参考有关规定，制定设备配置办法。", [("县国资处",)]),
        ("东片整治由王光林牵头，九重镇落实；干渠绿化由顾理牵头，县林业局落实。",
         [("王光林", "九重镇"), ("顾理", "县林业局")]),
        ("会议要求各部门必须严防死守，具体工作由县防疫办负责协调落实。", [("县防疫办",)]),
        ("分管领导要在5月7日前，建立起台账。", [("分管领导",)]),
        ("市、县两级高速指挥部要在9月底之前完成三杆拆迁。", [("市、县两级高速指挥部",)]),
        ("东屏县2022年闲置土地处置工作关系到全县用地保障。", []),
        ("县住建局要组织实施，着力帮助企业解决问题。", [("县住建局",)]),
        ("会上，县建设局副局长程中首先传达上级精神，明确2018年的目标任务。", []),
    ],
)  # fmt: skip
def test_who_must_act_in_the_news(words: str, leads: list[tuple[str, ...]]) -> None:
    assert [lead for lead, _ in bound(read_of(NEWS.format(words)))] == leads


@pytest.mark.parametrize(
    ("words", "present"),
    [
        ("凌辉、彭玲、刘戟出席会议。", ["凌辉", "彭玲", "刘戟"]),
        ("县委副书记周航，副县长孙海，县直相关部门负责人，东屏街道主要负责人参加会议。",
         ["周航", "孙海"]),
        ("区委常委张瑞、副区长张云出席推进会。", ["张瑞", "张云"]),
    ],
)  # fmt: skip
def test_who_was_present_in_a_sentence(words: str, present: list[str]) -> None:
    found = read_of(NEWS.format(words))
    assert [person.name for person in found.attendance.present] == present


def test_numbers_that_run_on_in_one_paragraph() -> None:
    text = (
        "2024年3月5日上午，县长沈亦清主持召开县政府第3次常务会议。会议议定：一、审议《青屏县节水办法》。"
        "原则同意，由县水务局修改后印发。二、听取县教育局关于招生工作的汇报。"
        "由县教育局于4月20日前公布招生方案。\n"
    )
    found = read_of(text)
    assert [about(item)[:2] for item in found.items] == [
        ("审议", ["青屏县节水办法"]),
        ("听取", ["招生工作"]),
    ]
    assert [lead for lead, _ in bound(found)] == [("县水务局",), ("县教育局",)]


def test_what_was_heard_in_one_sentence_is_an_item_each() -> None:
    text = (
        "8月24日，县长沈亦清主持召开县政府第49次常务会议。\n"
        "会议听取了县教育局关于学校建设方案的汇报；听取县住建局关于湿地建设的汇报；"
        "听取县财政局关于盘活资金情况的汇报。\n会议对上述议题作出部署。\n"
    )
    assert [about(item)[:2] for item in read_of(text).items] == [
        ("听取", ["学校建设方案"]),
        ("听取", ["湿地建设"]),
        ("听取", ["盘活资金"]),
    ]


def test_an_agenda_in_prose_above_the_numbered_matters_is_no_item() -> None:
    text = (
        "3月14日，县长沈亦清主持召开县政府2016年第4次常务会议。\n"
        "会议听取了通讯补贴发放、残疾人补贴实施等情况汇报。\n"
        "一、关于停止发放通讯补贴\n会议明确，原则同意停止发放通讯补贴。\n"
        "二、关于残疾人补贴实施工作\n会议明确，同意实施意见，以县政府办公室名义印发实施。\n"
    )
    assert [about(item)[0] for item in read_of(text).items] == ["研究", "研究"]


def test_the_day_under_the_title_where_nothing_else_tells_it() -> None:
    text = (
        "关于龟山社区水改有关事项的会议纪要\n（二○一二年九月十二日）\n"
        "一、会议认为，龟山社区水改关系到居民利益，各有关单位要主动配合。\n"
        "二、会议就以下事项进行了明确：\n（一）区交通建设局负责解决水改经费30万元。\n"
    )
    found = read_of(text)
    assert found.held_on is not None
    assert (str(found.held_on.date), found.held_on.basis) == ("2012-09-12", "printed")
    assert [about(item)[2] for item in found.items] == [["decided"]]


def test_what_a_page_prints_around_the_text_is_no_part_of_it() -> None:
    text = (
        "3月5日，县长沈亦清主持召开县政府常务会议。\n会议审议了《青屏县节水办法》。\n"
        "青屏县融媒体中心 主办 2004-2019© 未经许可不得转载\n"
        "新闻推荐\n市委书记向企业发出邀请，要求县商务局于5月底前组团考察。\n"
    )
    assert bound(read_of(text)) == []


def test_leaders_listed_before_one_with_a_post() -> None:
    text = (
        "17日上午，市政府召开第15次常务会议。市委常委、常务副市长陈浩主持会议。"
        "宋冬春、万成贞、徐万发等市政府领导，市长助理、市政府秘书长沈淼参加会议。\n"
        "会议听取了关于铁路建设情况的汇报。\n"
    )
    present = [person.name for person in read_of(text).attendance.present]
    assert present == ["宋冬春", "万成贞", "徐万发", "沈淼"]


def test_a_blank_a_page_put_inside_a_word_is_left_out() -> None:
    text = (
        "2月21日，市长沈亦清主持召开市政府第47次常务会议。\n"
        "会议听 取关于河道清理方案编制情况的汇报。\n"
        "会议议定，原则同  意市水利局的汇报，责成市水利局修改完善后按程序报批。\n"
    )
    found = read_of(text)
    assert [about(item)[2] for item in found.items] == [["approved_in_principle"]]
    assert found.items[0].decisions[0].span is not None


def test_a_leader_who_studies_a_matter_with_those_told_opens_a_meeting() -> None:
    text = (
        "县长沈亦清专题研究河道清理工作\n"
        "3月30日上午，县长沈亦清专题研究河道清理工作，副县长刘冰及县水利局主要负责同志参加。\n"
        "会议听取了县水利局的情况汇报，并就下一步工作作了安排。\n"
        "沈亦清强调，县水利局要系统排查，形成整改台账。\n"
    )
    found = read_of(text)
    assert found.kind != "not_minutes"
    assert found.chair is not None
    assert (found.chair.post, found.chair.name) == ("县长", "沈亦清")
    assert [lead for lead, _ in bound(found)] == [("县水利局",)]


def test_a_paper_on_the_matter_studied_opens_no_item() -> None:
    text = (
        "3月5日，县长沈亦清主持召开县政府常务会议。\n"
        "会议研究了教师交流轮岗事宜。会议原则通过《2025年教师交流轮岗实施办法》。\n"
        "会议研究了校舍维修项目。会议原则通过《食堂管理办法》。\n"
    )
    assert [about(item)[2] for item in read_of(text).items] == [
        ["approved_in_principle"],
        [],
        ["approved_in_principle"],
    ]


def test_a_half_width_full_stop_ends_a_sentence_too() -> None:
    text = (
        "3月5日，县长沈亦清主持召开县政府常务会议.\n会议研究了道路改造工作.\n"
        "由县交警大队5月20日前批复方案.施工单位凭批复围挡占道.\n"
    )
    assert [action for _, action in bound(read_of(text))][:1] == ["批复方案"]
