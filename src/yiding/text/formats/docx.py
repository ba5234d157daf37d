"""DOCX: the paragraphs as a reader sees them, with generated numbers and accepted changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lxml import etree

from yiding.text.delivery import Delivery
from yiding.text.formats.numbering import VAL, Numbering, W, lists_of, styles_of
from yiding.text.formats.runs import RARE, Lines, Runs
from yiding.text.marks import LineMarks
from yiding.text.model import Span, Text
from yiding.text.package import AGAIN, Package
from yiding.text.table import MOST_COLUMNS, Cell, Grid, places_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = "word/document.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_RELATION = f"{{{_OFFICE}relationships}}id"
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"wordprocessingml/main": W[1:-1].encode(),
    b"officeDocument/relationships": f"{_OFFICE}relationships".encode(),
    b"officeDocument/math": f"{_OFFICE}math".encode(),
}

_P, _TBL, _TR, _TC, _PPR = (W + name for name in ("p", "tbl", "tr", "tc", "pPr"))
_MEMBER = W + "numPr"
_NOTES = ("footnote", "endnote")
_NOTABLE = (_MEMBER, *(f"{W}{kind}Reference" for kind in (*_NOTES, "header", "footer")))
Label = Callable[[etree._Element | None], str]
_OFF = {"0", "false", "off"}
_PAPER = re.compile("纪 *要|[〔（\\[(]20\\d\\d[〕）\\])]")
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "body")}


def read(delivery: Delivery) -> Text:
    """The Text of a DOCX; running heads and feet stand at its ends and are noise."""
    try:
        parts = _parts(_Document(Package(delivery), delivery))
    except RecursionError:
        raise delivery.refuse("表格或文本框嵌套过深", AGAIN) from None
    characters, noise = _laid_out(parts)
    rows = dict(places_of(line for lines, _ in parts for line in lines))
    first = noise[0][1] if parts[0][0] else 0  # below the running heads
    text = delivery.text(MEDIA_TYPE, characters, noise)
    return replace(text, rows=rows, marks=LineMarks(characters, first=first))


def _parts(document: _Document) -> list[tuple[Lines, bool]]:
    """The lines of the document in order, each part with whether it is noise."""
    letterhead = document.letterhead()
    return [
        ([line for line in document.furniture("header") if line not in letterhead], True),
        (letterhead, False),
        (document.body(), False),
        (document.notes(), False),
        (document.furniture("footer"), True),
    ]


def _laid_out(parts: list[tuple[Lines, bool]]) -> tuple[str, list[Span]]:
    """The lines one under another, with the spans of those parts that are noise."""
    characters, noise = "", []
    for lines, is_noise in parts:
        start = len(characters)
        characters += "".join(line + "\n" for line in lines)
        if is_noise and lines:
            noise.append((start, len(characters)))
    return characters, noise


class _Document:
    """One package, its main part parsed and its lists at hand."""

    def __init__(self, package: Package, delivery: Delivery) -> None:
        self._package = package
        self._main = _main_part(package, delivery)
        self._root = _parsed(package, self._main)
        self._tags = {each.tag for each in self._root.iter(*_NOTABLE, *RARE)}
        self._label = self._labels()

    def body(self) -> Lines:
        return _Story(self._tags, self._label).lines(self._root)

    def notes(self) -> Lines:
        """The footnotes and endnotes the text refers to, in order; separators have a type."""
        return [line for kind in _NOTES for line in self._notes(kind)]

    def _notes(self, kind: str) -> Lines:
        part = f"word/{kind}s.xml"
        if f"{W}{kind}Reference" not in self._tags or part not in self._package:
            return []
        root, story = self._part(part)
        notes = (each for each in root if each.get(W + "type") in {None, "normal"})
        return [line for note in notes for line in story.lines(note)]

    def letterhead(self) -> Lines:
        """The head of the first page alone, where it names the paper: …纪要, 〔2023〕12号."""
        if f"{W}headerReference" not in self._tags:
            return []
        section = next(self._root.iter(f"{W}sectPr"), None)
        apart = section.find(f"{W}titlePg") if section is not None else None
        if section is None or apart is None or apart.get(VAL) in _OFF:
            return []
        heads = section.iter(f"{W}headerReference")
        firsts = [head.get(_RELATION) for head in heads if head.get(f"{W}type") == "first"]
        lines = self._lines(self._related(firsts))
        return lines if any(_PAPER.search(line) for line in lines) else []

    def furniture(self, kind: str) -> Lines:
        """The different lines of the running heads (``header``) or feet (``footer``)."""
        tag = f"{W}{kind}Reference"
        if tag not in self._tags:
            return []
        return self._lines(self._related([each.get(_RELATION) for each in self._root.iter(tag)]))

    def _lines(self, names: Iterable[str]) -> Lines:
        lines: dict[str, None] = {}
        for name in names:
            root, story = self._part(name)
            lines.update(dict.fromkeys(map(str, story.lines(root))))
        return list(lines)

    def _part(self, name: str) -> tuple[etree._Element, _Story]:
        root = _parsed(self._package, name)
        return root, _Story({each.tag for each in root.iter(*RARE)}, self._label)

    def _related(self, wanted: list[str | None]) -> Iterator[str]:
        """The parts of these relations, each once."""
        targets = self._targets() if wanted else {}
        for target in dict.fromkeys(targets.get(each, "") for each in wanted):
            part = target[1:] if target.startswith("/") else f"word/{target}"
            if part in self._package:
                yield part

    def _targets(self) -> dict[str | None, str]:
        """The parts the main part relates to, by the id of the relation."""
        relations = self._main.replace("word/", "word/_rels/") + ".rels"
        if relations not in self._package:
            return {}
        root = self._package.parse(relations)
        return {each.get("Id"): each.get("Target", "") for each in root}

    def _labels(self) -> Label | None:
        """What gives a paragraph its number; lists nobody uses are not even unpacked."""
        package = self._package
        if "word/numbering.xml" not in package:
            return None
        styles = "word/styles.xml" if "word/styles.xml" in package else ""
        is_styled = bool(styles) and b"numPr" in package.bytes_of(styles)
        if _MEMBER not in self._tags and not is_styled:
            return None
        numbering = Numbering(
            lists_of(_parsed(package, "word/numbering.xml")),
            styles_of(_parsed(package, styles)) if styles else {},
        )
        return numbering.label


class _Story:
    """What Word calls a story: the body, a running head, the footnotes."""

    def __init__(self, tags: set[str], label: Label | None) -> None:
        self._label = label
        self._runs = Runs(tags.intersection(RARE), self.lines)
        self._has_changes = W + "del" in tags or W + "moveFrom" in tags

    def lines(self, parent: etree._Element) -> Lines:
        """The lines of a story, or of a cell, note or text box in it."""
        lines: Lines = []
        carried = ""  # text of a paragraph whose mark was deleted: the next one continues it
        for block in _blocks(parent):
            if block.tag == _TBL:
                lines += self._table(block)
                continue
            boxes, text = self._runs.read(block)
            lines += boxes
            if self._has_changes and _is_mark_deleted(block):
                carried += text
            else:
                lines += self._paragraph(block, carried + text)
                carried = ""
        return lines + _split(carried)

    def _paragraph(self, paragraph: etree._Element, text: str) -> Lines:
        lines = _split(text)
        label = self._label(next(paragraph.iterchildren(_PPR), None)) if self._label else ""
        if label and lines:
            lines[0] = label + lines[0]
        return lines

    def _table(self, table: etree._Element) -> Lines:
        grid, lines = Grid(), Lines()
        rows = [(row, list(_children(row, _TC))) for row in _rows(table)]
        # in rows of equally many cells the widths are looks and say nothing of columns
        is_merged = len({len(cells) for _, cells in rows if len(cells) > 1}) > 1
        for row, elements in rows:
            cells = [self._cell(cell, is_merged) for cell in elements]
            if skipped := is_merged and _number(row, "trPr", "gridBefore"):
                cells.insert(0, Cell(columns=skipped))
            line = grid.line(cells)
            lines += [line] if line else [line for cell in cells for line in cell.lines]
        return lines

    def _cell(self, cell: etree._Element, is_merged: bool) -> Cell:
        columns = (is_merged and _number(cell, "tcPr", "gridSpan")) or 1
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is not None and merge.get(VAL) != "restart":
            return Cell(columns=columns, is_covered=True)
        return Cell(self.lines(cell), columns)


def _main_part(package: Package, delivery: Delivery) -> str:
    if _MAIN in package:
        return _MAIN
    renamed = [name for name in package.names if name.startswith("word/document")]
    if not renamed:
        raise delivery.refuse("压缩包里没有 Word 正文（word/document.xml）", AGAIN)
    return renamed[0]


def _parsed(package: Package, name: str) -> etree._Element:
    """One part in the transitional namespaces, whichever of the two it was written in."""
    data = package.bytes_of(name)
    if _STRICT in data[:4096]:
        for strict, transitional in _TRANSITIONAL.items():
            data = data.replace(_STRICT + strict, transitional)
    return package.parse(name, data)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, through what only wraps them."""
    for child in parent:
        if child.tag in {_P, _TBL}:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    rows = _children(table, _TR)
    return (row for row in rows if row.find(f"{W}trPr/{W}del") is None)


def _number(element: etree._Element, properties: str, name: str) -> int:
    """What a row or a cell says of its columns, 0 for nothing."""
    found = element.find(f"{W}{properties}/{W}{name}")
    value = "" if found is None else found.get(VAL, "")
    return min(int(value), MOST_COLUMNS) if value.isdecimal() and len(value) < 5 else 0


def _is_mark_deleted(paragraph: etree._Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (
        mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None
    )


def _split(text: str) -> Lines:
    if "\n" not in text:
        text = text.strip()
        return [text] if text else []
    return [line for each in text.split("\n") if (line := each.strip())]
