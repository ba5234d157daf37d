"""The reading as a page of Markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from reading.handmade import BARE, EMPTY, FULL, TWO
from reading.quoting import said_in_chinese
from yiding.reading.export.markdown import MARK, to_markdown
from yiding.reading.model import Reading
from yiding.reading.reader import read

CHINESE_PAGE = """\
# 临湖市人民政府常务会议纪要

- 文号：〔2025〕7号
- 会次：第41次
- 会议时间：2025-03-18上午
- 主持：何清源市长
- 会议地点：市政府一号会议室
- 公开：此件公开发布
- 来源：minutes.txt

## 1. 审议《临湖市湿地保护办法（草案）》

### 议定

- **原则同意** 《临湖市湿地保护办法（草案）》

### 任务

| 编号 | 责任主体 | 配合 | 任务 | 时限 | 办结标准 |
| --- | --- | --- | --- | --- | --- |
| 1.0.1 | 市林业局 | 市水利局 | 由市林业局会同市水利局修改完善后，提请市委常委会审议 |  | 提请市委常委会 |
| 1.0.2 | 市林业局（推定） |  | 今年12月底前完成湿地名录 | 2025-12-31 | 办成 |

### 长期要求

- 各地各部门要持续加强巡护

# 临湖市人民政府常务会议纪要第42次

- 会次：第42次

## 2. 一季度供水情况

### 议定

- **听取** 一季度供水情况

### 任务

| 编号 | 责任主体 | 配合 | 任务 | 时限 | 办结标准 |
| --- | --- | --- | --- | --- | --- |
| 2.0.1 |  |  | 会议听取了汇报 |  | 办成 |

## 出席列席

- 出席：何清源、沈亦文
- 缺席：苏简宁
- 列席：市财政局代表；顾闻溪、任嘉禾
- 记录：陆知遥
- 分送：各区人民政府

## 请核对

- “各地各部门”没有列出名单。
- 没有印发日期。

<!-- yiding/reading/1 -->
"""  # noqa: E501 - a row is a line
ENGLISH_PAGE = """\
# 临湖市人民政府常务会议纪要

- Document number: 〔2025〕7号
- Session: 第41次
- Held on: 2025-03-18 morning
- Chair: 何清源 市长
- Place: 市政府一号会议室
- Disclosure: 此件公开发布
- Source: minutes.txt

## 1. 审议《临湖市湿地保护办法（草案）》

### Decisions

- **approved in principle** 《临湖市湿地保护办法（草案）》

### Duties

| No. | Lead | Assisting | Duty | Due | Closed when |
| --- | --- | --- | --- | --- | --- |
| 1.0.1 | 市林业局 | 市水利局 | 由市林业局会同市水利局修改完善后，提请市委常委会审议 |  | submitted to 市委常委会 |
| 1.0.2 | 市林业局 (inferred) |  | 今年12月底前完成湿地名录 | 2025-12-31 | delivered |

### Standing requests

- 各地各部门要持续加强巡护

# 临湖市人民政府常务会议纪要 第42次

- Session: 第42次

## 2. 一季度供水情况

### Decisions

- **heard** 一季度供水情况

### Duties

| No. | Lead | Assisting | Duty | Due | Closed when |
| --- | --- | --- | --- | --- | --- |
| 2.0.1 |  |  | 会议听取了汇报 |  | delivered |

## Attendance

- Present: 何清源, 沈亦文
- Absent: 苏简宁
- In attendance: 市财政局 (representative); 顾闻溪, 任嘉禾
- Recorder: 陆知遥
- Copies to: 各区人民政府

<!-- yiding/reading/1 -->
"""  # noqa: E501 - a row is a line


def english_lines(reading: Reading) -> list[str]:
    """The page in English without the backslashes before its signs; warnings are told elsewhere."""
    page = to_markdown(replace(reading, warnings=()), language="en")
    return re.sub(r"\\([^\w\s])", r"\1", page).splitlines()


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
    english = f"# Not minutes\n\n- Source: empty.txt\n\n{MARK}\n"
    assert to_markdown(BARE, language="en") == english


def test_each_meeting_heads_its_own_items() -> None:
    page = to_markdown(TWO)
    first, second = page.split("\n# 临湖市人民政府常务会议纪要第42次\n")
    assert "## 1. " in first
    assert "- 会次：第42次\n- 会议时间：2025-04-02\n- 主持：沈亦文副市长\n" in second
    assert "## 2. " in second
    assert "## 2. " not in first


def test_a_page_is_chinese_unless_told_otherwise() -> None:
    assert to_markdown(FULL) == to_markdown(FULL, language="zh") == CHINESE_PAGE


def test_an_english_page_quotes_in_chinese_and_says_the_rest_in_english() -> None:
    assert to_markdown(replace(FULL, warnings=()), language="en") == ENGLISH_PAGE


def test_no_english_page_of_a_sample_has_a_chinese_label(samples: Path) -> None:
    papers = [path for path in samples.glob("*/*") if path.suffix in (".txt", ".docx", ".pdf")]
    assert len(papers) > 20
    for reading in [FULL, TWO, BARE, EMPTY, *map(read, sorted(papers))]:
        assert said_in_chinese(english_lines(reading), reading) == [], reading.source.name
        assert said_in_chinese(to_markdown(reading).splitlines(), reading) != []


def test_what_has_no_name_is_called_something_in_english_too() -> None:
    untitled = replace(FULL.items[1], subjects=())
    second = replace(TWO.more_meetings[0], session=None)
    reading = replace(FULL, genre=None, items=(untitled,), more_meetings=(second,))
    page = to_markdown(reading, language="en")
    assert page.startswith("# 临湖市人民政府: minutes\n")
    assert "\n# 临湖市人民政府: minutes (meeting 2)\n" in page
    assert "\n## 2. Untitled\n" in page


def test_nothing_in_the_words_steers_a_terminal() -> None:
    item = replace(FULL.items[0], title="a\x1b[2Jb\x9bc\x07")
    assert "## 1. a\\[2Jbc\n" in to_markdown(replace(FULL, items=(item,)))
