"""DOCX: what a reader of the document sees, line by line."""

from __future__ import annotations

import pytest

from text.docx_fixture import (
    NAMESPACES,
    docx,
    level,
    numbered,
    numbering,
    p,
    package,
    r,
    styles,
    table,
)
from text.minutes import PARAGRAPHS, TEXT
from yiding.text import Text, read_text

BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
BOX = "<w:txbxContent>{}</w:txbxContent>"


def lines(body: str, parts: dict[str, str] | None = None) -> list[str]:
    return read_text(docx(body, parts)).characters.splitlines()


def noise(text: Text) -> list[str]:
    return [text.characters[start:end] for start, end in text.noise]


def test_one_paragraph_is_one_line() -> None:
    runs = [(line[:5], line[5:]) for line in PARAGRAPHS]
    text = read_text(docx("".join(p(*each, "") for each in runs) + p("")))
    assert text.characters == TEXT
    assert text.noise == ()
    assert text.media_type.endswith("wordprocessingml.document")


def test_a_place_is_a_paragraph() -> None:
    text = read_text(docx("".join(map(p, PARAGRAPHS))))
    index = text.characters.index("专款专用")
    assert text.place_of(index).paragraph == 12
    assert text.place_of(index).page is text.place_of(index).byte is None


def test_breaks_tabs_and_hyphens() -> None:
    hyphen = "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>"
    assert lines(p("甲", BREAK, "乙", TAB, "丙", hyphen, r("丁\t戊"))) == ["甲", "乙 丙-丁 戊"]


def test_tracked_changes_are_accepted() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>三</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2">{r("旧处")}</w:moveFrom>'
    kept = f'<w:ins w:id="3">{r("六")}</w:ins><w:moveTo w:id="4">{r("月")}</w:moveTo>'
    assert lines(p("于", deleted, moved, kept, "底前完成")) == ["于六月底前完成"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = p(properties='<w:rPr><w:del w:id="1"/></w:rPr>')
    joined = p("由市水利局", properties='<w:rPr><w:del w:id="2"/></w:rPr>')
    assert lines(gone + joined + p("牵头") + p("完")) == ["由市水利局牵头", "完"]


def test_field_codes_are_dropped_and_their_results_kept() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("3月12日")
    )
    simple = f'<w:fldSimple w:instr=" REF a ">{r("第7号")}</w:fldSimple>'
    link = f'<w:hyperlink r:id="rId1">{r("附件")}</w:hyperlink>'
    assert lines(p(field, simple, link)) == ["3月12日第7号附件"]


def test_hidden_text_is_dropped() -> None:
    assert lines(p(r("见", "<w:vanish/>"), r("可见", '<w:vanish w:val="0"/>'))) == ["可见"]


def test_pinyin_over_a_character_is_dropped() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('huì')}</w:rt><w:rubyBase>{r('会')}</w:rubyBase></w:ruby></w:r>"
    assert lines(p("开", ruby)) == ["开会"]


def test_symbols_of_word_s_own_fonts() -> None:
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    broken = '<w:r><w:sym w:font="Wingdings" w:char="D800"/><w:sym w:char="zz"/></w:r>'
    assert lines(p(tick, broken, " 同意")) == ["☑ 同意"]


def test_a_text_box_is_read_once_and_before_its_paragraph() -> None:
    box = BOX.format(p("临湖市人民政府"))
    drawn = f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    anchor = f"<w:r><mc:AlternateContent>{drawn}{old}</mc:AlternateContent></w:r>"
    assert lines(p(anchor, "常务会议纪要")) == ["临湖市人民政府", "常务会议纪要"]


def test_only_the_old_alternative_holds_text() -> None:
    old = f"<mc:Fallback><w:pict>{BOX.format(p('红头'))}</w:pict></mc:Fallback>"
    anchor = f"<w:r><mc:AlternateContent><mc:Choice/>{old}</mc:AlternateContent></w:r>"
    assert lines(p(anchor)) == ["红头"]


def test_content_controls_are_seen_through() -> None:
    inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('第18次')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{p('会议', inline)}</w:sdtContent></w:sdt>"
    assert lines(block) == ["会议第18次"]


def test_a_table_row_is_one_line() -> None:
    rows = table(
        ("序号", "任务", "单位"), ("1", p("清查") + p("报送"), p("市\t水利局")), ("", "", "")
    )
    assert lines(p("表") + rows) == ["表", "序号\t任务\t单位", "1\t清查 报送\t市 水利局"]


def test_merged_cells_repeat_nothing() -> None:
    first = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("市水利局")
    below = "<w:tcPr><w:vMerge/></w:tcPr>" + p("")
    assert lines(table((first, "甲"), (below, "乙"))) == ["市水利局\t甲", "\t乙"]


def test_an_empty_cell_keeps_its_column() -> None:
    assert lines(table(("一", "", "三"), ("一", "二", ""))) == ["一\t\t三", "一\t二"]


def test_a_nested_table_is_flattened() -> None:
    inner = table(("内", "里")) + p("")
    assert lines(table(("外", inner))) == ["外\t内 里"]


def test_a_nested_table_alone_in_a_row_keeps_its_cells() -> None:
    inner = table(("内", "里")) + p("")
    assert lines(table(("外", "面"), (inner,))) == ["外\t面", "内\t里"]


def test_the_long_field_of_a_form_keeps_its_paragraphs() -> None:
    field = "".join(map(p, PARAGRAPHS[3:9]))
    form = table(("会议时间", "3月12日"), ("会议内容", field))
    assert lines(form) == ["会议时间\t3月12日", "会议内容", *PARAGRAPHS[3:9]]


def test_a_short_field_of_running_text_keeps_its_paragraphs() -> None:
    form = table(("参会人员", "林某，周某，王某。"), ("议定事项", "由市水务局清查泵站。"))
    assert lines(form) == ["参会人员\t林某，周某，王某。", "议定事项", "由市水务局清查泵站。"]


def rows(text: Text) -> list[list[str]]:
    """The words in each column of every row."""
    return [[text.characters[slice(*span)] for span in row] for row in text.rows.values()]


def test_a_merged_cell_stands_in_every_row_and_column_it_reaches_over() -> None:
    text = read_text(
        docx(
            table(
                ("一", "二", "三", "四"),
                ('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("甲"), "", "丙", "丁"),
                (
                    "<w:tcPr><w:vMerge/></w:tcPr>" + p(""),
                    '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("乙"),
                    "丁",
                ),
            )
            + p("完")
        )
    )
    assert text.characters == "一\t二\t三\t四\n甲\t\t丙\t丁\n\t乙\t丁\n完\n"
    assert rows(text) == [
        ["一", "二", "三", "四"],
        ["甲", "", "丙", "丁"],
        ["甲", "乙", "乙", "丁"],
    ]


def test_a_row_that_begins_further_right_skips_columns() -> None:
    row = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{}</w:tr>'
    cells = "".join(f"<w:tc>{p(words)}</w:tc>" for words in ("乙", "丙"))
    merged = table(("一", "二", "三")).replace("</w:tbl>", row.format(cells) + "</w:tbl>")
    assert rows(read_text(docx(merged))) == [["一", "二", "三"], ["", "乙", "丙"]]


def test_deleted_rows_are_dropped() -> None:
    row = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{p("删")}</w:tc></w:tr>'
    assert lines(f"<w:tbl>{row}</w:tbl>" + p("留")) == ["留"]


def test_running_heads_and_feet_are_noise_at_the_ends() -> None:
    relation = '<Relationship Id="{0}" Type="t" Target="{0}.xml"/>'
    parts = {
        "word/_rels/document.xml.rels": '<Relationships xmlns="x">'
        f"{''.join(map(relation.format, ('h1', 'f1', 'h2')))}</Relationships>",
        "word/h1.xml": f"<w:hdr {NAMESPACES}>{p('内部资料')}</w:hdr>",
        "word/h2.xml": f"<w:hdr {NAMESPACES}>{p('')}</w:hdr>",
        "word/f1.xml": f"<w:ftr {NAMESPACES}>{p('— ', r('1'), ' —')}</w:ftr>",
    }
    section = (
        '<w:sectPr><w:headerReference r:id="h1"/><w:headerReference r:id="h2"/>'
        '<w:footerReference r:id="f1"/><w:footerReference r:id="none"/></w:sectPr>'
    )
    text = read_text(docx(p("正文") + section, parts))
    assert text.characters == "内部资料\n正文\n— 1 —\n"
    assert noise(text) == ["内部资料\n", "— 1 —\n"]
    assert [text.place_of(text.characters.index(c)).paragraph for c in "内正"] == [None, 1]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("<w:titlePg/>", ["内部资料\n"]),
        ("", ["内部资料\n临湖市人民政府常务会议纪要\n〔2024〕7号\n"]),
    ],
)
def test_the_head_of_the_first_page_is_a_letterhead(section: str, expected: list[str]) -> None:
    relation = '<Relationship Id="{0}" Type="t" Target="{0}.xml"/>'
    parts = {
        "word/_rels/document.xml.rels": '<Relationships xmlns="x">'
        f"{''.join(map(relation.format, ('h1', 'h2')))}</Relationships>",
        "word/h1.xml": f"<w:hdr {NAMESPACES}>{p('内部资料')}</w:hdr>",
        "word/h2.xml": f"<w:hdr {NAMESPACES}>{p('临湖市人民政府常务会议纪要')}"
        f"{p('〔2024〕7号')}</w:hdr>",
    }
    heads = (
        '<w:headerReference w:type="default" r:id="h1"/>'
        '<w:headerReference w:type="first" r:id="h2"/>'
    )
    text = read_text(docx(p("正文") + f"<w:sectPr>{heads}{section}</w:sectPr>", parts))
    assert text.characters == "内部资料\n临湖市人民政府常务会议纪要\n〔2024〕7号\n正文\n"
    assert noise(text) == expected


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stand_at_the_end(kind: str) -> None:
    notes = (
        f'<w:{kind}s {NAMESPACES}><w:{kind} w:type="separator">{p("线")}</w:{kind}>'
        f'<w:{kind} w:id="1">{p("指办公用房。")}</w:{kind}></w:{kind}s>'
    )
    body = p("用房", f'<w:r><w:{kind}Reference w:id="1"/></w:r>', "管理") + p("完")
    assert lines(body, {f"word/{kind}s.xml": notes}) == ["用房管理", "完", "指办公用房。"]
    assert lines(p("用房管理"), {f"word/{kind}s.xml": notes}) == ["用房管理"]


def strict(xml: str) -> str:
    """The same part in the namespaces of strict documents."""
    for transitional in ("wordprocessingml/2006/main", "officeDocument/2006/relationships"):
        xml = xml.replace(
            f"http://schemas.openxmlformats.org/{transitional}",
            f"http://purl.oclc.org/ooxml/{transitional.replace('2006/', '')}",
        )
    return xml


def test_strict_documents_read_alike() -> None:
    section = '<w:sectPr><w:headerReference r:id="h1"/></w:sectPr>'
    style = (
        '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("清查泵站", properties='<w:pStyle w:val="a"/>') + numbered(1, 1, "修订预案") + section
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "（%2）")
    parts = {
        **numbering({0: levels}, {1: (0, "")}),
        **styles(style),
        "word/_rels/document.xml.rels": '<Relationships xmlns="x">'
        '<Relationship Id="h1" Type="t" Target="h1.xml"/></Relationships>',
        "word/h1.xml": f"<w:hdr {NAMESPACES}>{p('内部资料')}</w:hdr>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    text = read_text(package({name: strict(xml) for name, xml in parts.items()}))
    assert text.characters == "内部资料\n一、清查泵站\n（1）修订预案\n"
    assert noise(text) == ["内部资料\n"]


def test_a_main_part_under_another_name() -> None:
    assert read_text(docx(p("正文"), main="word/document2.xml")).characters == "正文\n"


def test_styles_without_lists_change_nothing() -> None:
    assert lines(p("正文"), styles('<w:style w:styleId="a"/>')) == ["正文"]


def test_word_art_is_a_line_and_a_watermark_is_none() -> None:
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    art = '<w:r><w:pict><v:shape {} id="{}"><v:textpath string="{}"/></v:shape></w:pict></w:r>'
    body = p(art.format(vml, "WordArt1", "临湖市人民政府"), r("常务会议纪要"))
    body += p(art.format(vml, "PowerPlusWaterMarkObject3", "内部资料"), r("会议议定："))
    assert lines(body) == ["临湖市人民政府", "常务会议纪要", "会议议定："]
