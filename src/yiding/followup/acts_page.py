"""The reference page of every act, written from the actions themselves.

``make docs`` writes it anew; a test compares the page with the code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import override

from yiding.followup.action import Action, actions_on

INTRODUCTION = """\
# Acts and states 办理与状态

Written by `make docs`; a test holds this page and the code alike.

One verb, one file, one event. Page, API and command line do the same act: its name here is the
word on the command line (`yiding act ADDRESS close`) and in the address of the page. A guard that
says no names itself, what it found and what to do; the attempt is in the journal. Where a guard
asks the rule pack who decides (`approved_as_…`, `closer_may_sign`, `decides_this_one`), only that
role may.
Overdue, due soon and silent are computed for a day and are never states.
"""
HEADS = ("办理", "词", "自", "至", "谁", "守则", "字段")


def page() -> str:
    """The whole page."""
    models = dict.fromkeys(one.model for _, one in sorted(Action.registered.items()))
    with override("zh-hans"):
        parts = [INTRODUCTION, *(part for model in models for part in _section(model))]
    return "\n".join(parts)


def _section(model: Any) -> Iterator[str]:
    name = model.__name__
    yield f"## {name}\n"
    yield f"状态：{_states(model)}\n"
    yield _line(HEADS)
    yield _line(["---"] * len(HEADS))
    for action in actions_on(model):
        yield _line(_cells(action))
    yield ""


def _cells(action: Any) -> list[str]:
    target = getattr(action, "target", None)
    fields = action.form.base_fields
    return [
        str(action.label),
        f"`{action.verb}`",
        "、".join(f"`{state}`" for state in sorted(action.sources)),
        f"`{target}`" if target else "—",
        "、".join(str(role.label) for role in sorted(action.roles)),
        "、".join(f"`{need.name}`" for need in action.needs),
        "、".join(f"`{name}`" for name in fields),
    ]


def _states(model: Any) -> str:
    choices = model._meta.get_field("state").flatchoices
    return "、".join(f"`{value}` {label}" for value, label in choices)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
