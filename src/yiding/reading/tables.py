"""Task tables 任务分解表: one row, one duty."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from yiding.dates import NO_DEADLINE, deadline_of, scan
from yiding.reading import phrases
from yiding.reading.clauses import modality_of
from yiding.reading.closings import closing_of
from yiding.reading.drafts import Draft
from yiding.reading.listing import body_of
from yiding.reading.model import Obligation
from yiding.reading.rows import head_of, is_inside, row_of
from yiding.reading.signs import SHOWABLE, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.dates import Deadline
    from yiding.reading.items import Stretch
    from yiding.reading.model import BearerBasis
    from yiding.reading.obligations import Setting
    from yiding.text import Span

_SEPARATORS = re.compile("[、，,；;/ \u3000]+")
_RULED = re.compile("[-—:|｜ ]+")
_MARK = re.compile(
    "\\d{1,2}[、.](?!\\d)|（[一二三四五六七八九十\\d]{1,3}）|[一二三四五六七八九十]{1,3}、"
)
_TERM = re.compile("\\d[年月日]|[年月]底|季度|^(?:尽快|抓紧|立即|长期|长期坚持|持续推进)$")
_WHO = ("lead", "duty", "leader")
_LEADS = re.compile("[（(](?:牵头|主办|牵头单位|主责)[）)]$")
_DASHES = re.compile("[-—/无]+")


def table_duties(
    stretches: list[Stretch], setting: Setting
) -> Iterator[tuple[Obligation | None, Span]]:
    """The duties of the tables inside an item, each with its place in the sheet.

    A row with a term of which no head tells what its cells are gives none.
    """
    flat = setting.sheet.flat
    columns: dict[str, int] = {}
    above: dict[str, Span] = {}
    body: Draft | None = None
    fewest = width = 3  # cells a row has, and its head
    for stretch in stretches:
        start, end = stretch.start, stretch.end
        row = row_of(setting.sheet, start, end)
        if len(row) == 1 and flat[end - 1] == "：":
            body = body_of(stretch, setting.signs)
        if len(row) > 1 and (named := head_of(flat, row, is_borne=body is not None)):
            columns, fewest, width, above = named, min(len(row), 3), len(row), {}
            if body and not {*_WHO} & columns.keys():
                above, fewest = {"duty": (body.lead[0][0], body.lead[-1][1])}, 2
        elif len(row) < fewest:
            columns = columns if is_inside(setting.sheet, start, end) else {}
        elif _RULED.fullmatch(flat, start, end):
            continue  # | --- | --- |
        elif columns and (
            values := _values(flat, _filled(flat, row, width, columns, stretch), columns, start)
        ):
            own = {name: values[name] for name in _WHO if name in values}
            if own.keys() == {"leader"} and {"lead", "duty"} & columns.keys() and above:
                own, values = {}, {name: cell for name, cell in values.items() if name != "leader"}
            duty, place = _row_duty(values if own else {**values, **above}, stretch, setting)
            yield (duty if own else replace(duty, bearer_basis=_carried(duty))), place
            above = {} if setting.sheet.has_rows else own or above  # there merged cells are told
        elif not columns and "\t" in flat[start:end] and is_timed(setting, start, end):
            yield None, (start, end)


def _carried(duty: Obligation) -> BearerBasis:
    """Of a row whose cell for the bearer is empty, as under a cell merged down."""
    return "inherited" if duty.lead else "none"


def _filled(
    flat: str, row: list[Span], width: int, columns: dict[str, int], stretch: Stretch
) -> list[Span]:
    """The cells of a row under their columns, where the first of them is missing.

    （1）公布目录　市物价局　10月20日 has its number in the cell of its task; 石材铺装　5月15日前
    stands beside a cell merged down, where no column names who bears it.
    """
    first = (row[0][0], row[0][0])
    if len(row) == width - 1 and (stretch.opens or _MARK.match(flat, *row[0])):
        return [first, *row]
    task = columns.get("act", columns.get("task", 0))
    if len(row) < width and task > 0 and not {*_WHO} & columns.keys():
        due = columns["due"]
        is_whole = due < len(row) and _TERM.search(flat, *row[due])
        return row if is_whole else [first] * task + row
    return row


def is_timed(setting: Setting, start: int, end: int) -> bool:
    """Whether a term stands in these words."""
    return any(time.is_explicit for time in setting.times.within(start, end))


def _values(flat: str, row: list[Span], columns: dict[str, int], start: int) -> dict[str, Span]:
    """The filled cells of a row under their names, if it has a task and anything of its own."""
    values = {name: row[index] for name, index in columns.items() if index < len(row)}
    values = {name: value for name, value in values.items() if value[1] > value[0]}
    if "due" in columns and "due" not in values:  # an empty cell that wide blanks do not show
        moved = (name for name in ("assist", "duty", "lead") if name in values)
        if name := next((one for one in moved if _TERM.search(flat, *values[one])), None):
            values["due"] = values.pop(name)
    task = values.pop("act", None) or values.get("task")
    is_own = any(value[0] >= start for value in values.values())
    if not task or not is_own or sum(value == task for value in values.values()) > 1:
        return {}  # a title across the columns of task and unit
    mark = _MARK.match(flat, *task)
    return {**values, "task": (mark.end() if mark else task[0], task[1])}


def _row_duty(
    values: dict[str, Span], stretch: Stretch, setting: Setting
) -> tuple[Obligation, Span]:
    task = values.pop("task")
    end = max([task[1], *(value[1] for value in values.values())])
    place = (task[0], end) if task[0] >= stretch.start else (stretch.start, stretch.end)
    return duty_of_fields(task, values, place, setting), place


def duty_of_fields(
    task: Span, values: dict[str, Span], place: Span, setting: Setting
) -> Obligation:
    """The duty of a task whose lead, duty, leader, assist and due are places of the sheet."""
    lead, assist = _bearers(values, setting)
    deadline = _due(values.get("due") or task, setting)
    if deadline.kind == "none" and "due" in values:
        told = _due(task, setting)  # 每月开展一次检查, 长期坚持
        deadline = told if told.kind == "recurring" else deadline
    draft = Draft(task[0], task[1], task[0])
    return Obligation(
        address="",
        lead=lead,
        assist=assist,
        group=any(name.startswith("各") or "相关" in name or "有关" in name for name in lead),
        bearer_basis="text" if lead else "none",
        action=setting.sheet.words(*task),
        modality=modality_of(setting.signs, *task) or "shall",
        deadline=deadline,
        closing=closing_of(draft, setting, deadline),
        binding=bool(lead) and _is_showable(setting, task, deadline),
        conditions=(),
        span=setting.sheet.span(*place),
    )


def _bearers(values: dict[str, Span], setting: Setting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who leads and who helps: 牵头单位 before 责任单位, a person where no unit is named.

    A 牵头领导 leads beside the unit.
    """
    head, lead, duty, leader, assist = (
        _names(values.get(name), setting) for name in ("head", "lead", "duty", "leader", "assist")
    )
    if not lead and any(_LEADS.search(name) for name in duty):
        lead = tuple(name for name in duty if _LEADS.search(name))  # 市民政局（牵头）、市商务局
    leads = (*head, *(lead or duty)) or leader
    helps = (name for name in (*duty, *assist) if name not in leads)
    return tuple(_LEADS.sub("", name) for name in leads), tuple(helps)


def _is_showable(setting: Setting, task: Span, deadline: Deadline) -> bool:
    verbs = [kind for kind in setting.signs.kinds_in(*task) if kind in VERBS]
    if deadline.date is not None or phrases.COUNTED.search(setting.words, *task):
        return True
    return bool(verbs) and verbs[0] in SHOWABLE


def _names(cell: Span | None, setting: Setting) -> tuple[str, ...]:
    words = setting.sheet.words(*cell) if cell and cell[1] > cell[0] else ""
    return tuple(part for part in _SEPARATORS.split(words) if part and not _DASHES.fullmatch(part))


def _due(cell: Span | None, setting: Setting) -> Deadline:
    words = scan(setting.sheet.flat, *cell) if cell else ()
    for word in sorted(words, key=lambda word: not word.is_explicit):  # 第三季度评比，10日前公布
        read = deadline_of(word, setting.held_on)
        if read.kind != "none":
            return replace(
                read, text=setting.sheet.words(*word.span), span=setting.sheet.span(*word.span)
            )
    return NO_DEADLINE
