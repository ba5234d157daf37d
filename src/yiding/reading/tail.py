"""The tail: who compiled and printed the paper, whether it is public, who gets it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import find_dates
from yiding.reading.imprint import PRINTED, is_office, opens_imprint
from yiding.reading.lexicon import WORDS
from yiding.reading.model import Imprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

_OPEN = "[校院局厂]内公开|系统内公开|主动公开|依申请公开|不予公开|免予公开|不公开"
_DISCLOSURE = re.compile(
    f"(?P<words>此件[^（）。，\n]{{2,16}})|^（?(?P<alone>{_OPEN})[）。]*$"
    f"|公开(?:属性|方式|形式|选项|类别|类型|程度)[ \u3000]*[：\t][ \u3000]*(?P<field>{_OPEN})"
)
_GAP = "[ \u3000]*"
_COMPILED = re.compile(
    f"^（?(?P<by>[^，。：；（）]{{2,26}}?){_GAP}整{_GAP}理(?=[）。]*{_GAP}(?:$|[\\d二]))"
    f"|(?:(?<!记录)(?:^|[ \u3000])整{_GAP}理{_GAP}(?:人|单位)?："
    f"|^记录整理：(?=[^，。；]{{4,26}}(?:办公[室厅]|处){_GAP}\\d{{4}}年)){_GAP}"
    f"(?P<named>[^，。；]{{2,26}}?)(?={_GAP}(?:$|[，。；]|[\\d二]{{4}}))"
)
_DATED_OFFICE = re.compile(
    "（?(?P<by>[^，。：；（）\\d]{2,26}?)[ \u3000]*(?:编印|编发|编)?[ \u3000\t]+"
    "(?P<on>(?:\\d{4}|[二〇○零一三四五六七八九]{4})年[^，。：；年]{2,8}日)）?"
)
# 分送：报：发： wherever a list of receivers has one inside it
_LABEL = re.compile(
    "(?:^|(?<=[。；，\n \u3000]))(?:分[ \u3000]*[送发]|主[ \u3000]*送|抄[ \u3000]*[送报发]"
    "|发[ \u3000]*[送至]|印[ \u3000]*[送发]|报[ \u3000]*送|呈[ \u3000]*[报送]|本期[分发报送]{1,2}"
    "|报、送|送、发|报|送|发)[ \u3000]*："
)
_ELEMENT = re.compile("(?:（[^（）]*）|[^，；。：\n（])+")
_PIECE = re.compile("(?:（[^（）]*）|[^、（])+")
# 苏州工业园区、苏州高新区管委会: the last word belongs to each
_SHARED = ("管委会", "管理委员会")
# A receiver that stands for itself ends in one of these: 局属各单位, 县委书记.
_WHOLE = tuple(WORDS["receiver_end"])
# 县委、县人大、县政协办公室; 党工委、管委会各领导
_OF_ALL = ("办公室", "各领导", "领导")
_LEANS = ("副", "各直属", "各部门")


class Tail(NamedTuple):
    """What stands under the minutes."""

    compiled: Imprint | None
    disclosure: str | None
    distribution: tuple[str, ...]
    printed: Imprint | None


def together(tails: list[Tail]) -> Tail:
    """The tail of a text that holds several meetings: mostly it stands under the last."""
    compiled, disclosure, distribution, printed = (
        next((one for one in parts if one), parts[0]) for parts in zip(*tails, strict=True)
    )
    return Tail(compiled, disclosure, distribution, printed)


def tail_of(sheet: Sheet, parts: Parts) -> Tail:
    """Read the tail of one meeting."""
    return Tail(
        _compiled(sheet, [*parts.roll, *parts.tail]),
        _disclosure(sheet, [*parts.tail, *parts.letterhead]),
        tuple(_distribution(sheet, parts.tail)),
        _printed(sheet, parts.tail)
        or _printed(sheet, parts.letterhead)
        or _masthead(sheet, parts.letterhead),
    )


def _date_in(flat: str, start: int, end: int) -> date | None:
    if start == end:
        return None
    return next((found.date for found in find_dates(flat, start, end) if found.date), None)


def _compiled(sheet: Sheet, paragraphs: list[Paragraph]) -> Imprint | None:
    """X整理 or 整理：X, with the day on the same line or the next."""
    flat = sheet.flat
    for paragraph, following in pairwise([*paragraphs, None]):
        if paragraph is None or flat.find("理", paragraph.start, paragraph.end) < 0:
            continue
        match = _COMPILED.search(flat[paragraph.start : paragraph.end])
        if match is None:
            continue
        by = _stretch(match, paragraph, "by") or _stretch(match, paragraph, "named")
        day = _date_in(flat, paragraph.start + match.end(), paragraph.end)
        if day is None and following and following.opens == "day":
            day = _date_in(flat, following.start, following.end)
        return Imprint(sheet.words(*by) if by else None, day)
    return _signed(sheet, paragraphs)


def _signed(sheet: Sheet, paragraphs: list[Paragraph]) -> Imprint | None:
    """The office that signs at the foot with the day, on one line or on two."""
    flat = sheet.flat
    for paragraph, below in pairwise([*paragraphs, None]):
        if paragraph is None or paragraph.opens or paragraph.end - paragraph.start > 60:
            continue
        if one := _dated_office(sheet, paragraph):
            return one
        if below and below.opens == "day" and is_office(flat[paragraph.start : paragraph.end]):
            day = _date_in(flat, below.start, below.end)
            return Imprint(sheet.words(paragraph.start, paragraph.end), day)
    return None


def _dated_office(sheet: Sheet, paragraph: Paragraph) -> Imprint | None:
    """（临湖市人民政府办公室　2023年5月25日）: an office and a day, and nothing else."""
    match = _DATED_OFFICE.fullmatch(sheet.flat, paragraph.start, paragraph.end)
    if match is None or not is_office(match["by"]):
        return None
    return Imprint(sheet.words(*match.span("by")), _date_in(sheet.flat, *match.span("on")))


def _masthead(sheet: Sheet, letterhead: list[Paragraph]) -> Imprint | None:
    """Who issues a numbered paper and when, on one line under its number."""
    found = (_dated_office(sheet, paragraph) for paragraph in letterhead)
    return next((one for one in found if one), None)


def _stretch(match: re.Match[str], paragraph: Paragraph, group: str) -> Span | None:
    start, end = match.span(group)
    return (paragraph.start + start, paragraph.start + end) if start >= 0 else None


def _disclosure(sheet: Sheet, paragraphs: list[Paragraph]) -> str | None:
    """此件公开发布 as worded; of 公开属性：主动公开 the value."""
    for paragraph in paragraphs:
        words = sheet.flat[paragraph.start : paragraph.end]
        match = _DISCLOSURE.search(words) if "公开" in words or "此件" in words else None
        if match and match.lastgroup and (span := _stretch(match, paragraph, match.lastgroup)):
            return sheet.words(*span)
    return None


def _printed(sheet: Sheet, paragraphs: list[Paragraph]) -> Imprint | None:
    """The office and the day before 印发; the office may stand on the line above."""
    for index, paragraph in enumerate(paragraphs):
        words = sheet.flat[paragraph.start : paragraph.end]
        match = PRINTED.search(words) if "印" in words else None
        if match is None:
            continue
        by = _stretch(match, paragraph, "by")
        if by is None and index:
            above = paragraphs[index - 1]
            by = (above.start, above.end) if _is_office(sheet.flat, above) else None
        day = _stretch(match, paragraph, "on")
        on = _date_in(sheet.flat, *day) if day else None
        return Imprint(sheet.words(*by) if by else None, on)
    return None


def _is_office(flat: str, paragraph: Paragraph) -> bool:
    return not paragraph.opens and is_office(flat[paragraph.start : paragraph.end])


def _distribution(sheet: Sheet, paragraphs: list[Paragraph]) -> Iterator[str]:
    """The receivers of every list, without its label and the imprint under it."""
    zone = False
    for paragraph, below in pairwise([*paragraphs, None]):
        if paragraph is None:
            break
        if paragraph.opens or _ends(sheet.flat, paragraph, below):
            zone = paragraph.opens == "send"
        if zone:
            yield from _lists(sheet, paragraph)


def _ends(flat: str, paragraph: Paragraph, below: Paragraph | None) -> bool:
    """Whether the imprint starts here, or its office with the day on the line below."""
    under = flat[below.start : below.end] if below else ""
    return opens_imprint(flat[paragraph.start : paragraph.end], under)


def _lists(sheet: Sheet, paragraph: Paragraph) -> Iterator[str]:
    """The receivers of one paragraph, whose lists may each have a label."""
    start, end = paragraph.body, paragraph.end
    if sheet.flat.find("：", start, end) >= 0:
        for label in _LABEL.finditer(sheet.flat, start, end):
            yield from _receivers(sheet, start, label.start())
            start = label.end()
    yield from _receivers(sheet, start, end)


def _receivers(sheet: Sheet, start: int, end: int) -> Iterator[str]:
    """Receivers between ，and ；, and between 、 where each stands for itself."""
    for match in _ELEMENT.finditer(sheet.flat, start, end):
        words = sheet.words(*match.span())
        if words:
            yield from _unshared(words)


def _unshared(words: str) -> list[str]:
    """各股室、局属各单位 is two; 各市、区人民政府 and 县委、县人大、县政协办公室 stay as worded."""
    pieces = _PIECE.findall(words) if "、" in words else ()
    if len(pieces) < 2:
        return [words]
    last = next((end for end in _SHARED if words.endswith(end)), None)
    if last:
        return [piece.removesuffix(last) + last for piece in pieces]
    first, *others = pieces
    apart = (
        _stands_first(first)
        and all(map(_stands, others))
        and not any(_is_shared(pieces, end) for end in _OF_ALL)
    )
    return pieces if apart else [words]


def _is_shared(pieces: list[str], end: str) -> bool:
    """Whether the last ends so and another does not: 县委、县政协办公室 has one office of each."""
    return pieces[-1].endswith(end) and not all(piece.endswith(end) for piece in pieces)


def _stands_first(piece: str) -> bool:
    return piece.endswith(_WHOLE) and (len(piece) > 2 or piece[0] in "省市县区州旗盟")


def _stands(piece: str) -> bool:
    """Whether a receiver further on leans on none before it: 县政府各部门、各直属机构 is one."""
    return _stands_first(piece) and not piece.startswith(_LEANS)
