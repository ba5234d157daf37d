"""Fields 责任单位：… 完成时限：… after a task, in brackets or on its line: one task, one duty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import scan
from yiding.reading.bearers import bearers_at
from yiding.reading.signs import SHOWN
from yiding.reading.tables import duty_of_fields, is_timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.dates import TimeWord
    from yiding.reading.model import Obligation
    from yiding.reading.obligations import Setting
    from yiding.text import Span

_WHO = "(?:单位|部门|科室|股室|处室)"
_LABELS = {
    "lead": f"牵头{_WHO}?|主办{_WHO}",
    "duty": f"(?:责任|承办|落实|实施){_WHO}",
    "head": "牵头(?:[市县区]?领导|人)",
    "leader": "(?:责任|分管|包[抓保联])[市县区]?领导|责任人",
    "assist": f"(?:配合|协办|协助){_WHO}?|参与{_WHO}",
    "due": "(?:完成|办结|办理|落实)(?:时限|时间|期限)|时限要求|时间要求|时限",
}
_ANY = f"(?:{'|'.join(_LABELS.values())})[ \u3000]*[：:]"
# （牵头单位：市住建局；责任单位：市城投集团；完成时限：12月15日前）, or with ， or a blank between
_FIELD = re.compile(
    f"(?:{'|'.join(f'(?P<{name}>{label})' for name, label in _LABELS.items())})"
    "[ \u3000]*[：:][ \u3000]*"
    f"(?P<value>(?:(?![，、 \u3000]+{_ANY})[^；;。）)〕\n\t])*)[；;。]?"
)
_LABEL = re.compile("[位门室头合领导限间人求助][ \u3000]*[：:]")
# （由质安站负责）, （副局长某某牵头，路政支队负责，运管处配合）
_LEADS = frozenset(
    [
        "",
        "牵头",
        "负责",
        "牵头负责",
        "具体负责",
        "负责落实",
        "牵头落实",
        "承办",
        "主办",
        "落实",
        "办理",
    ]
)
_HELPS = frozenset(["配合", "协助", "协办", "参与", "配合落实", "积极配合"])
_GIVEN = re.compile("责成|(?<![自缘经已])由(?!于)|请(?![示求])|；")
_BY = re.compile("(?:具体)?由|责成|请")
_CLAUSE = re.compile("[^，；]+")
_TASK_MARK = re.compile(
    "(?:任务|事项|措施)[一二三四五六七八九十\\d]{1,3}[：:、]|[一二三四五六七八九十\\d]{1,3}[、.]"
)
_SHORTEST_TASK = 4
_MARKS = re.compile("[，；]")
_TAKEN = " \u3000\n；;。（(〔，、—●▲■·"


class _Run(NamedTuple):
    start: int
    end: int
    values: dict[str, Span]


def opens_fields(flat: str, start: int, end: int) -> bool:
    """Whether a line begins with a field, and no task stands behind the brackets of it."""
    close = flat.find("〕", start, end) if flat[start : start + 1] == "〔" else -1
    if 0 <= close < end - _SHORTEST_TASK:
        return False
    return flat[start : start + 1] in "（(〔牵责配协参完办时主分承落实包" and bool(
        _FIELD.match(flat, start + (flat[start] in "（(〔"), end)
    )


def field_duties(
    start: int, end: int, setting: Setting
) -> Iterator[tuple[Obligation | TimeWord, Span]]:
    """The duties of a stretch whose bearer and term stand in fields, each with its place.

    A term alone is the term of what the prose before it asks of a body.
    """
    flat = setting.sheet.flat
    if led := _led(start, end, setting):
        task, values = led
        yield duty_of_fields(task, values, (start, end), setting), (start, end)
        return
    position = start
    for run in [*_labelled(flat, start, end), *_signed(start, end, setting)]:
        task = _task(flat, position, run.start)
        if run.values.keys() == {"due"}:
            for term in setting.times.within(*run.values["due"])[:1]:
                yield term, (run.start, run.end)
        elif task[1] > task[0] and run.values.keys() - {"assist", "due"}:
            parts = _parts(task, setting, is_dated="due" in run.values)
            for part in parts:
                place = (part[0], run.end if part is parts[-1] else part[1])
                yield duty_of_fields(part, run.values, place, setting), place
        position = run.end


def _led(start: int, end: int, setting: Setting) -> tuple[Span, dict[str, Span]] | None:
    """〔县国土局，5月25日前〕将方案报备案: who has a task and by when, told before it."""
    flat, words = setting.sheet.flat, setting.words
    mark = _TASK_MARK.match(flat, start, end)
    begin = mark.end() if mark else start
    close = flat.find("〕", begin, end) if flat[begin : begin + 1] == "〔" else -1
    while end > close and flat[end - 1] in _TAKEN:
        end -= 1
    task = (close + 1, end)
    if close < 0 or task[1] - task[0] < _SHORTEST_TASK or _GIVEN.search(words, *task):
        return None
    runs = list(_labelled(flat, begin + 1, close))
    values = runs[0].values if len(runs) == 1 else _roles(flat, begin + 1, close)
    return (task, values) if values.keys() - {"assist", "due"} else None


def _labelled(flat: str, start: int, end: int) -> Iterator[_Run]:
    """The fields of a stretch, if it has any."""
    if flat.find("：", start, end) >= 0 and _LABEL.search(flat, start, end):
        yield from _runs(flat, start, end)


def _signed(start: int, end: int, setting: Setting) -> Iterator[_Run]:
    """首批项目的申报。〔市发展改革委〕: a task nobody is given, and at its end who has it."""
    words = setting.words
    while end > start and words[end - 1] in "。；":
        end -= 1
    begin = max(words.rfind(mark, start, end) for mark in "（〔")
    if words[end - 1] not in "）〕" or begin <= start:
        return
    values = _roles(setting.sheet.flat, begin + 1, end - 1)
    task = _task(words, start, begin)
    is_given = _GIVEN.search(words, *task) is not None
    opening = bearers_at(words, *task)
    is_own = opening is None or words[slice(*opening.names[0])] in words[begin:end]
    is_own |= setting.signs.marks[task[0]] in SHOWN  # 采购密集架4组 opens with an act
    if values and is_own and not is_given:
        yield _Run(begin, end, values)


def _roles(flat: str, start: int, end: int) -> dict[str, Span]:
    """Who leads and who helps by words that say nothing else: X牵头，Y配合; nobody for others."""
    values: dict[str, Span] = {}
    is_all = False
    for clause in _CLAUSE.finditer(flat, start, end):
        first, last = clause.span()
        if by := _BY.match(flat, first, last):
            first = by.end()
        named = bearers_at(flat, first, last)
        if named is None and values and "due" not in values and _is_term(flat, first, last):
            values["due"] = (first, last)
            continue
        if named is None:
            return {}
        role = flat[named.end : last]
        is_all |= named.is_nobody and not role
        name = "assist" if role in _HELPS else "head" if role == "牵头" else "duty"
        if role not in _LEADS | _HELPS or name in values:
            return {}
        values[name] = (first, named.end)
    if is_all and "due" not in values:
        return {}  # 各单位 alone
    return values if values.keys() - {"assist", "due"} else {}


def _is_term(flat: str, start: int, end: int) -> bool:
    """Whether these words are a term and nothing else: 8月底前, 三季度, 会后一周内."""
    found = next(iter(scan(flat, start, end)), None)
    return found is not None and found.span == (start, end)


def _parts(task: Span, setting: Setting, *, is_dated: bool) -> list[Span]:
    """The acts of a task: behind ； those that can be shown, behind ， those with an own term.

    One term that stands in a field is the term of all of them.
    """
    start, end = task
    parts: list[Span] = []
    for mark in _MARKS.finditer(setting.words, start, end):
        after = _MARKS.search(setting.words, mark.end(), end)
        stop = after.start() if after else end
        if mark[0] == "；":
            is_apart = _is_shown(setting, start, mark.start()) and _is_shown(
                setting, mark.end(), stop
            )
        else:
            is_apart = not is_dated and is_timed(setting, start, mark.start())
            is_apart = is_apart and is_timed(setting, mark.end(), stop)
        if is_apart:
            parts.append((start, mark.start()))
            start = mark.end()
    return [*parts, (start, end)]


def _is_shown(setting: Setting, start: int, end: int) -> bool:
    shown = not SHOWN.isdisjoint(setting.signs.kinds_in(start, end))
    return shown or is_timed(setting, start, end)


def _runs(flat: str, start: int, end: int) -> Iterator[_Run]:
    """Fields that follow one another."""
    run: _Run | None = None
    for match in _FIELD.finditer(flat, start, end):
        name = match.lastgroup if match.lastgroup != "value" else None
        name = name or next(key for key in _LABELS if match[key])
        value = match.span("value")
        if run and not flat[run.end : match.start()].strip(_TAKEN) and name not in run.values:
            run = _Run(run.start, match.end(), {**run.values, name: value})
            continue
        if run:
            yield run
        run = _Run(match.start(), match.end(), {name: value})
    if run:
        yield run


def _task(flat: str, start: int, end: int) -> Span:
    """The words of the task before its fields, without its number."""
    while end > start and flat[end - 1] in _TAKEN:
        end -= 1
    begin = max(flat.rfind(mark, start, end) for mark in "。\n）〕") + 1
    begin = max(begin, start)
    while begin < end and flat[begin] in _TAKEN:
        begin += 1
    mark = _TASK_MARK.match(flat, begin, end)
    return (mark.end() if mark else begin), end
