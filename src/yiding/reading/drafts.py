"""A duty as it is read, and what carries over from one clause to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from yiding.reading.lexicon import alternation
from yiding.reading.signs import DELIVER, SHOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiding.dates import TimeWord
    from yiding.reading.bearers import Bearers
    from yiding.reading.clauses import Clause
    from yiding.reading.covering import Term
    from yiding.reading.model import BearerBasis
    from yiding.reading.signs import Signs
    from yiding.reading.times import Times
    from yiding.text import Span

# 审议通过后10日内, and no 滞后项目
_AFTER = re.compile("(?<![滞落先今])后(?![续勤期台])")
_HANGING = ("前", "后", "期间", "工作中", "过程中")
# …，期限为 会后10个工作日; …，时间自 11月10日至12月31日
_OF_TERM = re.compile("(?:期限|时限|时间)[为是自从]?")
# 方案由X负责: what stands before 由 is a thing, and no mere mark
SHORTEST_OBJECT = 3
# 会议认为… 8月20日，省政府召开… 目前…: what was, and what is thought
_BACKGROUND = re.compile(
    f"(?:{alternation('opener_background')})"
    "|会议(?:还|同时|并)+(?:听取|审议|研究|传达|学习|通报|讨论)了"
    "|[^，：]{0,12}(?:认为|汇报了|介绍了|分析了|回顾了|肯定了)"
    r"|(?:会[上前]，|会议期间，|随后，|目前|当前|近日|近期，|(?:\d{4}年)?\d{1,2}月\d{1,2}日，|近年来|去年|今年以来"
    r"|上半年以来|截至|[^，：]{0,4}入[春夏秋冬]以来|[^，：]{2,8}以来，|据[^，]{2,12}[，])"
)


@dataclass(slots=True)
class Draft:
    """A duty being read; positions are of the sheet. ``under`` is what it inherits from.

    ``times`` are those that begin in it; ``term`` is one given to it from outside.
    """

    start: int
    end: int
    act: int
    lead: tuple[Span, ...] = ()
    assist: tuple[Span, ...] = ()
    is_group: bool = False
    is_nobody: bool = False
    basis: BearerBasis = "none"
    commissioned: bool = False
    verb: str = ""
    has_act: bool = False
    is_firm: bool = False
    is_calm: bool = False
    is_next_step: bool = False
    by_name: bool = False
    under: Draft | None = None
    times: Sequence[TimeWord] = ()
    term: TimeWord | None = None

    def name(self, bearers: Bearers) -> Draft:
        """Let these bodies, named in the text, be who leads."""
        self.lead, self.basis = bearers.names, "text"
        self.is_group, self.is_nobody = bearers.is_group, bearers.is_nobody
        return self

    @property
    def is_shown(self) -> bool:
        """Whether its act leaves something one can show."""
        return self.verb in SHOWN

    def take(self, clause: Clause, *, is_dated: bool = False) -> None:
        """Let a clause do what the duty is."""
        self.is_firm |= clause.has_modal or is_dated
        if not self.has_act or (not self.is_shown and clause.is_shown):
            self.verb = clause.verb
        self.has_act = True

    def take_object(self) -> None:
        """恢复方案由区水务局负责: what is to be done stands before the body."""
        self.act, self.verb, self.has_act = self.start, DELIVER, True

    def waits_with_object(self, words: str) -> bool:
        """Whether it names what is to be done and then by whom, and still waits for an act."""
        if self.has_act or not (self.commissioned and self.lead):
            return False
        body = self.lead[0][0]
        return body - self.start >= SHORTEST_OBJECT and words[body - 1] == "由"


@dataclass(slots=True)
class Flow:
    """What carries over from clause to clause: the subject, the draft, a waiting adverbial.

    ``times`` are those of the sentence being read, mostly none; no draft outlives its sentence.
    ``head`` is the subject that stood before the points 一要…二要…; ``missed`` are the sentences
    that ask for something, or hold no word one knows, and of which nothing was made. ``listed``
    is the body whose list the paragraph stands in, or has opened itself; ``terms`` are for all
    that stands above them.
    """

    signs: Signs
    words: str
    all_times: Times
    after_verdict: bool = False
    listed: Draft | None = None
    times: Sequence[TimeWord] = ()
    subject: Draft | None = None
    head: Draft | None = None
    in_points: bool = False
    draft: Draft | None = None
    prefix: int | None = None
    is_open: bool = False
    opening: tuple[int, int] | None = None
    is_calm: bool = False
    may_agree: bool = False
    may_be_past: bool = False
    may_defer: bool = False
    last_commission: int = 0
    done: list[Draft] = field(default_factory=list)
    missed: list[Span] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    gives: bool = False

    def times_in(self, start: int, end: int) -> Sequence[TimeWord]:
        """The times of the sentence that begin in ``start`` <= place < ``end``."""
        return self.all_times.within(start, end) if self.times else ()

    def has_term(self, start: int, end: int) -> bool:
        """Whether a time that begins in ``start`` <= place < ``end`` is a term by its words."""
        return any(time.is_explicit for time in self.times_in(start, end))

    def flush(self) -> None:
        """Keep the draft if it asks for anything, and go on without one."""
        draft = self.draft
        if draft and draft.waits_with_object(self.words):
            draft.take_object()
        if (
            draft
            and (draft.is_firm or draft.has_act)
            and (draft.is_firm or draft.commissioned or draft.is_shown)
            and not self.is_gate(draft)
        ):
            draft.times = self.times_in(draft.start, draft.end)
            self.done.append(draft)
        self.draft = None
        self.prefix = None

    def is_gate(self, draft: Draft) -> bool:
        """市发改委批复后，: another body acts, once this one has."""
        if draft.is_firm or draft.commissioned or draft.basis != "text":
            return False
        words = self.words[draft.start : draft.end]
        return words.endswith("后") and "，" not in words

    @property
    def waiting(self) -> Draft | None:
        """The draft, while it names who and not yet what."""
        return self.draft if self.draft and not self.draft.has_act else None

    @property
    def is_operative(self) -> bool:
        """Whether what stands around gives bodies something to do."""
        return self.gives or bool(self.done)

    @property
    def is_background(self) -> bool:
        """Whether what opened the sentence speaks of what was, or of what is thought."""
        return self.opening is not None and bool(_BACKGROUND.match(self.words, *self.opening))

    def begin(self) -> int | None:
        """Where a waiting adverbial began; it waits no more."""
        prefix, self.prefix = self.prefix, None
        return prefix

    def due(self, clause: Clause) -> bool:
        """Whether the clause says when to act: 6月底前, 在上半年; not the 2022年 of a name."""
        return bool(self.times) and any(
            time.is_explicit
            or time.is_cadence
            or (
                time.kind != "vague"
                and (
                    time.span[0] == clause.start
                    or (time.span[0] == clause.body and "day" in time.parts)  # 督查室10月8日督查
                    or self.words[time.span[0] - 1] in "在于至到须应"
                )
            )
            for time in self.times_in(clause.start, clause.end)
        )

    def is_time_only(self, clause: Clause) -> bool:
        """竣工验收后5日内， stands before its act."""
        times = self.times and self.times_in(clause.start, clause.end)
        if not times or times[-1].span[1] < clause.end - 1 or times[-1].kind == "event":
            hangs = (
                self.words.endswith(_HANGING, clause.start, clause.end)
                and clause.end - clause.start < 24
            )
            return hangs and not (clause.has_modal or clause.commissioned)  # 施工单位进场前，
        if _OF_TERM.fullmatch(self.words, clause.start, times[0].span[0]):
            return True
        if _AFTER.search(self.words, clause.start, clause.end - 2) and not clause.has_modal:
            return "会后" not in times[-1].text  # 区委常委会审议通过后10个工作日内，
        if clause.is_shown and any(
            right.span[0] - left.span[1] > 1 for left, right in pairwise(times)
        ):
            return False  # 市财政局在7月底前下达今年补贴预算
        begin = clause.lead.end if clause.lead else clause.start
        before = self.words[begin : times[0].span[0]]
        return not before.lstrip("要应须需并于在从自到至，" if clause.lead else "并于在从自到至，")

    def wait(self, clause: Clause) -> None:
        """Keep an adverbial for the act that follows it."""
        if waiting := self.waiting:
            waiting.end = clause.end
        elif self.prefix is None:
            self.prefix = clause.start
