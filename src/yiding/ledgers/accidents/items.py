"""The six items 六项 a report must have, and the words by which they are known."""

from __future__ import annotations

from collections.abc import Iterable

from yiding.rules.parsing import tidy

ITEMS: dict[str, tuple[str, ...]] = {
    "单位概况": ("概况", "单位", "unit", "overview", "profile", "1"),
    "时间地点现场": ("时间", "地点", "现场", "time", "scene", "place", "2"),
    "简要经过": ("经过", "course", "process", "brief", "3"),
    "伤亡和初估损失": ("伤亡", "损失", "casualt", "loss", "4"),
    "已采取措施": ("措施", "measure", "taken", "5"),
    "其他": ("其他", "其它", "other", "6"),
}


def missing_items(told: Iterable[str]) -> tuple[str, ...]:
    """The items of which nothing is told."""
    written = [tidy(one) for one in told]
    return tuple(
        item for item, words in ITEMS.items() if not any(_says(one, words) for one in written)
    )


def _says(written: str, words: tuple[str, ...]) -> bool:
    return any(written == word if word.isdecimal() else word in written for word in words)
