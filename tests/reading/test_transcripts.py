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


def test_matters_told_by_the_page_and_heard_from_the_head_of_the_city() -> None:
    reading = read_of(
        "临湖市人民政府第47次常务会议图文回放\n\n"
        "9:00\n【现场播报】各位网友，大家好！4月3日上午，市长沈亦清主持召开市政府第47次常务会议。\n\n"
        "9:05\n会议审议《临湖市2025年防洪预案》。\n"
        "【市水务局局长陆怀瑾发言】我们对预案作了修订。\n"
        "【市长沈亦清发言】请市水务局4月15日前完成12座小型水库安全检查。\n\n"
        "9:20\n会议听取一季度信访工作情况的汇报。\n"
        "【市信访局局长方正发言】一季度共受理212件，建议由市财政局增加经费。\n"
        "【市长沈亦清发言】由市信访局每季度末向市政府报告一次。\n"
    )
    assert [(one.mode, [duty.lead for duty in one.obligations]) for one in reading.items] == [
        ("审议", [("市水务局",)]),
        ("听取", [("市信访局",)]),
    ]


def test_one_matter_is_this_and_one_is_that() -> None:
    reading = read_of(
        "【图文直播】临湖市人民政府第52次常务会议实录\n\n时间：2019年8月21日上午\n\n"
        "[9:00] 各位网友上午好。今天的会议由市长沈亦清主持。\n\n"
        "[9:03] 【市长沈亦清】今天有两个议题，一个是听取内涝治理情况的汇报，"
        "一个是讨论《临湖市车辆管理办法》。先进行第一个议题。\n\n"
        "[9:05] 【市水利局局长陆怀瑾】我市现有易涝点37处。\n\n"
        "[9:32] 【市长沈亦清】请市住建局9月10日前拿出方案。\n\n"
        "[9:40] 下面进行第二个议题。\n\n"
        "[9:42] 【市长沈亦清】请市公安局再征求一次意见。\n"
    )
    assert [one.mode for one in reading.items] == ["听取", "讨论"]
