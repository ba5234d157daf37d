"""The roll 出席、缺席、列席、记录: under labels, run together, broken over lines, and in prose."""

from __future__ import annotations

import pytest

from yiding.reading import read
from yiding.reading.model import Attendance, Reading

OPENING = (
    "临湖市人民政府常务会议纪要\n\n"
    "2024年3月5日上午，市长沈亦清主持召开市政府第40次常务会议。{told}会议议定以下意见：\n\n"
    "一、审议《临湖市节水办法》\n\n"
    "原则同意《临湖市节水办法》。由市水务局修改后按程序印发。\n\n"
)
IMPRINT = "\n\n临湖市人民政府办公室整理\n2024年3月10日\n"


def reading(roll: str = "", told: str = "") -> Reading:
    text = OPENING.format(told=told) + roll + IMPRINT
    return read(text.encode(), name="minutes.txt")


def rolled(roll: str = "", told: str = "") -> Attendance:
    return reading(roll, told).attendance


def present(attendance: Attendance) -> str:
    return " ".join(person.name for person in attendance.present)


def observers(attendance: Attendance) -> list[str]:
    """``市教育局:项宁、平安``; ``代表`` for a unit that sent one unnamed."""
    return [
        f"{found.unit or ''}:{'代表' if found.representative else '、'.join(found.names)}"
        for found in attendance.observers
    ]


@pytest.mark.parametrize(
    ("roll", "names"),
    [
        ("出席：沈亦清 陆怀瑾 徐　光　郭 勇 温如茵", "沈亦清 陆怀瑾 徐光 郭勇 温如茵"),
        ("出 席：沈亦清、陆怀瑾、\n徐光、柯汉\n根、钱晓华", "沈亦清 陆怀瑾 徐光 柯汉根 钱晓华"),
        ("出席　　沈亦清　陆怀瑾\n徐　彬\n戴文清", "沈亦清 陆怀瑾 徐彬 戴文清"),
        ("出席：阿不都克力木·艾力　王建民　阿依古丽·\n买买提　刘　洋",
         "阿不都克力木·艾力 王建民 阿依古丽·买买提 刘洋"),
        ("参会人员：市政府办公室　程　野\n云屏区政府　　项明、卜凡\n市交投集团　　宁　可",
         "程野 项明 卜凡 宁可"),
        ("参加会议人员：沈亦清（市长）、欧阳正平、官长青、乌云其其格",
         "沈亦清 欧阳正平 官长青 乌云其其格"),
        ("出席情况\t沈亦清、陆怀瑾", "沈亦清 陆怀瑾"),
        ("参会单位：市发改委、市财政局", ""),
        ("出席：沈亦清　区文茵　陆怀瑾", "沈亦清 区文茵 陆怀瑾"),
        ("出席人员：\n沈亦清　市水务局局长\n陆怀瑾　云湖供热公司副总经理", "沈亦清 陆怀瑾"),
        ("出席：沈亦清　阿拉坦其木格　木怀远　冶成海　张　鸣",
         "沈亦清 阿拉坦其木格 木怀远 冶成海 张鸣"),
        ("参加会议人员：×××、×××\n记录人：×××", ""),
        ("参 会：沈亦清 曹军会 徐 光\n列 席：王芳 李静\n列席请假：陆怀瑾（出差）",
         "沈亦清 曹军会 徐光"),
        ("参加人员：\n副局长　　　沈亦清\n水管科科长　　　卜元亮\n计财科科长　　　丁雅静",
         "沈亦清 卜元亮 丁雅静"),
        ("出席 沈亦清 陆 怀 徐光\n郭 勇\n列席 市水务局 顾行舟", "沈亦清 陆怀 徐光 郭勇"),
    ],
)  # fmt: skip
def test_names_under_a_label(roll: str, names: str) -> None:
    assert present(rolled(roll)) == names


@pytest.mark.parametrize(
    ("roll", "posts"),
    [
        ("出席：代县长沈亦清，副县长官　珅、代　明、高时",
         "代县长 副县长 副县长 副县长"),
        ("参会人员：\n市委常委、副市长　　徐　光\n副区长　　　　官长青", "市委常委、副市长 副区长"),
        ("参会人员：\n戚怀瑾　市水务局党组书记、局长\n卓　然　副局长",
         "市水务局党组书记、局长 副局长"),
        ("出席：李亚平市长、王翔副市长、江海秘书长", "市长 副市长 秘书长"),
        ("出席：沈亦清（市长）、陆怀瑾（市委常委、副市长）、副市长（挂职）徐光",
         "市长 市委常委、副市长 副市长"),
    ],
)  # fmt: skip
def test_a_post_stands_before_or_after_and_is_shared(roll: str, posts: str) -> None:
    assert " ".join(person.post or "" for person in rolled(roll).present) == posts


@pytest.mark.parametrize(
    ("roll", "found"),
    [
        ("列席：张　旗 韩卫\n市纪委监委邹洪凯 市委宣传部\n\n汪苏春 市资源规划局施旭、张　莘",
         [":张旗", ":韩卫", "市纪委监委:邹洪凯", "市委宣传部:汪苏春", "市资源规划局:施旭、张莘"]),
        ("列席：市委组织部周春良市发改委徐卫东市科技局吴炜市教育局项春雷",
         ["市委组织部:周春良", "市发改委:徐卫东", "市科技局:吴炜", "市教育局:项春雷"]),
        ("列席：张家港市徐平观常熟市徐海东太仓市岳智宏",
         ["张家港市:徐平观", "常熟市:徐海东", "太仓市:岳智宏"]),
        ("列席：市住房和城乡\n建设局邵庆 市行政审\n批局许振华 市公安局王\n强 市民政局欧阳\n正平",
         ["市住房和城乡建设局:邵庆", "市行政审批局:许振华", "市公安局:王强", "市民政局:欧阳正平"]),
        ("列席：市“331”专班李玉琪\n市交通局、苏州工业园区的代表",
         ["市“331”专班:李玉琪", "市交通局:代表", "苏州工业园区:代表"]),
        ("列席：市委组织部、编办、市财政局等单位负责人", ["市委组织部:", "编办:", "市财政局:"]),
        ("列席人员：\n区政府办公室　　姚　远\n区资源规划分局　毕　晨",
         ["区政府办公室:姚远", "区资源规划分局:毕晨"]),
        ("列席：县人大常委会热依汗·司马义，县审计局代表",
         ["县人大常委会:热依汗·司马义", "县审计局:代表"]),
        ("应邀列席：市人大常委会副主任尚德元、市政协副主席胡可",
         ["市人大常委会:尚德元", "市政协:胡可"]),
        ("列席：县司法局强立；公众代表：罗永福、钱多慧",
         ["县司法局:强立", "公众代表:罗永福、钱多慧"]),
        ("列席：县财政局于时、农安，县信访局卿婷，县消防大队扎西",
         ["县财政局:于时、农安", "县信访局:卿婷", "县消防大队:扎西"]),
        ("列席：于时（市财政局）、官　珅（市疾病预防控制中心）、强立（第2项议题）、农安",
         ["市财政局:于时", "市疾病预防控制中心:官珅", ":强立", ":农安"]),
        ("列席：县司法局（强立） 县审计局（农安、于时） 县水利局（含下属单位）",
         ["县司法局:强立", "县审计局:农安、于时", "县水利局:"]),
        ("列席：县行政\n服务中心强立 县水利和湖泊局农安",
         ["县行政服务中心:强立", "县水利和湖泊局:农安"]),
        ("列席：云湖投资发展有限公司于时和强立、党政办公室占海、市勘测设计院校宁",
         ["云湖投资发展有限公司:于时、强立", "党政办公室:占海", "市勘测设计院:校宁"]),
        ("列席：市财政局于时，市民代表普宁，县人武部关山度，县人大常委会副主任司马安",
         ["市财政局:于时", ":普宁", "县人武部:关山度", "县人大常委会:司马安"]),
        ("参会单位：市财政局（于时）、市水务局", ["市财政局:于时", "市水务局:"]),
        ("列席：旗林草局　宝音　旗农牧局　斯琴高娃　旗\n自然资源局　孙凯　旗卫健委乌云\n其其格",
         ["旗林草局:宝音", "旗农牧局:斯琴高娃", "旗自然资源局:孙凯", "旗卫健委:乌云其其格"]),
        ("列席：市发改委主要负责同志；利益相关方代表2人", ["市发改委:", "利益相关方:代表"]),
        ("列席：龙洞村班永福，坡头村闭克强", ["龙洞村:班永福", "坡头村:闭克强"]),
        ("列席：办公室主任余欢、规计股股长蔡明", ["办公室:余欢", "规计股:蔡明"]),
        ("列席：区人大常委会党组成员、副主任 丰收\n区财政局 钱多 区信访局 （缺席）",
         ["区人大常委会:丰收", "区财政局:钱多", "区信访局:"]),
        ("列席：地区财政局达瓦　地区住建局益西", ["地区财政局:达瓦", "地区住建局:益西"]),
        ("列席：额尔敦（市人大常委会副主任）　官锐（市政协副主席）",
         ["市人大常委会:额尔敦", "市政协:官锐"]),
        ("列席：市財政局于時、區域發展辦公室強立", ["市財政局:于時", "區域發展辦公室:強立"]),
    ],
)  # fmt: skip
def test_observers(roll: str, found: list[str]) -> None:
    assert observers(rolled(roll)) == found


def test_several_labels_on_one_line() -> None:
    roll = rolled("出席：沈亦清 陆怀瑾 缺席：蓝天宇 列席：市教育局容若水 市公安局狄方 记录：苏晚")
    assert present(roll) == "沈亦清 陆怀瑾"
    assert [person.name for person in roll.absent] == ["蓝天宇"]
    assert observers(roll) == ["市教育局:容若水", "市公安局:狄方"]
    assert roll.recorder is not None
    assert roll.recorder.name == "苏晚"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("缺　席：于宁（因公出差）、安平（病假）", ["于宁", "安平"]),
        ("请假：卢　瑶", ["卢瑶"]),
        ("因公请假：钱晓华", ["钱晓华"]),
        ("缺席：无", []),
    ],
)
def test_absent(line: str, names: list[str]) -> None:
    assert [person.name for person in rolled("出席：沈亦清\n" + line).absent] == names


@pytest.mark.parametrize(
    "line",
    [
        "记录：官　珅",
        "记 录：市政府办公室　官　珅",
        "记录整理：办公室官珅",
        "记录人：官珅、王芳",
        "记录　　官　珅",
    ],
)
def test_the_recorder(line: str) -> None:
    recorder = rolled("出席：沈亦清\n" + line).recorder
    assert recorder is not None
    assert recorder.name == "官珅"


@pytest.mark.parametrize(
    ("told", "names", "seen"),
    [
        ("副局长汤敏、任海峰，总工程师梅晓东参加会议，各科室主要负责人列席。",
         "汤敏 任海峰 梅晓东", ["各科室:"]),
        ("市人大常委会副主任尚德元、市政协副主席胡可应邀列席会议。",
         "", ["市人大常委会:尚德元", "市政协:胡可"]),
        ("出席会议的有市长沈亦清，副市长徐光。列席会议的有：市财政局于时。",
         "沈亦清 徐光", ["市财政局:于时"]),
        ("市领导盛国梁、伍倩，市政府秘书长凤鸣出席。市发改委、市财政局等部门负责人列席。",
         "盛国梁 伍倩 凤鸣", ["市发改委:", "市财政局:"]),
        ("县领导古丽仙·艾合买提、宋立群，县长助理乌云其其格出席会议。",
         "古丽仙·艾合买提 宋立群 乌云其其格", []),
        ("出席：官锐、康宁；列席：局办公室俞洁、质安站田野。",
         "官锐 康宁", ["局办公室:俞洁", "质安站:田野"]),
        ("副局长汤敏出席，市政协副主席胡可应邀参加。", "汤敏", ["市政协:胡可"]),
        ("副市长扎西、市政府秘书长邢兆，市水务局主要负责人参加会议。会议记录：尹明。",
         "扎西 邢兆", []),
        ("县政协主席禹明主持会议，副主席米珍、罗华和常委会组成人员共27人出席会议。"
         "县委常委、副县长周文应邀到会听取意见。", "米珍 罗华", [":周文"]),
        ("副县长官长青、冶青原出席，恒渠县、市财政局负责同志列席。",
         "官长青 冶青原", ["恒渠县:", "市财政局:"]),
    ],
)  # fmt: skip
def test_prose(told: str, names: str, seen: list[str]) -> None:
    roll = rolled(told=told)
    assert present(roll) == names
    assert observers(roll) == seen


def test_absence_told_in_prose() -> None:
    roll = rolled(told="副市长王敏参加了会议，钱晓华因公请假。")
    assert [person.name for person in roll.absent] == ["钱晓华"]


@pytest.mark.parametrize(
    "told",
    [
        "家长、师生积极参加。",
        "副市长李明出席启动仪式。",
        "市长沈亦清参加国务院常务会议。",
        "会议要求市财政局、市审计局参加。",
        "评审由市水务局牵头，市财政局派人参加。",
        "由副市长李明牵头，市住建局参加。",
        "全民参与，人人参加，务必出席。",
    ],
)
def test_prose_that_calls_no_roll(told: str) -> None:
    assert rolled(told=told) == Attendance()


def test_labels_win_over_prose() -> None:
    roll = rolled("出席：沈亦清 陆怀瑾\n列席：市财政局于时", told="副市长王敏参加会议。")
    assert present(roll) == "沈亦清 陆怀瑾"


def test_spans_point_at_name_and_unit() -> None:
    found = reading("出席：副市长徐　光\n列席：市资源规划局施旭、张　莘")
    person, observer = found.attendance.present[0], found.attendance.observers[0]
    assert person.span is not None
    assert observer.span is not None
    assert found.text[slice(*person.span)] == "副市长徐　光"
    assert found.text[slice(*observer.span)] == "市资源规划局施旭、张　莘"


def test_what_stands_under_the_body_is_no_part_of_a_record_above_it() -> None:
    text = (
        "临湖市水务局局长办公会议纪要\n\n会议时间：2024年3月5日\n"
        "参会人员：沈亦清　陆怀瑾\n记录人：苏晚\n\n"
        "一、研究节水宣传\n会议明确，由办公室于4月底前印发方案。\n\n临湖市水务局〔2024〕第9号\n"
    )
    recorder = read(text.encode(), name="minutes.txt").attendance.recorder
    assert recorder is not None
    assert recorder.name == "苏晚"


def test_what_a_copy_leaves_out_stands_in_the_body() -> None:
    text = (
        OPENING.format(told="")
        + "二、研究人事事项\n（略）\n\n参会人员：\n沈亦清　市长\n石　磊　副市长\n"
    )
    found = read(text.encode(), name="minutes.txt").attendance
    assert present(found) == "沈亦清 石磊"


def test_a_roll_whose_lines_are_numbered() -> None:
    roll = (
        "列席：\n（一）邀请列席：陆怀瑾、徐光\n（二）市政府办：顾行舟、项宁\n"
        "（三）发改局周明，水务局林海"
    )
    assert observers(rolled(roll)) == [
        ":陆怀瑾", ":徐光", "市政府办:顾行舟、项宁", "发改局:周明", "水务局:林海",
    ]  # fmt: skip


def test_two_meetings_share_the_roll_under_the_second() -> None:
    text = (
        "临湖市人民政府常务会议纪要\n\n2024年3月5日，市长沈亦清主持召开市政府第40次常务会议。\n\n"
        "一、审议《临湖市节水办法》\n\n原则同意《临湖市节水办法》。\n\n"
        "临湖市人民政府第41次常务会议\n\n2024年3月19日，市长沈亦清主持召开市政府第41次常务会议。\n\n"
        "二、研究防汛工作\n\n由市水务局于6月底前完成清淤。\n\n记录：温如茵\n"
    )
    recorder = read(text.encode(), name="minutes.txt").attendance.recorder
    assert recorder is not None
    assert recorder.name == "温如茵"


def test_a_remark_above_the_roll_is_no_part_of_it() -> None:
    minutes = (
        "临湖市人民政府常务会议纪要\n\n2024年3月5日，市长沈亦清主持召开市政府第40次常务会议。\n\n"
        "一、审议《临湖市节水办法》\n\n会议审议通过了《临湖市节水办法》。\n（汇报：陆怀瑾）\n"
        "参会：沈亦清 徐 光\n列席：王芳 李静\n列席请假：陆怀瑾（出差）\n"
    )
    attendance = read(minutes.encode(), name="minutes.txt").attendance
    assert [one.name for one in attendance.present] == ["沈亦清", "徐光"]
    assert [one.names for one in attendance.observers] == [("王芳",), ("李静",)]
    assert [one.name for one in attendance.absent] == ["陆怀瑾"]


def test_names_before_all_the_others() -> None:
    text = OPENING.format(told="副局长秦山、总工程师丁学文及机关各科室负责人参加会议。")
    assert present(read(text.encode(), name="minutes.txt").attendance) == "秦山 丁学文"


def test_the_post_of_a_bureau_beside_that_of_a_city() -> None:
    found = rolled("出席人员：副市长  周平\n          副市长、公安局局长  阎东海\n")
    assert [(one.name, one.post) for one in found.present] == [
        ("周平", "副市长"),
        ("阎东海", "副市长、公安局局长"),
    ]


def test_a_body_beside_a_name_in_brackets_behind_a_name() -> None:
    found = observers(rolled("列席：李明（王强、市财政局）赵磊\n"))
    assert found == [":王强", "市财政局:"]
