"""The roster: a stretch of a roll as entries, each a person, a unit, or a unit with its person.

Names padded with spaces are closed up and words cut by a line break made whole, so that
徐　光 is one name and 市发改⏎委顾行舟 one pair.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.lexicon import WORDS
from yiding.reading.people import (
    FRESH,
    NAME,
    PLAIN,
    PLAIN_NAME,
    Worded,
    guessed,
    is_complete,
    is_plain,
    is_rest,
    is_unit,
    worded,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiding.reading.sheet import Sheet
    from yiding.text import Span

_MARKS = "、，；：。"
# A blank that may be no separator, or be one of several: all but a space between two words.
_BLANK = "[ \u3000\t\n]"
_LONE = f"[一-鿿](?=[，、；。（]|{_BLANK}|$)"
_DOUBT = re.compile(
    f"{_BLANK}(?:{_BLANK}+|(?<=[\u3000\t\n])|(?={_LONE})|(?=[{_MARKS}]|$)"
    f"|(?<={_BLANK}[一-鿿].)|(?<=[{_MARKS}][一-鿿].)|(?<=^[一-鿿].)|(?<=[{_MARKS}].)|(?<=^.))",
    re.DOTALL,
)
_SINGLE = re.compile(_LONE)
_FOLLOWED = re.compile(f"[一-鿿]{_BLANK}+(?:(?P<lone>{_LONE})|[^ \u3000\t\n])")
_EDGE = re.compile(f"[ \u3000\t\n{_MARKS}]")
# One word between separators; the plain ones already parted into unit and name.
_PART = "(?:（[^（）]*）|“[^“”]*”|[^、，；：。 \n（“]|[（“])+"
_PARTS = re.compile(f"{PLAIN}|{_PART}")
_AND = re.compile(
    "[以及和与](?<=[一-鿿]{3})(?:(?<!以)|及)"
    f"(?=[市县区省州各副局]|有关|相关|政府|党组|直属|机关|常委|全体|部分|{PLAIN_NAME})"
)
# What starts no word of a roll: 张家港⏎市徐平观, 苏州工业园区⏎管委会李明
_REST = re.compile(f"[市县区旗](?:{NAME.pattern})$|管委会|管理委员会|人民政府|政府(?!办)")
# 区信访局　（缺席）
_REMARK = re.compile("（[^（）]*）")
# （二）政府办：卢某、陈某
_NUMBER = re.compile("（[一二三四五六七八九十]{1,2}）")
_FRESH_FIRST = frozenset("市县区省州旗自")
_PLACES = frozenset("市县区省州旗")
_SURNAMES = tuple(WORDS["surname_two"])
_OFFICE_ENDS = tuple(WORDS["roll_office_end"])
_OFFICIALS = re.compile(
    "(?:等(?:\\d+|[一二三四五六七八九十几多]+)?(?:家|个|名|位|人)?(?:有关|相关)?(?:单位|部门|科室|地区|企业)?)?(?:的)?"
    "(?:(?:有关|相关|各)?(?:主要|分管|有关|相关|班子|全体)*(?:负责同志|负责人|(?<![市县区省州局])领导|同志|人员|(?<!党[组委])成员|(?<=会)主任))?"
    "(?:应邀|分别|全程)*(?:出席|参加|列席)?(?:了)?(?:本次|全程)?(?:会议)?$"
)
_REPRESENTED = re.compile(
    "(?:等(?:有关|相关)?(?:单位|部门)?)?(?:的|各)?代表(?:[\\d一二两三四五六七八九十]{1,2}[人名位])?$"
)


class Run(NamedTuple):
    """A stretch closed up: its characters, those of the document, and their places in the sheet."""

    text: str
    shown: str
    places: Sequence[int]


class Entry(NamedTuple):
    """One line of a roster; ``linked`` to the entry before it where 、 joins two of one unit.

    ``span`` is a stretch of the sheet, the words are the document's own.
    """

    span: Span
    name: str | None = None
    post: str | None = None
    unit: str | None = None
    representative: bool = False
    linked: bool = False
    label: bool = False
    before: str = ""
    name_first: bool = False


class _Part(NamedTuple):
    """A word between separators, with the separator after it."""

    start: int
    end: int
    before: str
    after: str


def entries_of(sheet: Sheet, start: int, end: int, *, strict: bool = False) -> list[Entry] | None:
    """The entries of a stretch; ``strict`` gives None where a word of it is none of a roll's."""
    run = close_up(sheet, start, end)
    linked = _AND.search(run.text) is not None
    entries: list[Entry] = []
    for word in _PARTS.finditer(run.text):
        plain = None if linked else _plain(run, word)
        if plain is None:
            if not _enter_any(entries, run, word.span(), strict=strict):
                return None
        elif plain.unit:
            entries.append(plain)
        else:
            _enter(entries, plain, "")
    return entries


def _plain(run: Run, word: re.Match[str]) -> Entry | None:
    """李明, or 市公安局顾丰; None where more has to be asked of the word."""
    (start, end), (cut, _) = word.regs
    if cut < 0 or not is_plain(word[0], cut - start):
        return None
    text, shown, places = run
    span = (places[start], places[end - 1] + 1)
    if cut > start:
        return Entry(span, shown[cut:end], None, shown[start:cut])
    return Entry(span, shown[start:end], before=text[start - 1 : start])


def _enter_any(entries: list[Entry], run: Run, span: Span, *, strict: bool) -> bool:
    """Enter what one word of any form says; False where ``strict`` does not know it."""
    for part in _linked(run.text, *span):
        if part.after == "：":
            entries.append(_label(run, part))
            continue
        stop, represented = _core(run.text, part)
        if stop - part.start < 2 or _REMARK.fullmatch(run.text, part.start, stop):
            continue
        words = run.text[part.start : stop]
        sure = strict and not (len(words) < 4 and _goes_on(entries, part))
        pieces = worded(words) or (() if sure else (guessed(words),))
        for index, piece in enumerate(pieces):
            entry = _entry(run, piece, part, represented)
            _enter(entries, entry._replace(linked=True) if index else entry, part.after)
        if not pieces:
            return False
    return True


def _goes_on(entries: list[Entry], part: _Part) -> bool:
    """Whether names with a title came before: 副县长徐光、冶青原."""
    return part.before == "、" and bool(entries) and bool(entries[-1].name and entries[-1].post)


def _label(run: Run, part: _Part) -> Entry:
    """公众代表：罗永福、钱多慧: a label inside the roll is the unit, or the post, of its names."""
    words = run.shown[part.start : part.end]
    span = run.places[part.start], run.places[part.end - 1] + 1
    if run.text.endswith("领导", part.start, part.end):
        return Entry(span, post=words, label=True)
    return Entry(span, unit=words, label=True)


def _core(text: str, part: _Part) -> tuple[int, bool]:
    """Where the part ends without 等单位主要负责人, 列席会议, 的代表; whether it had the last."""
    counted = text[part.end - 1] in "人名位" and "代表" in text[part.start : part.end]
    if not (counted or text.endswith(_OFFICE_ENDS, part.start, part.end)):
        return part.end, False
    found = _REPRESENTED.search(text, part.start, part.end)
    if found and found.start() > part.start:
        return found.start(), True
    found = _OFFICIALS.search(text, part.start, part.end)
    return (found.start() if found else part.end), False


# --- closing up -----------------------------------------------------------------------------


def close_up(sheet: Sheet, start: int, end: int) -> Run:
    """The words of a stretch with one separator between them and none inside them."""
    text = sheet.flat[start:end]
    kept, done, closed = "", 0, False
    gaps: list[tuple[int, int, int]] = []
    for gap in _DOUBT.finditer(text):
        left, right = gap.span()
        closed = closed and left - done == 1
        kept += text[done:left]
        glue, closed = _glue(text, gap, _last_word(kept), closed)
        kept += glue
        gaps.append((left, right, len(glue)))
        done = right
    kept += text[done:]
    same = len(kept) == end - start
    places = range(start, end) if same else _places(start, end, gaps)
    even = sheet.words(start, end) == text.replace("\n", "").strip()
    return Run(kept, kept if even else _shown(sheet, kept, places), places)


def _shown(sheet: Sheet, kept: str, places: Sequence[int]) -> str:
    """The characters as the document has them, where the sheet has them in another form."""
    return "".join(
        character if character.isspace() else sheet.words(place, place + 1) or character
        for character, place in zip(kept, places, strict=True)
    )


def _places(start: int, end: int, gaps: list[tuple[int, int, int]]) -> list[int]:
    """The place of each character that is kept; what glues words stands where the next begins."""
    places: list[int] = []
    done = start
    for left, right, glue in gaps:
        places += range(done, start + left)
        places += [start + right] * glue
        done = start + right
    places += range(done, end)
    return places


def _last_word(kept: str) -> str:
    return kept[max(map(kept.rfind, _MARKS + " \n")) + 1 :]


def _glue(text: str, gap: re.Match[str], before: str, closed: bool) -> tuple[str, bool]:
    """What stands between a word and the one ``before`` it; whether it closed a padded name."""
    right = gap.end()
    if not before or text[right : right + 1] in _MARKS:
        return "", False
    glue = "\n" if "\n" in gap.group() else " "
    if _SINGLE.match(text, right):
        if closed or _starts(text, right, before, glue):
            return glue, False
        return "", True
    edge = _EDGE.search(text, right)
    after = text[right : edge.start() if edge else None]
    if glue == "\n":
        return ("" if not closed and _is_cut(before, after) else glue), False
    halves = len(before) == 1 and not closed and NAME.fullmatch(before + after)
    return ("" if halves else glue), False


def _starts(text: str, at: int, before: str, glue: str) -> bool:
    """Whether a character alone, which is no name, starts a padded or a cut word."""
    if glue == " " and text[at] in _PLACES and text[at + 1 : at + 2] == "\n":
        return True
    followed = _FOLLOWED.match(text, at) if len(before) > 1 else None
    if followed is None:
        return False
    return bool(followed["lone"] or glue == " ") and is_complete(before)


def _is_cut(before: str, after: str) -> bool:
    """Whether a line break cut a word of the run in two."""
    if not after:
        return False
    if before.endswith(_SURNAMES) and len(after) < 3:
        return True
    if FRESH.match(after):
        return False
    if _REST.match(after) or is_rest(before, after):
        return True
    if not is_complete(before):
        return not (NAME.fullmatch(after) and 1 < len(before) < 5)
    whole = FRESH.match(before + after) if before[0] in _FRESH_FIRST else None
    return bool(whole and whole.end() > len(before) and not is_unit(after))


# --- entering -------------------------------------------------------------------------------


def _linked(text: str, start: int, stop: int) -> Iterator[_Part]:
    """A word, or the words that 及, 和 and 与 link in it."""
    before, after = text[start - 1 : start], text[stop : stop + 1] or "\n"
    if text[start] == "（" and (number := _NUMBER.match(text, start, stop)):
        start = number.end()
    for link in _AND.finditer(text, start, stop):
        yield _Part(start, link.start(), before, "、")
        start, before = link.end(), "、"
    yield _Part(start, stop, before, after)


def _entry(run: Run, word: Worded, part: _Part, represented: bool) -> Entry:
    at, shown = part.start, run.shown
    name, post, unit = [shown[at + one[0] : at + one[1]] if one else None for one in word]
    stretches = [one for one in word if one]
    first, last = min(stretches)[0], max(stretches)[1]
    span = run.places[at + first], run.places[at + last - 1] + 1
    name_first = len(stretches) > 1 and stretches[0] == word.name and word.name[0] == first
    alone = represented and name is None
    return Entry(span, name, post, unit, alone, before=part.before, name_first=name_first)


def _enter(entries: list[Entry], entry: Entry, after: str) -> None:
    """Add an entry to the roster, or to the one before it that waits for it."""
    last = entries[-1] if entries else None
    if last and (joined := _join(last, entry, after)):
        entries[-1] = joined
        return
    entries.append(_beside(last, entry) if last else entry)
    if entry.representative and entry.before == "、":
        _represent(entries)


def _join(last: Entry, entry: Entry, after: str) -> Entry | None:
    """The entry before made whole by this one, where it waits for a name or a post."""
    if entry.name and (last.name or entry.unit):
        return None
    span = (last.span[0], entry.span[1])
    if last.name is None and entry.unit is None and _waits(last, entry):
        return last._replace(span=span, name=entry.name, post=_posts(last, entry))
    if last.name and (last.name_first or not (last.post or last.unit)):
        return _after_name(last, entry, after, span)
    return None


def _posts(last: Entry, entry: Entry) -> str | None:
    """市委常委、副市长: two titles of one person, as worded."""
    if last.post and entry.post:
        return last.post + entry.before.strip() + entry.post
    return entry.post or last.post


def _waits(last: Entry, entry: Entry) -> bool:
    """县委常委、副县长姜宏斌; 市财政局　孔令辉; 市委宣传部⏎汪苏春."""
    if last.representative:
        return False
    if entry.post:
        return entry.before == " " or (last.post is not None and entry.before == "、")
    return entry.before in {" ", "\n", "："}


def _after_name(last: Entry, entry: Entry, after: str, span: Span) -> Entry | None:
    """戚怀瑾　市水务局党组书记、局长: the post, or the unit alone, stands after the name."""
    if entry.post and not entry.unit:
        if last.post and last.name_first and entry.before == "、":
            return last._replace(span=span, post=_posts(last, entry))
        if not last.post and not last.unit and entry.before == " ":
            return last._replace(span=span, post=entry.post, name_first=True)
    alone = last.before in {"", "\n"} and after == "\n" and entry.before == " "
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
