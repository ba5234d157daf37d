"""HTML: every visible line, and what a web site puts around a text marked as noise."""

from __future__ import annotations

import pytest

from text.minutes import BODY, PARAGRAPHS, TEXT
from yiding.text import Text, UnreadableFile, read_text

ARTICLE = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)


def read(body: str) -> Text:
    return read_text(f"<!DOCTYPE html><html><head><title>页</title></head><body>{body}".encode())


def lines(body: str) -> list[str]:
    return read(body).characters.splitlines()


def content(text: Text) -> str:
    """The text without its noise."""
    kept, start = "", 0
    for begin, end in [*text.noise, (len(text.characters),) * 2]:
        kept += text.characters[start:begin]
        start = end
    return kept


def noise(body: str) -> list[str]:
    """The noise lines of a page that holds the minutes between ``body``'s halves."""
    text = read(body.replace("…", f"<div>{ARTICLE}</div>"))
    assert content(text) == TEXT
    return [line for start, end in text.noise for line in text.characters[start:end].splitlines()]


def test_one_block_is_one_line() -> None:
    text = read(ARTICLE)
    assert text.characters == TEXT
    assert text.noise == ()
    assert text.media_type == "text/html"
    assert text.place_of(text.characters.index("专款专用")).paragraph == 12


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "gb2312"), ("utf-8", "gb2312"), ("gb18030", "gb2312"),
        ("gbk", "GBK"), ("gbk", ""), ("gbk", "utf-8"), ("utf-16", "utf-16"), ("utf-16-le", ""),
    ],
)  # fmt: skip
def test_encodings_and_wrong_declarations(encoding: str, declared: str) -> None:
    page = f"<html><head><meta charset='{declared}'></head><body>{ARTICLE}</body></html>"
    assert read_text(page.encode(encoding), name="纪要.html").characters == TEXT


def test_big5_by_its_declaration() -> None:
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=big5"><p>會議紀要</p>'
    assert read_text(page.encode("big5")).characters == "會議紀要\n"


@pytest.mark.parametrize(("encoding", "declared"), [("gbk", "gb2312"), ("utf-8", "utf-8")])
def test_stray_bytes_are_shown_as_a_browser_shows_them(encoding: str, declared: str) -> None:
    page = f"<html><meta charset={declared}>{ARTICLE}".encode(encoding) + b"<p>\xff\xff</p>"
    assert read_text(page).characters == TEXT + "\ufffd\ufffd\n"


def test_breaks_spaces_and_entities() -> None:
    assert lines("<p>甲<br>乙&nbsp;&amp;&#x4e19;  丁\n 戊</p>") == ["甲", "乙 &丙 丁戊"]
    assert lines("<p>　　出席：徐　光\u200b</p>") == ["出席：徐　光"]
    assert lines("<p>Wang\n Li</p><pre>一\n二</pre>") == ["Wang Li", "一", "二"]


def test_inline_markup_neither_parts_nor_joins() -> None:
    assert lines("<p><b>（一）</b><span>原则</span>同<a>意</a></p><div>甲<p>乙</p>丙</div>") == [
        "（一）原则同意", "甲", "乙", "丙",
    ]  # fmt: skip


def test_what_is_not_shown_is_not_read() -> None:
    hidden = (
        "<script>var a='<p>x</p>'</script><style>p{}</style><!-- 注 --><noscript>无</noscript>"
        '<p hidden>藏</p><div style="DISPLAY : none"><p>藏</p><p>藏</p></div><select><option>选'
        "</select><ruby>会<rt>huì</rt></ruby>议"
    )
    assert lines(hidden) == ["会议"]


def test_an_article_that_waits_for_its_script_is_read() -> None:
    waiting = f'<div id="js_content" style="visibility: hidden; opacity: 0;">{ARTICLE}</div>'
    terms = f"<div hidden>{'请遵守本站的约定。' * 99}</div>"
    assert lines(f"<h1>临湖发布</h1>{terms}{waiting}") == ["临湖发布", *PARAGRAPHS]
    outer = f'<div style="display:none">{terms}{waiting}</div><p hidden>会议。</p>'
    assert lines(f"<p>正在打开。</p>{outer}") == ["正在打开。", *PARAGRAPHS]


def test_no_hidden_part_is_read_beside_a_paper() -> None:
    reading = (
        "<div hidden><h2>政策解读</h2>"
        + "<p>会议审议通过了办法。各区要完成排查。</p>" * 9
        + "</div>"
    )
    shown = "<p>会议研究了供水工作。</p>"
    assert lines(f"{shown}{reading}") == ["会议研究了供水工作。"]


def test_the_words_of_a_script_are_no_article() -> None:
    script = f"<script>var all='{''.join(PARAGRAPHS)}'</script>"
    assert lines(f"<p hidden>会议。</p>{script}<p>会议纪要。</p>") == ["会议纪要。"]


def test_a_hidden_copy_of_what_is_shown_is_not_read_again() -> None:
    assert lines(f'{ARTICLE}<div style="display: none">{ARTICLE}</div>') == PARAGRAPHS


def test_a_table_row_is_one_line() -> None:
    table = "<table><tr><th>序号<th>任务<tr><td>1<td><p>清查</p><p>报送</p><tr><td><td> </table>"
    assert lines(table) == ["序号\t任务", "1\t清查 报送"]


def test_a_table_that_lays_out_the_page_keeps_its_paragraphs() -> None:
    outer = f"<table><tr><td><table><tr><td>左<td>右</table></td><td>{ARTICLE}</td></tr></table>"
    assert lines(outer) == ["左\t右", *PARAGRAPHS]
    assert lines(f"<table><tr><td></td><td>{ARTICLE}</td></tr></table>") == PARAGRAPHS


def test_the_long_field_of_a_form_keeps_its_paragraphs() -> None:
    field = "".join(f"<p>{line}</p>" for line in BODY)
    form = f"<table><tr><td>时间<td>3月<tr><td>会议内容<td>{field}</table>"
    assert lines(form) == ["时间\t3月", "会议内容", *BODY]


def test_a_merged_cell_stands_in_every_row_and_column_it_reaches_over() -> None:
    text = read(
        "<p>表<table><tr><td rowspan=2>甲<td colspan=2>乙<td rowspan=9>丁<tr><td>丙<td>"
        "<tr><td>一<td>二<td>三</table>"
    )
    assert text.characters == "表\n甲\t乙\t丁\n\t丙\n一\t二\t三\n"
    assert [[text.characters[slice(*span)] for span in row] for row in text.rows.values()] == [
        ["甲", "乙", "乙", "丁"],
        ["甲", "丙", "", "丁"],
        ["一", "二", "三", "丁"],
    ]


def test_a_row_inside_a_cell_without_a_table_is_survived() -> None:
    rows = "<tr><td>甲<tr><td>乙<div><tr><td rowspan=3>丙<td>丁</div><td>戊<tr><td>己<td>庚"
    text = read(f"<table>{rows}</table>")
    assert {"甲", "丁", "庚"} <= set(text.characters)
    assert all(0 <= a <= b <= len(text.characters) for row in text.rows.values() for a, b in row)


def test_cells_of_any_width_are_survived() -> None:
    wide = "<table><tr><td colspan=99999 rowspan=0>甲<td colspan=-1>乙<td rowspan=x>丙</table>"
    assert lines(wide) == ["甲\t乙\t丙"]


def test_numbers_of_lists_are_shown() -> None:
    listed = "<ol start=2><li>甲<li>乙</ol><ol type=a><li>丙</ol><ul><li>丁</ul><ol><li>一、戊</ol>"
    assert lines(listed) == ["2. 甲", "3. 乙", "a. 丙", "丁", "一、戊"]


def test_tags_that_do_not_match_are_survived() -> None:
    broken = "</td></ul>甲</ol></table><tr><td>乙</nav></zone><p>丙<li>丁"
    assert lines(broken) == ["甲", "乙", "丙", "丁"]


FURNITURE = """
当前位置：首页 &gt; 政务公开 &gt; 会议纪要
您的位置: 首页
首页 » 政府会议
首页 / 纪要
索引号：014567890/2025-00123
浏览次数：128次
访问量 1024
发布时间：2025-03-25 10:11 来源：市政府办
来源：临湖市人民政府
【字体：大 中 小】
字号：【大】【中】【小】
今天是2025年3月26日 星期三 | 设为首页
热搜词：社保 公积金
友情链接：省政府 市政府
微信里点“发现”，扫一下
打印 关闭
【打印本页】 【关闭窗口】
分享到：
用手机扫一扫打开
上一篇：关于防汛的通知
下一条
网站标识码：3200000001
苏ICP备01234567号-1
版权所有 临湖市人民政府
责任编辑：王小明
（撰稿人：李四 审稿人：王五）
"""
CONTENT = """
会议时间：2025年3月12日上午
出席：陈望川 李知远
列席：市水利局
记录：周小舟
签发：陈望川 审核：李知远
主持：市长陈望川
主题词：会议 纪要
今天是动员会。
分送：各县区。
临湖市人民政府办公室 2025年3月20日印发
〔2025〕7号
附件：任务清单
（三）要提高网站访问量，办好政府门户。
"""


@pytest.mark.parametrize("line", FURNITURE.split("\n")[1:-1])
def test_words_tell_furniture(line: str) -> None:
    assert len(noise(f"<div>{line}</div>…")) == len(noise(f"…<p>{line}</p>")) == 1


def test_a_catalogue_box_is_noise_as_a_whole() -> None:
    box = (
        "<table><tr><td>索引号：<td>01/2025<td>主题分类：<td>政务</tr><tr><td>发布机构：<td>办公室"
        "</tr><tr><td>文号：<td>临政纪〔2025〕7号<td>公开方式：<td>主动公开</table>"
    )
    assert len(noise(box + "…")) == 3
    bare = "<li><b>索引号</b><span>01/2025<li><b>发布机构</b><span>办公室"
    assert len(noise(f"<ul>{bare}</ul>…")) == 2


def test_a_number_or_name_without_a_box_is_content() -> None:
    text = read("<p>发文字号：临政纪〔2025〕7号</p><p>名称：会议纪要</p>" + ARTICLE)
    assert text.noise == ()


def test_menus_are_noise_wherever_they_stand() -> None:
    items = "".join(f"<li><a href='{n}'>栏目{n}</a></li>" for n in range(5))
    row = "<a>首页</a> <a>政务公开</a> <a>办事服务</a> <a>互动交流</a>"
    assert len(noise(f"<ul>{items}</ul><div>{row}</div>…")) == 6
    assert noise("<nav>本站概况</nav>…<footer>主办：办公室</footer>") == [
        "本站概况",
        "主办：办公室",
    ]
    assert noise("…<div class='foot-box'><p>建议使用新版浏览器</p></div>") == ["建议使用新版浏览器"]


def test_related_links_are_noise_though_they_name_minutes() -> None:
    related = "<p>相关链接</p><p><a>《临湖市公务用车管理办法》解读</a></p>"
    assert len(noise("…" + related)) == 2
    dated = "<li><a>第17次常务会议纪要</a><span>2025-02-26</span>"
    assert len(noise(f"…<h3>最新文件</h3><ul>{dated * 2}</ul>")) == 3


def test_links_to_the_pages_before_and_after_are_noise() -> None:
    before = "<div><a>上一篇</a> <a>市政府召开第17次常务会议，要求市水利局8月底前印发</a></div>"
    after = "<div><span>下一篇</span><a>第19次常务会议纪要</a></div>"
    assert len(noise(f"…{before}{after}")) == 2


def test_a_disclaimer_takes_its_numbered_list_along() -> None:
    notice = (
        "<p>免责声明：</p><p>1、本网转载的内容不代表本网观点。</p><p>2、如有异议请与我们联系。</p>"
    )
    assert len(noise("…" + notice)) == 3


def test_the_foot_of_the_site_is_noise_with_its_neighbours() -> None:
    rows = ["主办：临湖市人民政府办公室", "地址：中山路1号", "网站标识码：32", "电话：1"]
    foot = "".join(f"<p>{row}</p>" for row in rows)
    assert len(noise("…" + foot)) == 4


@pytest.mark.parametrize("line", CONTENT.split("\n")[1:-1])
@pytest.mark.parametrize("wrap", ["<p>{}</p>", "<p><a href='#'>{}</a></p>", "<nav><p>{}</p></nav>"])
def test_the_words_of_minutes_are_never_noise(line: str, wrap: str) -> None:
    assert read(f"<p>{BODY[0]}</p>{wrap.format(line)}<p>{BODY[3]}</p>").noise == ()


def test_a_bar_named_for_navigation_may_hold_the_article() -> None:
    assert read(f"<div class='nav'>{ARTICLE}</div>").noise == ()


@pytest.mark.parametrize("depth", [300, 1500, 50_000])
def test_depth_is_survived(depth: int) -> None:
    assert lines("<div>" * depth + "深处") == ["深处"]


def test_too_many_tags_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="标签超过 1000000 个"):
        read("<b>" * 1_000_001)


@pytest.mark.parametrize(
    "line",
    [
        "二、关于推行“扫一扫”亮证执法工作",
        "（一）市大数据局要清查政务网站ICP备案，9月底前报市政府；",
        "3.推广“扫一扫”入园服务",
        "由市大数据局在10月底前统一各网站的网站标识码",
    ],
)
def test_a_clause_about_web_sites_is_no_furniture(line: str) -> None:
    text = read(f"<p>{line}</p><p>版权所有：市大数据局</p>")
    assert content(text).splitlines() == [line]
