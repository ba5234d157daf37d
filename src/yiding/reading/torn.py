"""Torn text: blanks that a copy put inside words, 县 司法局 听 取, and not the writer 断字."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.people import NAME

if TYPE_CHECKING:
    from yiding.text import Span

# A writer puts the odd blank between words; a copy that tears them does so again and again.
_FEWEST = 5
_RAREST = 300
_HAN = "一-鿿"
_WORD = f"{_HAN}，。、；：？！《》（）“”〔〕…—"
_IN_WORD = re.compile(f" (?=[{_HAN}])(?<=[{_HAN}] )")
_BLANK = re.compile(
    f"(?<=[{_WORD}]) {{1,2}}(?=[{_WORD}0-9A-Za-z])|(?<=[0-9A-Za-z%]) {{1,2}}(?=[{_WORD}])"
)
# 202 6 年
_YEAR = re.compile("(?<![0-9])[12][0-9 ]{3,6}(?= ?年)")
# 参加会议的有王海 李明 张强: names told in a row
_NAMES = re.compile(f"(?:{NAME.pattern})(?: (?:{NAME.pattern})(?![{_HAN}])){{2,}}")
_LINE = re.compile("[^\n]+")
# Names stand apart in a roll, and so do the fields of a form.
_ROLL = re.compile(
    "[应特]?邀?(?:出席|列席|缺席|请假|参加|参会|到会|与会|旁听)[^，。]{0,8}(?:：|$|[^，。]{2,3})"
)
_LABEL = re.compile(f"(?!会议|[^：]*(?:要求|强调|明确|指出|确定|议定|认为))[{_HAN}]{{2,8}}：")
_ANEW = re.compile(
    "[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[.、]|会议"
)


def torn(even: str) -> list[Span]:
    """The blanks inside the words of a copy that tears them; none where a text is whole."""
    if even.count(" ") < _FEWEST:
        return []
    lines = [words for words in even.split("\n") if "。" in words or "，" in words]
    tears = sum([len(_IN_WORD.findall(_NAMES.sub("", words))) for words in lines if " " in words])
    if tears < _FEWEST or tears * _RAREST < sum(map(len, lines)):
        return []
    return [
        (start + left, start + right)
        for start, words in _running(even)
        for left, right in _blanks(words)
    ]


def _running(even: str) -> list[tuple[int, str]]:
    """The lines that are no roll, no form and no row of a table, each with its place."""
    found = []
    in_roll = False
    for line in _LINE.finditer(even):
        words = line[0]
        is_row = "  " in words and "。" not in words and "，" not in words
        if is_row or "\t" in words or "    " in words:
            continue
        whole = words.replace(" ", "").replace("\u3000", "")
        in_roll = (in_roll and not _ANEW.match(whole)) or _ROLL.match(whole) is not None
        if not (in_roll or _LABEL.match(whole)):
            found.append((line.start(), words))
    return found


def _blanks(words: str) -> list[Span]:
    names = [match.span() for match in _NAMES.finditer(words)]
    found = [
        match.span()
        for match in _BLANK.finditer(words)
        if not any(start < match.start() < end for start, end in names)
    ]
    for year in _YEAR.finditer(words):
        if len(year[0].replace(" ", "")) == 4:
            found += [
                (year.start() + at, year.start() + at + 1)
                for at, one in enumerate(year[0])
                if one == " "
            ]
    return sorted(set(found))
