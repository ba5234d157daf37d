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
_SURNAMES_TWO = frozenset(WORDS["surname_two"])
_TWO = f"(?=[{''.join({word[0] for word in WORDS['surname_two']})}]){alternation('surname_two')}"
_NATIVE = (
    f"(?:{_TWO}[{_HAN}]{{1,2}}|(?:{alternation('surname', 'roll_surname')})[{_HAN}{_MASK}]{{1,2}})"
)
# 李明, 欧阳正平, 艾尔肯·吐逊江, 李某某, and the xxx of a specimen
NAME = re.compile(f"{_FOREIGN}|{_NATIVE}|[{_MASK}]{{2,3}}")
# 阿拉腾其其格, 才让卓玛: written by the sound, with no surname
_SOUND = f"[{''.join(WORDS['roll_sound'])}]"
_SOUNDED = re.compile(f"{_SOUND}{{2,9}}")
_LONG_SOUNDED = re.compile(f"{_SOUND}{{6,9}}")
# Ordinary words that happen to open with a surname.
_NO_NAMES = frozenset(
    [*WORDS["no_name"], *(stem + last for stem in WORDS["section"] for last in "科处股室部")]
)
_DOT = re.compile("[·•・‧∙]")
_SHORT = re.compile(f"[{_HAN}]{{2,3}}")
_GIVEN = re.compile(f"[{_HAN}]{{2,5}}")
_TITLE = f"(?:{alternation('post', 'roll_post')})"
_POSTS = (*WORDS["post"], *WORDS["roll_post"])
_POST_AFTER = re.compile(f"(?:[市县区省州镇乡局][^、]{{0,10}}?)?(?:代理?|常务|第一|副)*{_TITLE}")
_POST_ALONE = re.compile(f"(?:代理?|常务|第一|副)*{_TITLE}$")
# 主任 of 办公室主任, where 室主任 is a title too
_LAST_POST = re.compile(f"(?:代理?|常务|第一|副)*(?:{alternation('post')})$")
_POST_FIRST = re.compile(f".{{0,14}}?{_TITLE}(?=(?!会)[{_HAN}]{{4,6}}$)")
# 副市长扎西
_POST_SOUNDED = re.compile(f"(?P<post>.{{0,14}}?{_TITLE})(?P<name>{_SOUND}{{2,9}})")
# A word of one of these ends is a body, never a name: 应急局, 编办, 管委会, 公司.
_ENDS = tuple(WORDS["roll_unit_end"])
_BODIES = frozenset(WORDS["unit_special"])
_PREFIXES = tuple(WORDS["unit_prefix"])
# 市公安局顾丰: the last character of a body, before a name.
_UNIT_KINDS = ("unit_suffix", "unit_last", "unit_special", "roll_unit_end")
_LAST = frozenset({"）"}.union(word[-1] for kind in _UNIT_KINDS for word in WORDS[kind]))
_SUFFIX_LAST = frozenset(word[-1] for word in WORDS["unit_suffix"])
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
# What the last character alone shows to be more than a name: a title, a body, 同志, 等.
_NO_END = "".join(
    {word[-1] for word in (*_POSTS, *_ENDS, *WORDS["roll_office_end"])} | set("县区市")
)
# Characters of titles and of hardly any body, and the titles that end like a body: 常委, 干部.
_OF_TITLES = "长任记席员师"
# What ends a body and begins no name: 财政 / 局达瓦.
_OF_BODIES = "局委厅院部办"
_LIKE_BODIES = frozenset(word[-2:] for word in _POSTS if word[-1] in _LAST)
_WORD_END = "(?=[、，；。 \n]|$)"
PLAIN_NAME = f"{_NATIVE}{_WORD_END}(?<![{_NO_END}])"
# 李明 or 市公安局顾丰 as it is mostly worded, the longest name first.
_IN_BODY = f"[^、，；：。 \n（）·•・‧∙{_OF_TITLES}]"
PLAIN = (
    f"(?>(?:{_IN_BODY}{{2,}}?(?<=[{''.join(_LAST - {'）'})}]))??"
    f"(?P<name>(?![{_OF_TITLES}]){_NATIVE}){_WORD_END})(?<![{_NO_END}])"
)
# 曹军会; trap: 安委会, 文学会
_GIVEN_LIKE_BODY = re.compile(f"(?:{alternation('surname')})[军庆风聚喜英爱玉文志]会")
# Where the next pair may begin in words without a separator.
_NEXT = re.compile("[市县区省州旗镇乡]")
# 李明（市财政局）, 市财政局（李明、王强）, 副市长（挂职）李明; 各县（市、区） is one word
_BRACKETED = re.compile(
    "(?P<before>[^（）]+)（(?![市县区州旗镇乡街道办、]{1,6}）)(?P<inside>[^（）]+)）(?P<behind>[^（）]*)"
)
_PART = re.compile("[^、，；]+")
_ASIDE = re.compile(
    "^(?:因|病|外出)|^[代女]$|列席|议题|挂职|主持|(?:公出|出差|[请休产事]假|开会|学习|培训|参会)$"
)
# 区人大代表, 市民代表: they come for themselves
_DELEGATES = ("人大代表", "政协委员", "党代表", "市民代表", "群众代表")


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
    if len(words) > 9 and _is_run_on(words) and (run := _pairs(words)):
        return tuple(run)
    if "（" in words and (run := _bracketed(words)):
        return tuple(run)
    titled = _post_after if is_post(words) else _pair
    one = _name_or_unit(words) or _post_before(words) or titled(words) or _ending(words)
    return (one,) if one else ()


def guessed(words: str) -> Worded:
    """What an unknown word under a label is: a name by its length or after a body, else a unit."""
    size = len(words)
    for cut in (size - 3, size - 2, size - 5, size - 4):
        if cut < 2 or words[cut] in _OF_BODIES:
            continue
        if _GIVEN.fullmatch(words, cut) and words[cut:] not in _NO_NAMES:
            if is_unit(words[:cut]):
                return Worded(name=(cut, size), unit=(0, cut))
            if words[:cut].endswith(_POSTS):
                return Worded(name=(cut, size), post=(0, cut))
    named = _GIVEN.fullmatch(words) and not _is_unitish(words)
    if named or _LONG_SOUNDED.fullmatch(words):
        return Worded(name=(0, size))
    return Worded(unit=(0, size))


def _is_unitish(words: str) -> bool:
    """市国动, 各科: a body by its first character; but 区 is a surname too (区文茵)."""
    surname = words[0] == "区" and len(words) < 4 and words[1:] not in WORDS["unit_stem"]
    return words.startswith(("市", "县", "区", "省", "州", "局", "各")) and not surname


def is_unit(words: str) -> bool:
    """Whether a word is a body as a whole, by its end or by the lexicon."""
    if words.endswith(_ENDS) or words in _BODIES:
        return len(words) > 1
    return words.startswith(_PREFIXES) and words[1:] in _BODIES


def is_post(words: str) -> bool:
    """Whether a word is a title: 市领导, 县委常委, 副市长."""
    return words.endswith(_POSTS)


def is_complete(words: str) -> bool:
    """Whether the words need nothing more: a name, a unit, a post, or two of them."""
    if words.endswith("）"):
        return True
    found = worded(words)
    if len(found) != 1 or found[0].name or found[0].post:
        return bool(found)
    return words[-1] in _SUFFIX_LAST or is_unit(words)


def is_plain(words: str, cut: int) -> bool:
    """Whether words that PLAIN parts at ``cut`` have no title in them and are one pair."""
    if not cut:
        return words not in _NO_NAMES
    return words[cut - 2 : cut] not in _LIKE_BODIES and (len(words) < 10 or not _is_run_on(words))


def _is_run_on(words: str) -> bool:
    return bool(_NEXT.search(words, 4) and _PAIRS.fullmatch(words))


def unit_of(post: str) -> str | None:
    """县人大常委会 of 县人大常委会副主任; None where the post names no body."""
    last = post.rsplit("、", 1)[-1]
    if last.endswith(_DELEGATES):
        return None
    for found in _POST_ALONE.search(last), _LAST_POST.search(last):
        before = last[: found.start()] if found else last
        if len(before) > 1 and (is_unit(before) or before[-1] in _LAST):
            return before
    first, _, others = post.partition("党组")
    return first if others and (is_unit(first) or first in _BODIES) else None


def is_rest(before: str, after: str) -> bool:
    """Whether a word is the rest of a name cut after its unit: 卫健委乌云 / 其其格."""
    if not _SOUNDED.fullmatch(after) or NAME.fullmatch(after) or len(before) < 4:
        return False
    found = worded(before)
    name = found[-1].name if found and found[-1].unit else None
    return bool(name and _SOUNDED.fullmatch(before, *name))


def _name_or_unit(words: str) -> Worded | None:
    if is_post(words):
        return None
    if is_unit(words) and not _GIVEN_LIKE_BODY.fullmatch(words):
        return Worded(unit=(0, len(words)))
    return Worded(name=(0, len(words))) if len(words) < 5 and _is_name(words) else None


def _is_name(words: str) -> bool:
    """Whether it is worded as a name; 平渠县 is a place."""
    county = len(words) > 2 and words[-1] in "县区市"
    return bool(NAME.fullmatch(words)) and words not in _NO_NAMES and not county


def _sizes(words: str) -> list[int]:
    """How long a name at the end may be; one with a dot starts where the post or body ends."""
    dot = _DOT.search(words)
    if dot is None:
        return [3, 2, 4]
    return [len(words) - cut for cut in range(dot.start() - 1, max(dot.start() - 9, -1), -1)]


def _post_before(words: str) -> Worded | None:
    """副市长陈文岳: the name follows the title; a title (副总经理) is no name."""
    for size in _sizes(words):
        cut = len(words) - size
        titled = words[:cut].endswith(_POSTS) and words[cut] != "会"
        if titled and words[cut:] not in _POSTS and NAME.fullmatch(words, cut):
            return Worded(name=(cut, len(words)), post=(0, cut))
    return None


def _pair(words: str) -> Worded | None:
    """市纪委监委邹洪凯: the unit ends where the name starts."""
    for size in _sizes(words):
        cut = len(words) - size
        if cut > 1 and words[cut - 1] in _LAST and NAME.fullmatch(words, cut):
            if (
                size < 3
                and words[cut - 2 : cut] in _SURNAMES_TWO
                and words[cut - 3 : cut - 2] in _LAST
            ):
                cut -= 2  # 市土储股 南门景行
            return Worded(name=(cut, len(words)), unit=(0, cut))
    return None


def _post_after(words: str) -> Worded:
    """李亚平市长: the title follows the name; or a title alone."""
    dot = _DOT.search(words)
    sizes = range(dot.end() + 1, len(words) - 1) if dot else (2, 3, 4)
    for size in () if _POST_ALONE.fullmatch(words) else sizes:
        doubled = words[size - 1 : size] == words[size : size + 1]  # 水管科科长
        if not doubled and _is_name(words[:size]) and _POST_AFTER.fullmatch(words, size):
            return Worded(name=(0, size), post=(size, len(words)))
    return Worded(post=(0, len(words)))


def _ending(words: str) -> Worded | None:
    """Names that open with no surname (县长助理乌云其其格, 市信访局扎西), 艾尔肯·吐逊江, 恒川区."""
    if found := _POST_FIRST.match(words):
        return Worded(name=(found.end(), len(words)), post=(0, found.end()))
    if found := _POST_SOUNDED.fullmatch(words):
        return Worded(name=found.span("name"), post=found.span("post"))
    if _is_name(words):
        return Worded(name=(0, len(words)))
    if len(words) > 2 and words[-1] in _LAST:
        return Worded(unit=(0, len(words)))
    body = FRESH.match(words)
    if body and _SHORT.fullmatch(words, body.end()):
        return Worded(name=(body.end(), len(words)), unit=(0, body.end()))
    return None


def _pairs(words: str) -> list[Worded]:
    """市发改委徐卫东市教育局项春雷: pairs run together without a separator."""
    found: list[Worded] = []
    for match in _ONE_PAIR.finditer(words):
        one = _pair(match.group())
        if one is None:
            return []
        found.append(one.moved(match.start()))
    return found


def _bracketed(words: str) -> list[Worded]:
    """于时（市财政局）, 孙立（副局长）, 市财政局（李明、王强）; a remark is passed over."""
    match = _BRACKETED.fullmatch(words)
    if match is None:
        return []
    start, outside = match.start("inside"), _one(match["before"])
    inside = [] if _ASIDE.search(match["inside"]) else _listed(match["inside"], start)
    if outside is None and inside and not match["behind"] and _SOUNDED.fullmatch(match["before"]):
        outside = Worded(name=match.span("before"))
    if outside and outside.name and not match["behind"]:
        return [_told_of(outside, inside)]
    if outside and any(one.name for one in inside):
        return [
            Worded(one.name, one.post or outside.post, outside.unit or one.unit) for one in inside
        ]
    around = worded(match["before"] + match["behind"])
    return [_wider(one, start - 1, len(match["inside"]) + 2) for one in around]


def _listed(inside: str, start: int) -> list[Worded]:
    parts = [(start + part.start(), _one(part.group())) for part in _PART.finditer(inside)]
    return [one.moved(by) for by, one in parts if one]


def _one(words: str) -> Worded | None:
    found = worded(words)
    return found[0] if found else None


def _told_of(person: Worded, inside: list[Worded]) -> Worded:
    """The person with the unit, or else the posts, of the brackets behind the name."""
    posts = [one.post for one in inside if one.post]
    post = (posts[0][0], posts[-1][1]) if posts else None
    unit = next((one.unit for one in inside if one.unit), None)
    return Worded(person.name, person.post or post, person.unit or unit)


def _wider(one: Worded, at: int, by: int) -> Worded:
    """The same in places of the word with its remark, ``by`` characters long, put back."""
    return Worded(
        *[part and (part[0] + by * (part[0] >= at), part[1] + by * (part[1] > at)) for part in one]
    )
