"""The parts that are templates, on the page that shows each of them once."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django import forms
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.test import Client
from django.utils import translation
from lxml import html
from pytest_django import Settings

from yiding.web.parts import Account, Act, Bar, Columns, DayInput, Quote, Series, Tile, pages_of
from yiding.web.parts.figures import Share

LANGUAGES = ("zh-hans", "en")


class Report(forms.Form):
    """A form of three kinds of field."""

    on = forms.DateField(label="日期", widget=DayInput(), help_text="不晚于今天")
    kind = forms.ChoiceField(
        label="类别", choices=[("a", "甲"), ("b", "乙")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="说明", required=False)


def render(source: str, **given: object) -> str:
    return Template("{% load parts %}" + source).render(Context(given))


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest, settings: Settings, client: Client) -> str:
    """The page of parts, in each language."""
    settings.DEMO = True
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = request.param
    answer = client.get("/parts/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_of_parts_is_for_demonstrations_only(client: Client) -> None:
    assert client.get("/parts/").status_code == 404


def test_no_part_needs_an_inline_style_or_script(page: str) -> None:
    assert re.findall(r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:", page) == []
    scripts = html.fromstring(page).xpath("//script")
    assert scripts
    assert [script for script in scripts if not script.get("src") or script.text] == []


def test_every_reference_on_the_page_finds_its_one_target(page: str) -> None:
    tree = html.fromstring(page)
    ids = Counter(tree.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    named = " ".join(
        tree.xpath("//@aria-describedby | //@aria-labelledby | //label/@for | //@aria-controls")
    ).split()
    assert len(named) > 20
    assert set(named) - set(ids) == set()


def test_every_table_has_a_head_for_every_row_or_column(page: str) -> None:
    tables = html.fromstring(page).xpath("//table")
    assert len(tables) > 5
    assert [table for table in tables if not table.xpath(".//th[@scope]")] == []


def test_every_file_a_page_names_is_there(page: str) -> None:
    named = re.findall(r'(?:href|src)="/static/([^"]+)"', page)
    assert {"yiding/flat.css", "yiding/tokens.css", "yiding/yiding.css"} <= set(named)
    assert [name for name in named if not finders.find(name)] == []


def test_a_wrong_field_says_so_to_everyone() -> None:
    form = Report({"on": "2026-13-40", "kind": "a"})
    tree = html.fromstring(render("{% field form.on %}", form=form))
    control = tree.xpath("//input")[0]
    assert "bad" in tree.get("class").split()
    assert control.get("aria-invalid") == "true"
    assert control.get("value") == "2026-13-40"
    assert control.get("aria-describedby").split() == ["id_on_helptext", "id_on_error"]
    assert tree.xpath("//*[@id='id_on_error']")[0].text_content()


def test_a_day_is_written_as_the_browser_s_picker_reads_it() -> None:
    markup = render("{% field form.on %}", form=Report(initial={"on": "2026-11-20"}))
    assert 'type="date"' in markup
    assert 'value="2026-11-20"' in markup


def test_choices_are_one_group_with_a_legend() -> None:
    tree = html.fromstring(render("{% field form.kind %}", form=Report()))
    assert tree.tag == "fieldset"
    assert tree.xpath("string(legend)").strip() == "类别"
    assert [label.text_content() for label in tree.xpath(".//label")] == ["甲", "乙"]


def test_the_summary_counts_what_is_wrong_and_leads_to_it() -> None:
    form = Report({"on": "", "kind": ""})
    tree = html.fromstring(render('{% errors form "接受" %}', form=form))
    assert tree.xpath("string(p[1])") == "还有 2 处要改，才能接受。"
    assert tree.xpath(".//a/@href") == ["#id_on", "#id_kind"]
    assert tree.get("tabindex") == "-1"
    assert render("{% errors form %}", form=Report({"on": "2026-11-20", "kind": "a"})).strip() == ""


def test_the_group_the_summary_leads_to_can_take_focus() -> None:
    tree = html.fromstring(render("{% field form.kind %}", form=Report({"kind": ""})))
    assert tree.get("id") == "id_kind"
    assert tree.get("tabindex") == "-1"


def test_a_button_that_may_not_be_pressed_says_why() -> None:
    act = Act("送审", "first", reason="还有 2 句没有归类。")
    button, why = html.fragments_fromstring(render("{% act act %}", act=act))
    assert button.get("aria-disabled") == "true"
    assert button.get("type") == "button"
    assert button.get("aria-describedby") == why.get("id")
    assert why.text == "还有 2 句没有归类。"


def test_a_sum_that_agrees_says_so_and_one_that_does_not_says_by_how_much() -> None:
    shares = (Share("closed", "已销号", 688), Share("under-way", "办理中", 356))
    agrees = render("{% bar bar %}", bar=Bar(shares, "各状态", 1044))
    assert "✓ 相符" in agrees
    wrong = render("{% bar bar %}", bar=Bar(shares, "各状态", 1050))
    assert "✓" not in wrong
    assert "−6" in wrong


def test_an_empty_whole_has_no_share() -> None:
    markup = render("{% bar bar %}", bar=Bar((Share("closed", "已销号", 0),), "各状态"))
    assert "无" in markup
    assert "%" not in html.fromstring(f"<div>{markup}</div>").xpath("string(.//table)")


def test_columns_stand_on_a_table_that_adds_up() -> None:
    series = Series("closed", "核实", (24, 33)), Series("late", "逾期", (0, 9))
    figure = Columns(("1月", "2月"), series, "按月", "件", "到期", "合计")
    assert (figure.sums, figure.total) == ((24, 42), 66)
    heights = [float(height) for *_, height in figure.rects()]
    assert heights[0] / heights[2] == pytest.approx(24 / 33, abs=0.01)
    assert [value for value, _, _ in figure.lines()] == [0, 20, 40]


def test_the_strip_is_filled_from_end_to_end() -> None:
    tiles = tuple(Tile(kind, 1, f"#{kind}") for kind in ("decision", "imprint", "unread"))
    rects = list(Account(tiles).rects())
    assert [kind for _, _, kind, _ in rects] == ["decision", "other", "unread"]
    assert sum(float(width) for _, width, _, _ in rects) == pytest.approx(100, abs=0.05)


def test_a_quotation_counts_characters_from_one() -> None:
    markup = render(
        "{% quote words %}", words=Quote("由市教育局牵头。", start=1203, end=1251, agrees=False)
    )
    assert "第 1,204 至 1,251 字" in markup
    assert "与印发件不符" in markup
    assert '<blockquote class="quote" lang="zh-CN">' in markup


def test_pages_keep_what_was_asked_for() -> None:
    query = QueryDict("unit=教育局&page=2")
    links = pages_of(Paginator(range(500), 50).page(2), query)
    assert [number for number, _, _ in links.numbers] == [1, 2, 3, 4]
    assert QueryDict(links.next_href[1:]).dict() == {"unit": "教育局", "page": "3"}
    assert (links.first_href, links.last_href != "") == ("", True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [403, 404, 409, 500])
def test_an_error_page_needs_nothing_from_the_request(code: int, language: str) -> None:
    with translation.override(language):
        markup = Template(f"{{% include 'errors/{code}.html' %}}").render(Context())
    tree = html.fromstring(markup)
    assert tree.xpath("//h1")
    assert tree.xpath("//main//a[@href='/']")


@pytest.mark.parametrize(
    ("given", "kept"), [({"size": "large"}, "large"), ({"size": "normal"}, ""), ({"size": "9"}, "")]
)
def test_the_size_chosen_is_kept(client: Client, given: dict[str, str], kept: str) -> None:
    answer = client.post("/display/", {**given, "next": "/parts/?a=1"})
    assert answer.headers["Location"] == "/parts/?a=1"
    assert answer.cookies["yiding_size"].value == kept


def test_the_way_back_leads_nowhere_else(client: Client) -> None:
    answer = client.post("/display/", {"theme": "dark", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"
    assert client.get("/display/").status_code == 405
