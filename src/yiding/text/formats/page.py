"""A web page walked once: blocks become lines, each with what its markup says about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from yiding.text.formats.hidden import Hidden
from yiding.text.formats.numerals import numeral
from yiding.text.table import MOST_COLUMNS, Cell, Grid
from yiding.text.unseen import WITHOUT_WIDTH
from yiding.text.website import WebLine

_DROPPED = {
    "head", "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas",
    "select", "textarea", "rt", "rp", "audio", "video", "map",
}  # fmt: skip
_LISTS = {"ol", "ul", "li", "pre"}
_TABLES = {"table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_ZONES = {"nav", "footer", "aside"}
_STRUCTURE = _TABLES | _LISTS | _ZONES
_BLOCKS = _STRUCTURE | {
    "br", "p", "div", "address", "article", "blockquote", "body", "center", "dd", "dl", "dt",
    "details", "summary", "dialog", "fieldset", "legend", "figure", "figcaption", "form", "header",
    "hr", "html", "main", "section", "tbody", "thead", "tfoot", "caption",
}  # fmt: skip
_CELLS = {"tr", "td", "th"}
_LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_UNNUMBERED = re.compile(r"(?i)list-style(?:-type)?\s*:\s*none")
_ZONE_NAMES = re.compile(
    r"(?i)(?:^|[\s_-])(?:nav\w*|menu\w*|bread\w*|crumbs?|position|location|foot(?:er)?\w*|copyright"
    r"|side(?:bar)?|share\w*|bdshare\w*|tools?(?:bar)?|print|qrcode|ewm|dqwz|pagination|related|hot)(?:$|[\s_-])"
)
_SPACES = re.compile("[ \t\r\n\f]+")
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]"
_SOFT_BREAK = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_WIDE})")
_INVISIBLE = re.compile(f"[{WITHOUT_WIDTH}]")
_NUMBERED = re.compile(r"\W?[\d一二三四五六七八九十①-⑳]")


@dataclass(slots=True)
class _Row:
    """A table row being read: its cells' lines, and whether it only lays out the page."""

    grid: Grid
    cells: list[tuple[Cell, list[WebLine]]] = field(default_factory=list)
    is_layout: bool = False

    def lines(self) -> list[WebLine]:
        """One line of cells, or the lines of cells that only stand beside one another."""
        inside = [line for _, lines in self.cells for line in lines]
        cells = self.grid.spread([cell for cell, _ in self.cells])
        text = None if self.is_layout else self.grid.line(cells)
        if text is None:
            return inside
        linked, links = sum(line.linked for line in inside), sum(line.links for line in inside)
        return [WebLine(text, linked, links, inside[0].zone)]


@dataclass(slots=True)
class _List:
    """A list being read: how its items are numbered, None for bullets."""

    format: str | None
    count: int = 0

    @classmethod
    def of(cls, tag: str, attributes: Mapping[str, str]) -> _List:
        """The list an ol or ul opens."""
        if tag == "ul" or _UNNUMBERED.search(attributes.get("style", "")):
            return cls(None)
        start = attributes.get("start", "")
        written = _LIST_FORMATS.get(attributes.get("type", ""), "decimal")
        return cls(written, int(start) - 1 if start.isdecimal() and len(start) < 5 else 0)

    def next(self) -> str:
        """What stands before the next item."""
        self.count += 1
        return "" if self.format is None else numeral(self.count, self.format) + ". "


class Page:
    """A target for the parser: called at every tag and text, it keeps the lines of the page."""

    def __init__(self, hidden: Hidden) -> None:
        self.lines: list[WebLine] = []
        self.hidden = hidden
        self._pieces: list[str] = []  # of the line being gathered
        self._linked = self._links = 0
        self._link_depth = self._pre_depth = self._hidden_depth = self._depth = 0
        self._zones: list[tuple[int, int]] = []
        self._zone_count = 0
        self._grids = [Grid()]  # of the tables around this place; the first for rows without one
        self._rows: list[_Row] = []
        self._cells: list[tuple[Cell, int]] = []  # open ones, each with where its lines begin
        self._lists: list[_List] = []
        self._number = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag opens; inside a hidden element nothing is looked at."""
        self._depth += 1
        if self._hidden_depth:
            return
        if tag in _DROPPED or (attributes and self.hidden.hides(attributes)):
            self._hidden_depth = self._depth
        elif tag in _BLOCKS:
            if self._pieces:
                self._flush()
            if attributes and tag != "body" and _is_named_zone(attributes):
                self._enter_zone()
            if tag in _STRUCTURE:
                self._enter(tag, attributes)
        elif tag == "a":
            self._link_depth += 1
            self._links += 1

    def end(self, tag: str) -> None:
        """A tag closes, by itself or because another one does."""
        depth = self._depth
        self._depth = depth - 1
        if self._hidden_depth:
            if self._hidden_depth == depth:
                self._hidden_depth = 0
                self.hidden.ends()
        elif tag in _BLOCKS:
            if self._pieces:
                self._flush()
            if self._zones and self._zones[-1][0] == depth:
                self._zones.pop()
            if tag in _STRUCTURE:
                self._leave(tag)
        elif tag == "a":
            self._link_depth -= 1

    def data(self, text: str) -> None:
        """Text; white space alone neither begins a line nor keeps one apart."""
        if self._hidden_depth:
            self.hidden.holds(text)
        elif self._pieces or not text.isspace():
            self._keep(text)

    def close(self) -> list[WebLine]:
        """All lines, when the page is over."""
        if self._pieces:
            self._flush()
        return self.lines

    def _keep(self, text: str) -> None:
        if self._link_depth:
            self._linked += len(text.strip())
        if self._pre_depth and "\n" in text:
            *whole, text = text.split("\n")
            for line in whole:
                self._pieces.append(line)
                self._flush()
        self._pieces.append(text)

    def _enter(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _LISTS:
            self._enter_list(tag, attributes)
        elif tag in _ZONES:
            self._enter_zone()
        else:
            self._enter_table(tag, attributes)

    def _leave(self, tag: str) -> None:
        if tag in _CELLS and self._rows:
            self._leave_table(tag)
        elif tag == "table":
            self._grids.pop()
        elif tag in {"ol", "ul"}:
            self._lists.pop()
        elif tag == "pre":
            self._pre_depth -= 1

    def _enter_zone(self) -> None:
        self._zone_count += 1
        self._zones.append((self._depth, self._zone_count))

    def _enter_table(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "tr":
            self._rows.append(_Row(self._grids[-1]))
        elif self._rows and tag in {"td", "th"}:
            cell = Cell()
            if attributes:
                cell.columns = min(_reach(attributes, "colspan"), MOST_COLUMNS)
                cell.rows = _reach(attributes, "rowspan")
            self._cells.append((cell, len(self.lines)))
        elif self._rows:  # a table or a heading inside a cell
            self._rows[-1].is_layout = True
        if tag == "table":
            self._grids.append(Grid())

    def _leave_table(self, tag: str) -> None:
        if tag == "tr":
            self.lines += self._rows.pop().lines()
            return
        cell, start = self._cells.pop()
        lines = self.lines[start:]
        del self.lines[start:]
        cell.lines = [line.text for line in lines]
        self._rows[-1].cells.append((cell, lines))

    def _enter_list(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "pre":
            self._pre_depth += 1
        elif tag != "li":
            self._lists.append(_List.of(tag, attributes))
        elif self._lists and not self._zones:
            self._number = self._lists[-1].next()

    def _flush(self) -> None:
        """The gathered pieces become a line, unless nothing in them is visible."""
        text = _visible("".join(self._pieces))
        if text:
            if self._number:
                text = text if _NUMBERED.match(text) else self._number + text
                self._number = ""
            zone = self._zones[-1][1] if self._zones else 0
            self.lines.append(WebLine(text, self._linked, self._links, zone))
        self._pieces = []
        self._linked, self._links = 0, int(self._link_depth > 0)


def _is_named_zone(attributes: Mapping[str, str]) -> bool:
    """Whether a block's class or id says navigation, side bar or foot of the page."""
    names, identity = attributes.get("class", ""), attributes.get("id", "")
    return bool(names or identity) and _ZONE_NAMES.search(f"{names} {identity}") is not None


def _visible(text: str) -> str:
    """A line as a browser shows it: white space is one space, none between Chinese lines."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    if "\n" in text:
        text = _SOFT_BREAK.sub("", text)
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return text.replace("\N{NO-BREAK SPACE}", " ").strip()


def _reach(attributes: Mapping[str, str], name: str) -> int:
    """How many columns or rows a cell says it reaches over."""
    value = attributes.get(name, "").strip()
    return max(1, int(value)) if value.isdecimal() and len(value) < 6 else 1
