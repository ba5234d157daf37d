"""Word's generated numbers: 「（一）」 is not in the text of a paragraph but in its list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from yiding.text.formats.numerals import numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
_PLACEHOLDER = re.compile(r"%([1-9])")
_CLOSED = re.compile(r"[、，。．：；）】〕》）＞·]$")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number looks and when it starts anew."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    suffix: str = "tab"
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class List:
    """One w:num: the levels it shows, whose counters it shares, the starts it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says about numbering."""

    based_on: str | None
    list_id: str | None
    level: int | None


class Numbering:
    """The counters of one document; paragraphs ask in the order of the text."""

    def __init__(self, lists: Mapping[str, List], styles: Mapping[str | None, Style]) -> None:
        self._lists = lists
        self._styles = styles
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()

    def label(self, properties: etree._Element | None) -> str:
        """The number before a paragraph with this w:pPr; empty for none."""
        style = own = None
        if properties is not None:
            style, own = (
                _value(properties, "pStyle"),
                next(properties.iterchildren(W + "numPr"), None),
            )
        list_id, level = self._membership(style, own)
        numbered = self._lists.get(list_id or "0")
        if numbered is None:
            return ""
        if level is None:
            level = _level_of_style(numbered, style)
        return self._next(list_id or "0", numbered, level)

    def _membership(
        self, style: str | None, own: etree._Element | None
    ) -> tuple[str | None, int | None]:
        list_id = level = None
        if own is not None:
            list_id, level = _value(own, "numId"), _integer(_value(own, "ilvl"))
            if list_id is not None and level is None:
                level = 0
        seen: set[str | None] = set()
        while (list_id is None or level is None) and style in self._styles and style not in seen:
            seen.add(style)
            inherited = self._styles[style]
            list_id = inherited.list_id if list_id is None else list_id
            level = inherited.level if level is None else level
            style = inherited.based_on
        return list_id, level

    def _next(self, list_id: str, numbered: List, level: int) -> str:
        shown = numbered.levels.get(level)
        if shown is None:
            return ""
        counters = self._counters.setdefault(numbered.abstract, {})
        self._apply_starts(list_id, numbered, counters)
        counters[level] = counters.get(level, shown.start - 1) + 1
        for deeper in [each for each in counters if each > level]:
            if _restarts(numbered.levels.get(deeper), deeper, level):
                del counters[deeper]
        return _spaced(self._fill(shown, numbered, counters), shown.suffix)

    def _apply_starts(self, list_id: str, numbered: List, counters: dict[int, int]) -> None:
        if list_id in self._started:
            return
        self._started.add(list_id)
        for level, start in numbered.starts.items():
            counters[level] = start - 1

    def _fill(self, shown: Level, numbered: List, counters: dict[int, int]) -> str:
        if shown.format == "bullet":
            return _PRIVATE.sub("•", shown.text)

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            source = numbered.levels.get(level, Level())
            value = counters.setdefault(level, source.start)
            return numeral(value, "decimal" if shown.legal else source.format)

        return _PLACEHOLDER.sub(number, shown.text)


def _restarts(deeper: Level | None, at: int, level: int) -> bool:
    restart = at if deeper is None or deeper.restart is None else deeper.restart
    return level < restart


def _spaced(label: str, suffix: str) -> str:
    if not label or suffix == "nothing" or _CLOSED.search(label):
        return label
    return label + " "


def _level_of_style(numbered: List, style: str | None) -> int:
    levels = numbered.levels.items()
    return next((level for level, shown in levels if style and shown.style == style), 0)


def lists_of(root: etree._Element) -> dict[str, List]:
    """Every w:num of numbering.xml with its levels resolved."""
    abstracts = {_id(each, "abstractNumId"): each for each in root.iter(W + "abstractNum")}
    lists = {}
    for num in root.iter(W + "num"):
        abstract = _value(num, "abstractNumId") or ""
        abstract = _through_style(abstract, abstracts)
        if abstract in abstracts:
            lists[_id(num, "numId")] = _list(num, abstract, abstracts[abstract])
    return lists


def _through_style(abstract: str, abstracts: Mapping[str, etree._Element]) -> str:
    """A list may only point to the list style that defines it."""
    element = abstracts.get(abstract)
    link = None if element is None else _value(element, "numStyleLink")
    if link is None:
        return abstract
    defining = (key for key, each in abstracts.items() if _value(each, "styleLink") == link)
    return next(defining, abstract)


def _list(num: etree._Element, abstract: str, element: etree._Element) -> List:
    numbered = List(abstract, _levels(element))
    for override in num.iter(W + "lvlOverride"):
        level = _integer(_id(override, "ilvl")) or 0
        numbered.levels.update(_levels(override))
        start = _integer(_value(override, "startOverride"))
        if start is not None:
            numbered.starts[level] = start
    return numbered


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {_integer(_id(each, "ilvl")) or 0: _level(each) for each in parent.iter(W + "lvl")}


def _level(element: etree._Element) -> Level:
    number_format = next(element.iter(W + "numFmt"), None)
    start = _integer(_value(element, "start"))
    legal = element.find(W + "isLgl")
    return Level(
        format="decimal" if number_format is None else number_format.get(VAL, "decimal"),
        text=_value(element, "lvlText") or "",
        start=0 if start is None else start,
        restart=_integer(_value(element, "lvlRestart")),
        suffix=_value(element, "suff") or "tab",
        legal=legal is not None and legal.get(VAL, "1") not in {"0", "false"},
        style=_value(element, "pStyle"),
    )


def styles_of(root: etree._Element) -> dict[str | None, Style]:
    """The numbering of every paragraph style; the default style also under None."""
    styles: dict[str | None, Style] = {}
    for element in root.iter(W + "style"):
        properties = element.find(f"{W}pPr/{W}numPr")
        list_id = level = None
        if properties is not None:
            list_id, level = _value(properties, "numId"), _integer(_value(properties, "ilvl"))
        style = Style(_value(element, "basedOn"), list_id, level)
        styles[_id(element, "styleId")] = style
        if _id(element, "default") == "1" and _id(element, "type") == "paragraph":
            styles[None] = style
    return styles


def _value(parent: etree._Element, name: str) -> str | None:
    # find() would compile a path; these few children are asked for once a paragraph
    child = next(parent.iterchildren(W + name), None)
    return None if child is None else child.get(VAL)


def _id(element: etree._Element, name: str) -> str:
    return str(element.get(W + name, ""))


def _integer(text: str | None) -> int | None:
    try:
        return None if text is None else int(text)
    except ValueError:
        return None
