"""What other rooms say, in the language that was asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.warned import deadline_warnings, made, warnings
from reading.quoting import CHINESE, QUOTED
from yiding.cli.wordings import deadline_in, reason, usage, warning
from yiding.dates import NO_DEADLINE, Deadline, read_deadline
from yiding.dates.explain import in_english
from yiding.text.formats import plain


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


def test_every_warning_has_its_english(root: Path) -> None:
    known = list(warnings(root))
    # one of each sort, so that none slips out of what is looked at
    for words in ("这不是会议纪要：开头没有写明日期的会议，未读取议题和任务。",
                  "第7、8页是图片，没有文字，未能读取；请先做文字识别（OCR）后再读。",
                  "“7”是集体称谓，文中没有名单，请明确责任单位。",
                  "会议日期有缺损，按7读取，请核对。",
                  "“7”所在年份的放假安排尚未公布，不作推算。", "“7”：历上没有这一天。",
                  "会议日期有缺损，可读作7或8，按发布日期取7，请核对。",
                  "会议日期有缺损，可读作7，未取定，请核对。"):  # fmt: skip
        assert words in known
    english = {words: QUOTED.sub("", warning(words, "en")) for words in known}
    assert {words: told for words, told in english.items() if CHINESE.search(told)} == {}


def test_every_warning_of_a_deadline_has_its_english(root: Path) -> None:
    known = [Deadline("by", warning=words) for words in deadline_warnings(root)]
    assert len(known) > 10
    told = [str(deadline_in(one, "en").warning) for one in known]
    assert [words for words in told if CHINESE.search(words)] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("会议日期有缺损，可读作，未取定，请核对。",
         "The meeting's date is damaged, and no year is known for it: please check."),
        ("会议日期有缺损，可读作2019-05-06或2019-06-05，未取定，请核对。",
         "The meeting's date is damaged; it may be 2019-05-06 or 2019-06-05: please check."),
        ("第2、3、5页是图片，没有文字，未能读取；请先做文字识别（OCR）后再读。",
         "Pages that are pictures, and could not be read: 2, 3, 5. "
         "Have their text recognised (OCR)."),
    ],
)  # fmt: skip
def test_several_days_or_pages_are_joined_in_english(words: str, told: str) -> None:
    assert warning(words, "en") == told
    assert warning(words, "zh") == words


def test_a_deadline_tells_its_own_warning() -> None:
    event = read_deadline("批复后20日内", None)
    assert deadline_in(event, "zh") is event
    assert deadline_in(event, "en").warning == (
        "It is counted from another event, whose day is not known."
    )
    assert deadline_in(NO_DEADLINE, "en") is NO_DEADLINE


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
