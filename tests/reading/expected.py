"""What is expected of each sample: the files an official can read, and what their words mean.

The keys and words of an expected file are explained in samples/README.md.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLES = Path(__file__).parents[2] / "samples"
ABSENT, EITHER = "无", "均可"

# The Chinese word of an expected file -> the contract's word.
WORDS: dict[str, dict[str, str]] = {
    "文种": {
        "纪要": "minutes", "部门纪要": "department", "现场纪要": "onsite", "综述": "summary",
        "新闻": "news", "实录": "transcript", "协商": "consultative", "非纪要": "not_minutes",
    },
    "依据": {
        "原文": "text", "文号": "number", "印发": "printed", "刊发": "posted", "标题": "title",
        "存疑": "ambiguous", "无": "none",
    },
    "方式": {
        mode: mode for mode in ("审议", "听取", "研究", "传达", "讨论", "通报", "学习", "other")
    },
    "结论": {
        "同意": "approved", "原则同意": "approved_in_principle", "听取": "heard",
        "暂缓": "deferred", "不予同意": "rejected", "讨论": "discussed", "议定": "decided",
    },
    "责任依据": {"原文": "text", "承前": "inherited", "推定": "inferred", "无": "none"},
    "力度": {"必须": "must", "应当": "shall", "要": "should", "力争": "aim", "可以": "may"},
    "时限类别": {
        "截止": "by", "期限内": "within", "区间": "span", "周期": "recurring", "事件": "event",
        "模糊": "vague", "无": "none",
    },
    "办结": {
        "印发": "issue", "报审": "submit", "交付": "deliver", "反馈": "report",
        "长期": "standing",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """A document and what an official expects to be read from it."""

    document: Path
    expected: dict[str, Any]

    @property
    def sealed(self) -> bool:
        return bool(self.expected["用途"] == "验收")

    @property
    def duties(self) -> list[dict[str, Any]]:
        return [duty for item in self.expected.get("议题", []) for duty in item.get("任务", [])]


def samples(root: Path = SAMPLES) -> list[Sample]:
    """Every ``<name>.expected.toml`` under ``root`` with the document of that name."""
    return [load(path) for path in sorted(root.rglob("*.expected.toml"))]


def load(path: Path) -> Sample:
    """One expected file; its document is the file of the same name with another suffix."""
    stem = path.name.removesuffix(".expected.toml")
    documents = [found for found in path.parent.glob(f"{stem}.*") if found.suffix != ".toml"]
    if len(documents) != 1:
        raise LookupError(f"{path.name} 应当恰有一个同名文件。")
    return Sample(documents[0], tomllib.loads(path.read_text("utf-8")))


class Squeezed:
    """A text without white space and page numbers, knowing where each character stood."""

    def __init__(self, text: str) -> None:
        skipped = {
            place
            for match in re.finditer(r"\s+|(?<=\n)[^\S\n]*—\s*\d+\s*—(?=\s|$)", text)
            for place in range(*match.span())
        }
        self.places = [place for place in range(len(text)) if place not in skipped]
        self.text = "".join(text[place] for place in self.places)

    def find(self, words: str, occurrence: int = 1) -> tuple[int, int] | None:
        """The span of ``words`` in the original text, or None."""
        wanted, start = squeeze(words), -1
        for _ in range(occurrence):
            start = self.text.find(wanted, start + 1)
            if start < 0:
                return None
        return self.places[start], self.places[start + len(wanted) - 1] + 1


def squeeze(words: str) -> str:
    return re.sub(r"\s", "", words)


def accepts(key: str, wanted: Any, got: Any) -> bool:
    """Whether ``got`` is the expected value, or one of several accepted ones."""
    if isinstance(got, tuple | list):
        return any(names(option) == names(got) for option in name_lists(wanted))
    options = wanted if isinstance(wanted, list) else [wanted]
    return any(same(key, option, got) for option in options)


def name_lists(wanted: list[Any]) -> list[list[str]]:
    """``[["甲"], ["乙"]]`` are two accepted lists; ``["甲", "乙"]`` is one."""
    several = bool(wanted) and all(isinstance(option, list) for option in wanted)
    return wanted if several else [wanted]


def names(listed: Iterable[str]) -> set[str]:
    return {squeeze(name) for name in listed}


def same(key: str, wanted: Any, got: Any) -> bool:
    words = WORDS.get(key.rpartition(".")[2], {})
    if wanted == EITHER or (wanted == ABSENT and got is None):
        return True
    if wanted in words:
        return bool(got == words[wanted])
    if isinstance(wanted, str) and isinstance(got, str):
        return trimmed(wanted) == trimmed(got)
    return type(wanted) is type(got) and bool(wanted == got)


def trimmed(words: str) -> str:
    """Without white space, brackets around the whole, and 于 / 在 before a time."""
    return squeeze(words).strip("（）()").lstrip("于在")
