"""PDF: printed lines become paragraphs again, and what a page repeats is noise."""

from __future__ import annotations

import pytest

from text.minutes import BODY, HEAD, PARAGRAPHS, TEXT
from text.pdf_fixture import EM, LEFT, LINE, TOP, Row, Sheets, aslant, broken, pdf
from yiding.text import Text, UnreadableFile, read_text

LONG = "各地各部门要认真落实防汛责任制，" * 6 + "确保安全。"
PICTURE = "q 400 0 0 600 90 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q\n"


def content(text: Text) -> str:
    """The text without its noise."""
    kept, start = "", 0
    for begin, end in [*text.noise, (len(text.characters),) * 2]:
        kept += text.characters[start:begin]
        start = end
    return kept


def noise(text: Text) -> list[str]:
    return [text.characters[start:end].removesuffix("\n") for start, end in text.noise]


def lines(sheets: Sheets) -> list[str]:
    return content(read_text(sheets.pdf())).splitlines()


def minutes(copies: int = 1) -> Sheets:
    """The minutes as an office prints them, their body several times over."""
    sheets = Sheets()
    for text, size in zip(HEAD, (30, 22, 16), strict=True):
        sheets.centred(text, size)
    for text in BODY * copies:
        sheets.paragraph(text)
    return sheets


def test_one_paragraph_is_one_line() -> None:
    sheets = minutes()
    for text in PARAGRAPHS[-4:]:
        sheets.paragraph(text)
    sheets.furnish()
    text = read_text(sheets.pdf())
    assert content(text) == TEXT
    assert noise(text) == ["— 1 —", "— 2 —"]
    assert text.media_type == "application/pdf"
    assert text.unread_pages == ()


def test_a_paragraph_goes_on_over_the_page_and_its_furniture_follows_it() -> None:
    sheets = Sheets()
    sheets.skip(20)
    sheets.paragraph(LONG)
    sheets.paragraph("会议还研究了其他事项。")
    sheets.furnish("- {} -", "临湖市人民政府常务会议纪要")
    text = read_text(sheets.pdf())
    assert text.characters.splitlines() == [
        "临湖市人民政府常务会议纪要",
        LONG,
        "- 1 -",
        "临湖市人民政府常务会议纪要",
        "会议还研究了其他事项。",
        "- 2 -",
    ]
    assert len(text.noise) == 4


def test_places_are_pages_and_paragraphs() -> None:
    sheets = Sheets()
    sheets.skip(20)
    sheets.paragraph(LONG)
    sheets.furnish()
    text = read_text(sheets.pdf())
    first_of_next_page = 26 + 28
    places = [text.place_of(index) for index in (0, first_of_next_page - 1, first_of_next_page)]
    assert [place.page for place in places] == [1, 1, 2]
    assert {place.paragraph for place in places} == {1}
    assert text.place_of(text.characters.index("— 1")).page == 1
    assert text.place_of(text.characters.index("— 2")).page == 2


@pytest.mark.parametrize(
    "foot",
    ["— {} —", "－{}－", "- {} -", "{}", "第{}页", "第 {} 页 共 {} 页", "{}/{}", "第{}页，共{}页"],
)
def test_page_numbers_are_noise(foot: str) -> None:
    sheets = minutes(3)
    sheets.furnish(foot)
    text = read_text(sheets.pdf())
    assert content(text).splitlines() == [*HEAD, *BODY * 3]
    assert noise(text) == [
        foot.format(n, len(sheets.pages)) for n in range(1, len(sheets.pages) + 1)
    ]


def test_a_number_in_the_text_is_no_page_number() -> None:
    sheets = minutes()
    sheets.paragraph("2025")
    sheets.paragraph(LONG)
    sheets.furnish()
    assert "2025" in lines(sheets)


def test_only_what_repeats_at_the_same_height_is_a_running_head() -> None:
    sheets = minutes(3)
    for rows in sheets.pages[1:]:
        rows.insert(0, Row("会议纪要", LEFT, 790.0, 12.0))
    sheets.pages[0].insert(0, Row("内部资料", LEFT, 790.0, 12.0))
    text = read_text(sheets.pdf())
    assert noise(text) == ["会议纪要"] * (len(sheets.pages) - 1)
    assert content(text).splitlines() == ["内部资料", *HEAD, *BODY * 3]


def test_paragraphs_without_indents_are_told_by_their_space() -> None:
    sheets = Sheets()
    for text in BODY[:6]:
        sheets.paragraph(text, first=0)
        sheets.skip()
    assert lines(sheets) == BODY[:6]


def test_paragraphs_without_indents_or_space_are_told_by_their_short_last_line() -> None:
    sheets = Sheets()
    for text in (LONG, BODY[3], "（三）" + LONG, LONG):
        sheets.paragraph(text, first=0)
    assert lines(sheets) == [LONG, BODY[3], "（三）" + LONG, LONG]


def test_a_number_opens_a_paragraph_after_a_full_last_line() -> None:
    full = "（一）" + "各地各部门要认真落实防汛责任" + "，确保人民安全。" + "全" * 2 + "。"
    sheets = Sheets()
    for text in (full, "（二）" + LONG, LONG):
        sheets.paragraph(text, first=0)
    assert lines(sheets)[:2] == [full, "（二）" + LONG]


def test_a_number_opens_a_paragraph_under_a_heading_that_fills_its_line() -> None:
    heading = "二、审议《临湖市公共租赁住房管理实施细则（修订送审稿）》"
    sheets = Sheets()
    for text in (heading, "（一）" + LONG, LONG):
        sheets.paragraph(text, first=0)
    assert lines(sheets)[:2] == [heading, "（一）" + LONG]


def test_a_heading_that_fills_its_line_ends_before_the_meeting_speaks() -> None:
    heading = "二、审议《临湖市公共租赁住房管理实施细则（修订送审稿）》"
    sheets = Sheets()
    for text in (heading, "会议认为，" + LONG, LONG):
        sheets.paragraph(text, first=0)
    assert lines(sheets)[:2] == [heading, "会议认为，" + LONG]


def test_the_imprint_follows_a_list_that_fills_its_line() -> None:
    sent = "抄送：市委办公室，市人大常委会办公室，市政协办公室各处。"
    imprint = "临湖市人民政府办公室　　2025年3月20日印发"
    sheets = minutes()
    sheets.paragraph(sent, first=0)
    sheets.paragraph(imprint, first=0)
    assert lines(sheets)[-2:] == [sent, imprint]


def test_a_number_within_a_sentence_opens_nothing() -> None:
    text = "各地各部门要按照市政府去年印发的防汛工作方案第二章之（一）和（二）的要求抓好落实。"
    sheets = Sheets()
    sheets.paragraph(text, first=0)
    sheets.paragraph(LONG, first=0)
    assert lines(sheets) == [text, LONG]


def test_the_little_space_beside_figures_is_none_of_the_text() -> None:
    sheets = Sheets()
    sheets.paragraph(LONG)
    sheets.paragraph("由市财政局在\N{THIN SPACE}7\N{THIN SPACE}月底前下达\N{THIN SPACE}42.6%")
    sheets.paragraph("附件 3 份")
    sheets.line("12" + 9 * "\N{THIN SPACE}" + "市财政局", LEFT + 2 * EM)
    assert lines(sheets)[1:] == ["由市财政局在7月底前下达42.6%", "附件 3 份", "12 市财政局"]


def in_columns(paragraphs: list[str], pages: int) -> Sheets:
    """Two columns of 13 characters a page, the first page under a title of one line."""
    sheets = Sheets([[Row("临湖市人民政府常务会议纪要", LEFT + 3 * EM, TOP, 22.0)]])
    places = [
        (page, LEFT + column * 15 * EM, TOP - LINE * row)
        for page in range(pages)
        for column in (0, 1)
        for row in range(2 if page == 0 else 0, 22)
    ]
    printed = iter(places)
    for text in paragraphs:
        for number, line in enumerate(broken(text, 11, 13)):
            page, x, y = next(printed)
            while len(sheets.pages) <= page:
                sheets.turn()
            sheets.pages[page].append(Row(line, x + (0 if number else 2 * EM), y))
    return sheets


def test_lines_are_joined_within_their_column() -> None:
    sheets = in_columns(BODY * 2, 3)
    sheets.furnish()
    text = read_text(sheets.pdf())
    assert content(text).splitlines() == ["临湖市人民政府常务会议纪要", *BODY * 2]
    assert len(noise(text)) == len(sheets.pages) == 2


def test_a_last_page_of_one_short_column_is_told_by_the_others() -> None:
    paragraphs = [*BODY * 2, *BODY[:4]]
    sheets = in_columns(paragraphs, 3)
    assert len(sheets.pages) == 3
    assert len(sheets.pages[2]) < 22
    assert lines(sheets)[1:] == paragraphs


def test_cells_of_a_table_are_no_columns() -> None:
    sheets = Sheets()
    rows = [("市水利局", "四月底前完成涵闸复查"), ("市财政局", "五月底前拨付防汛资金")] * 4
    for number, (unit, task) in enumerate(rows):
        y = TOP - 2 * LINE * number
        sheets.pages[0] += [Row(unit, LEFT, y), Row(task, LEFT + 15 * EM, y - LINE)]
    sheets.row = 17
    sheets.paragraph(LONG)
    assert lines(sheets) == [*(cell for row in rows for cell in row), LONG]


def test_words_keep_their_space_and_chinese_gets_none() -> None:
    sheets = Sheets()
    text = "会议听取了关于城市生命线安全工程和智慧水务平台 (Lake Water Monitoring) 建设情况的汇报"
    sheets.line("听取智慧水务平台建设情况的汇报，平台名称为 Lake Water", LEFT + 2 * EM)
    sheets.line("Monitoring，由市水利局负责建设，市大数据局配合，年底前建成", LEFT)
    sheets.line("投用。", LEFT)
    sheets.paragraph(text)
    got = lines(sheets)
    assert "Lake Water Monitoring，由市水利局" in got[0]
    assert got[0].endswith("年底前建成投用。")


def test_titles_in_larger_letters_stand_alone() -> None:
    sheets = minutes()
    assert lines(sheets)[:4] == [*HEAD, BODY[0]]


def test_radicals_become_the_characters_they_look_like() -> None:
    sheets = Sheets()
    sheets.paragraph("⼀、审议⽔利⼯作⽅案")
    assert lines(sheets) == ["一、审议水利工作方案"]


@pytest.mark.parametrize("where", ["under", "extra"])
def test_words_set_aslant_are_noise_and_break_no_line(where: str) -> None:
    sheets = minutes(2)
    sheets.furnish()
    stamps = {where: aslant("内部资料 严禁外传", 130.0, 250.0)}
    text = read_text(pdf(sheets.pages, **stamps))
    assert content(text).splitlines() == [*HEAD, *BODY * 2]
    assert noise(text).count("内部资料 严禁外传") == len(sheets.pages)


def test_a_name_strewn_over_a_page_is_noise() -> None:
    sheets = minutes()
    places = [(x, y) for x in (90.0, 250.0, 410.0) for y in (150.0, 350.0, 550.0)]
    strewn = "".join(aslant("周小舟 2025-03-21", x, y, 14.0) for x, y in places)
    text = read_text(pdf(sheets.pages, under=strewn))
    assert content(text).splitlines() == [*HEAD, *BODY]
    assert noise(text) == ["周小舟 2025-03-21"] * 9


def test_level_words_printed_across_lines_of_most_pages_are_noise() -> None:
    sheets = minutes(3)
    level = "BT /F1 40 Tf 1 0 0 1 150 420 Tm <4E346E56653F529E> Tj ET\n"
    text = read_text(pdf(sheets.pages, level))
    assert content(text).splitlines() == [*HEAD, *BODY * 3]
    assert noise(text) == ["临湖政办"] * len(sheets.pages)


def test_words_at_the_same_place_of_two_pages_are_text() -> None:
    sheets = Sheets()
    for before, after in (BODY[6:8], BODY[3:5]):  # 会议要求： in the seventh row of both
        sheets.paragraph(before)
        sheets.row = 6
        sheets.paragraph("会议要求：")
        sheets.paragraph(after)
        sheets.turn()
    assert lines(sheets) == [BODY[6], "会议要求：", BODY[7], BODY[3], "会议要求：", BODY[4]]


def test_pages_drawn_sideways_and_shown_upright_are_read_alike() -> None:
    sheets = Sheets()
    paragraphs = [
        f"{n}.第1批、第2批防汛物资要在6月30日前" * 3 + "到位。见附件1。" for n in range(1, 12)
    ]
    for text in paragraphs:
        sheets.paragraph(text)
    sheets.furnish()
    text = read_text(pdf(sheets.pages, rotate=90, turned=True))
    assert content(text).splitlines() == paragraphs
    assert noise(text) == ["— 1 —", "— 2 —"]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_pages_shown_lying_or_upside_down_are_read_as_they_were_written(rotate: int) -> None:
    sheets = Sheets()
    gaps = "由市财政局在\N{THIN SPACE}7\N{THIN SPACE}月底前下达首批防汛资金，"
    for text in (gaps + LONG, LONG, gaps + LONG):
        sheets.paragraph(text)
    assert read_text(pdf(sheets.pages, rotate=rotate)).characters == content(
        read_text(sheets.pdf())
    )


def test_a_scan_is_told() -> None:
    with pytest.raises(UnreadableFile, match=r"扫描件，没有文字层.*OCR"):
        read_text(pdf([[], []], PICTURE), name="扫描.pdf")


def test_a_scan_with_printed_page_numbers_is_told() -> None:
    numbered = [[Row(f"— {n} —", 280, 60)] for n in (1, 2)]
    data = pdf([*numbered, []], PICTURE)
    with pytest.raises(UnreadableFile, match="扫描件"):
        read_text(data)


def test_pages_that_show_only_a_picture_are_named() -> None:
    sheets = minutes()
    pages = len(sheets.pages)
    assert read_text(pdf([*sheets.pages, []], PICTURE)).unread_pages == (pages + 1,)
    assert read_text(pdf([*sheets.pages, []])).unread_pages == ()


def test_a_page_that_shows_a_picture_and_its_number_is_named() -> None:
    sheets = minutes()
    sheets.turn()
    sheets.furnish()
    text = read_text(pdf(sheets.pages, PICTURE))
    assert text.unread_pages == (len(sheets.pages),)
    assert noise(text)[-1] == f"— {len(sheets.pages)} —"
    seal = PICTURE.replace("400 0 0 600", "80 0 0 80")
    assert read_text(pdf(sheets.pages, seal)).unread_pages == ()


@pytest.mark.parametrize("feet", [["— 1 —", "— 2 —"], ["扫描全能王 创建"], ["1", "2", "3"]])
def test_a_scan_whose_pages_all_have_a_foot_is_told(feet: list[str]) -> None:
    pages = [[Row(foot, 280, 60)] for foot in feet]
    with pytest.raises(UnreadableFile, match="扫描件"):
        read_text(pdf(pages, PICTURE))


def test_empty_pages_hold_no_text() -> None:
    with pytest.raises(UnreadableFile, match="没有文字"):
        read_text(pdf([[]]))


def test_letters_without_an_encoding_are_told() -> None:
    with pytest.raises(UnreadableFile, match="文字层不能提取"):
        read_text(pdf([[Row("\ue001\ue002\ue003会议", LEFT, 700)]]))
