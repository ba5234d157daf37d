"""Word's generated numbers, resolved as Word prints them."""

from __future__ import annotations

import pytest

from text.docx_fixture import docx, level, numbered, numbering, p, styles
from yiding.text import read_text
from yiding.text.formats.numerals import numeral

OUTLINE = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）")


def lines(body: str, parts: dict[str, str]) -> list[str]:
    return read_text(docx(body, parts)).characters.splitlines()


def items(*levels: int, list_id: int = 1) -> str:
    return "".join(numbered(list_id, each, "项") for each in levels)


def test_two_levels_the_lower_starts_anew() -> None:
    parts = numbering({0: OUTLINE}, {1: (0, "")})
    expected = ["一、项", "（一）项", "（二）项", "二、项", "（一）项"]
    assert lines(items(0, 1, 1, 0, 1), parts) == expected


def test_a_plain_paragraph_between_does_not_stop_the_count() -> None:
    parts = numbering({0: OUTLINE}, {1: (0, "")})
    assert lines(items(0) + p("段") + items(0), parts) == ["一、项", "段", "二、项"]


def test_numbers_of_several_levels_and_the_legal_style() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2")
    levels += level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    parts = numbering({0: levels}, {1: (0, "")})
    assert lines(items(0, 1, 2), parts) == ["I. 项", "I.1 项", "1.1.1 项"]


def test_a_level_shown_before_it_was_counted() -> None:
    levels = level(0, "decimal", "%1", start=3) + level(1, "decimal", "%1.%2")
    assert lines(items(1, 0), numbering({0: levels}, {1: (0, "")})) == ["3.1 项", "4 项"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("", ["1", "a", "2", "a"]), ("0", ["1", "a", "2", "b"]), ("1", ["1", "a", "2", "a"])],
)
def test_restarting(restart: str, expected: list[str]) -> None:
    extra = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    levels = level(0, "decimal", "%1") + level(1, "lowerLetter", "%2", extra)
    got = lines(items(0, 1, 0, 1), numbering({0: levels}, {1: (0, "")}))
    assert got == [f"{each} 项" for each in expected]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    parts = numbering({0: OUTLINE}, {1: (0, ""), 2: (0, ""), 3: (0, start)})
    body = items(0) + items(0, list_id=2) + items(0, 0, list_id=3)
    assert lines(body, parts) == ["一、项", "二、项", "一、项", "二、项"]


def test_an_override_may_change_the_look() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条")}</w:lvlOverride>'
    parts = numbering({0: OUTLINE}, {1: (0, ""), 2: (0, other)})
    assert lines(items(0) + items(0, list_id=2), parts) == ["一、项", "第2条 项"]


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ("%1．", "", "1．项"),
        ("%1.", "", "1. 项"),
        ("第%1项", "space", "第1项 项"),
        ("%1", "nothing", "1项"),
    ],
)
def test_what_follows_a_number(text: str, suffix: str, expected: str) -> None:
    extra = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    parts = numbering({0: level(0, "decimal", text, extra)}, {1: (0, "")})
    assert lines(items(0), parts) == [expected]


def test_bullets() -> None:
    parts = numbering({0: level(0, "bullet", "\uf06c")}, {1: (0, "")})
    assert lines(items(0), parts) == ["• 项"]


def test_numbers_through_a_style_and_what_it_is_based_on() -> None:
    base = (
        '<w:style w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    second = (
        '<w:style w:styleId="h2"><w:basedOn w:val="h1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    plain = '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
    body = "".join(
        p("项", properties=f'<w:pStyle w:val="{style}"/>') for style in ("h1", "h2", "h1")
    )
    parts = numbering({0: OUTLINE}, {1: (0, "")}) | styles(plain, base, second)
    assert lines(body + p("段"), parts) == ["一、项", "（一）项", "二、项", "段"]


def test_the_level_that_names_the_style() -> None:
    style = (
        '<w:style w:styleId="k"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = level(0, "chineseCounting", "%1、")
    levels += level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="k"/>')
    parts = numbering({0: levels}, {1: (0, "")}) | styles(style)
    assert lines(p("项", properties='<w:pStyle w:val="k"/>'), parts) == ["（一）项"]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    style = (
        '<w:style w:styleId="k"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = numbering({0: OUTLINE}, {1: (0, "")}) | styles(style)
    out = '<w:pStyle w:val="k"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert lines(p("项", properties=out), parts) == ["项"]


def test_a_list_defined_by_a_list_style() -> None:
    definition = '<w:styleLink w:val="公文"/>' + OUTLINE
    parts = numbering({0: definition, 1: '<w:numStyleLink w:val="公文"/>'}, {1: (1, "")})
    assert lines(items(0), parts) == ["一、项"]


def test_styles_based_on_each_other_end() -> None:
    loop = [f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("xy", "yx")]
    parts = numbering({0: OUTLINE}, {1: (0, "")}) | styles(*loop)
    body = p("段", properties='<w:pStyle w:val="x"/>') + items(0)
    assert lines(body, parts) == ["段", "一、项"]


@pytest.mark.parametrize(
    ("number_format", "written"),
    [
        ("chineseCounting", ["一", "十", "十一", "二十", "一百零一", "一百一十"]),
        ("chineseCountingThousand", ["一", "十", "十一", "二十", "一百零一", "一百一十"]),
        ("japaneseCounting", ["一", "十", "十一", "二十", "一百零一", "一百一十"]),
        ("ideographDigital", ["一", "一〇", "一一", "二〇", "一〇一", "一一〇"]),
        ("chineseLegalSimplified", ["壹", "壹拾", "壹拾壹", "贰拾", "壹佰零壹", "壹佰壹拾"]),
        ("ideographTraditional", ["甲", "癸", "11", "20", "101", "110"]),
        ("ideographZodiac", ["子", "酉", "戌", "20", "101", "110"]),
        ("decimalEnclosedCircle", ["①", "⑩", "⑪", "⑳", "101", "110"]),
        ("decimalEnclosedCircleChinese", ["①", "⑩", "⑪", "⑳", "101", "110"]),
        ("decimalFullWidth", ["１", "１０", "１１", "２０", "１０１", "１１０"]),
        ("decimalZero", ["01", "10", "11", "20", "101", "110"]),
        ("lowerLetter", ["a", "j", "k", "t", "wwww", "fffff"]),
        ("upperLetter", ["A", "J", "K", "T", "WWWW", "FFFFF"]),
        ("lowerRoman", ["i", "x", "xi", "xx", "ci", "cx"]),
        ("upperRoman", ["I", "X", "XI", "XX", "CI", "CX"]),
        ("none", [""] * 6),
        ("not a format", ["1", "10", "11", "20", "101", "110"]),
    ],
)
def test_number_formats(number_format: str, written: list[str]) -> None:
    assert [numeral(number, number_format) for number in (1, 10, 11, 20, 101, 110)] == written
