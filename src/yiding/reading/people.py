"""People: the chair of the opening, and the roll of who was present, absent, observing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.bearers import NAME, POST, unit_at
from yiding.reading.lexicon import alternation
from yiding.reading.model import Attendance, Chair, Observer, Person, Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.head import Opened
    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet
    from yiding.text import Span

_NAME_ALONE = re.compile(NAME)
_POST_END = re.compile(f"(?:{alternation('post')})$")
_POSTS = re.compile(f"(?:[^，。；：\\d]{{0,14}}?(?:代理?|常务|第一)?副?(?:{alternation('post')})[、和兼]?)+")
_ACTING = re.compile("代理?(?:市长|县长|区长|州长|旗长|镇长|乡长|省长|局长|主任|专员)")
_ON_BEHALF = re.compile("(?:受|经)(?P<who>[^，。；]{2,24}?)(?:同志)?(?:的)?(?:委托|指派)")
_HOST = re.compile("主持(?!人|词|下)")
_HONORIFIC = re.compile("(?:等)?(?:领导)?同志$")
_AT = re.compile("(?:并|又|先后)?(?:在|于)[^，。]{2,40}$|(?:上午|下午|晚上|晚|\\d[日时分]|[昨今][日天]|\\d：\\d\\d)$")


class Named(NamedTuple):
    """A person with post and unit as worded."""

    name: str
    post: str | None
    unit: str | None


def named(words: str) -> Named | None:
    """A person out of 李亚平市长, 市长陈建华, 县住建局局长官锐同志, 代金涛同志."""
    text = _HONORIFIC.sub("", words.strip(" \u3000，、"))
    best: Named | None = None
    for size in (*range(2, 5), *range(len(text), 4, -1)):
        name = text[-size:]
        before = text[:-size]
        if len(name) == size and _NAME_ALONE.fullmatch(name) and (not before or _POST_END.search(before)):
            best = Named(name, before or None, None)
            if before:
                return best
    for size in range(2, min(5, len(text))):
        if _NAME_ALONE.fullmatch(text[:size]) and _POSTS.fullmatch(text[size:]) and not _is_unitish(text[size:]):
            return Named(text[:size], text[size:], None)
    if "·" in text:
        match = re.match("(?P<name>[一-鿿]{2,8}·[一-鿿]{2,8}?)(?P<post>(?:代理?|副|常务)*(?:" + alternation("post") + "))$", text)
        if match:
            return Named(match["name"], match["post"], None)
    return best


def _is_unitish(post: str) -> bool:
    return len(post) > 12


def chair_of(sheet: Sheet, parts: Parts, opening: Opened) -> Chair | None:
    """Who presided: the person before 主持, whoever asked for it, and whether 代理."""
    labelled = parts.form.get("主持") or parts.form.get("主持人")
    flat = sheet.flat
    if labelled:
        if found := _person_in(flat, labelled.body, labelled.end):
            return _chair(sheet, *found, None)
    behalf = _ON_BEHALF.search(flat, opening.start, opening.end)
    host = _HOST.search(flat, opening.start, opening.end)
    end = host.start() if host else opening.convened
    found = _person_before(flat, opening.start, end, behalf.end() if behalf else 0)
    if found is None:
        return None
    who = named(sheet.words(*behalf.span("who"))) if behalf else None
    return _chair(sheet, *found, who.name if who else None)


def _chair(sheet: Sheet, person: Named, start: int, end: int, on_behalf_of: str | None) -> Chair:
    words = sheet.words(start, end)
    original = named(words) or person
    return Chair(
        name=original.name,
        post=original.post,
        acting=bool(person.post and _ACTING.search(person.post)),
        on_behalf_of=on_behalf_of,
        span=sheet.span(start, end),
    )


def _person_before(flat: str, start: int, end: int, after: int) -> tuple[Named, int, int] | None:
    """The nearest stretch before 主持 that is a person, looking back comma by comma."""
    stop = end
    while stop > max(start, after):
        begin = max(flat.rfind(mark, start, stop) for mark in "，。；：") + 1
        begin = max(begin, start, after)
        if found := _person_in(flat, begin, stop):
            return found
        stop = begin - 1
    return None


def _person_in(flat: str, start: int, end: int) -> tuple[Named, int, int] | None:
    text = flat[start:end].rstrip("。； \u3000")
    text = _AT.sub("", text)
    text = re.sub("(?:在|于|到|赴|率|带领|代表)[^，。]*$", "", text) or text
    offset = start + len(text) - len(text.lstrip(" \u3000，、"))
    text = text.strip(" \u3000，、")
    # 11月5日上午李亚平市长: a date may run into the name
    cut = re.match("[^，。]*?(?:上午|下午|晚上|晚|\\d日|[昨今]日|[昨今]天|[会议]后|时分|\\d时|：\\d\\d|由)(?=[^，。]{2,})", text)
    if cut:
        offset += cut.end()
        text = text[cut.end() :]
    person = named(text)
    return (person, offset, offset + len(text)) if person else None


# --- the roll -------------------------------------------------------------------------------

_LABEL_KIND = (
    (re.compile("缺|请假|因[公事]"), "absent"),
    (re.compile("列|邀"), "observers"),
    (re.compile("记|整"), "record"),
    (re.compile("出|参|到|与"), "present"),
)
_TOKEN = re.compile("[^ \u3000\n；。，\t]+")
_INNER_LABEL = re.compile("(?:出|列|缺)[ \u3000]*席[ \u3000]*：|请[ \u3000]*假[ \u3000]*：|(?:会议)?记[ \u3000]*录[ \u3000]*(?:人)?[ \u3000]*：")
_REPRESENTED = re.compile("(?:的|等)?(?:有关|相关)?(?:单位|部门)?(?:的)?代表$")
_OFFICIALS = re.compile("(?:等)?(?:有关|相关|各)?(?:单位|部门|科室)?(?:的)?(?:主要|分管|有关|相关|班子)?(?:负责同志|负责人|领导|同志|人员|成员)$")
_REMARK = re.compile("（[^（）]*）")
_SPACED = re.compile("(?<![一-鿿])([一-鿿])([ \u3000]+)([一-鿿])(?![一-鿿])")


def attendance_of(sheet: Sheet, parts: Parts) -> Attendance:
    """The roll of a document, from its labelled runs."""
    present: list[Person] = []
    absent: list[Person] = []
    observers: list[Observer] = []
    recorder: Recorder | None = None
    for kind, start, end in _runs(sheet.flat, [*parts.roll, *parts.tail]):
        if kind == "present":
            present += _persons(sheet, start, end)
        elif kind == "absent":
            absent += _persons(sheet, start, end)
        elif kind == "observers":
            observers += _observers(sheet, start, end)
        elif recorder is None:
            recorder = _recorder(sheet, start, end)
    return Attendance(tuple(present), tuple(absent), tuple(observers), recorder)


def _runs(flat: str, paragraphs: list[Paragraph]) -> Iterator[tuple[str, int, int]]:
    """Each labelled run of the roll: its kind and its stretch without the label."""
    kind, start, end = "", 0, 0
    for paragraph in paragraphs:
        if paragraph.opens in {"roll", "record"}:
            if kind:
                yield kind, start, end
            label = flat[paragraph.start : paragraph.body]
            kind = next((name for pattern, name in _LABEL_KIND if pattern.search(label)), "")
            if paragraph.opens == "record" and label.lstrip().startswith("整"):
                kind = ""
            start, end = paragraph.body, paragraph.end
        elif paragraph.opens in {"send", "day", "one", "two", "meeting", "form"}:
            if kind:
                yield kind, start, end
            kind = ""
        elif kind and not re.search("印发|整理|此件|送：", flat[paragraph.start : paragraph.end]):
            end = paragraph.end
        elif kind:
            yield kind, start, end
            kind = ""
    if kind:
        yield kind, start, end


def _tokens(flat: str, start: int, end: int) -> list[Span]:
    """The words of a run, with 徐 光 taken as one and a name cut by a line break made whole."""
    spans = [match.span() for match in _TOKEN.finditer(flat, start, end)]
    joined: list[Span] = []
    for left, right in spans:
        if joined and right - left == 1 and joined[-1][1] - joined[-1][0] == 1 and "\n" not in flat[joined[-1][1] : left]:
            joined[-1] = (joined[-1][0], right)
        elif joined and flat[joined[-1][1] : left] == "\n" and _is_broken(flat, joined[-1], (left, right)):
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left, right))
    return joined


def _is_broken(flat: str, before: Span, after: Span) -> bool:
    """Whether a line break cut a word of the run in two."""
    left = flat[before[0] : before[1]].rsplit("、", 1)[-1]
    right = flat[after[0] : after[1]].split("、", 1)[0]
    if _unit_and_name(left) or _NAME_ALONE.fullmatch(left) or unit_at(left, 0, len(left)) == len(left):
        return bool(len(left) > 3 and right[:1] and len(right) == 1)
    return bool(_unit_and_name(left + right) or _NAME_ALONE.fullmatch(left + right) or unit_at(left + right, 0, len(left + right)))


def _unit_and_name(words: str) -> tuple[int, str] | None:
    """Where the unit ends in 市纪委监委邹洪凯, and the name that follows it."""
    for size in (3, 2, 4):
        unit, name = words[:-size], words[-size:]
        if len(unit) > 1 and _NAME_ALONE.fullmatch(name) and _ends_as_unit(unit):
            return len(unit), name
    match = re.search("[一-鿿]{2,6}·[一-鿿]{2,8}$", words)
    if match and match.start() > 1:
        for cut in range(match.start(), match.end() - 4):
            if _ends_as_unit(words[:cut]):
                return cut, words[cut:]
    return None


_UNIT_END = re.compile(f"(?:{alternation('unit_suffix')}|{alternation('unit_last')}|{alternation('unit_special')})$")


def _ends_as_unit(words: str) -> bool:
    return bool(_UNIT_END.search(words)) and len(words) >= 2


def _persons(sheet: Sheet, start: int, end: int) -> list[Person]:
    """Names of a list of persons, with the post before or after them where one stands."""
    found: list[Person] = []
    pending: Span | None = None
    for left, right in _tokens(sheet.flat, start, end):
        for part in _split(sheet.flat, left, right):
            words = _REMARK.sub("", sheet.flat[part[0] : part[1]]).strip("：")
            words = re.sub("(?:等)?(?:同志)?(?:出席|参加|列席)?(?:了)?(?:会议)?$", "", words)
            if not words:
                continue
            if _POST_END.search(words) and not named(words):
                pending = part
                continue
            if person := _person(sheet, words, part, pending):
                found.append(person)
            pending = None
    return found


def _person(sheet: Sheet, words: str, part: Span, pending: Span | None) -> Person | None:
    whole = named(words)
    if whole is None:
        if cut := _unit_and_name(words):
            return Person(cut[1], None, sheet.words(part[0], part[0] + cut[0]), sheet.span(*part))
        return None
    post = sheet.words(*pending) if pending else whole.post
    return Person(whole.name, post, None, sheet.span(*part))


def _split(flat: str, start: int, end: int) -> Iterator[Span]:
    position = start
    depth = 0
    for index in range(start, end):
        depth += (flat[index] in "（“") - (flat[index] in "）”")
        if flat[index] == "、" and not depth:
            if index > position:
                yield position, index
            position = index + 1
    if end > position:
        yield position, end


def _observers(sheet: Sheet, start: int, end: int) -> list[Observer]:
    """Units with their names out of unit+name runs; persons without a unit stand alone."""
    found: list[Observer] = []
    flat = sheet.flat
    for left, right in _tokens(flat, start, end):
        token = flat[left:right]
        if token in {"列席会议", "列席"}:
            continue
        if represented := _REPRESENTED.search(token):
            found += _units(sheet, left, left + represented.start(), representative=True)
            continue
        tail = _OFFICIALS.search(token)
        stop = left + tail.start() if tail else right
        for part in _split(flat, left, stop):
            _observe(sheet, part, found, first=part[0] == left)
    return found


def _units(sheet: Sheet, start: int, end: int, *, representative: bool) -> list[Observer]:
    return [
        Observer(sheet.words(*part), (), representative, sheet.span(*part))
        for part in _split(sheet.flat, start, end)
    ]


def _observe(sheet: Sheet, part: Span, found: list[Observer], *, first: bool) -> None:
    """One part of a token: a name beside the last, a unit with its name, a unit, a person."""
    words = _REMARK.sub("", sheet.flat[part[0] : part[1]])
    span = sheet.span(*part)
    previous = found[-1] if found else None
    if _NAME_ALONE.fullmatch(words) and not _ends_as_unit_strictly(words):
        waits = previous and previous.unit and not previous.representative and (not first or not previous.names)
        if previous and waits:
            found[-1] = Observer(previous.unit, (*previous.names, words), False, (previous.span[0] if previous.span else span[0], span[1]))
        else:
            found.append(Observer(None, (words,), False, span))
    elif cut := _unit_and_name(words):
        found.append(Observer(sheet.words(part[0], part[0] + cut[0]), (sheet.words(part[0] + cut[0], part[1]),), False, span))
    elif (person := named(words)) and person.post:
        unit = re.sub(f"{POST}$", "", person.post) or None
        found.append(Observer(unit, (person.name,), False, span))
    elif words:
        found.append(Observer(sheet.words(*part), (), False, span))


def _ends_as_unit_strictly(words: str) -> bool:
    return len(words) > 2 and words[-1] in "局委办厅区县镇院部"


def _recorder(sheet: Sheet, start: int, end: int) -> Recorder | None:
    tokens = _tokens(sheet.flat, start, end)
    if not tokens:
        return None
    left, right = tokens[0]
    part = next(iter(_split(sheet.flat, left, right)))
    words = sheet.flat[part[0] : part[1]]
    person = named(words)
    return Recorder(person.name if person else sheet.words(*part), sheet.span(*part))
