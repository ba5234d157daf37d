"""The head: who presided, on which day, of which number and body, and what kind of text it is."""

from __future__ import annotations

import pytest

from yiding.reading import read
from yiding.reading.model import Reading

BODY = (
    "\n\n一、审议《临湖市节水办法》\n\n"
    "原则同意《临湖市节水办法》。由市水务局修改后按程序印发。\n\n"
)  # fmt: skip


def read_of(text: str) -> Reading:
    return read(text.encode(), name="minutes.txt")


def opened(opening: str, head: str = "临湖市人民政府常务会议纪要", tail: str = "") -> Reading:
    return read_of(f"{head}\n\n{opening}会议议定以下意见：{BODY}{tail}")


@pytest.mark.parametrize(
    ("opening", "name", "post"),
    [
        ("2024年3月5日上午，沈亦清市长主持召开市政府第40次常务会议。", "沈亦清", "市长"),
        ("2024年3月5日，市委副书记、市长沈亦清主持召开市政府第40次常务会议。",
         "沈亦清", "市委副书记、市长"),
        ("2024年3月5日，区委常委、区政府常务副区长陆怀瑾主持召开区政府第4次常务会议。",
         "陆怀瑾", "区委常委、常务副区长"),
        ("2024年3月5日，自治县人民政府县长沈亦清主持召开第40次常务会议。", "沈亦清", "县长"),
        ("2024年3月5日，武兴市政府副市长许国华召集市水务局、市水务集团等单位，专题研究供水问题。",
         "许国华", "副市长"),
        ("2024年3月5日，副市长陆怀瑾出席会议并讲话，市水务局局长林海主持会议。",
         "林海", "市水务局局长"),
        ("受市长委托，副市长陆怀瑾2024年3月5日在市水务局主持召开协调会议，研究有关事项。",
         "陆怀瑾", "副市长"),
        ("2024年3月5日，市政府党组书记、市长于占江主持召开市政府第40次常务会议。",
         "于占江", "市政府党组书记、市长"),
    ],
)  # fmt: skip
def test_the_chair_and_the_post_as_worded(opening: str, name: str, post: str) -> None:
    chair = opened(opening).chair
    assert chair is not None
    assert (chair.name, chair.post) == (name, post)


def test_a_field_with_a_bare_name_takes_the_post_of_the_opening() -> None:
    form = "临湖市水务局局长办公会议纪要\n\n时间：2024年3月5日\n主持：汤敏"
    chair = opened("局党组书记、局长汤敏主持召开局长办公会议。", form).chair
    assert chair is not None
    assert (chair.name, chair.post) == ("汤敏", "局党组书记、局长")


def test_the_chair_of_a_traditional_copy_in_its_own_characters() -> None:
    chair = opened("2024年3月5日，區長葉青主持召開區政府第15次常務會議。").chair
    assert chair is not None
    assert chair.name == "葉青"


def test_fields_with_a_wide_gap_for_a_colon() -> None:
    text = (
        "临湖市人民政府\n\n2022年第三次市长办公会议纪要\n\n会议时间    2022年5月9日上午9时\n"
        "会议地点    市政府第二会议室\n主 持 人    沈亦清\n参加人员    沈亦清 陆怀瑾\n\n"
        "一、会议听取了市林草局关于补助发放情况的汇报。会议要求，市林草局要在5月25日前兑付到户。\n"
        "二、会议研究了其他事宜。\n"
    )
    found = read_of(text)
    assert found.chair is not None
    assert (found.chair.name, found.place) == ("沈亦清", "市政府第二会议室")
    assert found.held_on is not None
    assert (str(found.held_on.date), found.held_on.part_of_day) == ("2022-05-09", "上午")
    assert [item.subjects[0].title for item in found.items] == ["补助发放"]


def test_several_fields_on_one_line() -> None:
    text = (
        "临湖市人民政府第七十次常务会议纪要\n\n"
        "时间：2023年6月2日    地点：市政府大会议室    主持：市长沈亦清\n\n"
        "会议听取、研究了以下事项，形成纪要：\n\n（一）关于化工园区扩区有关事项的请示\n"
        "会议决定，由市工信局于7月上旬提出扩区方案。\n（二）学习《安全生产法》\n市应急局作了领学。\n"
    )
    found = read_of(text)
    assert found.chair is not None
    assert (found.chair.name, found.chair.post) == ("沈亦清", "市长")
    assert found.place == "市政府大会议室"
    assert [item.mode for item in found.items] == ["研究", "学习"]


def test_a_meeting_of_two_names_is_no_issuer() -> None:
    text = (
        f"市政府党组会议暨第33次常务会议召开\n\n5月18日，市长沈亦清主持召开市政府党组会议暨"
        f"市政府第33次常务会议。\n\n{HEARD}"
    )
    assert read_of(text).issuer is None


def test_a_meeting_told_after_what_led_to_it() -> None:
    found = opened(
        "3月2日夜间，我县两个乡镇受灾。3月5日，县长官锐赴东坝村察看灾情，"
        "随后在乡政府主持召开现场调度会议。",
        "青屏县人民政府现场调度会议纪要\n（2024年3月6日）",
    )
    assert found.held_on is not None
    assert str(found.held_on.date) == "2024-03-05"
    assert found.chair is not None
    assert found.chair.name == "官锐"


@pytest.mark.parametrize(
    ("field", "told", "day", "part"),
    [
        ("2024年3月5日（星期二）下午", "2024年3月5日，", "2024-03-05", "下午"),
        ("2024年3月9日", "3月5日上午，", "2024-03-05", "上午"),
    ],
)
def test_a_field_and_the_opening_tell_one_day(field: str, told: str, day: str, part: str) -> None:
    head = f"临湖市人民政府常务会议纪要\n\n时间：{field}"
    found = opened(f"{told}市长沈亦清主持召开市政府第40次常务会议。", head).held_on
    assert found is not None
    assert (str(found.date), found.part_of_day) == (day, part)


def test_a_field_stands_where_no_opening_does() -> None:
    text = (
        "临湖市水务局\n局长办公会议纪要\n\n会议时间：2024年3月5日上午9:00\n主持人：局长 汤敏\n\n"
        "一、审议《节水宣传方案》\n会议原则通过《节水宣传方案》，"
        "办公室于4月10日前召开全市推进会。\n"
    )
    found = read_of(text).held_on
    assert found is not None
    assert (str(found.date), found.part_of_day) == ("2024-03-05", "上午")


TRANSCRIPT = (
    "【图文直播】临湖市政府第12次常务会议（公开会议）\n\n直播时间：2023年5月18日 9:00\n"
    "地点：市政府会议室\n\n[09:00] 主持人：各位网友上午好，今天直播常务会议。\n"
    "[09:02] 【市长 沈亦清】现在开会。第一个议题，审议《临湖市养犬办法》，先请市公安局汇报。\n"
    "[09:05] 【市公安局局长 官锐】《办法》共五章。\n"
    "[09:20] 【市长 沈亦清】过渡期可以考虑。下面请市教育局汇报第二个议题。\n"
    "[09:22] 【市教育局局长 汤敏】汇报一下今年招生方案，共两条。\n"
    "[09:40] 【市长 沈亦清】方案再细一点。\n"
)


def test_a_live_transcript_without_an_opening() -> None:
    found = read_of(TRANSCRIPT)
    assert found.kind == "transcript"
    assert found.chair is not None
    assert (found.chair.name, found.chair.post) == ("沈亦清", "市长")
    assert found.held_on is not None
    assert str(found.held_on.date) == "2023-05-18"
    assert found.session is not None
    assert found.session.number == 12


def test_matters_of_a_transcript_are_named_or_reported_and_none_is_approved() -> None:
    items = read_of(TRANSCRIPT).items
    assert [(item.mode, item.subjects[0].title) for item in items] == [
        ("审议", "临湖市养犬办法"),
        ("听取", "今年招生方案"),
    ]
    assert [[one.outcome for one in item.decisions] for item in items] == [[], ["heard"]]


TOLD = "5月18日，市长沈亦清主持召开市政府第12次常务会议。\n\n"
HEARD = (
    "会议听取了市住建局关于供水情况的汇报。会议指出，供水事关民生。会议要求，各单位要提高认识。"
    "会议强调，安全责任重于泰山。会议明确，由市住建局会同市水务局于6月底前完成检修。\n\n"
    "会议审议通过了《临湖市节水办法》。\n"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"市政府召开第12次常务会议\n\n{TOLD}{HEARD}", "summary"),
        (f"市政府召开第12次常务会议\n\n本报讯（记者 柳叶）{TOLD}{HEARD}", "news"),
        (f"市政府召开第12次常务会议\n\n{TOLD}{HEARD}\n责任编辑：柳叶\n", "summary"),
        (f"关于市政府第12次常务会议主要内容的通报\n\n{TOLD.strip()}\n\n一、{HEARD}", "summary"),
        (f"临湖市人民政府公报　2020年第3期\n\n市政府第12次常务会议\n\n"
         f"{TOLD.strip()}会议纪要摘要如下：\n\n{HEARD}", "summary"),
        (f"市政府第12次常务会议\n（临湖市人民政府公报2016年第7号　会议纪要选登）\n\n{TOLD}{HEARD}",
         "summary"),
    ],
)  # fmt: skip
def test_an_account_of_the_government_is_no_news(text: str, kind: str) -> None:
    assert read_of(text).kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"会议名称：临湖市人民政府2023年第11次常务会议\n会议时间：2023-05-18\n会议内容：\n{TOLD}{HEARD}",
         "临湖市人民政府"),
        (f"临湖市人民政府网　>>　会议公开　>>　常务会议\n\n{TOLD}{HEARD}", "临湖市人民政府"),
        (f"市政府召开会议\n\n{TOLD}{HEARD}\n临湖市人民政府公报 2021年第8期\n", "临湖市人民政府"),
        (f"临湖市政府常务会议情况通报\n\n{TOLD}{HEARD}\n临湖市人民政府办公室\n2023年6月1日\n",
         "临湖市人民政府"),
        (f"临湖市政府常务会议情况通报\n\n{TOLD}{HEARD}", "临湖市政府"),
        (f"平陵县2023年第14次县长办公会议纪要\n\n地点：县政府会议室\n\n{TOLD}{HEARD}",
         "平陵县人民政府"),
        (f"青屏县防汛抗旱指挥部　县人民政府\n调度会议纪要\n\n{TOLD}{HEARD}",
         "青屏县防汛抗旱指挥部"),
        (f"图文直播：临湖市政府第15次常务会议\n\n{TOLD}{HEARD}", "临湖市政府"),
        (f"中国人民政治协商会议临湖市委员会\n常务委员会会议纪要\n\n{TOLD}{HEARD}",
         "中国人民政治协商会议临湖市委员会"),
    ],
)  # fmt: skip
def test_the_issuer(text: str, name: str) -> None:
    issuer = read_of(text).issuer
    assert issuer is not None
    assert issuer.name == name


def test_a_dash_opens_no_name() -> None:
    told = "临湖：头号工程\n——县政府第52次常务会议侧记\n\n" + TOLD.replace("市", "县") + HEARD
    assert read_of(told).issuer is None


def test_the_body_before_the_number_is_no_prefix_of_it() -> None:
    found = opened(TOLD.strip(), tail="临湖市卫生健康委员会【2022】第9号\n").number
    assert found is not None
    assert (found.text, found.prefix, found.serial) == ("【2022】第9号", None, 9)


@pytest.mark.parametrize(
    ("line", "serial"),
    [
        ("（第15期）", 15),
        ("2024年第2期", 2),
        ("平府常〔2021〕3号　总第58号", 3),
        ("平府常〔2021〕3号", 3),
    ],
)
def test_the_number(line: str, serial: int) -> None:
    found = opened(TOLD.strip(), f"临湖市人民政府常务会议纪要\n{line}").number
    assert found is not None
    assert found.serial == serial


def test_matters_numbered_by_word_and_a_chair_with_the_post_behind() -> None:
    text = (
        "海宁路街道办事处\n主任办公会议纪要\n\n时间：2024年4月18日（星期四）上午9：30\n"
        "主持人：余亮（街道党工委副书记、办事处主任）\n\n会议议定事项：\n\n"
        "议题一：关于防汛物资采购的问题\n会议同意采购，由应急办于5月10日前完成。\n\n"
        "议题二：关于物业费补贴的问题\n会议认为依据不足，由城建办补充材料后另行上会。\n"
    )
    found = read_of(text)
    assert found.issuer is not None
    assert found.issuer.name == "海宁路街道办事处"
    assert found.chair is not None
    assert (found.chair.name, found.chair.post) == ("余亮", "街道党工委副书记、办事处主任")
    assert [item.subjects[0].title for item in found.items] == [
        "防汛物资采购的问题",
        "物业费补贴的问题",
    ]


def test_a_session_alone_under_the_title() -> None:
    head = "临湖市水务局局长办公会议纪要\n\n（2024年第3次）\n\n"
    found = read_of(f"{head}2024年3月5日，局长汤敏主持召开局长办公会议，纪要如下：{BODY}").session
    assert found is not None
    assert (found.number, found.year, found.text) == (3, 2024, "2024年第3次")


@pytest.mark.parametrize(
    "text",
    [
        "临湖市人民政府第40次常务会议实录\n\n时间：2022年5月20日上午9:00\n\n"
        "主持人（市长 方正）：现在开会。第一个，请市生态环境局汇报《临湖市噪声防治方案》。\n"
        "市生态环境局局长 柳青：各位领导，方案有三个方面。\n副市长 孟浩：我建议增加管控措施。\n"
        "主持人（市长 方正）：方案修改后印发。散会。\n",
        "2022年5月20日，市政府第十二次常务会议图文实录\n\n14:30 各位网友下午好。\n"
        "14:32 市长方正：现在开会，请市住建局汇报《临湖市噪声防治方案》。\n"
        "14:35 市住建局局长石岩：主要修改了六个方面。\n15:05 会议结束。\n",
    ],
)
def test_speakers_named_before_a_colon(text: str) -> None:
    found = read_of(text)
    assert found.kind == "transcript"
    assert found.chair is not None
    assert (found.chair.name, found.chair.post) == ("方正", "市长")
    assert found.held_on is not None
    assert str(found.held_on.date) == "2022-05-20"
    assert [item.subjects[0].title for item in found.items] == ["临湖市噪声防治方案"]


def test_a_report_on_what_became_of_decisions_is_no_minutes() -> None:
    text = (
        "关于市政府第15次常务会议议定事项落实情况的督查通报\n\n"
        "2024年4月10日，市政府召开第15次常务会议，议定事项12项。现通报如下：\n\n"
        "一、已办结事项\n1.市住建局完成选址。\n"
    )
    assert read_of(text).kind == "not_minutes"


@pytest.mark.parametrize("tail", ["", "（市政府办公厅供稿）", "会议要求，市城管局要建立日报制度。"])
def test_the_government_tells_of_its_own_meeting(tail: str) -> None:
    text = (
        "临湖市政府召开第21次常务会议\n\n"
        "2013年12月24日，市长沈亦清主持召开市政府第21次常务会议。\n\n"
        "会议听取了市住建局关于保障性住房分配工作情况的汇报。会议明确，由市住建局牵头公布结果。\n\n"
        f"会议审议通过了《临湖市节水办法》。会议决定，由市水务局按程序印发。\n\n{tail}\n"
    )
    assert read_of(text).kind == "summary"


def test_the_session_of_the_meeting_and_not_of_one_held_with_it() -> None:
    head = "临湖市政府第二十三次市长办公会议纪要"
    told = "2024年3月5日，市长沈亦清主持市长办公会议暨东湾桥工程指挥部第一次会议，研究工程建设。"
    session = opened(told, head).session
    assert session is not None
    assert session.number == 23


@pytest.mark.parametrize(
    "above", ["来源：临湖市人民政府办公室", "临湖市人民政府办公室 2024年3月9日"]
)
def test_a_page_names_the_government_that_posted_it(above: str) -> None:
    issuer = opened(
        "2024年3月5日，市长沈亦清主持召开市政府第40次常务会议。", f"第40次\n{above}"
    ).issuer
    assert issuer is not None
    assert issuer.name == "临湖市人民政府"


def test_a_copy_without_a_title_that_has_a_roll_is_minutes() -> None:
    tail = "出席：沈亦清、陆怀瑾\n列席：市水务局顾行舟\n记录：温如茵\n"
    told = "2024年3月5日，市长沈亦清主持召开市政府第40次常务会议。"
    text = f"第40次\n{told}\n一\n{BODY.strip()}\n{tail}"
    assert read_of(text).kind == "minutes"


def test_which_government_the_opening_tells() -> None:
    told = "二〇一〇年六月二十一日，市长沈亦清主持召开临湖市十三届人民政府第53次常务会议。"
    issuer = opened(told, "市人民政府常务会议（第53次）").issuer
    assert issuer is not None
    assert issuer.name == "临湖市人民政府"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("临湖市人民政府办公室　　第31期　　2024年3月9日", "第31期"),
        ("临湖市人民政府公报　2021年第8期", None),
    ],
)
def test_an_issue_between_wide_blanks(line: str, number: str | None) -> None:
    head = f"临湖市现场办公会议纪要\n\n{line}"
    found = opened("2024年3月5日，副市长陆怀瑾主持召开现场办公会议，研究供水问题。", head).number
    assert (found.text if found else None) == number


@pytest.mark.parametrize("year", [1999, 2021])
def test_the_year_of_the_gazette_is_the_year_of_the_meeting(year: int) -> None:
    told = f"临湖市人民政府公报　{year}年第7期\n\n市政府第12次常务会议纪要\n\n{TOLD}{HEARD}"
    held_on = read_of(told).held_on
    assert held_on is not None
    assert str(held_on.date) == f"{year}-05-18"


def test_who_called_the_meeting_did_not_preside() -> None:
    told = "9月9日，俞港镇召开工作布置会。会议由镇党委书记夏明召开、人武部长王平主持。\n\n"
    chair = read_of(f"俞港镇召开“清洁河湖”突击月会议\n\n{told}{HEARD}").chair
    assert chair is not None
    assert (chair.name, chair.post) == ("王平", "人武部长")


def test_a_form_whose_labels_stand_in_brackets() -> None:
    reading = read_of(
        "临湖高新区管委会主任办公会议纪要\n\n【会议名称】2019年第8次主任办公会议\n"
        "【会议时间】2019年5月14日下午\n【会议地点】管委会201会议室\n【主持人】管委会主任薄云生\n"
        "【出席人员】薄云生、浦春晖\n【列席人员】经济发展局钱塘、财政局戚大勇\n"
        "【会议议题】1.研究企业服务专员制度；2.听取征迁情况的汇报。\n【会议内容】\n"
        "1.研究企业服务专员制度。会议决定，由经济发展局5月底前公布名单。\n"
        "2.听取征迁情况的汇报。会议听取了汇报，议定：征迁指挥部办公室6月5日前完成17户签约。\n"
        "【记录人】计晓\n【公开属性】主动公开\n"
    )
    assert (reading.chair and reading.chair.name) == "薄云生"
    assert [one.name for one in reading.attendance.present] == ["薄云生", "浦春晖"]
    assert [one.unit for one in reading.attendance.observers] == ["经济发展局", "财政局"]
    assert (reading.attendance.recorder and reading.attendance.recorder.name) == "计晓"
    assert reading.disclosure == "主动公开"
    assert [duty.lead for item in reading.items for duty in item.obligations] == [
        ("经济发展局",),
        ("征迁指挥部办公室",),
    ]
