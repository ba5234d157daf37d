"""The comparer itself: a reading made from an expected file agrees with it; one change is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reading.expected import ABSENT, EITHER, WORDS, Sample, Squeezed, name_lists, samples
from reading.gold import compare, table
from reading.test_expected_files import text_of
from yiding.dates import Deadline
from yiding.reading.model import (
    Attendance,
    Chair,
    Closing,
    Decision,
    HeldOn,
    Imprint,
    Issuer,
    Item,
    Meeting,
    Number,
    Obligation,
    Observer,
    Person,
    Reading,
    Recorder,
    Session,
    Source,
    Subject,
)

ALL = {sample.document.name: sample for sample in samples()}
SHOWN = ALL["linhu-2025-7.txt"]


def first(entry: dict[str, Any], key: str, default: Any = None) -> Any:
    """The first accepted value, in the contract's word; 无 is None where it is not a word."""
    value = entry.get(key, default)
    value = value[0] if isinstance(value, list) else value
    words = WORDS.get(key, {})
    return words.get(value, None if value in (ABSENT, EITHER) else value)


def listed(entry: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(name_lists(entry.get(key, []))[0])


def duty_read(duty: dict[str, Any], text: Squeezed) -> Obligation:
    span = text.find(duty["原文"], duty.get("第几处", 1))
    assert span is not None
    return Obligation(
        address="a:1.0.1",
        lead=listed(duty, "牵头"),
        assist=listed(duty, "配合"),
        group=duty.get("泛指", False),
        bearer_basis=first(duty, "责任依据", "原文"),
        action=duty["原文"],
        modality=first(duty, "力度", "要"),
        deadline=Deadline(
            first(duty, "时限类别", "无"),
            text=first(duty, "时限原文"),
            date=first(duty, "时限"),
            start=first(duty, "起始"),
        ),
        closing=Closing(first(duty, "办结", "长期"), first(duty, "报送对象")),
        binding=bool(first(duty, "是否具有约束力")),
        conditions=tuple(duty.get("条件", [])),
        span=span,
    )


def item_read(entry: dict[str, Any], place: int, text: Squeezed) -> Item:
    return Item(
        address=f"a:{place}",
        no=first(entry, "序号", place),
        meeting=entry.get("会议", 0),
        mode=first(entry, "方式", "other"),
        title=first(entry, "标题"),
        subjects=tuple(Subject(title) for title in entry.get("主题", [])),
        span=(0, 0),
        decisions=tuple(
            Decision(WORDS["结论"][word], None, (0, 0)) for word in listed(entry, "结论")
        ),
        obligations=tuple(duty_read(duty, text) for duty in entry.get("任务", [])),
    )


def held_read(head: dict[str, Any]) -> HeldOn:
    return HeldOn(first(head, "日期"), first(head, "时段"), first(head, "依据"))


def chair_read(head: dict[str, Any]) -> Chair | None:
    if not head:
        return None
    acting = head.get("代理", False)
    return Chair(first(head, "姓名"), first(head, "职务"), acting, first(head, "受托"))


def number_read(head: Any) -> Number | None:
    if not isinstance(head, dict):
        return None
    return Number(
        first(head, "原文", ""), first(head, "代字"), first(head, "年"), first(head, "序号")
    )


def session_read(head: Any) -> Session | None:
    if not isinstance(head, dict):
        return None
    counts = [first(head, key) for key in ("次数", "届", "年度")]
    return Session("", *counts, expanded=head.get("扩大", False))


def roll_read(roll: dict[str, Any]) -> Attendance:
    recorder = first(roll, "记录")
    return Attendance(
        present=tuple(Person(name) for name in roll.get("出席", [])),
        absent=tuple(Person(name) for name in roll.get("缺席", [])),
        observers=tuple(
            Observer(row.get("单位"), tuple(row["姓名"]), row.get("代表", False))
            for row in roll.get("列席", [])
        ),
        recorder=Recorder(recorder) if recorder else None,
    )


def meeting_read(entry: dict[str, Any]) -> Meeting:
    held = HeldOn(entry["日期"], None, "text")
    return Meeting(None, session_read(entry), held, Chair(entry["主持人"], None))


def reading_of(sample: Sample) -> Reading:
    """What a perfect reader would say, taking the first answer where several are accepted."""
    expected, text = sample.expected, text_of(sample)
    tail, items = expected.get("版记", {}), expected.get("议题", [])
    issuer = first(expected, "发文机关")
    read = [item_read(entry, place, Squeezed(text)) for place, entry in enumerate(items, 1)]
    return Reading(
        source=Source(sample.document.name, "", "text/plain", len(text)),
        text=text,
        kind=first(expected, "文种"),
        address=expected.get("地址", "a"),
        issuer=Issuer(issuer) if issuer else None,
        genre=first(expected, "纪要名称"),
        number=number_read(expected.get("文号")),
        session=session_read(expected.get("会次")),
        held_on=held_read(expected.get("会议时间", {})),
        place=first(expected, "地点"),
        chair=chair_read(expected.get("主持", {})),
        items=tuple(read),
        attendance=roll_read(expected.get("名单", {})),
        compiled=Imprint(first(tail, "整理单位"), first(tail, "整理日期")),
        disclosure=first(tail, "公开"),
        distribution=tuple(tail.get("分送", [])),
        printed=Imprint(first(tail, "印发单位"), first(tail, "印发日期")),
        more_meetings=tuple(meeting_read(entry) for entry in expected.get("其他会议", [])),
    )


@pytest.mark.parametrize("name", ALL)
def test_a_perfect_reading_agrees_in_every_field(name: str) -> None:
    tally = compare(ALL[name].expected, reading_of(ALL[name]))
    assert [found.message for found in tally.differences] == []
    assert tally.right == tally.total


def changed(duty_number: int, **fields: Any) -> Reading:
    """The show sample's perfect reading with one duty of its first item altered."""
    reading = reading_of(SHOWN)
    duties = list(reading.items[0].obligations)
    duties[duty_number] = replace(duties[duty_number], **fields)
    return replace(
        reading, items=(replace(reading.items[0], obligations=tuple(duties)), *reading.items[1:])
    )


def messages(reading: Reading) -> list[str]:
    return [found.message for found in compare(SHOWN.expected, reading).differences]


def test_a_wrong_date_is_one_difference() -> None:
    deadline = Deadline("by", text="4月底前", date=date(2025, 4, 29))
    assert messages(changed(1, deadline=deadline)) == [
        "任务“由市应急局牵头，市住建局、市交通局、市消防救援支”：时限应为2025-04-30，读作2025-04-29。"
    ]


def test_a_wrong_lead_is_one_difference() -> None:
    told = messages(changed(2, lead=("市住建局",)))
    assert told == [
        "任务“检查情况由市应急局于5月10日前书面报告市政府”：牵头应为市应急局，读作市住建局。"
    ]


def test_a_span_elsewhere_is_a_duty_lost_and_one_too_many() -> None:
    told = messages(changed(2, span=(0, 4)))
    assert told == [
        "任务“检查情况由市应急局于5月10日前书面报告市政府”：没有读出。",
        "多出约束性任务“临湖市人”。",
    ]


def test_the_table_sums_all_samples() -> None:
    tally = compare(SHOWN.expected, reading_of(SHOWN))
    last = table({"甲": tally, "乙": tally}).splitlines()[-1].split("\t")
    assert last[:2] == ["合计", "2/2"]
    assert last[6] == f"{2 * tally.right['任务']}/{2 * tally.total['任务']}"
