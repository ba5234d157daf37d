"""A paper as it is read: paragraphs of sentences, each marked with what it is filed as."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from yiding.followup.accounting import Filed
from yiding.reading.model import LeafKind

#: How a leaf is marked; the reader's finer kinds are marked alike.
_MARKED = {"decision", "obligation", "background", "unread"}
_LINES = {"letterhead", "attendance", "distribution", "imprint", "noise"}
_ENDS = "。！？：；"
_OPENER = re.compile(
    r"[\s\u3000]*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[0-9]{1,2}[.．、])"
)
_BREAK = re.compile(r"[ \t\r\u3000]*\n\s*")


@dataclass(frozen=True)
class Anchor:
    """A duty in the text: where, its clause, and where a click leads."""

    start: int
    clause: str
    href: str = ""
    is_current: bool = False
    is_followed: bool = True


@dataclass(frozen=True)
class Sentence:
    """A run of characters filed alike; ``marks`` are the duties that begin in it."""

    kind: str
    text: str
    start: int
    marks: tuple[Anchor, ...] = ()
    href: str = ""
    is_current: bool = False

    @property
    def id(self) -> str:
        """The address of the sentence on the page."""
        return self.marks[0].clause if self.marks else f"c{self.start}"


@dataclass
class Paragraph:
    """A paragraph: its tag, the clause in the margin, its sentences."""

    tag: str
    sentences: list[Sentence] = field(default_factory=list)
    no: str = ""


@dataclass(frozen=True)
class Marked:
    """What a paper is drawn with: duties, where an unfiled leaf leads, and the current leaf."""

    anchors: tuple[Anchor, ...] = ()
    leaf_hrefs: dict[int, str] = field(default_factory=dict)
    current_leaf: int | None = None
    #: Where the duties that became matters begin, where the others are not to stand out.
    followed: frozenset[int] | None = None

    def is_quiet(self, leaf: Filed) -> bool:
        """A duty that nobody follows asks for no attention."""
        if leaf.kind != "obligation" or self.followed is None:
            return False
        return not any(leaf.start <= one < leaf.end for one in self.followed)


def paragraphs(text: str, leaves: Iterable[Filed], marked: Marked) -> list[Paragraph]:
    """The whole text in paragraphs; line ends inside a sentence are the paper's, not the text's."""
    found: list[Paragraph] = []
    is_open = False
    for leaf in leaves:
        for piece, start, end in _pieces(leaf, marked.anchors):
            is_open = _lay(found, piece, text[start:end], (leaf, start, marked), is_open=is_open)
    for paragraph in found:
        paragraph.no = _clause_of(paragraph)
    return found


def _pieces(
    leaf: Filed, anchors: tuple[Anchor, ...]
) -> Iterator[tuple[tuple[Anchor, ...], int, int]]:
    """A leaf cut where another duty begins in it."""
    inside = [one for one in anchors if leaf.start <= one.start < leaf.end]
    starts = sorted({one.start for one in inside})
    cuts = [leaf.start, *starts[1:], leaf.end]
    for begin, end in pairwise(cuts):
        yield tuple(one for one in inside if begin <= one.start < end), begin, end


def _lay(
    found: list[Paragraph],
    marks: tuple[Anchor, ...],
    words: str,
    place: tuple[Filed, int, Marked],
    *,
    is_open: bool,
) -> bool:
    """Lay a piece out in paragraphs; whether the last one is still open."""
    leaf, start, marked = place
    lines = _lines(words, leaf.kind)
    for number, (line, ends) in enumerate(lines):
        if line:
            if not is_open or found[-1].tag != _tag(leaf.kind):
                found.append(Paragraph(_tag(leaf.kind)))
            first = marks if number == 0 else ()
            found[-1].sentences.append(_sentence(line, first, leaf, start + number, marked))
        is_open = not ends
    return is_open


def _sentence(
    line: str, marks: tuple[Anchor, ...], leaf: Filed, start: int, marked: Marked
) -> Sentence:
    kind = leaf.kind if leaf.kind in _MARKED else "other"
    if marked.is_quiet(leaf) or (marks and not any(one.is_followed for one in marks)):
        kind = "background"
    is_current = marked.current_leaf == leaf.start or any(one.is_current for one in marks)
    href = marks[0].href if marks else marked.leaf_hrefs.get(leaf.start, "")
    return Sentence(kind, line, start, marks, href, is_current)


def _lines(words: str, kind: LeafKind) -> list[tuple[str, bool]]:
    """The lines of a piece, and whether a paragraph ends after each."""
    pieces = _BREAK.split(words)
    joined: list[tuple[str, bool]] = []
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        ends = following is not None and _ends(piece, following, kind)
        if joined and not joined[-1][1]:
            joined[-1] = (_glued(joined[-1][0], piece), ends)
        else:
            joined.append((piece, ends))
    if len(joined) > 1 and not joined[-1][0]:
        joined.pop()
    return joined


def _ends(line: str, following: str, kind: LeafKind) -> bool:
    if kind in _LINES:
        return True
    if kind in {"heading", "opening"}:
        return not following
    return line.endswith(tuple(_ENDS)) or bool(_OPENER.match(following))


def _glued(before: str, after: str) -> str:
    is_latin = before[-1:].isascii() and after[:1].isascii() and before and after
    return f"{before} {after}" if is_latin else before + after


def _tag(kind: LeafKind) -> str:
    return {"heading": "h3", "letterhead": "head"}.get(kind, "p")


def _clause_of(paragraph: Paragraph) -> str:
    """``4.2``, from the first duty in the paragraph."""
    marks = (mark for sentence in paragraph.sentences for mark in sentence.marks)
    first = next(marks, None)
    return first.clause.rpartition(".")[0] if first else ""
