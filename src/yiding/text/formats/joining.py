"""Two printed lines as one, and what of the second would have stood in the first."""

from __future__ import annotations

import re

from yiding.text.formats.running import Line

OPENER = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百]+[条章节]"
    r"|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]"
)
SENTENCE_END = re.compile(r"[。；：！？!?;:][”’）)]?$")
_CLUSTER = re.compile(r"[“‘（(《〈【〔]*(?:[\w.%/-]+|.)[，。、；：！？）)》〉】〕”’%]*", re.ASCII)
UNIT = "局|委|办|部|厅|院|会|室|站|所|社|处|科|股|中心|公司|集团|政府|大队|支队|镇|乡|街道|区|县"
_ENTRY = re.compile(
    rf"[\u4e00-\u9fff、]{{1,14}}?(?:{UNIT})(?:[\u4e00-\u9fff]{{2,4}}(?:、[\u4e00-\u9fff]{{2,3}})*|的?代表)"
)
_OFFICE = re.compile(rf"[市县区省州旗镇乡][\u4e00-\u9fff]{{1,10}}(?:{UNIT})")
_LONGEST_ENTRY = 18
_NAMES = re.compile(r"(?:\S{1,6}[：:]\s*)?[\u4e00-\u9fff·]{2,4}(?:\s+[\u4e00-\u9fff·]{2,4}){2,}")


def cluster(text: str) -> re.Match[str] | None:
    """What opens a line and is never broken: a word, a figure, a character with its marks."""
    return _CLUSTER.match(text)


def breadth(found: re.Match[str] | None) -> float:
    """How many ems a piece of text takes."""
    return sum(0.5 if each.isascii() else 1.0 for each in found[0]) if found else 0.0


def joined(text: str, before: Line, line: Line) -> str:
    """Two printed lines as one: Chinese meets without a space, words and listed names do not."""
    if text.endswith("\N{SOFT HYPHEN}"):
        return text[:-1] + line.text
    if _are_words(text[-1], line.text[0]) or _are_names(before, line):
        return f"{text} {line.text}"
    return text + line.text


def _are_words(last: str, first: str) -> bool:
    if not (last + first).isascii():
        return False
    if last.isdigit():
        return first.isalpha()
    return (last.isalpha() or last in ",;:.") and first.isalnum()


def _are_names(before: Line, line: Line) -> bool:
    """A break between two names of a roll; a name broken in two leaves one letter alone."""
    text, following = before.text, line.text
    if before.has_gap and text.count(" ") > 1:
        return True
    words = text.split()
    last, first = words[-1], following.split()[0]
    if len(words) > 2 and _ENTRY.fullmatch(last) and _ENTRY.fullmatch(first):
        return True  # 市水利局李四光 / 市应急局王五常
    if len(words) > 2 and max(map(len, words)) < _LONGEST_ENTRY and _OFFICE.fullmatch(first):
        return True  # 县法院　叶　青 / 县发改局　敖　东
    return _NAMES.fullmatch(text) is not None and len(first) in {2, 3, 4} and len(last) > 1
