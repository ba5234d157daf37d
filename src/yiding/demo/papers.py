"""Write a year of minutes 常务会议纪要 as the city's office would print them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from random import Random

from yiding.demo.agenda import AgendaSubject, background
from yiding.demo.rollcall import Roll, roll_lines, roll_of
from yiding.demo.schedule import Sitting, sittings, working_day_before
from yiding.demo.slots import Draw
from yiding.demo.verdicts import opened, outcome

TODAY = date(2026, 11, 20)
_NUMERALS = "一二三四五六七八九十"
_ISSUER = "临湖市人民政府"


@dataclass(frozen=True, slots=True)
class AgendaTopic:
    """议题: as it was submitted, reviewed and decided."""

    no: int
    subject: str
    mode: str
    title: str
    unit: str
    needs_legal_review: bool
    submitted_on: date
    reviewed_on: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """One paper: its text as delivered, and what the office knows beside the text."""

    address: str
    number: str
    session: int
    held_on: date
    part_of_day: str
    compiled_on: date
    printed_on: date
    chair: str
    text: str
    topics: tuple[AgendaTopic, ...]
    roll: Roll

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.address}.txt"

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.text.encode("utf-8")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item as drawn: its heading, title, clauses and the unit that brings it."""

    heading: str
    title: str
    unit: str
    clauses: tuple[str, ...]


def minutes_of_the_year(seed: int = 1, today: date = TODAY) -> tuple[MinutesPaper, ...]:
    """The 24 papers of the year before ``today``; the same seed gives the same characters."""
    return tuple(_paper(sitting, seed) for sitting in sittings(seed, today))


def _paper(sitting: Sitting, seed: int) -> MinutesPaper:
    rng = Random(f"paper {seed} {sitting.session}")  # noqa: S311
    scenery: set[str] = set()
    items = tuple(_item(each, sitting.held_on, scenery, rng) for each in sitting.subjects)
    roll = roll_of(sitting.held_on, items_text(items), rng)
    part = rng.choice(("上午", "上午", "下午"))
    number = f"〔{sitting.printed_on.year}〕{sitting.serial}号"
    return MinutesPaper(
        address=f"linhu-{sitting.printed_on.year}-{sitting.serial}",
        number=number,
        session=sitting.session,
        held_on=sitting.held_on,
        part_of_day=part,
        compiled_on=sitting.compiled_on,
        printed_on=sitting.printed_on,
        chair=roll.chair,
        text=_text(sitting, number, part, items, roll),
        topics=_topics(sitting, items, rng),
        roll=roll,
    )


def items_text(items: tuple[_Item, ...]) -> str:
    """What the items say, in one string: whoever is named there sits in."""
    return "\n".join(line for item in items for line in (item.unit, *item.clauses))


def _item(subject: AgendaSubject, held_on: date, scenery: set[str], rng: Random) -> _Item:
    draw = Draw(held_on, rng)
    title = draw.fill(subject.title)
    kept = [each.text for each in subject.clauses if not each.is_optional or rng.random() < 0.6]
    first = opened(kept[0], subject, title, draw, rng)
    clauses = [first, *(draw.fill(text) for text in kept[1:])]
    if scene := _scene(subject.slug.split("-")[0], 0.45, scenery, rng):
        clauses.insert(1, scene)
    if appeal := _scene("any", 0.2, scenery, rng):
        clauses.append(appeal)
    return _Item(_heading(subject.mode, title), title, draw.fill(subject.unit), tuple(clauses))


def _scene(area: str, chance: float, said: set[str], rng: Random) -> str | None:
    """A sentence that sets the scene or calls on everybody, not yet said in this meeting."""
    unsaid = [line for line in background()[area] if line not in said]
    if not unsaid or rng.random() > chance:
        return None
    chosen = rng.choice(unsaid)
    said.add(chosen)
    return chosen


def _heading(mode: str, title: str) -> str:
    if mode == "听取":
        return f"听取{title}的汇报"
    return f"传达学习{title}" if mode == "传达" else f"{mode}{title}"


def _text(sitting: Sitting, number: str, part: str, items: tuple[_Item, ...], roll: Roll) -> str:
    blocks = [_ISSUER, "常务会议纪要", number, _opening(sitting, part, items, roll)]
    blocks.append("会议议定以下意见：")
    for no, item in enumerate(items):
        blocks.append(f"{_NUMERALS[no]}、{item.heading}")
        blocks += [f"（{_NUMERALS[at]}）{text}" for at, text in enumerate(item.clauses)]
    blocks.append("会议还研究了其他事项。")
    blocks += [*roll_lines(roll), *_tail(sitting)]
    return "\n\n".join(blocks) + "\n"


def _opening(sitting: Sitting, part: str, items: tuple[_Item, ...], roll: Roll) -> str:
    day = f"{sitting.held_on.year}年{sitting.held_on.month}月{sitting.held_on.day}日{part}"
    return f"{day}，{roll.presided}市政府第{sitting.session}次常务会议，{_agenda(items)}。"


def _agenda(items: tuple[_Item, ...]) -> str:
    """审议《甲》《乙》，听取丙和丁的汇报，研究戊: one verb governs what follows it."""
    parts: list[str] = []
    for mode, group in groupby(items, key=lambda item: item.heading[:2]):
        titles = [item.title for item in group]
        if mode == "审议":
            parts.append(f"审议{''.join(titles)}")
        elif mode == "听取":
            listed = "、".join(titles[:-1]) + "和" * (len(titles) > 1) + titles[-1]
            parts.append(f"听取{listed}的汇报")
        else:
            parts += [f"{'传达学习' if mode == '传达' else mode}{title}" for title in titles]
    return "，".join(parts)


def _tail(sitting: Sitting) -> list[str]:
    office = f"{_ISSUER}办公室"
    return [
        f"{office}整理",
        _day(sitting.compiled_on),
        "（此件公开发布）",
        "分送：各县（市、区）人民政府，临湖经开区、云湖度假区、市生物医药产业园管委会，"
        "市各有关部门和单位。",
        office,
        f"{_day(sitting.printed_on)}印发",
    ]


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _topics(sitting: Sitting, items: tuple[_Item, ...], rng: Random) -> tuple[AgendaTopic, ...]:
    return tuple(
        _topic(no, subject, item, sitting.held_on, rng)
        for no, (subject, item) in enumerate(zip(sitting.subjects, items, strict=True), 1)
    )


def _topic(no: int, subject: AgendaSubject, item: _Item, held_on: date, rng: Random) -> AgendaTopic:
    submitted = working_day_before(held_on - timedelta(days=rng.randint(20, 34)))
    reviewed = working_day_before(held_on - timedelta(days=rng.randint(5, 9)))
    return AgendaTopic(
        no=no,
        subject=subject.slug,
        mode=subject.mode,
        title=item.title,
        unit=item.unit,
        needs_legal_review=subject.needs_legal_review,
        submitted_on=submitted,
        reviewed_on=reviewed if subject.needs_legal_review else None,
        outcome=outcome(item.clauses[0]),
    )
