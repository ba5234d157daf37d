"""The sheet: the text as a reader sees it, with every character's way back.

Line breaks of the print, page furniture and the syllables of mirror copies are left out;
brackets, commas and digits are brought to one width, traditional characters to simplified.
Each of these keeps one character for one character, so that a place in the sheet is a place
in the text as delivered.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import normalize

from yiding.reading.torn import torn
from yiding.text import WITHOUT_WIDTH, simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from yiding.text import Span, Text

# One character for another, so that places stay; most texts hold few of these.
_ONE_WIDTH = tuple(
    zip(
        "(),;:?![]［］【】﹝﹞{}０１２３４５６７８９．％─–~～﹣－\u00a0\u2002\u2003\r\v\f\u2028\u2029",
        "（），；：？！〔〕〔〕〔〕〔〕〔〕0123456789.%——————  \u3000\n\n\n\n\n",
        strict=True,
    )
)
# No simplified text holds one of these, and no traditional text lacks them all.
_TRADITIONAL = "會議區長關於為業務發與這來時對國後學開東車經無見門"
# 5月20日前完成.各单位: a half-width full stop between Chinese words
_FULL_STOP = re.compile("(?<=[一-鿿）”])\\.(?=[一-鿿\\s]|$)")
# 【会议时间】5月14日: brackets for the colon behind the label of a form
_BRACKETED = re.compile("(?m)^〔会议(?:时间|名称)〕")
_LABELLED = re.compile(
    "(?m)^〔(?P<label>(?:会议)?(?:名称|时间|地点|议题|内容|纪要|主题|记录人?)|主持人?"
    "|(?:出席|列席|缺席|参会|请假|参加)(?:人员|单位|领导)?|记录人?|公开(?:属性|方式|形式))〕"
)
# 市财政局——筹措资金320万元: a dash for the colon behind who is to do it
_DASHED = re.compile(
    "(?m)(?P<body>^[^，。；：—\n]{2,24}[局委办厅部院处科室队站所司厂团区县镇乡村长心])——(?=[一-鿿])"
)
# 会议听 取, 原则同  意: a blank that a page put inside a word
_TORN = re.compile("[ \u3000]{1,3}(?=[取意议究定求调出])")
_TEARS = tuple(blank + after for blank in " \u3000" for after in "取意议究定求调出")
_TORN_AFTER = tuple(
    "会议听 会议同 原则同 一致同 会议审 会议研 会议议 会议决 会议要 会议强 会议指".split()  # noqa: SIM905
)
# （一）<tab>市财政局要…: tabs of a numbered line copied out of Word part no cells of a table
_TABBED = re.compile("(?m)^.*\t.*$")
_NUMBERED = re.compile(
    "(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]|[①-⑳]|[一二三四五六七八九十]是)[ \u3000]*"
)
# More than this behind the number is no cell of its own: 由市住建局于
_LONGEST_LABEL = 4
# Kangxi radicals, forms for compatibility, rare characters of names (䶮) and those of no font but
# the sender's own; what has no width is left out of the sheet.
_RARE = "\u2e80-\u2fd5\u3400-\u4dbf\ue000-\uefff\uf900-\ufaff\U00020000-\U0003ffff"
_ODD = re.compile(f"[{WITHOUT_WIDTH}{_RARE}]")
# What nearly every text is wholly made of; ``re`` runs through it faster than it looks for others.
_PLAIN = re.compile("[ -~\n‐-›\u3000-〿一-鿿\uff00-\uffef]*")
_NO_WIDTH = re.compile(f"[{WITHOUT_WIDTH}]+")
# Stands for a rare character: one that no word of the grammar holds.
_SOME_CHARACTER = "龘"
_SYLLABLE = re.compile(r"（[a-zA-Zàáǎāèéěēìíǐīòóǒōùúǔūǜǘǚǖüńň]{1,7}）")


def one_width(text: str, *, is_typed: bool = True) -> str:
    """The same characters in one width, in simplified form, with one line break: one for one.

    ``is_typed`` where a tab may be the writer's own and not the mark of a table's cell.
    """
    for wide, even in _ONE_WIDTH:
        if wide in text:
            text = text.replace(wide, even)
    if "\n〔会议" in text and _BRACKETED.search(text):
        text = _LABELLED.sub(r" \g<label>：", text)
    if "——" in text:
        text = _DASHED.sub(r"\g<body>： ", text)
    if is_typed and "\t" in text:
        text = _TABBED.sub(_as_prose, text)
    if "." in text:
        text = _FULL_STOP.sub("。", text)
    if not _PLAIN.fullmatch(text):
        text = _ODD.sub(_common, text)
    return simplified(text) if any(one in text for one in _TRADITIONAL) else text


def _as_prose(line: re.Match[str]) -> str:
    """A line of running text with blanks for its tabs; a row of a table stays as it is."""
    cells = [cell.strip() for cell in line[0].split("\t") if cell.strip()]
    number = _NUMBERED.match(cells[0]) if cells else None
    if number is None:
        return line[0]
    is_long = len(cells[0]) - number.end() > _LONGEST_LABEL
    is_prose = is_long or len(cells) < 3 or cells[-1][-1] in "。；，"
    return line[0].replace("\t", " ") if is_prose else line[0]


def _common(match: re.Match[str]) -> str:
    """⼀ is 一; a character that only names hold is read as one Chinese character."""
    odd = match[0]
    plain = normalize("NFKC", odd)
    if len(plain) == 1 and "一" <= plain <= "鿿":
        return plain
    return odd if _NO_WIDTH.match(odd) else _SOME_CHARACTER


def inserted(even: str) -> list[Span]:
    """What a copy put between characters: 區(qū) 議(yì), 会议听 取, and what has no width."""
    found = (match.span() for match in _SYLLABLE.finditer(even))
    spans = [span for span in found if span[0] and "一" <= even[span[0] - 1] <= "鿿"]
    if any(tear in even for tear in _TEARS):
        cut = (match.span() for match in _TORN.finditer(even))
        spans += [span for span in cut if even.endswith(_TORN_AFTER, 0, span[0])]
    if any(one in even for one in WITHOUT_WIDTH):
        spans += [match.span() for match in _NO_WIDTH.finditer(even)]
    return _merged([*spans, *torn(even)])


def _merged(spans: list[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


class Sheet:
    """Pieces of a text joined into one string; knows where each character came from.

    Inside a piece the way back is one shift, so that pieces are all there is to remember.
    """

    __slots__ = ("_rows", "_shifts", "_starts", "flat", "raw")

    def __init__(self, text: Text, even: str, pieces: Sequence[tuple[int, int, str]]) -> None:
        """Join ``even[start:end]`` and the glue of each piece; ``even`` is text in one width."""
        parts = [even[start:end] + glue for start, end, glue in pieces]
        self._starts = [0, *accumulate(map(len, parts))]
        self._shifts = [piece[0] - at for piece, at in zip(pieces, self._starts, strict=False)]
        self._rows = text.rows
        self.raw = text.characters
        self.flat = "".join(parts)

    def places(self, positions: Iterable[int]) -> list[int]:
        """Where in the text these characters of the sheet stand."""
        starts, shifts = self._starts, self._shifts
        return [position + shifts[bisect_right(starts, position) - 1] for position in positions]

    def span(self, start: int, end: int) -> Span:
        """The raw span of the sheet's characters from ``start`` up to ``end``."""
        starts, shifts = self._starts, self._shifts
        after = bisect_right(starts, start)
        shift = shifts[after - 1]
        if end > starts[after]:
            return start + shift, end + shifts[bisect_right(starts, end - 1) - 1]
        return start + shift, end + shift

    def words(self, start: int, end: int) -> str:
        """The document's own characters of this stretch, without the breaks of the print."""
        after = bisect_right(self._starts, start)
        if end <= self._starts[after]:
            shift = self._shifts[after - 1]
            return self.raw[start + shift : end + shift].strip()
        first, last = self.span(start, end)
        if last - first == end - start:
            return self.raw[first:last].strip()
        return "".join(self._pieces(start, end, after)).replace("\n", "").replace("\r", "").strip()

    @property
    def has_rows(self) -> bool:
        """Whether the format of the file tells the rows of tables."""
        return bool(self._rows)

    def row(self, start: int) -> list[Span]:
        """The cells by column of the table row that holds this character, empty for none."""
        if not self._rows:
            return []
        (place,) = self.places([start])
        line = self.raw.rfind("\n", 0, place) + 1
        return [self._found(*cell) for cell in self._rows.get(line, ())]

    def _found(self, first: int, last: int) -> Span:
        """The way from a stretch of the text to the sheet."""
        start = self._nearest(first)
        return (start, self._nearest(last - 1) + 1) if last > first else (start, start)

    def _nearest(self, place: int) -> int:
        """Where a character of the text stands in the sheet, or where it was left out."""
        starts, shifts = self._starts, self._shifts
        after = bisect_right(range(len(shifts)), place, key=lambda at: starts[at] + shifts[at])
        return min(place - shifts[after - 1], starts[after]) if after else 0

    def _pieces(self, start: int, end: int, after: int) -> Iterator[str]:
        """The raw characters of a stretch; ``after`` is the piece after its first."""
        while start < end:
            shift = self._shifts[after - 1]
            stop = min(end, self._starts[after])
            yield self.raw[start + shift : stop + shift]
            start, after = stop, after + 1
