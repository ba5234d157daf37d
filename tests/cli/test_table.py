"""The table a person sees."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from reading.handmade import BARE, FULL, TWO
from reading.quoting import said_in_chinese
from yiding.cli.messages import speaker
from yiding.cli.place import places
from yiding.cli.table import table
from yiding.reading.model import Reading
from yiding.text import Mark, Place, Text


def shown(reading: Reading, language: str = "zh", width: int = 100, whole: bool = False) -> str:
    say = speaker(language)
    out = StringIO()
    text = Text("minutes.txt", "0" * 64, "text/plain", reading.text)
    rendered = table(reading, language, places(text, say), whole)
    Console(file=out, width=width, color_system=None).print(rendered)
    return out.getvalue()


def test_head_decisions_and_duties_are_there() -> None:
    page = shown(FULL)
    for words in (
        "临湖市人民政府 常务会议纪要 〔2025〕7号",
        "第41次  2025-03-18 上午  市长何清源主持",
        "原则同意",
        "1.0.2",
        "市林业局（推定）",
        "配合：市水利局",
        "2025-12-31",
        "提请市委常委",
        "议题 2 项，议定 2 项，任务 3 项，长期要求 1 项；未读 4.1%。",
        "! “各地各部门”没有列出名单。",
    ):
        assert words in page


def test_standing_requests_are_counted_and_listed_when_asked() -> None:
    assert "1.0.3" not in shown(FULL)
    assert "--all" in shown(FULL)
    assert "1.0.3" in shown(FULL, whole=True)
    assert "--all" not in shown(FULL, whole=True)


@pytest.mark.parametrize("width", [40, 50, 60, 69, 70, 80, 100, 132, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = shown(FULL, width=width, whole=True).splitlines()
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [40, 50, 60])
def test_a_narrow_terminal_shows_who_and_what_whole(width: int) -> None:
    page = shown(FULL, width=width).splitlines()
    head = page.index("1.0.2  市林业局（推定）")
    assert [line.strip() for line in page[head + 1 : head + 4]] == [
        "今年12月底前完成湿地名录", "时限  2025-12-31  今年12月底前", "办结标准  办成",
    ]  # fmt: skip


def test_each_meeting_heads_its_own_duties() -> None:
    page = shown(TWO)
    places = [
        page.index(words)
        for words in ("第41次  2025-03-18", "1.0.2", "第42次  2025-04-02", "2.0.1")
    ]
    assert places == sorted(places)
    assert "副市长沈亦文主持" in page


def test_what_was_not_understood_is_shown_with_its_place() -> None:
    page = [line.strip() for line in shown(FULL).splitlines()]
    assert page[page.index("未读") + 1] == "11行  会议听取了汇报。"


def test_english_says_the_same() -> None:
    page = shown(FULL, "en")
    assert "Items: 2; decisions: 2; duties: 3; standing requests: 1; unread: 4.1%." in page
    assert "approved in principle" in page
    assert "2025-03-18 morning" in page
    assert "submitted to" in page
    lines = [line for line in page.splitlines() if not line.startswith("!")]
    assert said_in_chinese(pieces(lines), FULL) == []


def pieces(lines: list[str]) -> list[str]:
    """What stands between blanks and is not in the text: cells break quotations over lines."""
    text = FULL.text.replace("\n", "")
    return [piece for line in lines for piece in line.split() if piece not in text]


def test_a_look_alike_says_what_it_is_not() -> None:
    assert "不是会议纪要" in shown(BARE)


def test_a_place_is_a_page_or_a_line() -> None:
    lines = Text("a.txt", "", "text/plain", "一\n二\n三")
    assert places(lines, speaker("zh"))(4) == "3行"
    paged = Text("a.pdf", "", "application/pdf", "一\n二", marks=[Mark(0, Place(page=2))])
    assert places(paged, speaker("zh"))(2) == "2页"
