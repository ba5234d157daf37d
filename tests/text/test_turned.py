"""PDF pages that lie askew, and what is printed across or beside the text of a page."""

from __future__ import annotations

import pytest

from text.pdf_fixture import LEFT, LINE, TOP, Row, Sheets, aslant, pdf, slope
from text.test_pdf import PICTURE, content, minutes, noise
from yiding.text import UnreadableFile, read_text

STAMP = "内部资料第3份严禁外传"  # its figure: letters without a shape have no breadth upright


def askew(sheets: Sheets, degrees: float, extra: str = "") -> bytes:
    """Pages whose whole text is turned; what is ``extra`` is not."""
    return pdf(sheets.pages, f"Q\n{extra}", f"q {slope(degrees)} 60 -40 cm\n")


@pytest.mark.parametrize("degrees", [-30, -10, 5, 10, 84])
def test_a_page_that_lies_askew_is_read_as_if_it_were_straight(degrees: float) -> None:
    text = read_text(askew(minutes(), degrees))
    assert content(text) == content(read_text(minutes().pdf()))
    assert text.noise == ()


@pytest.mark.parametrize("degrees", [0, 45])
def test_what_runs_another_way_than_a_page_askew_is_noise(degrees: float) -> None:
    text = read_text(askew(minutes(), -20, aslant(STAMP, 200, 300, 30, degrees)))
    assert content(text) == content(read_text(minutes().pdf()))
    assert noise(text) == [STAMP]


@pytest.mark.parametrize("degrees", [90, -90])
@pytest.mark.parametrize("x", [30, 300])
@pytest.mark.parametrize("where", ["under", "extra"])
def test_words_upright_beside_or_across_level_text_are_noise(
    where: str, x: float, degrees: float
) -> None:
    sheets = minutes()
    stamp = aslant(STAMP, x, TOP - 6 * LINE, 20, degrees)
    text = read_text(pdf(sheets.pages, **{where: stamp}))
    assert content(text) == content(read_text(sheets.pdf()))
    assert noise(text) == [STAMP]


def test_level_words_on_a_page_drawn_sideways_are_text() -> None:
    rows = [Row(f"{n}.第{n}批物资已于6月30日前到位。", LEFT, TOP - n * LINE) for n in range(8)]
    text = read_text(pdf([rows], aslant("附件2", 60, 560, 16, 0), turned=True))
    assert content(text).splitlines() == [*(row.text for row in rows), "附件2"]


def test_a_watermark_however_often_repeated_leaves_the_text_of_its_page() -> None:
    stamps = "".join(
        aslant("张三13800000000", x, y, 11, 20)
        for x in range(50, 600, 100)
        for y in range(90, 800, 60)
    )
    text = read_text(pdf([[Row("特此纪要。", LEFT, TOP)]], stamps))
    assert content(text) == "特此纪要。\n"


def test_a_watermark_alone_is_no_text() -> None:
    with pytest.raises(UnreadableFile, match="扫描件"):
        read_text(pdf([[]], PICTURE + aslant(STAMP, 100, 200)))
