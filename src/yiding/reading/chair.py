"""The chair: who presided, in which post, for whom 主持人."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.bearers import NAME
from yiding.reading.lexicon import WORDS, alternation
from yiding.reading.model import Chair
from yiding.reading.transcript import host_of

if TYPE_CHECKING:
    from yiding.reading.head import Opened
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet

_NAME = re.compile(NAME)
_POST = f"(?:代理?|常务|第一|副)*(?:[市县区州]长助理|{alternation('post')})"
# 余亮（街道党工委副书记、办事处主任）
_BEHIND = re.compile(f"(?P<name>{NAME})（(?P<post>[^（）]*(?:{alternation('post')}))）")
# 主持人（市长 方正）
_CALLED = re.compile("主持人[（ \u3000]*(?P<who>[^（）]{2,20})")
_POST_END = re.compile(f"{_POST}$")
# 市长, 常务副县长, 县住建局局长, 市委副书记、市长: what may stand after a name
_POSTS = re.compile(f"(?:(?:[市县区省州镇乡局][^，。；：、\\d]{{0,10}}?)?{_POST}[、和兼]?)+")
_ACTING = re.compile("代理?(?:市长|县长|区长|州长|旗长|镇长|乡长|省长|局长|主任|专员)")
# 市政府代市长: the government goes without saying
_GOVERNMENT = re.compile(
    "(?:[^、兼]*(?:人民)?政府|行政公署|行署)"
    "(?=(?:代理?|副|常务)*(?:市长|县长|区长|州长|旗长|镇长|乡长|省长|专员))"
)
# 江集镇镇长, 单县县委副书记: the place, named twice
_OWN_PLACE = re.compile("^[一-鿿]{1,6}([市县区镇乡旗州])(?=\\1[长委])")
_ON_BEHALF = re.compile("(?:受|经|应)(?P<who>[^，。；]{2,24}?)(?:同志)?(?:的)?(?:委托|指派)")
_HOST = re.compile("(?:共同)?主持(?!人|词|下|的)|召集并?")
_SPOKE = re.compile("出席会议并讲话|专题研究")
# 区领导司文一: whose leader, and not which post
_LEADER = re.compile("^[市县区旗州镇]领导(?=[一-鿿]{2,3}$)")
# 区委副书记 区长 某某
_BESIDE = re.compile("(?<=书记)[ \u3000]+(?=[一-鿿]{1,10}(?:长|任|员))")
_HONORIFIC = re.compile("(?:等)?(?:领导)?同志$")
_LEAVES = re.compile(
    "(?:并|又|先后)?(?:以(?=视频|电视|线上|现场)|在|于(?!在)|到|赴|率|带领|带队|代表|深入|前往)[^，。]*$"
)
# 副县长李某2020年4月27日在…: the day behind the name
_DAY_BEHIND = re.compile("(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:上午|下午|晚上?)?$")
# 11月5日上午市长…; 昨日下午，…; 会议由市长…主持
_TIME = re.compile(
    "[^，。]*?(?:上午|下午|晚上|晚|\\d日|[一二三四五六七八九十]日|[昨今]日|[昨今]天|会后|时分|\\d时"
    "|：\\d\\d|由)(?=[^，。]{2,})"
)
# 市长亓官某, 代旗长苏日嘎拉图: a name no list holds, after a post
_RARE = re.compile(
    f"(?P<post>.*{_POST})(?P<name>(?![会们员])(?:(?![在到率带及等与的长長]|和(?!$))[一-鿿]){{2,6}})"
)
# 县长古丽·某某, 古丽·某某县长
_FOREIGN = re.compile(
    f"(?P<before>.*{_POST})?(?P<name>[一-鿿]{{1,9}}·[一-鿿]{{1,9}}?)(?P<after>{_POST})?"
)
_PAUSE = re.compile("[，。；]")
# No clause that names the chair is longer.
_LONGEST_CLAUSE = 200


class Named(NamedTuple):
    """A person as worded: the name, and the post beside it."""

    name: str
    post: str | None


def named(words: str) -> Named | None:
    """A person out of 李亚平市长, 市长陈建华, 县住建局局长官锐同志, 代金涛同志."""
    words = _BESIDE.sub("、", _LEADER.sub("", words)).removesuffix("亲自")
    text = _HONORIFIC.sub("", words.strip(" \u3000，、")).replace("\u3000", "").replace(" ", "")
    if text.endswith("）") and (behind := _BEHIND.fullmatch(text)):
        return Named(behind["name"], behind["post"])
    if "·" in text:
        return _foreign(text)
    for size in (2, 3, 4):
        if _NAME.fullmatch(text[-size:]) and _POST_END.search(text[:-size]):
            return Named(text[-size:], text[:-size])
    for size in (2, 3, 4):
        is_name = _NAME.fullmatch(text[:size]) and text[:size] not in WORDS["no_name"]
        if is_name and _POSTS.fullmatch(text[size:]):
            return Named(text[:size], text[size:])
    if _NAME.fullmatch(text):
        # 代县长 and 姚安县 are nobody's names
        return (
            None if _POST_END.match(text) or text[-1] in "县市区镇乡州旗局" else Named(text, None)
        )
    rare = _RARE.fullmatch(text)
    return Named(rare["name"], rare["post"]) if rare else None


def _foreign(text: str) -> Named | None:
    match = _FOREIGN.fullmatch(text)
    return Named(match["name"], match["before"] or match["after"]) if match else None


def chair_of(sheet: Sheet, parts: Parts, opening: Opened) -> Chair | None:
    """Who presided: the person before 主持, whoever asked for it, and whether 代理."""
    flat = sheet.flat
    labelled = parts.form.get("主持") or parts.form.get("主持人")
    behalf = _ON_BEHALF.search(flat, opening.start, opening.end)
    absent = named(behalf["who"]) if behalf else None
    on_behalf_of = absent.name if absent else None
    # 副秘书长李某受副市长张某委托，在…主持: who presides stands before what he was asked
    stop = behalf.start() if behalf else opening.convened
    told = _presiding(flat, opening, behalf)
    if labelled and (found := _person_in(flat, labelled.body, labelled.end)):
        if behalf and not told:
            told = _person_before(flat, opening.start, stop, 0)
        same = told if not found[0].post and told and told[0].name == found[0].name else found
        return _chair(sheet, *same, on_behalf_of)
    if told:
        return _chair(sheet, *told, on_behalf_of)
    found = (
        _person_before(flat, opening.start, stop, 0)
        or _speaking(flat, parts)
        or _told_below(flat, parts)
    )
    return _chair(sheet, *found, on_behalf_of) if found else None


def _speaking(flat: str, parts: Parts) -> tuple[Named, int, int] | None:
    """Who presides in a transcript: 〔市长 李某〕现在开会."""
    where = host_of(flat, parts)
    if where and (called := _CALLED.match(flat, *where)):
        where = called.span("who")
    return _person_in(flat, *where) if where else None


def _told_below(flat: str, parts: Parts) -> tuple[Named, int, int] | None:
    """县委副书记、县长某某主持会议，…出席: told in the paragraph under the opening."""
    for paragraph in parts.body[:1]:
        host = _HOST.search(flat, paragraph.start, min(paragraph.end, paragraph.start + 60))
        if host:
            return _person_before(flat, paragraph.start, host.start(), 0)
    return None


def _presiding(
    flat: str, opening: Opened, behalf: re.Match[str] | None = None
) -> tuple[Named, int, int] | None:
    """The person beside the first 主持 of the opening that has one."""
    start = opening.start
    hosts = list(_HOST.finditer(flat, opening.start, opening.end))
    for host in hosts or _SPOKE.finditer(flat, opening.start, opening.end):
        after = behalf.end() if behalf and behalf.end() <= host.start() else 0
        before = _person_before(flat, start, host.start(), after)
        if found := before or _person_after(flat, host.end(), opening.end):
            return found
        start = _clause_start(flat, start, host.start())  # further back nobody was found
    return None


def _chair(sheet: Sheet, person: Named, start: int, end: int, on_behalf_of: str | None) -> Chair:
    words = named(sheet.words(start, end)) or _as_printed(sheet, person, start, end)
    return Chair(
        name=words.name,
        post=_own_post(words.post),
        acting=bool(person.post and _ACTING.search(person.post)),
        on_behalf_of=on_behalf_of,
        span=sheet.span(start, end),
    )


def _as_printed(sheet: Sheet, person: Named, start: int, end: int) -> Named:
    """The person in the characters of the document where the lexicon knows others: 區長葉青."""
    return Named(
        _printed(sheet, person.name, start, end),
        _printed(sheet, person.post, start, end) if person.post else None,
    )


def _printed(sheet: Sheet, words: str, start: int, end: int) -> str:
    at = sheet.flat.find(words, start, end)
    return sheet.words(at, at + len(words)) if at >= 0 else words


def _own_post(post: str | None) -> str | None:
    """The post as worded, 市委副书记、市长, without the government that goes without saying."""
    return _OWN_PLACE.sub("", _GOVERNMENT.sub("", post)) or post if post else None


def _person_before(flat: str, start: int, end: int, after: int) -> tuple[Named, int, int] | None:
    """The nearest stretch before 主持 that is a person, looking back comma by comma."""
    stop = end
    while stop > max(start, after):
        begin = max(_clause_start(flat, start, stop), after)
        if found := _person_in(flat, begin, stop):
            return found
        stop = begin - 1
    return None


def _clause_start(flat: str, start: int, stop: int) -> int:
    return max(start, *(flat.rfind(mark, start, stop) + 1 for mark in "，。；："))


def _person_after(flat: str, start: int, end: int) -> tuple[Named, int, int] | None:
    """主持：市长李某; 会议由市长李某主持 is read by the stretch before."""
    if flat[start : start + 1] != "：":
        return None
    pause = _PAUSE.search(flat, start + 1, end)
    return _person_in(flat, start + 1, pause.start() if pause else end)


def _person_in(flat: str, start: int, end: int) -> tuple[Named, int, int] | None:
    if end - start > _LONGEST_CLAUSE:
        return None
    text = flat[start:end].rstrip("。； \u3000")
    stays = _LEAVES.sub("", text)
    found = _person_of(stays, start) if stays else None
    return found or (_person_of(text, start) if text != stays else None)  # 区长于占江


def _person_of(text: str, start: int) -> tuple[Named, int, int] | None:
    """The person whom these words are about, 11月5日上午市长李某; ``start`` is their place."""
    text = _DAY_BEHIND.sub("", text) or text
    by = text.rfind("会议由")
    start, text = (start + by + 3, text[by + 3 :]) if by >= 0 else (start, text)
    called = text.rfind("召开、") + 3  # 会议由镇党委书记夏某召开、人武部长王某主持
    start, text = (start + called, text[called:]) if called > 2 else (start, text)
    cut = _TIME.match(text)
    for offset in (cut.end(), 0) if cut else (0,):
        part = text[offset:]
        begin = start + offset + len(part) - len(part.lstrip(" \u3000，、"))
        part = part.strip(" \u3000，、")
        if person := named(part):
            return person, begin, begin + len(part)
    return None
