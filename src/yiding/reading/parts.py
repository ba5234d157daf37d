"""The parts of a document: letterhead, opening, body, roll and tail, for each meeting in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yiding.reading.imprint import is_imprint, is_office, opens_imprint
from yiding.reading.lexicon import alternation

if TYPE_CHECKING:
    from yiding.reading.outline import Paragraph

HANDOVER = re.compile(f"(?:{alternation('handover')})[^，。；]{{0,8}}[：。，]?$|[^，。]{{0,16}}(?:如下|以下)[^，。；]{{0,8}}[：。]?$")
_MEETING = f"(?:{alternation('meeting')})"
_DATED = "(?:月|年|[昨今]日|[昨今]天|\\d日)"
OPENING = re.compile(
    f"[^。]{{0,150}}{_DATED}[^。]{{0,140}}(?:主持召开|主持了?|召开|召集)[^。]{{0,60}}{_MEETING}|[^。]{{0,150}}{_DATED}[^。]{{0,120}}{_MEETING}[^。]{{0,60}}(?:召开|举行|主持)"
    f"|[^。]{{0,120}}(?:主持召开)[^。]{{0,60}}{_MEETING}"
)
# 6月23日，市七届政府第42次常务会议召开，…主持会议: another meeting of the same text
_AGAIN = re.compile(
    "(?!会议|（)(?=[^。]{0,60}(?:月|\\d日|日))(?=[^。]{0,120}次[^。，]{0,14}会议)(?=[^。]{0,160}主持)(?![^。]{0,60}(?:以来|要求|精神|强调))"
)
_TITLE_LINE = re.compile("纪要|人民政府$|政府$|会议$|[〔（]\\d{4}|^[^，。：]{2,24}$")
_TITLE_WORDS = re.compile("纪要|〔\\d{4}|会议$")
_SENTENCES = re.compile("[。！？](?!$)|会议(?:指出|要求|强调|明确)")
_RULES = re.compile("^(?:任务分解|附件|附：|附表)")


@dataclass(slots=True)
class Parts:
    """The paragraphs of one meeting, in the order of the text, by part."""

    letterhead: list[Paragraph] = field(default_factory=list)
    opening: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    roll: list[Paragraph] = field(default_factory=list)
    tail: list[Paragraph] = field(default_factory=list)
    form: dict[str, Paragraph] = field(default_factory=dict)


def split_meetings(flat: str, paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """The paragraphs of each meeting a text holds; mostly there is one."""
    starts: list[int] = []
    seen_opening = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.opens in {"two", "three", "four", "article", "roll", "form"}:
            continue
        if not seen_opening:
            words = flat[paragraph.start : paragraph.end]
            seen_opening = bool(OPENING.match(words) and re.search("[，。：]", words))
        elif _AGAIN.match(flat, paragraph.body, paragraph.end):
            starts.append(_letterhead_before(flat, paragraphs, index))
    edges = [0, *starts, len(paragraphs)]
    return [paragraphs[a:b] for a, b in zip(edges, edges[1:], strict=False)]


def _letterhead_before(flat: str, paragraphs: list[Paragraph], opening: int) -> int:
    first = opening
    while first > 1:
        above = paragraphs[first - 1]
        words = flat[above.start : above.end]
        if above.opens or len(words) > 40 or "。" in words or is_imprint(words) or not _TITLE_LINE.search(words):
            break
        first -= 1
    return first


def parts_of(flat: str, paragraphs: list[Paragraph]) -> Parts:
    """Sort the paragraphs of one meeting into its parts."""
    parts = Parts()
    start = _opening_index(flat, paragraphs)
    parts.letterhead = [p for p in paragraphs[:start] if p.opens not in {"roll", "form"}]
    _side_parts(flat, paragraphs[:start], parts)
    end = _tail_index(flat, paragraphs, start)
    _front(flat, paragraphs[start:end], parts)
    _back(flat, paragraphs[end:], parts)
    return parts


def _opening_index(flat: str, paragraphs: list[Paragraph]) -> int:
    for index, paragraph in enumerate(paragraphs):
        if paragraph.opens in {"one", "two", "three"}:
            return index
        words = flat[paragraph.start : paragraph.end]
        if OPENING.match(words) and len(words) > 24 and re.search("[，。：]", words):
            return index
    for index, paragraph in enumerate(paragraphs):
        if "。" in flat[paragraph.start : paragraph.end]:
            return index
    return len(paragraphs)


def _tail_index(flat: str, paragraphs: list[Paragraph], start: int) -> int:
    """Where the body has ended: after it come the roll, the imprint, a date alone."""
    index = len(paragraphs)
    while index > start + 1 and _is_tail(flat, paragraphs[start:index]):
        index -= 1
    return index


def _is_tail(flat: str, paragraphs: list[Paragraph]) -> bool:
    """Whether the last of these paragraphs stands under the body."""
    *above, paragraph = paragraphs
    words = flat[paragraph.start : paragraph.end]
    if _RULES.match(words):
        return False
    if paragraph.opens in {"roll", "record", "send", "day"} or is_imprint(words):
        return True
    if "\t" in words:
        return _labelled_above(flat, above) == "roll" and not words[0].isdigit()
    if paragraph.opens in {"form", "meeting", "one", "two", "three", "four", "clock"}:
        return False
    if len(words) < 24 and not re.search("[。；，]", words):
        return True
    return bool(_labelled_above(flat, above)) and not _SENTENCES.search(words)


def _labelled_above(flat: str, paragraphs: list[Paragraph]) -> str:
    """The label of a roll or a distribution that is the nearest opening above, or nothing."""
    for paragraph in reversed(paragraphs):
        if paragraph.opens or _RULES.match(flat[paragraph.start : paragraph.end]):
            return paragraph.opens if paragraph.opens in {"roll", "record", "send"} else ""
    return ""


def _side_parts(flat: str, paragraphs: list[Paragraph], parts: Parts) -> None:
    """Rolls and form fields that stand before the opening."""
    zone = ""
    for paragraph in paragraphs:
        if paragraph.opens == "form":
            parts.form.setdefault(_label(flat, paragraph), paragraph)
        titled = _TITLE_WORDS.search(flat, paragraph.start, paragraph.end)
        zone = "" if titled and not paragraph.opens else _zone(flat, paragraph, zone)
        if zone in {"roll", "record"}:
            parts.roll.append(paragraph)
            if paragraph in parts.letterhead:
                parts.letterhead.remove(paragraph)


def _zone(flat: str, paragraph: Paragraph, zone: str) -> str:
    """Whether a paragraph belongs to a roll, a record, a distribution or an imprint."""
    if paragraph.opens in {"roll", "record", "send"}:
        return paragraph.opens
    if not zone or paragraph.opens:
        return "imprint" if zone and paragraph.opens == "day" else ""
    words = flat[paragraph.start : paragraph.end]
    if is_imprint(words) or (zone != "roll" and is_office(words)):
        return "imprint"
    return zone if zone in {"roll", "send"} and "。" not in words and not _RULES.match(words) else ""


def _front(flat: str, paragraphs: list[Paragraph], parts: Parts) -> None:
    """The opening goes on until the words that hand over, or the first numbered heading."""
    handed_over = next(
        (i for i, p in enumerate(paragraphs) if p.opens not in {"one", "two", "three"} and HANDOVER.search(flat[p.start : p.end])),
        None,
    )
    numbered = next((i for i, p in enumerate(paragraphs) if p.opens in {"one", "two", "three"}), None)
    last = 1
    content = next((i for i, p in enumerate(paragraphs) if p.opens == "form" and "内容" in _label(flat, p)), None)
    if handed_over is not None and (numbered is None or handed_over < numbered) and handed_over < 6:
        last = handed_over + 1
    elif numbered is not None and numbered < 6 and not any(_is_item(flat, p) for p in paragraphs[1:numbered]):
        last = max(numbered, 1 if paragraphs[0].opens not in {"one", "two", "three"} else 0)
    if paragraphs and paragraphs[0].opens in {"one", "two", "three"}:
        last = 0
    if content is not None:
        last = content + 1
        if flat[paragraphs[content].body : paragraphs[content].end].strip():
            paragraphs = [*paragraphs[:last], _content_of(paragraphs[content]), *paragraphs[last:]]
    zone = ""
    for index, paragraph in enumerate(paragraphs):
        zone = _zone(flat, paragraph, zone if index >= last else "")
        if paragraph.opens == "form":
            parts.form.setdefault(_label(flat, paragraph), paragraph)
        if zone in {"roll", "record"}:
            parts.roll.append(paragraph)
        elif zone:
            parts.tail.append(paragraph)
        elif index < last:
            parts.opening.append(paragraph)
        else:
            parts.body.append(paragraph)


def _label(flat: str, paragraph: Paragraph) -> str:
    return re.sub("[ \u3000：\t]|会议", "", flat[paragraph.start : paragraph.body])


def _content_of(paragraph: Paragraph) -> Paragraph:
    """What stands on the same line as 会议内容："""
    return paragraph._replace(start=paragraph.body, opens="")


def _is_item(flat: str, paragraph: Paragraph) -> bool:
    return bool(re.match("会议(?:还|首先)?(?:审议|听取|研究|传达|讨论|学习|通报)", flat[paragraph.start : paragraph.start + 12]))


def _back(flat: str, paragraphs: list[Paragraph], parts: Parts) -> None:
    """A label opens the roll or a list of receivers; the imprint ends them."""
    zone = ""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.opens or _imprint_opens(flat, paragraphs[index : index + 2]):
            zone = paragraph.opens
        part = parts.roll if zone == "roll" or paragraph.opens == "record" else parts.tail
        part.append(paragraph)


def _imprint_opens(flat: str, paragraphs: list[Paragraph]) -> bool:
    words = [flat[paragraph.start : paragraph.end] for paragraph in paragraphs]
    return opens_imprint(words[0], words[1] if len(words) > 1 else "")
