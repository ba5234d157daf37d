"""The roll call: where a document says who was present, absent, observing, and who wrote.

Under a label (列席：…), wherever it stands; else in prose (副市长汤敏、任海峰参加会议).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.imprint import is_imprint
from yiding.reading.people import NAME
from yiding.reading.roster import Entry, entries_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yiding.reading.outline import Paragraph
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

_GAP = "[ \u3000]*"
_WORDS = ("出席", "列席", "缺席", "请假", "参加", "旁听")
_VERBS = f"(?:{'|'.join(_GAP.join(word) for word in _WORDS)})"
_WHO = (
    f"(?:会议)?(?:的)?(?:人{_GAP}员|单{_GAP}位|领{_GAP}导|情{_GAP}况|同志|人|代表|部门)?(?:名单)?"
)
_RECORDED = f"(?:会议)?记{_GAP}录{_GAP}(?:整{_GAP}理)?{_GAP}(?:人{_GAP}员?|员)?"
_OTHER = (
    f"整{_GAP}理{_GAP}人?|主{_GAP}持{_GAP}人?|地{_GAP}点|时{_GAP}间"
    f"|分{_GAP}送|抄{_GAP}[送报]|主{_GAP}送"
)
_INVITED = f"(?:应{_GAP}邀|特{_GAP}邀|邀{_GAP}请|因[公事病故])?(?:会议)?"
# 列席人员：, 因公请假：; and in a sentence 参加会议的有
_LABEL = re.compile(
    f"(?:{_INVITED}(?:{_VERBS}|参会|与会|到会|未到会|特邀){_WHO}|{_RECORDED}|{_OTHER}){_GAP}："
    "|(?:应邀|受邀)?(?:出席|列席|参加|参与)(?:了)?(?:本次|此次|这次)?(?:会议|座谈)?"
    "的(?:还|领导|同志|人员|单位|[市县区]领导)*(?:有|为|是)(?:：)?"
)
_KINDS = (
    (re.compile(f"缺|请{_GAP}假|因[公事病]|未"), "absent"),
    (re.compile(f"列|邀|旁|单{_GAP}位(?![及和])"), "observers"),
    (re.compile(f"记{_GAP}录"), "record"),
    (re.compile("出|参|到|与"), "present"),
)
# What each label inside a run has: 列席：, 参加会议的有
_SIGNS = re.compile("：|出席|列席|参加|参与")
_TRIGGERS = re.compile("出席|列席|参加|参与会议|请假|缺席|到会|参会|记录[人员]?：")
# The kinds of this meeting; 国务院常务会议 or 市委全会 would be another one.
_SORT = "常务|专题|协调|现场|办公|座谈|调度|推进|动员|部署|全体|扩大|局长|主任|视频|电视电话|联席"
_SAID = re.compile(
    "(?P<list>.*?)(?:[和及与以、]+[^，、和及与]{0,12}?(?:人员|委员|成员)(?:共?计?\\d+余?[人名位])?)?"
    "(?:等(?:领导)?)?(?:(?<!负责)同志)?"
    "(?:应邀|受邀|分别|共同|一同|一并|全程|也|均|都|因[^，。]{1,8}?)*"
    "(?<!派[员人])(?P<verb>应邀到会|出席|列席|参加|请假|缺席)(?:了)?"
    f"(?:(?:本次|此次|这次|该)?(?:[市县区局]?(?:政府)?(?:{_SORT})*会议?|[一-鿿]{{2,6}}会"
    "|第?[一二三四五六七八九十、至\\d]+[项个]?议题))?(?:(?:并|听取)[^，。]{2,12})?"
)
# 今天列席会议的市人大代表是栾玉梅，政协委员是祖大川
_BEING = re.compile(
    f"(?:列席(?:本次)?(?:会议)?的)?(?P<who>[一-鿿]{{2,8}})是(?P<name>{NAME.pattern})(?=[，。；]|$)"
)
# 县直相关部门负责人，…街道主要负责人参加会议: after those who are named, and nobody by name
_OFFICIALS = re.compile(
    "(?:(?:[市县区旗州]直|各|相关|有关)[^，。、]{0,10}|[一-鿿、]{2,14}(?:街道|乡镇|镇街))"
    "(?:主要)?(?:负责人|负责同志)"
)
# 宋某、万某等市政府领导
_LEADERS = re.compile("等[市县区旗州]?(?:政府|委)?领导(?:同志)?$")
# （二）政府办：卢某、陈某; （三）发改局周某，教体局郭某
_NUMBERED_ROLL = re.compile(
    "（[一二三四五六七八九十]{1,2}）(?!.*(?:会议|关于|审议|听取|研究|问题|工作|[要由将需《]))"
    "[^。；]*[：，、][^。；]*[。；]?"
)
_SENTENCE = re.compile("[^。；\n]+")
_CLAUSE = re.compile("[^，]+")
_HELD = re.compile("主持|召开")
# Words of a sentence: no title and no body has them.
_ORDINARY = re.compile(
    "会议|要求|决定|建议|强调|指出|[由请让对在向把从将的了需]|应(?!急)|要(?!素)|邀请"
    "|今[天日]|[上下]午|组织(?!部|委员)|牵头|负责(?!人)|配合"
)


class Called(NamedTuple):
    """Entries of one kind: present, absent, observers or record."""

    kind: str
    entries: list[Entry]


def labelled(sheet: Sheet, paragraphs: Iterable[Paragraph]) -> Iterator[Called]:
    """The runs under labels at the head of their lines, with the labels inside them."""
    kind, start, end = "", 0, 0
    flat = sheet.flat
    for paragraph in paragraphs:
        words = flat[paragraph.start : paragraph.end]
        follows = kind and not paragraph.opens and paragraph.start <= end + 1
        if follows and not is_imprint(words):
            end = paragraph.end
            continue
        if kind or flat.find("：", start, end) >= 0:
            yield from _runs(sheet, kind, start, end)
        heads = paragraph.opens in {"roll", "record"}
        kind = _kind(flat[paragraph.start : paragraph.body]) if heads else ""
        start, end = paragraph.body, paragraph.end
    yield from _runs(sheet, kind, start, end)


def with_numbered_rolls(flat: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs; （一）邀请列席：… （二）政府办：… under 列席： go on with the roll."""
    found: list[Paragraph] = []
    in_roll = False
    for paragraph in paragraphs:
        words = flat[paragraph.start : paragraph.end]
        if paragraph.opens == "two" and in_roll and _NUMBERED_ROLL.fullmatch(words):
            found.append(paragraph._replace(opens="", body=paragraph.start))
            continue
        if paragraph.opens:
            in_roll = paragraph.opens == "roll"
        found.append(paragraph)
    return found


def _kind(label: str) -> str:
    return next((name for pattern, name in _KINDS if pattern.search(label)), "")


def _runs(sheet: Sheet, kind: str, start: int, end: int) -> Iterator[Called]:
    """One run, or several where labels stand inside it."""
    flat = sheet.flat
    for match in _LABEL.finditer(flat, start, end) if _SIGNS.search(flat, start, end) else ():
        yield from _run(sheet, kind, start, match.start())
        kind, start = _kind(match.group()), match.end()
    if kind:
        yield from _run(sheet, kind, start, end)


def _run(sheet: Sheet, kind: str, start: int, end: int) -> Iterator[Called]:
    stop = sheet.flat.find("。", start, end)
    if kind and (entries := entries_of(sheet, start, end if stop < 0 else stop)):
        yield Called(kind, entries)


def told(sheet: Sheet, paragraphs: Iterable[Paragraph]) -> Iterator[Called]:
    """What the sentences of these paragraphs tell, by labels inside them or before a verb."""
    for paragraph in paragraphs:
        if _TRIGGERS.search(sheet.flat, paragraph.start, paragraph.end):
            for sentence in _SENTENCE.finditer(sheet.flat, paragraph.start, paragraph.end):
                yield from _sentence(sheet, *sentence.span())


def _sentence(sheet: Sheet, start: int, end: int) -> Iterator[Called]:
    flat = sheet.flat
    if not _TRIGGERS.search(flat, start, end):
        return
    if label := _LABEL.search(flat, start, end):
        yield from _runs(sheet, _kind(label.group()), label.end(), end)
    elif flat.find("是", start, end) >= 0 and flat.find("列席", start, end) >= 0:
        yield from _being(sheet, start, end)
    else:
        yield from _before_verbs(sheet, start, end)


def _being(sheet: Sheet, start: int, end: int) -> Iterator[Called]:
    names = [match.span("name") for match in _BEING.finditer(sheet.flat, start, end)]
    if names:
        yield Called("observers", [Entry(name, name=sheet.words(*name)) for name in names])


def _before_verbs(sheet: Sheet, start: int, end: int) -> Iterator[Called]:
    """Lists that end in 出席, 列席 or 参加, of nothing but persons and units."""
    clauses = [match.span() for match in _CLAUSE.finditer(sheet.flat, start, end)]
    first = 0
    for index, (left, right) in enumerate(clauses):
        said = _SAID.fullmatch(sheet.flat, left, right)
        if said is None:
            continue
        earlier = clauses[first:index]
        first = index + 1
        if found := _list(sheet, earlier, said):
            invited = sheet.flat.find("邀", said.end("list"), said.end("verb")) >= 0
            yield Called("observers" if invited else _kind(said["verb"]), found)


def _list(sheet: Sheet, earlier: list[Span], said: re.Match[str]) -> list[Entry]:
    """The entries before a verb, going back clause by clause while each is nothing but entries."""
    stretch = said.span("list")
    found: list[Entry] = []
    for left, end in [stretch, *reversed(earlier)]:
        led = _LEADERS.search(sheet.flat, left, end)
        right = led.start() if led else end
        if _HELD.search(sheet.flat, left, right):
            break
        if said["verb"] != "列席" and _OFFICIALS.fullmatch(sheet.flat, left, right):
            continue
        read = entries_of(sheet, left, right, strict=True) if right > left else []
        if read is None or not all(map(_is_clean, read)):
            break
        found = [*read, *found]
    return found if found and _is_list(found, said) else []


def _is_clean(entry: Entry) -> bool:
    """Whether post and unit are titles and bodies alone, with no word of a sentence in them."""
    return not any(part and _ORDINARY.search(part) for part in (entry.post, entry.unit))


def _is_list(found: list[Entry], said: re.Match[str]) -> bool:
    """Whether a post or a unit comes first; bare names need each other, or 请假."""
    names = [entry.name for entry in found if entry.name]
    if found[0].post or found[0].unit or (names and said["verb"] in {"请假", "缺席"}):
        return True
    return (
        len(names) > 1
        and (len(names) > 2 or max(map(len, names)) > 2)
        and said.group().endswith(("会议", "出席"))
    )
