"""The parts of a document: letterhead, opening, body, roll and tail, for each meeting in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from yiding.reading.fields import opens_fields
from yiding.reading.imprint import is_imprint, is_office, opens_imprint
from yiding.reading.lexicon import WORDS, alternation
from yiding.reading.outline import Paragraph
from yiding.reading.rollcall import with_numbered_rolls
from yiding.reading.rows import untitled

_MEETING = f"(?:{alternation('meeting')})"
_DATED = "(?:月|年|[昨今近]日|日前|[昨今]天|\\d日)"
# 11月5日上午，李某市长主持召开市政府第80次常务会议; 5月8日，市政府常务会议召开; 市长主持召开…会议
# 8月16日，副市长李某召集市发改委、市财政局等单位，专题研究…
# lazy: the day and the words stand near the beginning
OPENING = re.compile(
    f"[^。]{{0,150}}?{_DATED}[^。]{{0,140}}?(?:主持召开|主持了?|召开|召集)[^。]{{0,60}}?{_MEETING}"
    f"|[^。]{{0,150}}?{_DATED}[^。]{{0,120}}?{_MEETING}[^。]{{0,60}}?(?:召开|举行|主持)"
    f"|[^。]{{0,40}}?次[^。，]{{0,10}}会议于[^。，]{{0,6}}{_DATED}[^。，]{{0,20}}?召开，[^。]{{2,30}}主持"
    f"|[^。]{{0,150}}?{_DATED}[^。]{{0,120}}?召开(?!了?新闻)[^。，《]{{2,40}}会(?=[，。])"
    f"|[^。]{{0,150}}?{_DATED}[^。]{{0,120}}?到[^。，]{{2,40}}现场办公"
    f"|[^。]{{0,120}}?主持召开[^。]{{0,140}}?{_MEETING}"
    f"|[^。]{{0,90}}?{_DATED}[^。]{{0,90}}?召集[^。]{{4,120}}?(?:，(?:专题|专门)?(?:研究|协调|商议|会商|就)|开会|现场办公)"
    f"|[^。]{{0,60}}?{_DATED}[^。]{{0,40}}?专题研究[^。]{{4,140}}?(?:参加|出席)"
)
# 会议议定以下意见：; 现将会议精神纪要如下：; 会议形成以下意见。
_HANDOVER = re.compile(
    f"(?:{alternation('handover')})[^，。；]{{0,8}}[：。，]?$|(?:如下|以下)[^，。；]{{0,8}}[：。]?$"
)
_HANDOVER_REACH = max(len(words) for words in WORDS["handover"]) + 9
# 6月23日，市七届政府第42次常务会议召开，…主持会议: another meeting of the same text
_AGAIN = re.compile(
    "(?!会议|（)(?=[^。]{0,60}(?:月|日))(?=[^。]{0,120}次[^。，]{0,14}会议)"
    "(?=[^。]{0,160}主持)(?![^。]{0,60}(?:以来|要求|精神|强调))"
)
_AGAIN_REACH = 162
# 6月份，县政府共召开3次常务会议: how many there were opens none of them
_COUNT = re.compile("召开了?[\\d一二三四五六七八九十两]{1,3}次")
# 一、区政府2022年第3次常务会议: a heading over a meeting, not over a matter
_MEETING_HEAD = re.compile("[^，。；：《]{2,30}次[^，。；：《]{0,12}会议?$")
_ITEM = re.compile("会议(?:还|首先)?(?:审议|听取|研究|传达|讨论|学习|通报)")
_TITLE_LINE = re.compile("纪要|人民政府$|政府$|会议$|[〔（]\\d{4}|^[^，。：]{2,24}$")
_TITLE_WORDS = re.compile("纪要|〔\\d{4}|会议$")
_SENTENCES = re.compile("[。！？](?!$)|会议(?:指出|要求|强调|明确)")
_PAUSE = re.compile("[，。：]")
# 附件：1.…; 任务分解表: what is attached is no list of names
_ATTACHED = ("任务分解", "附件", "附：", "附表")
# （略）: what a copy leaves out of the body
_LEFT_OUT = ("略", "内容略", "涉密略", "此处略", "以下略")
_FIELD = re.compile("(?<=[ \u3000\t；])(?:会议)?(?:时间|地点|主持人?|议题|主题)[ \u3000]*：")
# 议定事项 alone on its line, below the names in a form
_MATTERS = re.compile("(?:会议)?(?:议定|研究|审议|讨论|决定|主要)(?:事项|内容|情况|意见)：?$")
_NOT_LABEL = re.compile("[ \u3000：\t]|会议|直播")
_NUMBERED = frozenset({"one", "two", "three"})
_LISTS = frozenset({"roll", "record", "send"})
_TAIL = _LISTS | {"day"}
_INSIDE = _NUMBERED | {"four", "form", "meeting", "clock"}
_NO_OPENING = _NUMBERED - {"one"} | {"four", "article", "roll", "form"}
_LONGEST_IMPRINT = 120
# How many paragraphs an opening may have before the first item.
_LONGEST_OPENING = 6


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
    starts = [0]
    is_opened = False
    paragraphs = _without_heads(flat, paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if paragraph.opens in _NO_OPENING:
            continue
        if not is_opened:
            is_opened = opens_meeting(flat, paragraph)
        elif _opens_again(flat, paragraph):
            starts.append(_letterhead_before(flat, paragraphs, index))
    return [paragraphs[start:end] for start, end in pairwise([*starts, len(paragraphs)])]


def _without_heads(flat: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those that are a meeting's own heading without their number."""
    return [
        one._replace(opens="", body=one.start) if _heads_meeting(flat, one, below) else one
        for one, below in pairwise([*paragraphs, Paragraph(0, 0, "", 0)])
    ]


def _heads_meeting(flat: str, paragraph: Paragraph, below: Paragraph) -> bool:
    if paragraph.opens not in _NUMBERED or below.opens:
        return False
    is_bare = paragraph.body == paragraph.end  # （二） alone over a meeting
    if not (is_bare or _MEETING_HEAD.fullmatch(flat, paragraph.body, paragraph.end)):
        return False
    return opens_meeting(flat, below)


def opens_meeting(flat: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph tells who held which meeting; a title has no pause."""
    start, end = paragraph.start, paragraph.end
    if not _PAUSE.search(flat, start, end):
        return False
    if OPENING.match(flat, start, end):
        return flat.find("主持", start, end) >= 0 or not _COUNT.search(flat, start, end)
    return opens_further_on(flat, start, end)


def opens_further_on(flat: str, start: int, end: int) -> bool:
    """7月21日夜间，我县…受灾。7月27日，县长李某…主持召开: told in a later sentence."""
    host = flat.find("主持召开", start, end)
    sentence = flat.rfind("。", start, host) + 1 if host > 0 else 0
    return sentence > start and bool(OPENING.match(flat, sentence, end))


def _opens_again(flat: str, paragraph: Paragraph) -> bool:
    start, end = paragraph.body, paragraph.end
    if flat.find("主持", start, min(end, start + _AGAIN_REACH)) < 0:
        return False
    return bool(_AGAIN.match(flat, start, end))


def _letterhead_before(flat: str, paragraphs: list[Paragraph], opening: int) -> int:
    """Where the letterhead of a further meeting starts."""
    first = opening
    while first > 1 and _is_title_line(flat, paragraphs[first - 1]):
        first -= 1
    return first


def _is_title_line(flat: str, paragraph: Paragraph) -> bool:
    words = flat[paragraph.start : paragraph.end]
    if paragraph.opens or len(words) > 40 or "。" in words or _is_imprint(words):
        return False
    return bool(_TITLE_LINE.search(words))


def parts_of(flat: str, paragraphs: list[Paragraph]) -> Parts:
    """Sort the paragraphs of one meeting into its parts."""
    parts = Parts()
    paragraphs = with_numbered_rolls(flat, untitled(flat, paragraphs))
    paragraphs = _with_agenda(flat, paragraphs)
    start = _opening_index(flat, paragraphs)
    end = _tail_index(flat, paragraphs, start)
    _above(flat, paragraphs[:start], parts)
    _front(flat, paragraphs[start:end], parts)
    _back(flat, paragraphs[end:], parts)
    return parts


def _with_agenda(flat: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs; a numbered list alone under 会议议题： belongs to that field."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.opens != "form" or not _lists_agenda(flat, paragraph):
            continue
        stop = index + 1
        while stop < len(paragraphs) and paragraphs[stop].opens in _NUMBERED:
            stop += 1
        mark = paragraphs[index + 1].opens if stop > index + 2 else ""
        if mark and any(one.opens == mark for one in paragraphs[stop:]):
            listed = [one._replace(opens="form") for one in paragraphs[index + 1 : stop]]
            return [*paragraphs[: index + 1], *listed, *paragraphs[stop:]]
    return paragraphs


def _lists_agenda(flat: str, label: Paragraph) -> bool:
    empty = not flat[label.body : label.end].strip()
    return empty and _label(flat, label) in {"议题", "议程"}


def _opening_index(flat: str, paragraphs: list[Paragraph]) -> int:
    """The paragraph that opens the meeting, else the first item, else the first sentence."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.opens in _NUMBERED:
            return next((i for i in range(index) if _tells(flat, paragraphs[i])), index)
        if paragraph.end - paragraph.start > 24 and opens_meeting(flat, paragraph):
            return index
    for index, paragraph in enumerate(paragraphs):
        if "。" in flat[paragraph.start : paragraph.end] or _hands_over(flat, paragraph):
            return index
    return len(paragraphs)


def _tells(flat: str, paragraph: Paragraph) -> bool:
    """会议听取了…: under a form the body may begin without an opening."""
    if paragraph.opens != "meeting" or paragraph.end - paragraph.start < 20:
        return False
    return _is_item(flat, paragraph)


def _is_imprint(words: str) -> bool:
    """``is_imprint``, asked of no line that is too long for one."""
    return len(words) <= _LONGEST_IMPRINT and is_imprint(words)


# --- above the opening ----------------------------------------------------------------------


def _above(flat: str, paragraphs: list[Paragraph], parts: Parts) -> None:
    """Letterhead, and the rolls and form fields that stand before the opening."""
    zone = ""
    for paragraph in paragraphs:
        titled = not paragraph.opens and _TITLE_WORDS.search(flat, paragraph.start, paragraph.end)
        zone = "" if titled else _zone(flat, paragraph, zone)
        if paragraph.opens == "form":
            _enter_form(flat, paragraph, parts)
        elif zone in {"roll", "record"}:
            parts.roll.append(paragraph)
        else:
            parts.letterhead.append(paragraph)


def _enter_form(flat: str, paragraph: Paragraph, parts: Parts) -> None:
    """时间：…　地点：…　主持：…: a line may hold several fields, each up to the next label."""
    starts = [paragraph.start]
    if flat.count("：", paragraph.start, paragraph.end) > 1:
        starts += [one.start() for one in _FIELD.finditer(flat, paragraph.body, paragraph.end)]
    for start, end in pairwise([*starts, paragraph.end]):
        inner = start != paragraph.start
        body = flat.find("：", start, end) + 1 if inner else paragraph.body
        stop = end
        while stop > body and flat[stop - 1] in " \u3000\t":
            stop -= 1
        field = paragraph._replace(start=start, body=body, end=stop)
        parts.form.setdefault(_label(flat, field), field)


def _zone(flat: str, paragraph: Paragraph, zone: str) -> str:
    """Whether a paragraph belongs to a roll, a record, a distribution or an imprint."""
    opens = paragraph.opens
    if opens in _LISTS:
        return opens
    if not zone:
        return ""
    if opens:
        return "imprint" if opens == "day" else ""
    words = flat[paragraph.start : paragraph.end]
    if _is_imprint(words) or (zone != "roll" and is_office(words)):
        return "imprint"
    ended = "。" in words or words.startswith(_ATTACHED) or _MATTERS.match(words)
    return zone if zone in {"roll", "send"} and not ended else ""


# --- between the opening and the tail -------------------------------------------------------


def _front(flat: str, paragraphs: list[Paragraph], parts: Parts) -> None:
    """The opening goes on until the words that hand over, or the first numbered heading."""
    content = _content_index(flat, paragraphs)
    last = _opening_length(flat, paragraphs) if content is None else content + 1
    if content is not None:
        paragraphs = _with_content(flat, paragraphs, content)
    zone = ""
    for index, one in enumerate(paragraphs):
        zone = _zone(flat, one, zone if index >= last else "")
        label = _label(flat, one) if one.opens == "form" else ""
        # 议题：关于某工作 under the opening heads what follows
        heads = label == "议题" and index >= last and one.end - one.body > 3
        paragraph = one._replace(opens="one") if heads else one
        if paragraph.opens == "form":
            _enter_form(flat, paragraph, parts)
        if zone in {"roll", "record"}:
            parts.roll.append(paragraph)
        elif zone:
            parts.tail.append(paragraph)
        elif index < last:
            parts.opening.append(paragraph)
        else:
            parts.body.append(paragraph)


def _opening_length(flat: str, paragraphs: list[Paragraph]) -> int:
    """How many paragraphs the opening has."""
    near = paragraphs[:_LONGEST_OPENING]
    if near and near[0].opens in _NUMBERED:
        return 0
    if near and _is_item(flat, near[0]) and not _hands_over(flat, near[0]):
        return 0
    for index, paragraph in enumerate(near):
        if paragraph.opens in _NUMBERED:
            return 1 if any(_is_item(flat, above) for above in near[1:index]) else index
        if _hands_over(flat, paragraph):
            return index + 1
    return 1


def _hands_over(flat: str, paragraph: Paragraph) -> bool:
    start = max(paragraph.start, paragraph.end - _HANDOVER_REACH)
    return bool(_HANDOVER.search(flat, start, paragraph.end))


def _is_item(flat: str, paragraph: Paragraph) -> bool:
    return bool(_ITEM.match(flat, paragraph.start, paragraph.end))


def _content_index(flat: str, paragraphs: list[Paragraph]) -> int | None:
    """Where a form has 会议内容： or 会议纪要：."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.opens == "form" and _label(flat, paragraph) in {"内容", "纪要"}:
            return index
    return None


def _with_content(flat: str, paragraphs: list[Paragraph], content: int) -> list[Paragraph]:
    """The paragraphs, with what stands on the line of 会议内容： as one of its own."""
    label = paragraphs[content]
    if not flat[label.body : label.end].strip():
        return paragraphs
    below = label._replace(start=label.body, opens="")
    return [*paragraphs[: content + 1], below, *paragraphs[content + 1 :]]


def _label(flat: str, paragraph: Paragraph) -> str:
    """会议时 间： as 时间."""
    return _NOT_LABEL.sub("", flat[paragraph.start : paragraph.body])


# --- under the body -------------------------------------------------------------------------


def _tail_index(flat: str, paragraphs: list[Paragraph], start: int) -> int:
    """Where the body has ended: after it come the roll, the imprint, a date alone."""
    index = len(paragraphs)
    lists = _lists_above(flat, paragraphs[start:])
    while index > start + 1 and _is_tail(flat, paragraphs[index - 1], lists[index - 1 - start]):
        index -= 1
    return index


def _lists_above(flat: str, paragraphs: list[Paragraph]) -> list[str]:
    """For each paragraph what the nearest label above it opens, if a list."""
    lists: list[str] = []
    above = ""
    for paragraph in paragraphs:
        lists.append(above)
        if paragraph.opens:
            above = paragraph.opens if paragraph.opens in _LISTS else ""
        elif above and flat.startswith(_ATTACHED, paragraph.start):
            above = ""
    return lists


def _is_tail(flat: str, paragraph: Paragraph, above: str) -> bool:
    """Whether a paragraph, under this label, stands under the body."""
    if paragraph.opens in _TAIL:
        return True
    words = flat[paragraph.start : paragraph.end]
    if words.startswith(_ATTACHED) or words.strip("（）") in _LEFT_OUT:
        return False
    return _is_listed(words, paragraph.opens, above) or _is_imprint(words)


def _is_listed(words: str, opens: str, above: str) -> bool:
    """Whether a line is one of a list, whose label it has not."""
    if "\t" in words:
        return above == "roll" and not words[0].isdigit()
    if opens in _INSIDE or words.count("|") > 1:
        return False
    if len(words) < 24 and not any(mark in words for mark in "。；，"):
        return not opens_fields(words, 0, len(words))  # 完成时限：5月20日前 under the last task
    return bool(above) and not _SENTENCES.search(words)


def _back(flat: str, paragraphs: list[Paragraph], parts: Parts) -> None:
    """A label opens the roll or a list of receivers; the imprint ends them."""
    in_roll = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.opens:
            in_roll = paragraph.opens == "roll"
        elif in_roll:
            in_roll = not _opens_imprint(flat, paragraphs[index : index + 2])
        part = parts.roll if in_roll or paragraph.opens == "record" else parts.tail
        part.append(paragraph)


def _opens_imprint(flat: str, paragraphs: list[Paragraph]) -> bool:
    if paragraphs[0].end - paragraphs[0].start > _LONGEST_IMPRINT:
        return False
    words = [flat[paragraph.start : paragraph.end] for paragraph in paragraphs]
    return opens_imprint(words[0], words[1] if len(words) > 1 else "")
