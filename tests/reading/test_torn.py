"""Copies that put blanks inside words: 县 司法局 听 取. They read as the whole text does."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from yiding.reading import read
from yiding.reading.model import Reading

SAMPLES = Path(__file__).parents[2] / "samples" / "minutes"
_IN_WORD = re.compile("(?<=[一-鿿，。])(?=[一-鿿])")
_ROLL = re.compile("(?:出席|列席|请假|缺席|参加|记录|分送|主送|抄送)[^，。]{0,4}：")


def torn(text: str, seed: int) -> str:
    """The text with a blank in every twentieth place between two characters of its prose."""
    chance = random.Random(seed)  # noqa: S311
    lines = []
    for line in text.split("\n"):
        is_prose = "。" in line and not _ROLL.match(line.strip())
        lines.append(
            _IN_WORD.sub(lambda _: " " * (chance.random() < 0.05), line) if is_prose else line
        )
    return "\n".join(lines)


def told(reading: Reading) -> dict[str, object]:
    """What a reading says, without places, and words without blanks."""
    return {
        "kind": reading.kind,
        "held": reading.held_on.date if reading.held_on else None,
        "session": reading.session.number if reading.session else None,
        "chair": reading.chair.name if reading.chair else None,
        "items": [
            (item.mode, [one.outcome for one in item.decisions], [s.title for s in item.subjects])
            for item in reading.items
        ],
        "duties": [
            (
                duty.lead,
                duty.assist,
                duty.modality,
                duty.deadline.kind,
                duty.deadline.date,
                duty.closing.kind,
                duty.binding,
            )
            for item in reading.items
            for duty in item.obligations
        ],
        "present": [person.name for person in reading.attendance.present],
    }


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "name",
    [
        "linhu-2025-7.txt",
        "linhu-coordination-2022.txt",
        "linhu-2024-4.txt",
        "qingping-2021-15.txt",
    ],
)
def test_a_torn_copy_reads_as_the_whole(name: str, seed: int) -> None:
    text = (SAMPLES / name).read_text("utf-8")
    copy = torn(text, seed)
    assert copy.count(" ") > text.count(" ") + 20
    assert told(read(copy.encode(), name=name)) == told(read(text.encode(), name=name))


def test_a_torn_year_number_and_head() -> None:
    text = (
        "临湖市人民政府\n202 4 年第 3 次 常务 会议 纪要\n"
        "202 4 年 3 月 5 日 上午，市长于占江主持召开市政府 2024 年第 3 次常务会议，现纪要如下。\n"
        "一 、 传达 学习 全国 两会 精神\n会议 强调， 各 部门 要 认真 学习。\n"
        "（ 二 ） 市 水务局 要 于 6 月底前 完成 清 淤。\n"
        "出 席： 于占江 郭 强 李 辉\n"
    )
    reading = read(text.encode(), name="minutes.txt")
    assert reading.held_on is not None
    assert str(reading.held_on.date) == "2024-03-05"
    assert reading.chair is not None
    assert reading.chair.name == "于占江"
    assert [item.mode for item in reading.items] == ["传达"]
    duty = reading.items[0].obligations[-1]
    assert (duty.lead, str(duty.deadline.date)) == (("市水务局",), "2024-06-30")
    assert [person.name for person in reading.attendance.present] == ["于占江", "郭强", "李辉"]


def test_a_writers_own_blanks_stay() -> None:
    text = (
        "临湖市人民政府常务会议纪要\n2024年3月5日，市长沈亦清主持召开市政府第40次常务会议。\n"
        "一、审议《临湖市节水办法》 会议原则同意《临湖市节水办法》。\n"
    )
    item = read(text.encode(), name="minutes.txt").items[0]
    assert {subject.title for subject in item.subjects} == {"临湖市节水办法"}
    assert [decision.outcome for decision in item.decisions] == ["approved_in_principle"]


def test_names_told_in_a_row_are_no_torn_words() -> None:
    text = (
        "临湖市人民政府专题会议纪要\n2024年3月5日，副市长陆怀瑾主持召开专题会议，研究防汛工作。"
        "参加会议的有徐光 郭勇 温如茵 柯汉根 钱晓华 顾行舟 项宁 林海等同志。\n"
        "由市水务局于6月底前完成清淤。\n"
    )
    assert len(read(text.encode(), name="minutes.txt").attendance.present) == 8
