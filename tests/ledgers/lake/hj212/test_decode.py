"""Messages decoded: the golden ones, packets, editions, and what is never shown."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgers.lake.hj212.frames import LAKE, MILLISECONDS, STANDARD, frame_of
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.practice import CHINA, Practice


def codes(frame: bytes, practice: Practice | None = None) -> list[str]:
    message = decode(frame, practice) if practice else decode(frame)
    return [fault.code for fault in message.faults]


def test_the_standards_own_example() -> None:
    message = decode(STANDARD)
    assert message.faults == ()
    assert (message.qn, message.st_name) == ("20160801085857223", "地表水体环境污染源")
    assert message.cn_name == "设置实时数据间隔"
    assert message.mn == "010000A8900016F000169DC0"
    assert (message.version, message.is_reply_wanted, message.is_split) == (2017, True, False)
    assert message.fields == (("RtdInterval", "30"),)
    assert message.period is None


def test_milliseconds_are_a_fault_and_read_all_the_same() -> None:
    message = decode(MILLISECONDS)
    assert [fault.code for fault in message.faults] == ["missing_qn", "data_time_format"]
    assert message.faults[1].title == "DataTime格式"
    assert message.data_time == datetime(2016, 8, 24, 0, 38, 17, tzinfo=CHINA)
    assert message.period is not None
    assert message.period.meaning == "moment"
    assert [reading.value for reading in message.readings] == list(
        map(Decimal, ("36.91", "231.0", "1.803"))
    )
    assert not message.is_damaged


def test_the_lake_message_has_seven_readings_and_the_start_of_its_hour() -> None:
    message = decode(LAKE)
    assert message.faults == ()
    assert [(each.factor_name, each.text) for each in message.readings] == [
        ("水温", "29.6"), ("pH", "8.42"), ("溶解氧", "4.90"), ("高锰酸盐指数", "5.1"),
        ("氨氮", "0.21"), ("总磷", "0.083"), ("总氮", "1.62"),
    ]  # fmt: skip
    assert {(r.statistic_name, r.flag_name, r.is_valid) for r in message.readings} == {
        ("平均值", "正常", True)
    }
    start = datetime(2024, 7, 16, 4, tzinfo=CHINA)
    assert message.period is not None
    assert (message.period.meaning, message.period.at) == ("start", start)
    assert message.period.end == start + timedelta(hours=1)


@pytest.mark.parametrize(
    ("cn", "meaning"),
    [("2011", "moment"), ("2021", "moment"), ("2031", "start"), ("2041", "start"),
     ("2051", "start"), ("2061", "start")],
)  # fmt: skip
def test_data_time_means_the_start_or_the_moment(cn: str, meaning: str) -> None:
    period = decode(frame_of(CN=cn)).period
    assert period is not None
    assert period.meaning == meaning


@pytest.mark.parametrize(
    ("flag", "version", "wanted"),
    [("0", 2005, False), ("1", 2005, True), ("4", 2017, False), ("5", 2017, True)],
)
def test_flag_states_edition_and_answer(flag: str, version: int, wanted: bool) -> None:
    message = decode(frame_of(Flag=flag))
    assert (message.version, message.is_reply_wanted) == (version, wanted)
    assert message.faults == ()


def test_the_2017_tables_do_not_judge_a_message_of_2005() -> None:
    cp = "DataTime=20160824003817;B01-Rtd=36.91,B01-Flag=N"
    assert codes(frame_of(cp, Flag="1", MN="LD130133000015")) == []
    assert codes(frame_of(cp, Flag="5", MN="LD130133000015")) == ["mn_format", "unknown_factor"]


@pytest.mark.parametrize("practice", [None, Practice(edition=2025)])
def test_an_edition_that_is_not_loaded_is_kept_and_not_read(practice: Practice | None) -> None:
    flag = "9" if practice is None else "5"
    message = decode(frame_of(Flag=flag), practice or Practice())
    assert [fault.code for fault in message.faults] == ["version_unread"]
    assert (message.mn, message.readings, message.data_time) == ("A320500000000001", (), None)


def test_which_flags_are_valid_is_the_places_own() -> None:
    cp = "DataTime=20240716040000;w21011-Avg=0.083,w21011-Flag={};w21001-Avg=1.6"
    for letter, usual in [("N", True), ("S", True), ("D", False), ("T", False)]:
        first, unflagged = decode(frame_of(cp.format(letter))).readings
        assert (first.is_valid, unflagged.is_valid) == (usual, False)
    own = Practice(valid_letters=frozenset("D"), is_unflagged_valid=True)
    first, unflagged = decode(frame_of(cp.format("D")), own).readings
    assert (first.is_valid, unflagged.is_valid) == (True, True)


def test_every_statistic_takes_the_flag_of_its_factor() -> None:
    cp = "DataTime=20240716040000;w21011-Cou=3,w21011-Min=1,w21011-Avg=2,w21011-Max=3,w21011-Flag=T"
    found = decode(frame_of(cp)).readings
    assert [(r.statistic, r.flag) for r in found] == [
        (s, "T") for s in ("Cou", "Min", "Avg", "Max")
    ]


def test_no_password_is_shown_anywhere() -> None:
    new = decode(frame_of("NewPW=s3cret9", CN="1072", PW="hidden7"))
    odd = decode(b"##0010PW=hidden7;XX;CP=&&NewPW:s3cret9;PW=hidden7\r\n")
    for message in (new, odd):
        shown = repr(message) + json.dumps(message.as_json(), ensure_ascii=False)
        shown += "".join(fault.sentence + fault.sentence_en for fault in message.faults)
        assert "hidden7" not in shown
        assert "s3cret9" not in shown
    assert new.pw == "hidden7"


def test_json_is_plain_and_in_chinese() -> None:
    found = json.loads(json.dumps(decode(LAKE).as_json(), ensure_ascii=False))
    assert found["cn_name"] == "小时数据"
    assert found["period"] == {
        "meaning": "start", "at": "2024-07-16T04:00:00+08:00", "end": "2024-07-16T05:00:00+08:00",
    }  # fmt: skip
    assert found["readings"][5]["value"] == "0.083"


@given(st.binary(max_size=300))
def test_decoding_never_raises(junk: bytes) -> None:
    message = decode(junk)
    assert message.faults
    assert message.is_damaged or junk[-6:-2].isalnum()


@given(st.text(max_size=200))
def test_any_content_is_decoded_with_its_faults(cp: str) -> None:
    message = decode(frame_of(cp.replace("&&", "")[:150]))
    assert not message.is_damaged
    assert message.mn == "A320500000000001"
