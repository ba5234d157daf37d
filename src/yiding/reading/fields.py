"""Fields 责任单位：… 完成时限：… after a task, in brackets or on its line: one task, one duty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.reading.bearers import bearers_at
from yiding.reading.signs import COMMISSION
from yiding.reading.tables import duty_of_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.model import Obligation
    from yiding.reading.obligations import Setting
    from yiding.text import Span

# （牵头单位：市住建局；责任单位：市城投集团；完成时限：12月15日前）
_FIELD = re.compile(
    "(?:(?P<lead>牵头(?:单位|部门)|主办单位)|(?P<duty>责任(?:单位|部门))"
    "|(?P<leader>(?:责任|牵头|分管)领导|责任人)"
    "|(?P<assist>配合(?:单位|部门)|协办(?:单位|部门)|参与单位)"
    "|(?P<due>(?:完成|办结|办理)(?:时限|时间|期限)|时限要求|时限))[ \u3000]*[：:][ \u3000]*"
    "(?P<value>[^；;。）)〕\n\t]*)[；;。]?"
)
_LABEL = re.compile("[位门限间人领导要求][ \u3000]*[：:]")
_TASK_MARK = re.compile(
    "(?:任务|事项|措施)[一二三四五六七八九十\\d]{1,3}[：:、]|[一二三四五六七八九十\\d]{1,3}[、.]"
)
_MARKS = re.compile("[，；]")
_TAKEN = " \u3000\n；;。（(〔，"


class _Run(NamedTuple):
    start: int
    end: int
    values: dict[str, Span]


def opens_fields(flat: str, start: int, end: int) -> bool:
    """Whether a line begins with a field."""
    return flat[start : start + 1] in "（(〔牵责配协参完办时主分" and bool(
        _FIELD.match(flat, start + (flat[start] in "（(〔"), end)
    )


def field_duties(start: int, end: int, setting: Setting) -> Iterator[tuple[Obligation, Span]]:
    """The duties of a stretch whose bearer and term stand in fields, each with its place."""
    flat = setting.sheet.flat
    position = start
    for run in [*_labelled(flat, start, end), *_signed(start, end, setting)]:
        task = _task(flat, position, run.start)
        if task[1] > task[0] and run.values.keys() - {"assist", "due"}:
            parts = [task] if "due" in run.values else _parts(task, setting)
            for part in parts:
                place = (part[0], run.end if part is parts[-1] else part[1])
                yield duty_of_fields(part, run.values, place, setting), place
        position = run.end


def _labelled(flat: str, start: int, end: int) -> Iterator[_Run]:
    """The fields of a stretch, if it has any."""
    if flat.find("：", start, end) >= 0 and _LABEL.search(flat, start, end):
        yield from _runs(flat, start, end)


def _signed(start: int, end: int, setting: Setting) -> Iterator[_Run]:
    """首批项目的申报。〔市发展改革委〕: a task nobody is given, and at its end who has it."""
    words = setting.words
    begin = max(words.rfind(mark, start, end) for mark in "（〔")
    if words[end - 1] not in "）〕" or begin <= start:
        return
    named = bearers_at(words, begin + 1, end - 1)
    if named is None or named.end != end - 1 or named.is_nobody:
        return
    task = _task(words, start, begin)
    is_given = COMMISSION in setting.signs.kinds_in(*task) or "；" in words[task[0] : task[1]]
    if not is_given and bearers_at(words, *task) is None:
        yield _Run(begin, end, {"duty": (begin + 1, end - 1)})


def _parts(task: Span, setting: Setting) -> list[Span]:
    """The acts of a task, where each but the first has a term of its own or stands behind ；."""
    start, end = task
    parts: list[Span] = []
    for mark in _MARKS.finditer(setting.words, start, end):
        is_apart = mark[0] == "；" or _is_dated(setting, start, mark.start())
        after = _MARKS.search(setting.words, mark.end(), end)
        if is_apart and _is_dated(setting, mark.end(), after.start() if after else end):
            parts.append((start, mark.start()))
            start = mark.end()
    return [*parts, (start, end)]


def _is_dated(setting: Setting, start: int, end: int) -> bool:
    return any(time.is_explicit for time in setting.times.within(start, end))


def _runs(flat: str, start: int, end: int) -> Iterator[_Run]:
    """Fields that follow one another."""
    run: _Run | None = None
    for match in _FIELD.finditer(flat, start, end):
        name = match.lastgroup if match.lastgroup != "value" else None
        name = name or next(
            key for key in ("lead", "duty", "leader", "assist", "due") if match[key]
        )
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
