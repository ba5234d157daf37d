"""Text as blocks of Akoma Ntoso, decisions and duties marked inline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from yiding.reading.export.akn_meta import AKN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from yiding.text import Span

# A line with the blank lines after it; the first takes those before it too.
_PARAGRAPH = re.compile(r"\n*[^\n]+\n*|\n+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to be marked ``<inline name=…>``."""

    span: Span
    name: str
    word: str
    refers_to: str | None


def blocks(text: str, span: Span, eid: str, marks: Sequence[Mark]) -> Iterator[etree._Element]:
    """The paragraphs of ``text[span]``; a mark that runs over a line keeps its lines together.

    Yields at least one paragraph. Marks inside a mark are nested; one that only overlaps
    the mark before it is cut where that one ends.
    """
    inside = _inside(marks, span)
    for count, piece in enumerate(_pieces(text, span, inside), 1):
        paragraph = etree.Element(f"{{{AKN}}}p", eId=f"{eid}__p_{count}")
        _fill(paragraph, text, piece, _inside(inside, piece))
        yield paragraph


def _inside(marks: Iterable[Mark], span: Span) -> list[Mark]:
    start, end = span
    within = (mark for mark in marks if start <= mark.span[0] and mark.span[1] <= end)
    return sorted(within, key=lambda mark: (mark.span[0], -mark.span[1]))


def _pieces(text: str, span: Span, marks: Sequence[Mark]) -> Iterator[Span]:
    start = end = span[0]
    for line in _PARAGRAPH.finditer(text, *span):
        end = line.end()
        if not any(mark.span[0] < end < mark.span[1] for mark in marks):
            yield start, end
            start = end
    if end > start or span[0] == span[1]:
        yield start, end


def _fill(parent: etree._Element, text: str, span: Span, marks: Sequence[Mark]) -> None:
    """Put ``text[span]`` into the element, its marks as children."""
    at, end = span
    waiting = list(marks)
    _append(parent, text[at : waiting[0].span[0] if waiting else end])
    while waiting:
        mark = waiting.pop(0)
        at = mark.span[1]
        nested = [_cut(other, at) for other in waiting if other.span[0] < at]
        waiting = waiting[len(nested) :]
        _mark(parent, text, mark, nested)
        _append(parent, text[at : waiting[0].span[0] if waiting else end])


def _cut(mark: Mark, end: int) -> Mark:
    return Mark((mark.span[0], min(mark.span[1], end)), mark.name, mark.word, mark.refers_to)


def _mark(parent: etree._Element, text: str, mark: Mark, nested: Sequence[Mark]) -> None:
    inline = etree.SubElement(parent, f"{{{AKN}}}inline", name=mark.name)
    inline.set("class", mark.word)
    root = parent.get("eId", "")
    inline.set("eId", f"{root}__inline_{len(parent)}")
    if mark.refers_to is not None:
        inline.set("refersTo", mark.refers_to)
    _fill(inline, text, mark.span, nested)


def _append(parent: etree._Element, words: str) -> None:
    """Text after the last child, or at the beginning where there is none."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words
