"""The roster: a stretch of a roll as entries, each a person, a unit, or a unit with its person.

Names padded with spaces are closed up and words cut by a line break made whole, so that
徐　光 is one name and 市发改⏎委顾行舟 one pair.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.lexicon import WORDS
from yiding.reading.people import FRESH, NAME, Worded, is_unit, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.text import Span

_WORD = re.compile("[^ \u3000\t\n]+")
_SINGLE = re.compile("[一-鿿](?:[，、；。（]|$)")
_EDGE = re.compile("[、，；：。]")
_BLANK = re.compile("\\s")
# 卢瑶（因公出差）, 副市长（挂职）李明; the brackets of 各县（市、区） belong to the unit
_REMARK = re.compile(
    "（(?![市县区州旗镇乡街道办、]{1,6}）)[^（）]*）(?=[、，；。 \u3000\t\n]|$)"
    "|（(?:挂职|兼|主持工作|[^（）]{1,6}级)）"
)
_PART = re.compile("(?:（[^（）]*）|“[^“”]*”|[^、，；：。 \n（“]|[（“])+")
_AND = re.compile("(?<=[一-鿿]{2})(?:以及|及|和|与)(?=[市县区省州各副局]|有关|相关|政府|党组|直属)")
# What starts no word of a roll: 张家港⏎市徐平观, 苏州工业园区⏎管委会李明
_REST = re.compile(f"[市县区旗](?:{NAME.pattern})$|管委会|管理委员会|人民政府|政府(?!办)")
_SURNAMES = tuple(WORDS["surname_two"])
_OFFICE_ENDS = tuple(WORDS["roll_office_end"])
_OFFICIALS = re.compile(
    "(?:等(?:\\d+|[一二三四五六七八九十几多]+)?(?:家|个|名|位|人)?(?:有关|相关)?(?:单位|部门|科室|地区|企业)?)?(?:的)?"
    "(?:(?:有关|相关|各)?(?:主要|分管|有关|相关|班子|全体)*(?:负责同志|负责人|(?<![市县区省州局])领导|同志|人员|(?<!党[组委])成员|(?<=会)主任))?"
    "(?:应邀|分别|全程)*(?:出席|参加|列席)?(?:了)?(?:本次|全程)?(?:会议)?$"
)
_REPRESENTED = re.compile("(?:等(?:有关|相关)?(?:单位|部门)?)?(?:的|各)?代表$")
_LOOSE = re.compile("[一-鿿]{2,5}")
_UNITISH = ("市", "县", "区", "省", "州", "局", "各")


class Run(NamedTuple):
    """A stretch closed up, and the place in the sheet of each of its characters."""

    text: str
    places: list[int]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the sheet that these characters of the run come from."""
        return self.places[start], self.places[end - 1] + 1


class Entry(NamedTuple):
    """One line of a roster; ``linked`` to the entry before it where 、 joins two of one unit."""

    span: Span
    name: Span | None = None
    post: Span | None = None
    unit: Span | None = None
    representative: bool = False
    linked: bool = False
    label: bool = False
    before: str = ""
    name_first: bool = False


class _Part(NamedTuple):
    """A word between separators, with the separators around it."""

    start: int
    end: int
    before: str
    after: str


def entries_of(flat: str, start: int, end: int, *, strict: bool = False) -> list[Entry] | None:
    """The entries of a stretch; ``strict`` gives None where a word of it is none of a roll's."""
    run = close_up(flat, start, end)
    entries: list[Entry] = []
    for part in _parts(run.text):
        if part.after == "：":
            entries.append(_label(run, part))
            continue
        stop, represented = _core(run.text, part)
        if stop - part.start < 2:
            continue
        pieces = _worded(run.text[part.start : stop], strict)
        if pieces is None:
            return None
        for piece in pieces:
            _enter(entries, _entry(run, piece, part, represented), part)
    return entries


def _label(run: Run, part: _Part) -> Entry:
    """公众代表：罗永福、钱多慧: a label inside the roll is the unit, or the post, of its names."""
    span = run.span(part.start, part.end)
    if run.text.endswith("领导", part.start, part.end):
        return Entry(span, post=span, label=True)
    return Entry(span, unit=span, label=True)


def _core(text: str, part: _Part) -> tuple[int, bool]:
    """Where the part ends without 等单位主要负责人, 列席会议, 的代表; whether it had the last."""
    if not text.endswith(_OFFICE_ENDS, part.start, part.end):
        return part.end, False
    found = _REPRESENTED.search(text, part.start, part.end)
    if found and found.start() > part.start:
        return found.start(), True
    found = _OFFICIALS.search(text, part.start, part.end)
    return (found.start() if found else part.end), False


def _worded(words: str, strict: bool) -> tuple[Worded, ...] | None:
    """What the words say; under a label an unknown word is a name by its length, else a unit."""
    found = worded(words)
    if found or strict:
        return found or None
    if _LOOSE.fullmatch(words) and not words.startswith(_UNITISH):
        return (Worded(name=(0, len(words))),)
    return (Worded(unit=(0, len(words))),)


# --- closing up -----------------------------------------------------------------------------


def close_up(flat: str, start: int, end: int) -> Run:
    """The words of a stretch with one separator between them and none inside them."""
    words = [
        match.span()
        for left, right in _apart(flat, start, end)
        for match in _WORD.finditer(flat, left, right)
    ]
    text: list[str] = []
    places: list[int] = []
    whole, closed = "", False
    for index, (left, right) in enumerate(words):
        gap, closed = _gap(flat, words, index, whole, closed) if index else ("", False)
        whole = flat[left:right] if gap or not index else whole + flat[left:right]
        text += gap, flat[left:right]
        places += [left] * len(gap)
        places += range(left, right)
    return Run("".join(text), places)


def _apart(flat: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without its remarks."""
    if flat.find("（", start, end) >= 0:
        for match in _REMARK.finditer(flat, start, end):
            yield start, match.start()
            start = match.end()
    yield start, end


def _gap(flat: str, words: list[Span], index: int, whole: str, closed: bool) -> tuple[str, bool]:
    """What stands between a word and the ``whole`` before it; whether it closed a padded name."""
    (first, last), (left, right) = words[index - 1], words[index]
    blank = flat[last:left]
    before = _EDGE.split(whole)[-1]
    if not before or flat[left] in "、，；：。" or not _BLANK.search(blank):
        return "", False
    gap = "\n" if "\n" in blank else " "
    closed = closed and not _EDGE.search(flat, first, last)
    if _SINGLE.match(flat, left, right):
        if closed or _starts(flat, words, index, before, gap):
            return gap, False
        return "", True
    after = _EDGE.split(flat[left:right], maxsplit=1)[0]
    if gap == "\n":
        return ("" if not closed and _is_cut(before, after) else gap), False
    halves = len(before) == 1 and not closed and NAME.fullmatch(before + after)
    return ("" if halves else gap), False


def _starts(flat: str, words: list[Span], index: int, before: str, gap: str) -> bool:
    """Whether a character alone, which is no name, starts a padded or a cut word."""
    left, right = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if not following or right - left > 1 or len(before) < 2:
        return False
    padded = _SINGLE.match(flat, *following)
    return bool(padded or gap == " ") and is_complete(before)


def is_complete(words: str) -> bool:
    """Whether the words need nothing more: a name, a unit, a post, or two of them."""
    return words.endswith("）") or bool(worded(words))


def _is_cut(before: str, after: str) -> bool:
    """Whether a line break cut a word of the run in two."""
    if not after:
        return False
    if before.endswith(_SURNAMES) and len(after) < 3:
        return True
    if FRESH.match(after):
        return False
    if _REST.match(after):
        return True
    if not is_complete(before):
        return not (NAME.fullmatch(after) and 1 < len(before) < 5)
    whole = FRESH.match(before + after)
    return bool(whole and whole.end() > len(before) and not is_unit(after))


# --- entering -------------------------------------------------------------------------------


def _parts(text: str) -> Iterator[_Part]:
    before = ""
    linked = _AND.search(text)
    for match in _PART.finditer(text):
        start, stop = match.span()
        after = text[stop : stop + 1] or "\n"
        for link in _AND.finditer(text, start, stop) if linked else ():
            yield _Part(start, link.start(), before, "、")
            start, before = link.end(), "、"
        yield _Part(start, stop, before, after)
        before = text[stop : stop + 1]


def _entry(run: Run, word: Worded, part: _Part, represented: bool) -> Entry:
    name, post, unit = [
        (run.places[part.start + at[0]], run.places[part.start + at[1] - 1] + 1) if at else None
        for at in word
    ]
    stretches = [stretch for stretch in (name, post, unit) if stretch]
    span = (min(stretches)[0], max(stretches)[1])
    return Entry(span, name, post, unit, represented and name is None, before=part.before)


def _enter(entries: list[Entry], entry: Entry, part: _Part) -> None:
    """Add an entry to the roster, or to the one before it that waits for it."""
    last = entries[-1] if entries else None
    if last and (joined := _join(last, entry, part)):
        entries[-1] = joined
        return
    entries.append(_beside(last, entry) if last else entry)
    if entry.representative and part.before == "、":
        _represent(entries)


def _join(last: Entry, entry: Entry, part: _Part) -> Entry | None:
    """The entry before made whole by this one, where it waits for a name or a post."""
    span = (last.span[0], entry.span[1])
    if last.name is None and entry.unit is None and _waits(last, entry):
        both = last.post and entry.post and (last.post[0], entry.post[1])
        return last._replace(span=span, name=entry.name, post=both or entry.post or last.post)
    if last.name and entry.name is None and last.span[0] == last.name[0]:
        return _after_name(last, entry, part, span)
    return None


def _waits(last: Entry, entry: Entry) -> bool:
    """县委常委、副县长姜宏斌; 市财政局　孔令辉; 市委宣传部⏎汪苏春."""
    if last.representative:
        return False
    if entry.post:
        return entry.before == " " or (last.post is not None and entry.before == "、")
    return entry.before in {" ", "\n", "："}


def _after_name(last: Entry, entry: Entry, part: _Part, span: Span) -> Entry | None:
    """戚怀瑾　市水务局党组书记、局长: the post, or the unit alone, stands after the name."""
    if entry.post and not entry.unit:
        if last.post and last.name_first and entry.before == "、":
            return last._replace(span=span, post=(last.post[0], entry.post[1]))
        if not last.post and not last.unit and entry.before == " ":
            return last._replace(span=span, post=entry.post, name_first=True)
    alone = last.before in {"", "\n"} and part.after == "\n" and entry.before == " "
    if entry.unit and alone and not (last.unit or last.post or entry.representative):
        return last._replace(span=span, unit=entry.unit, name_first=True)
    return None


def _beside(last: Entry, entry: Entry) -> Entry:
    """A bare name beside another shares its unit and its title: 副市长陈文岳、柯汉根."""
    bare = entry.name and not entry.unit and not entry.post
    if not bare or not last.name or last.name_first:
        return entry
    if entry.before == "、":
        return entry._replace(post=last.post, unit=last.unit, linked=True)
    if entry.before == " " and last.unit:
        return entry._replace(unit=last.unit, linked=True)
    return entry


def _represent(entries: list[Entry]) -> None:
    """市交通局、苏州工业园区的代表: both sent someone."""
    for index in range(len(entries) - 2, -1, -1):
        entry = entries[index]
        if entry.name or not entry.unit:
            break
        entries[index] = entry._replace(representative=True)
        if entry.before != "、":
            break
