"""What other rooms say, in the language that was asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from yiding.cli.wordings import reason, usage, warning
from yiding.dates.explain import in_english
from yiding.text.formats import plain

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def made(node: ast.AST) -> str | None:
    """The sentence that this expression makes, each gap a 7."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(getattr(part, "value", "")) if isinstance(part, ast.Constant) else "7"
                       for part in node.values)  # fmt: skip
    return None


def reasons(root: Path) -> Iterator[str]:
    """Every sentence that the room of texts refuses a file with where it stands in the call."""
    for path in sorted((root / "src/yiding/text").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            if getattr(node.func, "attr", "") == "refuse":
                yield from (words for each in node.args if (words := made(each)))
            elif getattr(node.func, "id", "") == "Kind" and (noun := made(node.args[0])):
                yield f"暂不支持{noun}"


def test_every_refusal_has_its_english(root: Path) -> None:
    known = [*reasons(root), plain.CUT_SHORT, plain.DAMAGED, plain.NO_ENCODING]
    assert len(known) > 20
    assert [words for words in known if CHINESE.search(reason(words, "en"))] == []


def test_chinese_stays_as_it_is() -> None:
    assert reason("PDF 已损坏", "zh") == "PDF 已损坏"
    assert warning("没有这一句。", "en") == "没有这一句。"


def test_a_warning_of_a_deadline_keeps_its_words() -> None:
    told = warning("“8月底”：会议之前已过，按2020年计算。", "en")
    assert told == "“8月底”: It was over before the meeting, so 2020 is taken."
    assert in_english("历上没有这一天。") == "The calendar has no such day."


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Missing option '--held'.", "缺少选项 '--held'"),
        ("No such command 'foo'.", "没有命令 'foo'"),
        ("Invalid value for '-j': Input should be a valid integer, "
         "unable to parse string as an integer", "'-j' 的值不对：要写整数"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_chinese(told: str, words: str) -> None:
    assert usage(told, "zh") == words
    assert usage(told, "en") == told
