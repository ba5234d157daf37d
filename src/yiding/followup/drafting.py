"""Drafting minutes from a meeting: the roll, the outcomes, and the words of each decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yiding.followup.models import Attendance, Meeting, Topic

#: How an outcome opens in the minutes; 《》 of the topic is put in.
OPENINGS = {
    Topic.State.PASSED: "会议审议通过《{title}》。",
    Topic.State.PASSED_IN_PRINCIPLE: "原则同意《{title}》。",
    Topic.State.TO_PARTY: "原则同意《{title}》，按程序提请市委常委会审议。",
    Topic.State.DEFERRED: "会议决定暂缓审议《{title}》。",
    Topic.State.REJECTED: "会议不予同意《{title}》。",
    Topic.State.HEARD: "会议听取了{unit}关于{title}的汇报。",
}
_SERIES = {"executive": "常务会议", "special": "专题会议", "plenary": "全体会议"}
_DIGITS = "一二三四五六七八九十"


def draft_of(meeting: Meeting, serial: int, today: date) -> str:
    """The draft as plain text in the order of 会议纪要: head, opening, items, roll, tail."""
    topics = list(meeting.topics.select_related("unit").order_by("position", "pk"))
    lines = [*_head(meeting, serial), *_opening(meeting, topics)]
    for no, topic in enumerate(topics, 1):
        lines += _item(no, topic)
    return "\n\n".join([*lines, *_roll(meeting), *_tail(meeting, today)]) + "\n"


def chinese_number(number: int) -> str:
    """一 to 九十九, as items are numbered."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones - 1]
    head = "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return head + (_DIGITS[ones - 1] if ones else "")


def _head(meeting: Meeting, serial: int) -> Iterator[str]:
    yield f"{meeting.jurisdiction.name}人民政府"
    yield f"{_SERIES.get(meeting.series, '会议')}纪要"
    yield f"〔{meeting.year}〕{serial}号"


def _opening(meeting: Meeting, topics: list[Topic]) -> Iterator[str]:
    titles = "".join(f"《{topic.title}》" for topic in topics)
    yield (
        f"{_day(meeting.held_on)}，{_chair(meeting)}主持召开市政府第{meeting.session}次"
        f"{_SERIES.get(meeting.series, '会议')}，审议{titles}。"
    )
    yield "会议议定以下意见："


def _chair(meeting: Meeting) -> str:
    """市长沈知远; 受市长委托，副市长陆以清."""
    if meeting.chair is None:
        return "市长"
    row = meeting.attendance.filter(person=meeting.chair, part=Attendance.Part.MEMBER).first()
    title = row.title if row else "市长"
    return f"{title}{meeting.chair}" if title == "市长" else f"{title}{meeting.chair}受市长委托"


def _item(no: int, topic: Topic) -> Iterator[str]:
    is_heard = topic.state == Topic.State.HEARD
    verb = f"听取{topic.title}的汇报" if is_heard else f"审议《{topic.title}》"
    yield f"{chinese_number(no)}、{verb}"
    opening = OPENINGS.get(Topic.State(topic.state), "").format(title=topic.title, unit=topic.unit)
    clauses = [opening, *(line.strip() for line in topic.outcome_words.splitlines())]
    for at, clause in enumerate([one for one in clauses if one], 1):
        yield f"（{chinese_number(at)}）{clause}"


def _roll(meeting: Meeting) -> Iterator[str]:
    rows = list(meeting.attendance.select_related("person", "unit").order_by("pk"))
    members = [row for row in rows if row.part == Attendance.Part.MEMBER]
    present = "　".join(str(row.person) for row in members if row.is_present)
    absent = "　".join(str(row.person) for row in members if not row.is_present)
    if present:
        yield f"出席：{present}"
    if absent:
        yield f"请假：{absent}"
    observers = [row for row in rows if row.unit is not None and row.is_present]
    if observers:
        yield f"列席：{'　'.join(f'{row.unit}代表' for row in observers)}"


def _tail(meeting: Meeting, today: date) -> Iterator[str]:
    yield f"{meeting.jurisdiction.name}人民政府办公室　{_day(today)}整理"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
