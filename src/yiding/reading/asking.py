"""Asking: all that an item asks for, out of its prose, its fields and its tables 交办."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import TimeWord
from yiding.reading.covering import term_of_stage
from yiding.reading.drafts import Draft, Flow
from yiding.reading.fields import field_duties, opens_fields
from yiding.reading.listing import RANK, is_only_head, lists_of
from yiding.reading.obligations import obligation_of, term_given
from yiding.reading.paragraphs import read_paragraph
from yiding.reading.section import Stretch
from yiding.reading.tables import table_duties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiding.reading.covering import Term
    from yiding.reading.model import Obligation
    from yiding.reading.obligations import Setting
    from yiding.reading.section import Section
    from yiding.text import Span

_TURNS = ("会议", "各", "注：")


class Asked(NamedTuple):
    """What an item asks for: the number of the clause it stands in, what, and where."""

    clause: int
    duty: Draft | Obligation
    span: Span


class _Stage(NamedTuple):
    """A label with a term alone on its line, and the mark that opens the line."""

    opens: str
    time: TimeWord


class Asks(NamedTuple):
    """All that an item asks for, in the order of the text, and what was not understood."""

    asked: list[Asked]
    missed: list[Span]


def asks_of(section: Section, setting: Setting, *, gives: bool = False) -> Asks:
    """What the prose, the fields and the tables of an item ask for.

    Under 会议议定以下事项： an item ``gives`` from its first words on.
    """
    flat = setting.sheet.flat
    found = Asks([], [])
    after_verdict = False
    terms: list[Term] = []
    rows = list(table_duties(section.stretches, setting))
    stretches = _prose_of(section, setting, [span for _, span in rows])
    lists = lists_of(stretches, section.title, setting.signs)
    stage: _Stage | None = None
    # where a paragraph ends right above a row: 下列事项由市城投公司负责：
    table_heads = {
        one.end
        for one, row in pairwise(section.stretches)
        if flat[one.end - 1] == "：" and "\t" in flat[row.start : row.end]
    }
    for stretch, (above, is_head) in zip(stretches, lists, strict=True):
        (start, end, clause, _), count = stretch, len(found.asked)
        position = start
        for duty, span in [*field_duties(start, end, setting), (None, (end, end))]:
            flow = Flow(setting.signs, setting.words, setting.times, after_verdict, above)
            flow.gives = gives or bool(found.asked)
            read_paragraph(flow, position, span[0])
            after_verdict, gives = flow.after_verdict, flow.gives
            heads = is_head or end in table_heads
            if heads and flow.done and is_only_head(setting.signs, flow.done[-1]):
                flow.done.pop()
            found.missed.extend(flow.missed)
            terms += flow.terms
            for draft in flow.done:
                if section.spoken and setting.words.startswith(("汇报", "先汇报"), draft.act):
                    continue  # 请市农业局汇报: whose turn it is to speak
                found.asked.append(Asked(clause, draft, (draft.start, draft.end)))
            if isinstance(duty, TimeWord):
                _give(found.asked, range(len(found.asked))[-1:], duty, setting)
            elif duty:
                found.asked.append(Asked(clause, duty, span))
            position = span[1]
        stage, term_of_it = _stage_of(stage, stretch, setting)
        if term_of_it:
            _give(found.asked, range(count, len(found.asked)), term_of_it, setting)
    for duty, span in rows:
        if duty:
            found.asked.append(Asked(0, duty, span))
        else:
            found.missed.append(span)
    found.asked.sort(key=lambda one: one.span[0])
    for term in terms:
        _give_all(found.asked, term, [one.start for one in section.stretches], setting)
    return found


def _stage_of(
    stage: _Stage | None, stretch: Stretch, setting: Setting
) -> tuple[_Stage | None, TimeWord | None]:
    """The stage that goes on, and the term of this paragraph: its own label's, else the stage's."""
    start, end, _, opens = stretch
    flat = setting.sheet.flat
    if labelled := term_of_stage(flat, start, end):
        time, stop = labelled
        return (None, time) if stop < end else (_Stage(opens, time), None)
    if stage is None or flat.startswith(_TURNS, start):
        return None, None
    if opens == stage.opens != "" or RANK.get(opens, 9) <= RANK.get(stage.opens, 1):
        return None, None
    return stage, stage.time


def _give_all(asked: list[Asked], term: Term, starts: list[int], setting: Setting) -> None:
    """Give a term to the duties before it in its paragraph, else to the points above it."""
    above = [at for at, one in enumerate(asked) if one.span[0] < term.start]
    points = [bisect_right(starts, asked[at].span[0]) for at in above]
    own = bisect_right(starts, term.start)
    covered = {own} if own in points else set(sorted(set(points))[-(term.points or len(points)) :])
    given = [at for at, point in zip(above, points, strict=True) if point in covered]
    _give(asked, given, term.time, setting)


def _give(asked: list[Asked], given: Iterable[int], time: TimeWord, setting: Setting) -> None:
    """Let what has no term of its own be due by this one."""
    for at in given:
        one = asked[at]
        if isinstance(one.duty, Draft):
            one.duty.term = time
        elif one.duty.deadline.kind == "none":
            due = term_given(time, setting)
            binding = one.duty.binding or (bool(one.duty.lead) and due.date is not None)
            asked[at] = one._replace(duty=replace(one.duty, deadline=due, binding=binding))


def obligations_of(asked: list[Asked], setting: Setting, address: str) -> tuple[Obligation, ...]:
    """The duties of an item, each under its address."""
    counts: Counter[int] = Counter()
    found: list[Obligation] = []
    for clause, duty, _ in asked:
        counts[clause] += 1
        name = f"{address}.{clause}.{counts[clause]}"
        if isinstance(duty, Draft):
            found.append(obligation_of(duty, setting, name))
        else:
            found.append(replace(duty, address=name))
    return tuple(found)


def _prose_of(section: Section, setting: Setting, rows: list[Span]) -> list[Stretch]:
    """Running text of an item without the rows; fields on a line of their own go with the line
    above."""
    flat = setting.sheet.flat
    starts = [start for start, _ in rows]
    found: list[Stretch] = []
    for stretch in section.stretches:
        if "\t" in flat[stretch.start : stretch.end]:
            continue
        if any(stretch.start <= start < stretch.end for start in starts):
            continue
        if found and opens_fields(flat, stretch.start, stretch.end):
            found[-1] = found[-1]._replace(end=stretch.end)
        else:
            found.append(stretch)
    return found
