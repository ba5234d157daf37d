"""The tail: who compiled and printed the paper, whether it is public, who gets it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import find_dates
from yiding.reading.imprint import PRINTED, is_office, opens_imprint
from yiding.reading.model import Imprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

_OPEN = "主动公开|依申请公开|不予公开|免予公开|不公开"
_DISCLOSURE = re.compile(
    f"(?P<words>此件[^（）。，\n]{{2,16}})|^（?(?P<alone>{_OPEN})[）。]*$"
    f"|公开(?:属性|方式|形式|选项|类别|类型|程度)[ \u3000]*[：\t][ \u3000]*(?P<field>{_OPEN})"
)
_COMPILED = re.compile(
    "^（?(?P<by>[^，。：；（）]{2,26}?)[ \u3000]*整[ \u3000]*理(?=[）。]*[ \u3000]*(?:$|[\\d二]))"
    "|(?<!记录)(?:^|[ \u3000])整[ \u3000]*理[ \u3000]*(?:人|单位)?：[ \u3000]*(?P<named>[^，。；]{2,26}?)(?=[ \u3000]*(?:$|[，。；]|[\\d二]{4}))"
)
_SEND = (
    "(?:分[ \u3000]*送|分[ \u3000]*发|主[ \u3000]*送|抄[ \u3000]*[送报发]|发[ \u3000]*送|印[ \u3000]*[送发]|报[ \u3000]*送|呈[ \u3000]*[报送]|本期[分发报送]{1,2}|发[ \u3000]*至"
    "|报、送|送、发|报|送|发)[ \u3000]*："
)
_LABEL = re.compile(f"(?:^|(?<=[。；，\n \u3000])){_SEND}")
_ELEMENT = re.compile("(?:（[^（）]*）|[^，；。：\n（])+")
_PIECE = re.compile("(?:（[^（）]*）|[^、（])+")
# 苏州工业园区、苏州高新区管委会: the last word belongs to each
_SHARED = ("管委会", "管理委员会")
_WHOLE = re.compile(
    "(?:办公室|办公厅|办|室|局|委|部|院|会|厅|府|处|科|股|所|站|队|组|党校|公司|集团|中心|单位|部门|机构|科室|股室|成员|领导|企业|区|学校|同志|人大|政协|班子|机关|负责人"
    "|书记|市长|县长|区长|主任|主席|委员|秘书长|常委|局长|乡镇|街道|镇街)$"
)


class Tail(NamedTuple):
    """What stands under the minutes."""

    compiled: Imprint | None
    disclosure: str | None
    distribution: tuple[str, ...]
    printed: Imprint | None


def tail_of(sheet: Sheet, parts: Parts) -> Tail:
    """Read the tail of one meeting."""
    return Tail(
        _compiled(sheet, [*parts.roll, *parts.tail]),
        _disclosure(sheet, [*parts.tail, *parts.letterhead]),
        tuple(_distribution(sheet, parts.tail)),
        _printed(sheet, parts.tail),
    )


def _date_in(flat: str, start: int, end: int) -> date | None:
    return next((found.date for found in find_dates(flat, start, end) if found.date), None)


def _compiled(sheet: Sheet, paragraphs: list[Paragraph]) -> Imprint | None:
    """X整理 or 整理：X, with the day on the same line or the next."""
    for index, paragraph in enumerate(paragraphs):
        words = sheet.flat[paragraph.start : paragraph.end]
        match = _COMPILED.search(words) if "理" in words else None
        if match is None:
            continue
        by = _stretch(match, paragraph, "by") or _stretch(match, paragraph, "named")
        day = _date_in(sheet.flat, paragraph.start + match.end(), paragraph.end)
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else paragraph
        if day is None and following.opens == "day":
            day = _date_in(sheet.flat, following.start, following.end)
        return Imprint(sheet.words(*by) if by else None, day)
    return None


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
        return Imprint(sheet.words(*by) if by else None, _date_in(sheet.flat, *day) if day else None)
    return None


def _is_office(flat: str, paragraph: Paragraph) -> bool:
    return not paragraph.opens and is_office(flat[paragraph.start : paragraph.end])


def _distribution(sheet: Sheet, paragraphs: list[Paragraph]) -> Iterator[str]:
    """The receivers of every list, without its label and the imprint under it."""
    zone = False
    for index, paragraph in enumerate(paragraphs):
        words = sheet.flat[paragraph.start : paragraph.end]
        zone = paragraph.opens == "send" or (zone and not paragraph.opens and not _ends(sheet.flat, paragraphs, index))
        if zone:
            position = 0
            for label in [*_LABEL.finditer(words), None]:
                stop = label.start() if label else len(words)
                yield from _receivers(sheet, paragraph.start + position, paragraph.start + stop)
                position = label.end() if label else stop


def _ends(flat: str, paragraphs: list[Paragraph], index: int) -> bool:
    """Whether the imprint starts here, or its office with the day on the line below."""
    words, below = (flat[p.start : p.end] for p in (paragraphs[index], paragraphs[min(index + 1, len(paragraphs) - 1)]))
    return opens_imprint(words, below)


def _receivers(sheet: Sheet, start: int, end: int) -> Iterator[str]:
    """Receivers between ，and ；, and between 、 where each stands for itself."""
    for match in _ELEMENT.finditer(sheet.flat, start, end):
        words = sheet.words(*match.span())
        if words:
            yield from _unshared(words)


def _unshared(words: str) -> list[str]:
    """各股室、局属各单位 is two; 各市、区人民政府 and 县委、县人大、县政协办公室 stay as worded."""
    pieces = [piece for piece in _PIECE.findall(words) if piece]
    if len(pieces) < 2:
        return [words]
    last = next((end for end in _SHARED if words.endswith(end)), None)
    if last:
        return [piece.removesuffix(last) + last for piece in pieces]
    apart = all(_stands(piece) for piece in pieces)
    office = pieces[-1].endswith("办公室") and not all(piece.endswith("办公室") for piece in pieces)
    return pieces if apart and not office else [words]


def _stands(piece: str) -> bool:
    return len(piece) > 2 and bool(_WHOLE.search(piece)) and not piece.startswith(("副", "各直属", "各部门"))
