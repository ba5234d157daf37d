"""Paragraphs: read sentence by sentence, with what carries over from one to the next 段落."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiding.reading.clauses import asks_so_many, names_first
from yiding.reading.covering import term_of_all
from yiding.reading.duties import read_sentence
from yiding.reading.listing import body_alone, counts, is_only_head, list_opened
from yiding.reading.missed import asks, is_unknown
from yiding.reading.plain import acts_plainly
from yiding.reading.signs import AGREE, COMMISSION, MODALS, ROLE, SHOWABLE, WITH

if TYPE_CHECKING:
    from yiding.reading.drafts import Draft, Flow
    from yiding.reading.signs import Run

_BULLETS = " \u3000●■◆▲★▪◦➢✓√"
# A sentence with none of these says nothing of duty or verdict.
_SPEAKS = frozenset(MODALS + SHOWABLE + COMMISSION + ROLE + WITH + AGREE)


def read_paragraph(flow: Flow, start: int, end: int) -> None:
    """Read a paragraph of masked words; its drafts, and the sentences not understood, go into
    the flow."""
    signs, words = flow.signs, flow.words
    while start < end and words[start] in _BULLETS:
        start += 1
    is_timed = bool(flow.all_times.within(start, end))
    is_alone, is_listed = False, flow.listed is not None
    for sentence in signs.sentences(start, end):
        begin, stop, kinds = sentence
        flow.times = flow.all_times.within(begin, stop) if is_timed else ()
        if term := term_of_all(words, begin, stop, flow.times):
            flow.terms.append(term)
            flow.is_open = False
            continue
        if flow.listed and (is_listed or counts(words, begin)):
            flow.subject, flow.is_open = flow.listed, True
        if begin == start and (alone := body_alone(signs, begin, stop)):
            flow.listed, is_alone = alone, True
        elif (
            flow.is_open
            or flow.times
            or not _SPEAKS.isdisjoint(kinds)
            or asks_so_many(words, begin, stop, kinds)
            or acts_plainly(words, begin, stop)
            or (flow.is_operative and names_first(words, begin, stop))
        ):
            opened = list_opened(signs, begin, stop)
            _take_sentence(sentence, flow, opened)
            flow.listed = opened or flow.listed
        else:
            if is_unknown(words, begin, stop):
                flow.missed.append((begin, stop))
            flow.is_open = False
        is_listed = is_alone


def _take_sentence(sentence: Run, flow: Flow, opened: Draft | None) -> None:
    """Read a sentence, which may open a list for a body, and tell whether the next goes on."""
    _, stop, _ = sentence
    count = len(flow.done)
    read_sentence(sentence, flow, opens_list=opened is not None)
    if opened and len(flow.done) == count:  # 市规划局的任务是：1.办理手续
        flow.subject, flow.is_open = opened, True
        for listed in flow.signs.sentences(opened.end + 1, stop):
            read_sentence(listed, flow, opens_list=True)
    if len(flow.done) == count:
        if asks(sentence, flow):
            flow.missed.append(sentence[:2])
    elif opened and opened.end == stop and is_only_head(flow.signs, flow.done[-1]):
        flow.done.pop()
    flow.is_open = flow.words[stop : stop + 1] == "；" or (
        flow.words.startswith("同时", stop + 1) and _commissions(flow)
    )


def _commissions(flow: Flow) -> bool:
    """由X负责…。同时，做好…: the next sentence goes on under the body commissioned in this one."""
    return flow.subject is not None and flow.subject.commissioned
