"""Task tables 任务分解表: one row, one duty."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from yiding.dates import NO_DEADLINE, deadline_of, scan
from yiding.reading.clauses import modality_of
from yiding.reading.closings import closing_of
from yiding.reading.drafts import Draft
from yiding.reading.model import Obligation
from yiding.reading.signs import SHOWABLE, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.dates import Deadline
    from yiding.reading.items import Stretch
    from yiding.reading.obligations import Setting
    from yiding.text import Span

_SEPARATORS = re.compile("[、，,；;/ \u3000]+")
_TAB, _BAR = re.compile("\t"), re.compile("[|｜]")
_GAP = re.compile("(?<=[^ \u3000])(?:\u3000| {2,})[ \u3000]*(?=[^ \u3000])")
_CELL_SIGN = re.compile("[\t|｜\u3000]|  ")
_CELL_MARKS = (_TAB, _BAR, _GAP)
_RULED = re.compile("[-—:|｜ ]+")
_DASHES = re.compile("[-—/]+")
_COLUMNS = {
    "task": re.compile("任务|事项|内容|措施|工作|项目|目标"),
    "lead": re.compile("牵头|主办|主要责任"),
    "duty": re.compile("责任"),
    "assist": re.compile("配合|协办|协助|参与"),
    "due": re.compile("时限|时间|期限|完成"),
}


def table_duties(stretches: list[Stretch], setting: Setting) -> Iterator[tuple[Obligation, Span]]:
    """The duties of the tables inside an item, each with its place in the sheet."""
    columns: dict[str, int] = {}
    for stretch in stretches:
        row = _cells(setting.sheet.flat, stretch.start, stretch.end)
        if len(row) < 3:
            columns = {}
        elif named := _header(setting.sheet.flat, row):
            columns = named
        elif _RULED.fullmatch(setting.sheet.flat, stretch.start, stretch.end):
            continue  # | --- | --- |
        elif "task" in columns and columns["task"] < len(row):
            yield _row_duty(row, columns, setting)


def _cells(flat: str, start: int, end: int) -> list[Span]:
    """The cells of a line: between tabs, bars, or the wide blanks of a table typed by hand."""
    words = flat[start:end]
    if not _CELL_SIGN.search(words):
        return [(start, end)]
    parted = next((mark for mark in _CELL_MARKS if mark.search(words)), None)
    if parted is None:
        return [(start, end)]
    edges = [(0, 0), *(match.span() for match in parted.finditer(words)), (len(words), len(words))]
    cells = [(start + left[1], start + right[0]) for left, right in pairwise(edges)]
    if parted is _BAR:  # | one | two |
        cells = cells[not words[: edges[1][0]].strip() :]
        cells = cells[: len(cells) - (not words[edges[-2][1] :].strip())]
    return [_bare(flat, cell) for cell in cells] if parted is not _TAB else cells


def _bare(flat: str, cell: Span) -> Span:
    """A cell without the blanks around its words."""
    start, end = cell
    words = flat[start:end]
    first = end - len(words.lstrip())
    return first, max(first, start + len(words.rstrip()))


def _header(flat: str, row: list[Span]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for index, (start, end) in enumerate(row):
        words = flat[start:end]
        if end - start > 10:
            return {}
        for name in ("due", "lead", "assist", "duty", "task"):
            if name not in columns and _COLUMNS[name].search(words):
                columns[name] = index
                break
    return columns if "task" in columns and ({"lead", "duty"} & columns.keys()) else {}


def _row_duty(
    row: list[Span], columns: dict[str, int], setting: Setting
) -> tuple[Obligation, Span]:
    values = {name: row[index] for name, index in columns.items() if index < len(row)}
    task = values.pop("task")
    end = max(task[1], *(value[1] for value in values.values()))
    return duty_of_fields(task, values, end, setting), (task[0], end)


def duty_of_fields(task: Span, values: dict[str, Span], end: int, setting: Setting) -> Obligation:
    """The duty of a task whose lead, duty, assist and due are given as places of the sheet."""
    lead, duty, assist = (_names(values.get(name), setting) for name in ("lead", "duty", "assist"))
    if lead:
        assist = (*duty, *assist)
    else:
        lead = duty
    deadline = _due(values.get("due") or task, setting)
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
        span=setting.sheet.span(task[0], end),
    )


def _is_showable(setting: Setting, task: Span, deadline: Deadline) -> bool:
    verbs = [kind for kind in setting.signs.kinds_in(*task) if kind in VERBS]
    return deadline.date is not None or (bool(verbs) and verbs[0] in SHOWABLE)


def _names(cell: Span | None, setting: Setting) -> tuple[str, ...]:
    words = setting.sheet.words(*cell) if cell and cell[1] > cell[0] else ""
    return tuple(part for part in _SEPARATORS.split(words) if part and not _DASHES.fullmatch(part))


def _due(cell: Span | None, setting: Setting) -> Deadline:
    for word in scan(setting.sheet.flat, *cell) if cell else ():
        read = deadline_of(word, setting.held_on)
        if read.kind != "none":
            return replace(
                read, text=setting.sheet.words(*word.span), span=setting.sheet.span(*word.span)
            )
    return NO_DEADLINE
