"""Transcripts 图文实录: the day, what it is about, and who presides."""

from __future__ import annotations

from reading.test_head import read_of


def test_a_transcript_that_says_what_day_it_is_and_what_it_is_about() -> None:
    reading = read_of(
        "【图文回放】临湖市政府第11次常务会议\n\n"
        "主持人：各位网友上午好！今天是2015年10月15日，临湖市政府第11次常务会议正在召开。\n\n"
        "9:00 【主持人】会议开始。今天讨论的议题是《临湖市停车场管理办法（草案）》。\n\n"
        "9:03 【市长 沈亦清】停车难，我自己也有体会。\n\n"
        "9:06 【市住建局局长 陆怀瑾】我把起草情况汇报一下。草案一共六章。\n\n"
        "10:02 【主持人】会议到此结束。\n"
    )
    assert reading.held_on is not None
    assert str(reading.held_on.date) == "2015-10-15"
    assert [(one.mode, one.subjects[0].title) for one in reading.items] == [
        ("讨论", "临湖市停车场管理办法")
    ]


def test_who_presides_in_a_transcript_is_named_once() -> None:
    reading = read_of(
        "临湖市政府第50次常务会议图文回放\n\n时间：2020年8月26日上午\n\n"
        "9:00\n【主持人 市长沈亦清】各位，现在开会。今天有两个议题。\n\n"
        "9:03\n【主持人】第一个议题，审议《临湖市课后服务办法（草案）》，请市教育局汇报。\n\n"
        "9:04\n【市教育局局长康宁】这个办法一共五章。\n\n"
        "9:24\n【主持人】请市教育局会后一周内把收费标准单列成附件。\n\n"
        "9:31\n【主持人】第二个议题，听取市住建局关于加装电梯情况的汇报。\n\n"
        "9:52\n【主持人】由市住建局10月底前出台指引。今天的会就开到这里。\n"
    )
    assert [(one.mode, [duty.lead for duty in one.obligations]) for one in reading.items] == [
        ("审议", [("市教育局",)]),
        ("听取", [("市住建局",)]),
    ]
