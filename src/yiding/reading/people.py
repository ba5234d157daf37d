"""People: how a roll words a person, a post and a unit, and the two together.

Every answer is given in places of the word asked about, so that spans stay exact.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.lexicon import WORDS, alternation

if TYPE_CHECKING:
    from yiding.text import Span

_HAN = "一-鿿"
_FOREIGN = f"[{_HAN}]{{1,8}}(?:[·•・‧∙][{_HAN}]{{1,8}})+"
_MASK = "×xX某*"
# 李明, 欧阳正平, 艾尔肯·吐逊江, 李某某, and the xxx of a specimen
NAME = re.compile(
    f"{_FOREIGN}|(?:{alternation('surname_two')})[{_HAN}]{{1,2}}"
    f"|(?:{alternation('surname', 'roll_surname')})[{_HAN}{_MASK}]{{1,2}}|[{_MASK}]{{2,3}}"
)
# Ordinary words that happen to open with a surname.
_NO_NAMES = frozenset(WORDS["no_name"])
_DOT = re.compile("[·•・‧∙]")
_HAN_ONLY = re.compile(f"[{_HAN}]+")
_SHORT = re.compile(f"[{_HAN}]{{2,3}}")
_TITLE = f"(?:{alternation('post', 'roll_post')})"
_POSTS = (*WORDS["post"], *WORDS["roll_post"])
_POST_AFTER = re.compile(f"(?:[市县区省州镇乡局][^、]{{0,10}}?)?(?:代理?|常务|第一|副)*{_TITLE}")
_POST_ALONE = re.compile(f"(?:代理?|常务|第一|副)*{_TITLE}$")
_POST_FIRST = re.compile(f".{{0,14}}?{_TITLE}(?=(?!会)[{_HAN}]{{4,6}}$)")
# A word of one of these ends is a body, never a name: 应急局, 编办, 管委会, 公司.
_ENDS = tuple(WORDS["roll_unit_end"])
_BODIES = frozenset(WORDS["unit_special"])
_PREFIXES = tuple(WORDS["unit_prefix"])
# 市公安局顾丰: the last character of a body, before a name.
_UNIT_KINDS = ("unit_suffix", "unit_last", "unit_special", "roll_unit_end")
_LAST = frozenset({"）"}.union(word[-1] for kind in _UNIT_KINDS for word in WORDS[kind]))
_OFFICE = f"(?:{alternation('unit_stem')})(?:{alternation('unit_last')})"
_BODY = f"(?:{alternation('unit_special')}|{_OFFICE})"
_FRESH = (
    "(?:[市县区省州旗](?:人大常委会|人大|政协)"
    f"|(?:市|县|区|省|州|旗|自治区)(?:委|政府)?{_BODY}|[市县区省州旗](?:委|政府))"
)
_PAIR = f"(?:{_FRESH}|[{_HAN}]{{2,4}}[市县区旗镇乡])(?:{NAME.pattern})"
_PAIRS = re.compile(f"(?:{_PAIR}){{2,}}")
_ONE_PAIR = re.compile(f"{_PAIR}(?=(?:{_PAIR})*$)")
FRESH = re.compile(_FRESH)


class Worded(NamedTuple):
    """What one word of a roll says; each part is a stretch of the word, or None."""

    name: Span | None = None
    post: Span | None = None
    unit: Span | None = None

    def moved(self, by: int) -> Worded:
        """The same in places ``by`` characters further on."""
        return Worded(*[(part[0] + by, part[1] + by) if part else None for part in self])


# The same people sit in meeting after meeting.
@lru_cache(maxsize=4096)
def worded(words: str) -> tuple[Worded, ...]:
    """市长李亚平, 李亚平市长, 市公安局顾丰, 市教育局, 副县长; empty where it is none of these."""
    if len(words) > 9 and (run := _pairs(words)):
        return tuple(run)
    titled = _post_after if is_post(words) else _pair
    one = _name_or_unit(words) or _post_before(words) or titled(words) or _ending(words)
    return (one,) if one else ()


def is_unit(words: str) -> bool:
    """Whether a word is a body as a whole, by its end or by the lexicon."""
    if words.endswith(_ENDS) or words in _BODIES:
        return len(words) > 1
    return words.startswith(_PREFIXES) and words[1:] in _BODIES


def is_post(words: str) -> bool:
    """Whether a word is a title: 市领导, 县委常委, 副市长."""
    return words.endswith(_POSTS)


def unit_of(post: str) -> str | None:
    """县人大常委会 of 县人大常委会副主任; None where the post names no body."""
    last = post.rsplit("、", 1)[-1]
    found = _POST_ALONE.search(last)
    before = last[: found.start()] if found else last
    return before if len(before) > 1 and (is_unit(before) or before[-1] in _LAST) else None


def _name_or_unit(words: str) -> Worded | None:
    if is_post(words):
        return None
    if is_unit(words):
        return Worded(unit=(0, len(words)))
    return Worded(name=(0, len(words))) if len(words) < 5 and _is_name(words) else None


def _is_name(words: str) -> bool:
    return bool(NAME.fullmatch(words)) and words not in _NO_NAMES


def _sizes(words: str) -> list[int]:
    """How long a name at the end may be; one with a dot starts where the post or body ends."""
    dot = _DOT.search(words)
    if dot is None:
        return [3, 2, 4]
    return [len(words) - cut for cut in range(dot.start() - 1, max(dot.start() - 9, -1), -1)]


def _post_before(words: str) -> Worded | None:
    """副市长陈文岳: the name follows the title."""
    for size in _sizes(words):
        cut = len(words) - size
        if words[:cut].endswith(_POSTS) and words[cut] != "会" and NAME.fullmatch(words, cut):
            return Worded(name=(cut, len(words)), post=(0, cut))
    return None


def _pair(words: str) -> Worded | None:
    """市纪委监委邹洪凯: the unit ends where the name starts."""
    for size in _sizes(words):
        cut = len(words) - size
        if cut > 1 and words[cut - 1] in _LAST and NAME.fullmatch(words, cut):
            return Worded(name=(cut, len(words)), unit=(0, cut))
    return None


def _post_after(words: str) -> Worded:
    """李亚平市长: the title follows the name; or a title alone."""
    dot = _DOT.search(words)
    sizes = range(dot.end() + 1, len(words) - 1) if dot else (2, 3, 4)
    for size in () if _POST_ALONE.fullmatch(words) else sizes:
        if _is_name(words[:size]) and _POST_AFTER.fullmatch(words, size):
            return Worded(name=(0, size), post=(size, len(words)))
    return Worded(post=(0, len(words)))


def _ending(words: str) -> Worded | None:
    """Names that open with no surname (县长助理乌云其其格, 市信访局扎西), 艾尔肯·吐逊江, 恒川区."""
    if found := _POST_FIRST.match(words):
        return Worded(name=(found.end(), len(words)), post=(0, found.end()))
    if NAME.fullmatch(words):
        return Worded(name=(0, len(words)))
    if len(words) > 2 and words[-1] in _LAST:
        return Worded(unit=(0, len(words)))
    body = FRESH.match(words)
    if body and _SHORT.fullmatch(words, body.end()):
        return Worded(name=(body.end(), len(words)), unit=(0, body.end()))
    return None


def _pairs(words: str) -> list[Worded]:
    """市发改委徐卫东市教育局项春雷: pairs run together without a separator."""
    if not _PAIRS.fullmatch(words):
        return []
    found: list[Worded] = []
    for match in _ONE_PAIR.finditer(words):
        one = _pair(match.group())
        if one is None:
            return []
        found.append(one.moved(match.start()))
    return found
