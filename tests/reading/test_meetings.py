"""Several meetings in one text 合编: each under its heading, the tail under the last."""

from __future__ import annotations

from datetime import date

from yiding.reading import read
from yiding.reading.model import Imprint, Reading

NUMBERED = """临湖市政府常务会议、市长办公会议纪要摘编（2022年3月）

　　一、市政府2022年第3次常务会议

　　2022年3月4日下午，市长沈亦清主持召开市政府2022年第3次常务会议。副市长徐光出席会议。

　　1.会议听取了市人社局关于劳务输转情况的汇报。会议要求，市人社局要在3月底前开行专列。

　　2.会议审议了《临湖市节水方案（送审稿）》。会议原则同意该方案，由市水务局修改后印发。

　　二、市政府第6次市长办公会议

　　3月22日，市长沈亦清主持召开第6次市长办公会议。

　　1.会议研究了扬尘管控工作。会议决定，由市住建局于本月底前开展一轮检查。

临湖市人民政府办公室整理　2022年3月28日
"""

COUNTED = """临湖市政府常务会议情况通报
（2022年6月）

6月份，市政府共召开2次常务会议，主要情况如下：

【八届58次常务会议】
2022年6月2日，市长沈亦清主持召开市八届政府第58次常务会议。
会议审议并原则通过《临湖市节水方案》。由市水务局于6月20日前报市司法局备案。

【八届59次常务会议】
2022年6月15日，副市长徐光主持召开市八届政府第59次常务会议。
会议研究了自建房整治工作。会议决定，由市住建局于本月底前完成排查。

临湖市人民政府办公室
2022年7月4日
"""


def test_numbered_headings_over_meetings_are_no_items() -> None:
    found = read(NUMBERED.encode(), name="minutes.txt")
    assert [(item.meeting, item.mode, item.subjects[0].title) for item in found.items] == [
        (0, "听取", "劳务输转"),
        (0, "审议", "临湖市节水方案"),
        (1, "研究", "扬尘管控工作"),
    ]
    assert [str(found.held_on.date) if found.held_on else "", *_days(found)] == [
        "2022-03-04",
        "2022-03-22",
    ]
    assert found.compiled == Imprint("临湖市人民政府办公室", date(2022, 3, 28))


def test_a_count_of_the_meetings_is_none_of_them() -> None:
    found = read(COUNTED.encode(), name="minutes.txt")
    assert found.kind == "summary"
    assert found.session is not None
    assert (found.session.number, _days(found)) == (58, ["2022-06-15"])
    assert [item.meeting for item in found.items] == [0, 1]
    assert found.compiled == Imprint("临湖市人民政府办公室", date(2022, 7, 4))


def _days(found: Reading) -> list[str]:
    return [str(one.held_on.date) for one in found.more_meetings if one.held_on]


def test_meetings_whose_heads_are_bare_numbers() -> None:
    text = (
        "黟坪县人民政府2006年第三季度常务会议纪要选编\n\n（一）\n"
        "县人民政府第19次常务会议于2006年7月4日召开，县长楼兰主持。\n\n"
        "会议听取县水利局关于抢险救灾情况的汇报。由县民政局于7月底前发放救灾款。\n\n"
        "会议研究了客运站经营权转让问题。会议认为，转让底价偏低，暂不同意转让。\n\n（二）\n"
        "2006年8月15日，县委副书记、县长楼兰主持召开县人民政府第20次常务会议。\n\n"
        "会议审议《五保供养实施细则》。会议通过了该细则，由县民政局于本月底前印发。\n"
    )
    reading = read(text.encode(), name="minutes.txt")
    assert [(item.meeting, item.mode) for item in reading.items] == [
        (0, "听取"),
        (0, "研究"),
        (1, "审议"),
    ]
    assert [meeting.session.number for meeting in reading.more_meetings if meeting.session] == [20]
    days = [str(duty.deadline.date) for item in reading.items for duty in item.obligations]
    assert days == ["2006-07-31", "2006-08-31"]


def test_an_agenda_of_the_same_titles_is_told_once() -> None:
    heads = ["一、传达学习全会精神", "二、研究整改工作"]
    agenda = "\n".join(heads)
    text = (
        "临湖市人民政府第40次常务会议纪要\n\n"
        "2024年3月5日上午，市长沈亦清主持召开市政府第40次常务会议，主要议题：\n\n"
        f"{agenda}\n现将有关事项纪要如下：\n\n"
        f"{heads[0]}\n会议传达学习了全会精神。\n\n{heads[1]}\n会议同意整改方案。\n"
    )
    found = read(text.encode(), name="minutes.txt").items
    assert [item.mode for item in found] == ["传达", "研究"]
    assert [decision.outcome for decision in found[1].decisions] == ["approved"]
