"""One duty or several: milestones, cadences, events, helpers, tables typed by hand."""

from __future__ import annotations

import pytest

from yiding.reading import read

MINUTES = (
    "临湖市人民政府常务会议纪要\n\n"
    "2024年3月5日上午，市长沈亦清主持召开市政府第40次常务会议。会议纪要如下：\n\n"
    "一、研究湖东新城建设有关问题\n\n"
    "{}\n\n"
    "出席：沈亦清 陆怀瑾\n\n"
)


def duties(words: str) -> list[str]:
    """Of each duty its own words, its date or the kind of it, and the test that ends it."""
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    return [
        f"{reading.text[slice(*duty.span)]} {duty.deadline.date or duty.deadline.kind} "
        f"{duty.closing.kind}"
        for item in reading.items
        for duty in item.obligations
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "由市城投集团负责东湾桥建设，7月底前完成桩基施工。",
            ["由市城投集团负责东湾桥建设，7月底前完成桩基施工 2024-07-31 deliver"],
        ),
        (
            "市民政局要做好走访慰问，5月10日前发放补助金。",
            ["市民政局要做好走访慰问，5月10日前发放补助金 2024-05-10 deliver"],
        ),
        (
            "岸线维护由市水务局承担，务必于4月25日前更换护栏。",
            ["岸线维护由市水务局承担，务必于4月25日前更换护栏 2024-04-25 deliver"],
        ),
        (
            "市燃气公司负责编制停气告知单，5月15日前完成首批7个小区摸底。",
            [
                "市燃气公司负责编制停气告知单 none deliver",
                "5月15日前完成首批7个小区摸底 2024-05-15 deliver",
            ],
        ),
        (
            "市水务局要于5月底前完成清淤，并建立管护台账。",
            [
                "市水务局要于5月底前完成清淤 2024-05-31 deliver",
                "并建立管护台账 none deliver",
            ],
        ),
        (
            "市水务局要于5月底前完成清淤，并报市政府备案。",
            ["市水务局要于5月底前完成清淤 2024-05-31 deliver", "并报市政府备案 none submit"],
        ),
        (
            "会议同意市中医院于12月下旬整体搬迁至新院区。",
            ["市中医院于12月下旬整体搬迁至新院区 2024-12-31 deliver"],
        ),
        (
            "清明节前，市林业局组成三个督导组赴各县督导。",
            ["清明节前，市林业局组成三个督导组赴各县督导 2024-04-03 deliver"],
        ),
        (
            "由市交通局负责，对13处临水路段7月10日前增设护栏。",
            ["由市交通局负责，对13处临水路段7月10日前增设护栏 2024-07-10 deliver"],
        ),
        (
            "市财政局研究数据收益分配办法，10月底前报市政府审定。",
            ["市财政局研究数据收益分配办法，10月底前报市政府审定 2024-10-31 submit"],
        ),
        (
            "市人社局负责，对370名渔民逐人回访，会后30日内将名单转市农委。",
            ["市人社局负责，对370名渔民逐人回访，会后30日内将名单转市农委 2024-04-04 deliver"],
        ),
        (
            "市燃气公司负责编制停气方案，5月15日前完成编制。",
            ["市燃气公司负责编制停气方案，5月15日前完成编制 2024-05-15 deliver"],
        ),
        (
            "市督查室要将议定事项列入台账，每月底通报进展。",
            ["市督查室要将议定事项列入台账 none deliver", "每月底通报进展 2024-03-31 report"],
        ),
        (
            "市财政局统筹维修资金，首笔于4月10日前拨付到街道。",
            ["市财政局统筹维修资金 none deliver", "首笔于4月10日前拨付到街道 2024-04-10 deliver"],
        ),
        (
            "市财政局按照标准安排奖补资金，验收合格后一次性兑付。",
            ["市财政局按照标准安排奖补资金 none deliver", "验收合格后一次性兑付 event deliver"],
        ),
        (
            "市城管局负责整治占道经营，整治结果两周内反馈市住建局。",
            [
                "市城管局负责整治占道经营 none deliver",
                "整治结果两周内反馈市住建局 2024-03-19 report",
            ],
        ),
        (
            "市城管局负责整治占道经营，整治结果报市政府办公室。",
            ["市城管局负责整治占道经营 none deliver", "整治结果报市政府办公室 none report"],
        ),
    ],
)
def test_a_cadence_a_part_and_what_came_out_are_duties_of_their_own(
    words: str, expected: list[str]
) -> None:
    assert duties(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("商户安置由北郊区政府负责。", ["商户安置由北郊区政府负责 none deliver"]),
        ("费用由市财政局承担。", ["费用由市财政局承担 none deliver"]),
        (
            "市燃气公司先行，4月25日前回填完毕。",
            ["市燃气公司先行，4月25日前回填完毕 2024-04-25 deliver"],
        ),
        (
            "由副市长李明负总责，市水利局即日起向灌区应急调水。",
            ["由副市长李明负总责，市水利局即日起向灌区应急调水 none deliver"],
        ),
        (
            "一季度计划开工的14个项目，由市发改委负责，3月底前全部开工。",
            ["一季度计划开工的14个项目，由市发改委负责，3月底前全部开工 2024-03-31 deliver"],
        ),
        (
            "由市自然资源局修改后报省自然资源厅备案，并在7月份组织挂牌。",
            [
                "由市自然资源局修改后报省自然资源厅备案 none submit",
                "并在7月份组织挂牌 2024-07-31 deliver",
            ],
        ),
        (
            "由市住建局测算水价，再提交下次市政府常务会议研究。",
            ["由市住建局测算水价，再提交下次市政府常务会议研究 event submit"],
        ),
        (
            "由市教育局办理手续，明年春季学期开学前办结。",
            ["由市教育局办理手续，明年春季学期开学前办结 event deliver"],
        ),
        (
            "由李明同志督办，半月向市政府汇报一次。",
            ["由李明同志督办，半月向市政府汇报一次 recurring report"],
        ),
        (
            "由市财政局在2024年部门预算中统筹安排。",
            ["由市财政局在2024年部门预算中统筹安排 none deliver"],
        ),
        (
            "预算控制在18万元以内，市机关事务局按政府采购程序办理。",
            ["市机关事务局按政府采购程序办理 none deliver"],
        ),
        (
            "三季度末前市财政局拨付配套资金420万元。",
            ["三季度末前市财政局拨付配套资金420万元 2024-09-30 deliver"],
        ),
        (
            "市建设局与热力公司签订协议，协议文本须经法律顾问审查，9月底前完成签约。",
            [
                "市建设局与热力公司签订协议，协议文本须经法律顾问审查，9月底前完成签约"
                " 2024-09-30 deliver"
            ],
        ),
        (
            "市卫健委组织接种人员培训，培训合格率必须达到100%。",
            ["市卫健委组织接种人员培训，培训合格率必须达到100% none deliver"],
        ),
        (
            "各科室每天下午4点前向市政府办公室报告情况。",
            ["各科室每天下午4点前向市政府办公室报告情况 recurring report"],
        ),
        (
            "清退的资金由各县区一个月内全额上缴国库。",
            ["清退的资金由各县区一个月内全额上缴国库 2024-04-05 deliver"],
        ),
        ("市政府向市人大常委会报告工作，既是法定职责，更是接受监督的途径。", []),
        (
            "对拒不缴费的取水户，执法支队依法立案查处。",
            ["对拒不缴费的取水户，执法支队依法立案查处 none deliver"],
        ),
    ],
)
def test_what_stands_around_the_body_belongs_to_its_act(words: str, expected: list[str]) -> None:
    assert duties(words) == expected


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("由市住建局编制改造方案，6月底前报市政府审定。", "2024-06-30 submit"),
        ("由市住建局编制改造方案，6月底前印发。", "2024-06-30 issue"),
        ("市住建局要对在建工地开展检查，6月底前完成。", "2024-06-30 deliver"),
        ("市住建局要与业主签订协议，6月底前全部签订到位。", "2024-06-30 deliver"),
        ("市住建局要安排专人对接省厅，6月底前取得批复意见。", "2024-06-30 deliver"),
        ("由市水务局制定供水预案，于水库放水前报市政府备案。", "event submit"),
        ("市住建局要于明年3月底前完成清淤，落实长效管护。", "2025-03-31 deliver"),
        ("市气象局要每日发布水情预报。", "recurring standing"),
        ("市财政局要将培养经费列入下年度预算。", "event deliver"),
        ("由市住建局于4月底前将施工计划报市政府办公室。", "2024-04-30 report"),
    ],
)
def test_a_date_that_only_says_by_when_makes_no_second_duty(words: str, ends: str) -> None:
    found = duties(words)
    assert len(found) == 1
    assert found[0].endswith(ends)


def test_who_helps_before_the_act_helps_with_all_that_follows() -> None:
    words = "由市住建局牵头，市财政局、市城管局配合，4月底前完成摸底，6月底前完成改造。"
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    found = [(duty.lead, duty.assist, duty.action) for duty in reading.items[0].obligations]
    assert found == [
        (("市住建局",), ("市财政局", "市城管局"), "完成摸底"),
        (("市住建局",), ("市财政局", "市城管局"), "完成改造"),
    ]


def test_who_joins_in_one_act_does_not_join_in_the_next() -> None:
    words = "市住建局要会同市财政局于5月底前制定方案，7月底前完成首批改造。"
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    assert [duty.assist for duty in reading.items[0].obligations] == [("市财政局",), ()]


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("（征拆任务）湖东街道作为责任主体，要于5月10日前完成入户丈量。", "湖东街道"),
        ("需要异地重建的九十户，由市资规局于5月底前落实用地。", "市资规局"),
        ("市住建局要强化调度，建立工作专班，5月底前拆除围挡。", "市住建局"),
        ("各乡（镇）自然资源所每周五向市资规局报送巡查情况。", "各乡（镇）自然资源所"),
        ("建设科：抓紧做好泵站验收，本周五前更换阀门。", "建设科"),
        ("市供电公司倒排工期，务必于7月15日前完成线路送电。", "市供电公司"),
        ("未销号事项的责任单位要在5月底前全部办结。", "未销号事项的责任单位"),
        ("市财政局会同市国资委研究设立周转资金。", "市财政局"),
        ("请市人社局商市财政局重新测算补助标准。", "市人社局"),
        ("县商务经信局要于五月底前落实储备。", "县商务经信局"),
        ("村道由所在乡镇政府负责养护。", "所在乡镇政府"),
        ("由村委会牵头，7月底前完工。", "村委会"),
        ("船舶清理由市海洋发展局牵头，务必在10月底前完成。", "市海洋发展局"),
        ("由县林业局负责，于7月17日前完成已批复林地的征迁工作。", "县林业局"),
        ("由市场管理办公室结合实际，制定收费标准。", "市场管理办公室"),
        ("请县财政局修改完善，由常务副县长刘军审核把关，提交县委常委会讨论。", "县财政局"),
        ("尚未整改到位的区住建局于会后5个工作日内向区政府书面说明原因。", "区住建局"),
        ("农村饮水股牵头，11月20日前完成取样送检。", "农村饮水股"),
        ("市财政局在收到用款申请后10日内拨付资金。", "市财政局"),
        ("由区规划和自然资源局负责，在11月底前形成处置清单。", "区规划和自然资源局"),
        ("夜间施工问题，市城管局统一办理施工许可。", "市城管局"),
    ],
)
def test_who_must_act(words: str, lead: str) -> None:
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    assert {name for duty in reading.items[0].obligations for name in duty.lead} == {lead}


@pytest.mark.parametrize(
    "words",
    [
        "会议要求，与会各单位要密切配合、主动补位。",
        "同意由市城投集团作为市政府出资代表。",
        "会议决定成立由市发改委主任任组长的工作专班。",
        "公安、应急、气象等部门要积极配合，共同做好安全监管。",
        "水价调整暂缓实施，待履行听证程序后另行研究。",
        "托管期限为10年，自2011年10月1日起算。",
        "今年入春以来降水偏少，各科室要克服麻痹思想。",
        "会议由镇党委副书记李丹主持。",
    ],
)
def test_what_binds_nobody(words: str) -> None:
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    assert [duty.action for duty in reading.items[0].obligations if duty.binding] == []


def test_a_point_stands_under_who_stood_before_the_points() -> None:
    words = "一要落实资金，由市财政局于4月底前拨付到位；二要于5月底前完成排查。"
    reading = read(MINUTES.format(f"市住建局要抓好三件事：{words}").encode(), name="minutes.txt")
    found = [(duty.lead, duty.action) for duty in reading.items[0].obligations if duty.binding]
    assert found[-1] == (("市住建局",), "完成排查")


def test_a_point_takes_nobody_from_the_point_before() -> None:
    words = "一要落实资金，由市财政局安排专项经费；二要于5月底前完成排查。"
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    assert reading.items[0].obligations[-1].lead == ()


@pytest.mark.parametrize(
    ("words", "lead", "assist"),
    [
        ("由工商局牵头，发改、卫生、农牧等部门配合，组建管理办公室。",
         ("工商局",), ("发改", "卫生", "农牧")),
        ("由市旅发委牵头、各县人民政府负责，今年9月底前建成停车场。",
         ("市旅发委", "各县人民政府"), ()),
        ("协议文本由卫生局商法制办作进一步修改，经审核后签订。", ("卫生局",), ("法制办",)),
        ("由人社局会同人行黔安中心支行组织遴选。", ("人社局",), ("人行黔安中心支行",)),
        ("由市交建投与片区建设项目部现场查看，依法进行征购。",
         ("市交建投", "片区建设项目部"), ()),
    ],
)  # fmt: skip
def test_who_leads_and_who_helps(
    words: str, lead: tuple[str, ...], assist: tuple[str, ...]
) -> None:
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    (duty,) = reading.items[0].obligations
    assert (duty.lead, duty.assist) == (lead, assist)


def test_the_day_from_which_a_paper_holds_is_kept() -> None:
    words = "由市水务局修改后以市政府名义印发，自2024年7月1日起施行。"
    (duty,) = read(MINUTES.format(words).encode(), name="minutes.txt").items[0].obligations
    assert (duty.deadline.kind, str(duty.deadline.start)) == ("none", "2024-07-01")
    assert duty.closing.kind == "issue"


TABLE = (
    "| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |\n"
    "| --- | --- | --- | --- | --- |\n"
    "| 1 | 完成泵站检修 | 市水务局 |  | 4月底前 |\n"
    "| 2 | 编制应急预案 | 市应急局 | 市水务局、市城管局 | 5月10日前 |\n"
)


def test_a_table_typed_with_bars_keeps_its_empty_cells() -> None:
    reading = read(MINUTES.format("任务分工如下。\n" + TABLE).encode(), name="minutes.txt")
    assert [
        (duty.action, duty.lead, duty.assist, str(duty.deadline.date))
        for duty in reading.items[0].obligations
    ] == [
        ("完成泵站检修", ("市水务局",), (), "2024-04-30"),
        ("编制应急预案", ("市应急局",), ("市水务局", "市城管局"), "2024-05-10"),
    ]


def test_a_table_typed_with_wide_blanks() -> None:
    table = (
        "序号　工作任务　牵头单位　责任单位　完成时限\n"
        "1　补装消防栓　湖东街道　市消防救援支队、市自来水公司　8月25日\n"
    )
    reading = read(MINUTES.format("任务分工如下。\n" + table).encode(), name="minutes.txt")
    assert [
        (duty.action, duty.lead, duty.assist, str(duty.deadline.date))
        for duty in reading.items[0].obligations
    ] == [("补装消防栓", ("湖东街道",), ("市消防救援支队", "市自来水公司"), "2024-08-25")]
