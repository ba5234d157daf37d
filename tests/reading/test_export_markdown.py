"""The reading as a page of Markdown."""

from __future__ import annotations

from dataclasses import replace

from reading.handmade import BARE, FULL, TWO
from yiding.reading.export.markdown import MARK, to_markdown


def test_the_page_has_head_items_decisions_and_duties() -> None:
    page = to_markdown(FULL)
    assert page.startswith("# 临湖市人民政府常务会议纪要\n")
    assert "- 会议时间：2025-03-18上午\n" in page
    assert "## 1. 审议《临湖市湿地保护办法（草案）》\n" in page
    assert "- **原则同意** 《临湖市湿地保护办法（草案）》\n" in page
    assert "| 1.0.2 | 市林业局（推定） |  | 今年12月底前完成湿地名录 | 2025-12-31 | 办成 |" in page


def test_standing_requests_stand_apart() -> None:
    after = to_markdown(FULL).partition("### 长期要求")[2]
    assert "各地各部门要持续加强巡护" in after


def test_an_item_without_title_is_called_by_its_subject() -> None:
    assert "## 2. 一季度供水情况\n" in to_markdown(FULL)


def test_signs_of_markdown_are_words() -> None:
    item = replace(FULL.items[0], title="a|b*c\nd")
    assert r"## 1. a\|b\*cd" in to_markdown(replace(FULL, items=(item,)))


def test_a_paper_without_facts_is_a_page_too() -> None:
    assert to_markdown(BARE) == f"# 不是纪要\n\n- 来源：empty.txt\n\n{MARK}\n"


def test_each_meeting_heads_its_own_items() -> None:
    page = to_markdown(TWO)
    first, second = page.split("\n# 临湖市人民政府常务会议纪要第42次\n")
    assert "## 1. " in first
    assert "- 会次：第42次\n- 会议时间：2025-04-02\n- 主持：沈亦文副市长\n" in second
    assert "## 2. " in second
    assert "## 2. " not in first


def test_nothing_in_the_words_steers_a_terminal() -> None:
    item = replace(FULL.items[0], title="a\x1b[2Jb\x9bc\x07")
    assert "## 1. a\\[2Jbc\n" in to_markdown(replace(FULL, items=(item,)))
