"""Task tables as they are delivered: merged cells, heads of two rows, titles across, leaders."""

from __future__ import annotations

import pytest

from reading.test_duties import MINUTES
from text.docx_fixture import docx, p, table
from yiding.reading import read
from yiding.reading.model import Obligation, Reading

HEAD = "序号\t任务\t牵头单位\t配合单位\t完成时限\n"
ROWS = "1\t修订应急预案\t市应急局\t市公安局\t9月底前\n2\t开展消防演练\t市消防救援支队\t\t10月底前\n"
DUTIES = [
    "修订应急预案 市应急局/市公安局 2024-09-30",
    "开展消防演练 市消防救援支队/ 2024-10-31",
]


def told(duty: Obligation) -> str:
    """A duty in one line: what, who leads, who helps, until when."""
    return f"{duty.action} {'、'.join(duty.lead)}/{'、'.join(duty.assist)} {duty.deadline.date}"


def duties(reading: Reading) -> list[str]:
    return [told(duty) for item in reading.items for duty in item.obligations]


def bound(reading: Reading) -> list[str]:
    return [told(duty) for item in reading.items for duty in item.obligations if duty.binding]


def typed(rows: str) -> Reading:
    return read(MINUTES.format(f"任务分工如下：\n{rows}").encode(), name="minutes.txt")


def word(*rows: tuple[str, ...]) -> Reading:
    before, after = MINUTES.format("任务分工如下：|").split("|")
    paragraphs = ["".join(p(line) for line in part.split("\n")) for part in (before, after)]
    return read(docx(paragraphs[0] + table(*rows) + paragraphs[1]), name="minutes.docx")


def web(rows: str) -> Reading:
    before, after = MINUTES.format("任务分工如下：|").split("|")
    parts = [
        "".join(f"<p>{line}</p>" for line in part.split("\n") if line) for part in (before, after)
    ]
    page = f"<html><body>{parts[0]}<table>{rows}</table>{parts[1]}</body></html>"
    return read(page.encode(), name="minutes.html")


def cell(words: str, properties: str) -> str:
    """The inside of a w:tc: span:2 is as wide as two columns, down and up are merged."""
    xml = {
        "down": '<w:vMerge w:val="restart"/>',
        "up": "<w:vMerge/>",
        "span:2": '<w:gridSpan w:val="2"/>',
        "span:5": '<w:gridSpan w:val="5"/>',
    }[properties]
    return f"<w:tcPr>{xml}</w:tcPr>" + p(words)


@pytest.mark.parametrize(
    "head",
    [
        "序 号\t任 务\t牵 头 单 位\t配 合 单 位\t完 成 时 限\n",
        "序号\t工作任务\t牵头单位（第一个为主责）\t配合单位\t完成时限（2024年）\n",
        "序号\t工作事项\t责任单位\t协助单位\t办结时间\n",
    ],
)
def test_how_a_head_is_worded(head: str) -> None:
    assert duties(typed(head + ROWS)) == DUTIES


def test_what_was_done_is_no_time_limit() -> None:
    rows = "任务\t责任单位\t完成情况\t完成时限\n清查泵站\t市水务局\t5月已启动\t9月底前\n"
    assert duties(typed(rows)) == ["清查泵站 市水务局/ 2024-09-30"]


def test_a_title_across_the_table_is_no_item_and_keeps_the_columns() -> None:
    first, second = ROWS.splitlines(keepends=True)
    reading = typed(f"{HEAD}一、安全生产\n{first}二、消防\n{second}")
    assert duties(reading) == DUTIES
    assert [item.title for item in reading.items] == ["研究湖东新城建设有关问题"]


def test_running_text_ends_a_table() -> None:
    other = "会议听取了经费情况。\n1\t购置水泵\t30万元\t20万元\t9月\n"
    assert duties(typed(HEAD + ROWS + other)) == DUTIES


def test_an_item_after_a_table_is_an_item() -> None:
    reading = typed(HEAD + ROWS + "二、研究湖西新城建设有关问题\n由市住建局于5月10日前完成规划。")
    assert [len(item.obligations) for item in reading.items] == [2, 1]


def test_the_first_cell_of_a_row_may_be_empty() -> None:
    rows = HEAD + "\t修订应急预案\t市应急局\t市公安局\t9月底前\n"
    assert duties(typed(rows)) == DUTIES[:1]


def test_a_long_task_does_not_join_the_row_below() -> None:
    task = "修订应急预案，经市政府常务会议审定后印发实施，并抄送各县区"
    reading = typed(f"{HEAD}1\t{task}\t市应急局\t\t9月底前\n2\t开展演练\t市公安局\t\t10月底前\n")
    assert duties(reading) == [
        f"{task} 市应急局/ 2024-09-30",
        "开展演练 市公安局/ 2024-10-31",
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "任务\t责任领导\t责任单位\t完成时限\n清查泵站\t陆怀瑾\t市水务局\t9月底前\n",
            "清查泵站 市水务局/ 2024-09-30",
        ),
        (
            "任务\t责任领导\t责任单位\t完成时限\n清查泵站\t陆怀瑾\t\t9月底前\n",
            "清查泵站 陆怀瑾/ 2024-09-30",
        ),
        (
            "任务\t牵头领导\t牵头单位\t责任单位\n清查泵站\t陆怀瑾\t市水务局\t市城管局\n",
            "清查泵站 市水务局/市城管局 None",
        ),
        (
            "任务\t牵头单位\t责任单位\n清查泵站\t市水务局\t市水务局、市城管局\n",
            "清查泵站 市水务局/市城管局 None",
        ),
        ("任务\t责任单位\n清查泵站\t市水务局\n", "清查泵站 市水务局/ None"),
    ],
)
def test_a_unit_leads_before_a_leader(rows: str, expected: str) -> None:
    assert duties(typed(rows)) == [expected]


def test_a_unit_leads_before_a_leader_in_fields() -> None:
    words = "清查泵站（责任领导：陆怀瑾；责任单位：市水务局；完成时限：9月底前）"
    assert duties(typed(words)) == ["清查泵站 市水务局/ 2024-09-30"]


def test_cells_merged_down_in_a_word_table() -> None:
    reading = word(
        ("序号", "任务", "牵头单位", "完成时限"),
        ("1", "修订应急预案", cell("市应急局", "down"), cell("9月底前", "down")),
        ("2", "开展消防演练", cell("", "up"), cell("", "up")),
        ("3", "清查泵站", "", ""),
    )
    assert duties(reading) == [
        "修订应急预案 市应急局/ 2024-09-30",
        "开展消防演练 市应急局/ 2024-09-30",
        "清查泵站 / None",
    ]
    first, second, _ = reading.items[0].obligations
    assert first.deadline.span == second.deadline.span
    assert reading.text[slice(*second.span)] == "开展消防演练"


def test_one_task_of_two_rows_is_a_duty_of_each() -> None:
    reading = word(
        ("任务", "责任单位", "完成时限"),
        (cell("开展消防演练", "down"), "市应急局", "9月底前"),
        (cell("", "up"), "市公安局", "10月底前"),
    )
    assert duties(reading) == [
        "开展消防演练 市应急局/ 2024-09-30",
        "开展消防演练 市公安局/ 2024-10-31",
    ]
    second = reading.items[0].obligations[1]
    assert reading.text[slice(*second.span)].strip() == "市公安局\t10月底前"


def test_cells_merged_across_in_a_word_table() -> None:
    reading = word(
        ("序号", "任务", "牵头单位", "配合单位", "完成时限"),
        (cell("一、安全生产", "span:5"),),
        ("1", "修订应急预案", cell("各镇（街道）", "span:2"), "9月底前"),
    )
    assert duties(reading) == ["修订应急预案 各镇（街道）/ 2024-09-30"]


def test_a_head_of_two_rows_in_a_word_table() -> None:
    reading = word(
        (cell("任务", "down"), cell("责任单位", "span:2"), cell("完成时限", "down")),
        (cell("", "up"), "牵头单位", "配合单位", cell("", "up")),
        ("修订应急预案", "市应急局", "市公安局", "9月底前"),
    )
    assert duties(reading) == DUTIES[:1]


@pytest.mark.parametrize("title", ["一、安全生产", "安全生产"])
def test_a_title_in_the_first_cell_keeps_the_columns(title: str) -> None:
    reading = word(
        ("序号", "任务", "责任单位", "完成时限"),
        (title, "", "", ""),
        ("1", "修订应急预案", "市应急局", "9月底前"),
    )
    assert duties(reading) == ["修订应急预案 市应急局/ 2024-09-30"]


def test_a_table_of_something_else_has_no_duties() -> None:
    paragraphs = MINUTES.format("任务分工如下：|经费如下|").split("|")
    first, between, last = ["".join(map(p, part.split("\n"))) for part in paragraphs]
    tasks = table(("任务", "责任单位", "完成时限"), ("清查泵站", "市水务局", "9月底前"))
    costs = table(("名称", "数量", "金额"), ("水泵", "20台", "30万元"))
    reading = read(docx(first + tasks + between + costs + last), name="minutes.docx")
    assert duties(reading) == ["清查泵站 市水务局/ 2024-09-30"]


def test_the_measure_beside_a_merged_task_is_the_act() -> None:
    reading = word(
        ("序号", "重点任务", "具体措施", "牵头单位"),
        ("1", cell("防汛备汛", "down"), "清查泵站", "市水务局"),
        ("2", cell("", "up"), "修订预案", "市应急局"),
    )
    assert duties(reading) == ["清查泵站 市水务局/ None", "修订预案 市应急局/ None"]


def test_widths_of_equally_many_cells_are_no_columns() -> None:
    reading = word(
        (cell("任务", "span:2"), "牵头单位", "完成时限"),
        ("修订应急预案", cell("市应急局", "span:2"), "9月底前"),
    )
    assert duties(reading) == ["修订应急预案 市应急局/ 2024-09-30"]


def test_merged_cells_of_a_page() -> None:
    reading = web(
        "<tr><td rowspan=2>类别<td rowspan=2>任务<td colspan=2>责任单位<td rowspan=2>完成时限"
        "<tr><td>牵头单位<td>配合单位"
        "<tr><td rowspan=2>安全<td>修订应急预案<td rowspan=2>市应急局<td>市公安局<td>9月底前"
        "<tr><td>开展消防演练<td>市人社局<td>10月底前"
        "<tr><td>防汛<td>清查泵站<td colspan=2>各镇（街道）<td>5月底前"
    )
    assert duties(reading) == [
        "修订应急预案 市应急局/市公安局 2024-09-30",
        "开展消防演练 市应急局/市人社局 2024-10-31",
        "清查泵站 各镇（街道）/ 2024-05-31",
    ]
    assert reading.text.count("市应急局") == 1


def test_a_head_over_the_numbers_and_the_tasks() -> None:
    reading = web(
        "<tr><td colspan=2>工作任务<td>责任单位<td>完成时限"
        "<tr><td>1<td>修订应急预案<td>市应急局<td>9月底前"
        "<tr><td>2<td colspan=3>安全生产"
    )
    assert duties(reading) == ["修订应急预案 市应急局/ 2024-09-30"]


@pytest.mark.parametrize("field", ["议定事项", "会议内容", "发言摘要"])
def test_the_field_of_a_form_is_running_text(field: str) -> None:
    words = "由市水务局于5月10日前清查泵站。由市应急局于9月底前修订预案。"
    expected = ["清查泵站 市水务局/ 2024-05-10", "修订预案 市应急局/ 2024-09-30"]
    assert duties(word((field, words))) == expected
    assert duties(web(f"<tr><td>{field}<td>{words}")) == expected


def test_the_label_of_a_form_below_the_names_is_no_name() -> None:
    reading = read(
        docx(
            p("临湖市水务局局长办公会议纪要")
            + table(
                ("时间", "2024年3月5日", "地点", "三楼会议室"),
                ("参会人员", "沈亦清、陆怀瑾"),
                ("议定事项", p("一、研究防汛工作") + p("由工程科于5月10日前清查泵站。")),
            )
        ),
        name="minutes.docx",
    )
    assert duties(reading) == ["清查泵站 工程科/ 2024-05-10"]
    assert [one.name for one in reading.attendance.present] == ["沈亦清", "陆怀瑾"]


@pytest.mark.parametrize("number", ["{}", "{}.", "（{}）"])
def test_cells_that_a_copy_put_one_under_another(number: str) -> None:
    table = "序号\n工作任务\n牵头单位\n配合单位\n完成时限\n" + "".join(
        "\n".join([number.format(index), *cells]) + "\n"
        for index, cells in enumerate(
            [
                ("修订应急预案", "市应急局", "市公安局", "9月底前"),
                ("开展消防演练", "市消防救援支队", "市公安局、市住建局", "10月底前"),
            ],
            1,
        )
    )
    reading = typed(table + "会议要求，各单位要加强领导。\n")
    assert bound(reading) == [
        "修订应急预案 市应急局/市公安局 2024-09-30",
        "开展消防演练 市消防救援支队/市公安局、市住建局 2024-10-31",
    ]
    assert "".join(reading.text[slice(*leaf.span)] for leaf in reading.accounting) == reading.text


def test_cells_one_under_another_without_numbers() -> None:
    table = (
        "工作任务\n牵头单位\n完成时限\n修订应急预案\n市应急局\n9月底前\n开展消防演练\n市消防救援支队\n"
        "10月底前\n会议要求，各单位要加强领导。\n各单位要抓好落实。\n会议强调，安全责任重于泰山。\n"
    )
    assert bound(typed(table)) == [
        "修订应急预案 市应急局/ 2024-09-30",
        "开展消防演练 市消防救援支队/ 2024-10-31",
    ]


def test_words_that_only_look_like_a_head_leave_the_lines_as_they_are() -> None:
    table = "序号\n项目\n备注\n1\n修订应急预案\n无\n"
    assert duties(typed(table)) == []


def test_a_row_whose_number_stands_in_the_cell_of_its_task() -> None:
    rows = (
        "序号　任务　责任单位　完成时限\n（1）修订应急预案　市应急局　2024年9月15日\n"
        "（2）开展消防演练　市消防救援支队　2024年10月20日\n"
    )
    assert duties(typed(rows)) == [
        "修订应急预案 市应急局/ 2024-09-15",
        "开展消防演练 市消防救援支队/ 2024-10-20",
    ]


def test_an_empty_cell_that_wide_blanks_do_not_show() -> None:
    rows = (
        "任务内容    责任单位    协助单位    时间要求\n"
        "供水管网铺设    市水务局    龙潭镇政府    11月25日前\n"
        "安置点宽带接入    市电信公司                12月20日前\n"
    )
    assert duties(typed(rows)) == [
        "供水管网铺设 市水务局/龙潭镇政府 2024-11-25",
        "安置点宽带接入 市电信公司/ 2024-12-20",
    ]


def test_a_row_typed_with_bars_does_not_run_on() -> None:
    rows = (
        "| 工作任务 | 牵头单位 | 配合单位 | 完成时限 | 备注 |\n| --- | --- | --- | --- | --- |\n"
        "| 核查农作物受灾面积，向市政府书面报告 | 市农业农村局 | 市统计局 | 7月16日前 | |\n"
        "| 下拨首批救灾资金180万元 | 市财政局 | 市民政局 | 7月20日前 | 专款专用 |\n"
    )
    assert duties(typed(rows)) == [
        "核查农作物受灾面积，向市政府书面报告 市农业农村局/市统计局 2024-07-16",
        "下拨首批救灾资金180万元 市财政局/市民政局 2024-07-20",
    ]


def test_a_bearer_is_carried_down_a_column_left_empty() -> None:
    rows = (
        "序号|工作任务|牵头单位|配合单位|完成时限\n"
        "1|迁移给水主管|市自来水公司||4月25日前\n"
        "2|敷设临时供水管|||4月15日前\n"
        "3|设置绕行标志46块||市交通局|4月12日前\n"
        "4|更换路灯37盏|市住建局||\n"
    )
    reading = typed(rows)
    assert duties(reading) == [
        "迁移给水主管 市自来水公司/ 2024-04-25",
        "敷设临时供水管 市自来水公司/ 2024-04-15",
        "设置绕行标志46块 市自来水公司/市交通局 2024-04-12",
        "更换路灯37盏 市住建局/ None",
    ]
    bases = [duty.bearer_basis for duty in reading.items[0].obligations]
    assert bases == ["text", "inherited", "inherited", "text"]


def test_a_leader_beside_a_unit_leads_no_row_below_it() -> None:
    rows = (
        "事项\t责任单位\t责任领导\t时间节点\n"
        "打通进场道路\t市交通局\t孟某\t6月15日前\n拆除临时建筑3处\t\t孟某\t5月10日前\n"
    )
    assert bound(typed(rows)) == [
        "打通进场道路 市交通局/ 2024-06-15",
        "拆除临时建筑3处 市交通局/ 2024-05-10",
    ]


def test_one_of_several_units_in_a_cell_leads() -> None:
    rows = "工作事项\t责任单位\t完成时间\n新建食堂45处\t市民政局（牵头）、市商务局\t6月底前\n"
    assert bound(typed(rows)) == ["新建食堂45处 市民政局/市商务局 2024-06-30"]


def test_a_body_named_above_a_table_bears_its_rows() -> None:
    rows = (
        "工程内容\t具体任务\t完成时限\t备注\n站前广场\t完成防水施工\t3月20日前\t4.1万平方米\n"
        "完成石材铺装\t5月15日前\n标识系统\t编制导向标识方案\t3月10日前\t一次送审\n"
    )
    reading = typed(f"下列事项由市城投公司负责组织实施：\n{rows}")
    assert duties(reading) == [
        "完成防水施工 市城投公司/ 2024-03-20",
        "完成石材铺装 市城投公司/ 2024-05-15",
        "编制导向标识方案 市城投公司/ 2024-03-10",
    ]
    assert duties(typed(f"进度安排如下：\n{rows}")) == []
