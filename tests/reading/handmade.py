"""Readings made by hand: one with every field filled, one with none, one of nearly nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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
    Leaf,
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
    Warning,
)

TEXT = """临湖市人民政府
常务会议纪要
〔2025〕7号

2025年3月18日上午，何清源市长主持召开市政府第41次常务会议。
一、审议《临湖市湿地保护办法（草案）》
原则同意《临湖市湿地保护办法（草案）》。由市林业局会同市水利
局修改完善后，提请市委常委会审议。今年12月底前完成湿地名录。
各地各部门要持续加强巡护。
二、听取一季度供水情况的汇报
会议听取了汇报。
出席：何清源、沈亦文
列席：市财政局代表
记录：陆知遥
分送：各区人民政府。
"""


def span(words: str) -> tuple[int, int]:
    """Where these words stand in TEXT."""
    start = TEXT.index(words)
    return start, start + len(words)


def tiles() -> tuple[Leaf, ...]:
    """The accounting of TEXT, tile by tile."""
    openings = [
        ("临湖市", "letterhead"), ("2025年", "opening"), ("一、审议", "heading"),
        ("原则同意", "decision"), ("由市林业局", "obligation"), ("各地各部门", "background"),
        ("二、听取", "heading"), ("会议听取", "unread"), ("出席：", "attendance"),
        ("分送：", "distribution"),
    ]  # fmt: skip
    starts = [TEXT.index(words) for words, _ in openings]
    ends = [*starts[1:], len(TEXT)]
    return tuple(
        Leaf((start, end), kind)
        for start, end, (_, kind) in zip(starts, ends, openings, strict=True)
    )


def duty(words: str, number: str, **changed: object) -> Obligation:
    """A duty whose action is its own words."""
    plain = Obligation(
        address=f"linhu-2025-7:{number}",
        lead=("市林业局",),
        assist=(),
        group=False,
        bearer_basis="text",
        action=words.replace("\n", ""),
        modality="shall",
        deadline=Deadline("none"),
        closing=Closing("deliver"),
        binding=True,
        conditions=(),
        span=span(words),
    )
    return replace(plain, **changed)


BY_DECEMBER = Deadline(
    kind="by",
    text="今年12月底前",
    date=date(2025, 12, 31),
    base="held_on",
    rule="month-end",
    confidence="certain",
    span=span("今年12月底前"),
)
REFUSED = Deadline(
    kind="within",
    text="30个工作日内",
    base="held_on",
    rule="working-days",
    confidence="none",
    refused="calendar-year",
    warning="这一年的放假安排尚未公布。",
)
IN_FORCE = Deadline(kind="none", text="自2026年1月1日起施行", start=date(2026, 1, 1))

WETLANDS = Item(
    address="linhu-2025-7:1",
    no=1,
    meeting=0,
    mode="审议",
    title="审议《临湖市湿地保护办法（草案）》",
    subjects=(Subject("临湖市湿地保护办法", "草案", span("临湖市湿地保护办法（草案）")),),
    span=(TEXT.index("一、审议"), TEXT.index("二、听取")),
    decisions=(
        Decision(
            "approved_in_principle",
            "《临湖市湿地保护办法（草案）》",
            span("原则同意《临湖市湿地保护办法（草案）》"),
        ),
    ),
    obligations=(
        duty(
            "由市林业局会同市水利\n局修改完善后，提请市委常委会审议",
            "1.0.1",
            assist=("市水利局",),
            closing=Closing("submit", "市委常委会"),
            conditions=("修改完善后",),
        ),
        duty(
            "今年12月底前完成湿地名录",
            "1.0.2",
            bearer_basis="inferred",
            deadline=BY_DECEMBER,
        ),
        duty(
            "各地各部门要持续加强巡护",
            "1.0.3",
            lead=("各地各部门",),
            group=True,
            modality="should",
            closing=Closing("standing"),
            binding=False,
            deadline=REFUSED,
        ),
    ),
)
SUPPLY = Item(
    address="linhu-2025-7:2",
    no=2,
    meeting=1,
    mode="听取",
    title=None,
    subjects=(Subject("一季度供水情况", span=span("一季度供水情况")),),
    span=(TEXT.index("二、听取"), TEXT.index("出席：")),
    decisions=(Decision("heard", None, span("会议听取了汇报")),),
    obligations=(duty("会议听取了汇报", "2.0.1", lead=(), deadline=IN_FORCE),),
)

FULL = Reading(
    source=Source("minutes.txt", "0" * 64, "text/plain", len(TEXT)),
    text=TEXT,
    kind="minutes",
    address="linhu-2025-7",
    issuer=Issuer("临湖市人民政府", (0, 7)),
    genre="常务会议纪要",
    number=Number("〔2025〕7号", None, 2025, 7, span("〔2025〕7号")),
    session=Session("第41次", 41, None, None, False, span("第41次")),
    held_on=HeldOn(date(2025, 3, 18), "上午", "text", span("2025年3月18日上午")),
    place="市政府一号会议室",
    chair=Chair("何清源", "市长", False, None, span("何清源市长")),
    items=(WETLANDS, SUPPLY),
    attendance=Attendance(
        present=(Person("何清源", span=span("何清源、")), Person("沈亦文", "副市长")),
        absent=(Person("苏简宁"),),
        observers=(
            Observer("市财政局", (), True, span("市财政局代表")),
            Observer(None, ("顾闻溪", "任嘉禾")),
        ),
        recorder=Recorder("陆知遥", span("陆知遥")),
    ),
    compiled=Imprint("临湖市人民政府办公室", date(2025, 3, 20)),
    disclosure="此件公开发布",
    distribution=("各区人民政府",),
    printed=Imprint(None, date(2025, 3, 24)),
    more_meetings=(
        Meeting(None, Session("第42次", 42, 16, 2025, True), HeldOn(None, None, "none"), None),
    ),
    accounting=tiles(),
    warnings=(
        Warning("collective-without-list", "“各地各部门”没有列出名单。", span("各地各部门")),
        Warning("no-print-date", "没有印发日期。"),
    ),
)

TWO = replace(
    FULL,
    more_meetings=(
        Meeting(
            Number("〔2025〕8号", None, 2025, 8),
            Session("第42次", 42),
            HeldOn(date(2025, 4, 2), None, "text"),
            Chair("沈亦文", "副市长"),
        ),
    ),
)
"""FULL, whose second meeting is told with its number, day and chair."""

EMPTY = Reading(
    source=Source("empty.txt", "f" * 64, "text/plain", 0),
    text="",
    kind="not_minutes",
    address="ffffffff",
)
BARE = replace(
    EMPTY,
    text="=1+1\n这不是纪要。\x0c\n",
    accounting=(Leaf((0, 13), "unread"),),
    address="eeeeeeee",
)
ALL = (FULL, EMPTY, BARE)
