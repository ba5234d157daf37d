"""The six items 六项 a report must have, and the words by which they are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from yiding.rules.parsing import tidy

ITEMS: dict[str, tuple[str, ...]] = {
    "单位概况": ("概况", "单位", "unit", "overview", "profile", "1"),
    "时间地点现场": ("时间", "地点", "现场", "time", "scene", "place", "2"),
    "简要经过": ("经过", "course", "process", "brief", "3"),
    "伤亡和初估损失": ("伤亡", "损失", "casualt", "loss", "4"),
    "已采取措施": ("措施", "measure", "taken", "5"),
    "其他": ("其他", "其它", "other", "6"),
}

CONTENT = frozenset(map(tidy, ("content", "报告内容", "items", "six_items", "六项内容",
    "报告事项", "content_items", "contents", "report_content")))  # fmt: skip
_ITEM_HEADS = frozenset(map(tidy, (
    "单位概况", "事故发生单位概况", "事故单位概况", "unit_profile", "unit_overview",
    "时间地点现场", "时间地点现场情况", "时间、地点、现场情况", "time_place_scene",
    "简要经过", "事故简要经过", "brief_course", "course",
    "伤亡", "伤亡情况", "伤亡和初估损失", "伤亡(含下落不明)和初估损失", "casualties",
    "casualties_and_loss", "已采取措施", "已经采取的措施", "已采取的措施", "measures_taken",
    "其他", "其他情况", "other",
)))  # fmt: skip
"""Heads of the six items in a quick report."""


def with_items(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Items that have heads of their own, as the content: those that say something."""
    own = [name for name in given if tidy(name) in _ITEM_HEADS]
    if not own or any(tidy(name) in CONTENT for name in given):
        return given
    rest = {name: raw for name, raw in given.items() if name not in own}
    return {**rest, "content": [name for name in own if given[name] not in (None, "", False)]}


def missing_items(told: Iterable[str]) -> tuple[str, ...]:
    """The items of which nothing is told."""
    written = [tidy(one) for one in told]
    return tuple(
        item for item, words in ITEMS.items() if not any(_says(one, words) for one in written)
    )


def _says(written: str, words: tuple[str, ...]) -> bool:
    return any(written == word if word.isdecimal() else word in written for word in words)
