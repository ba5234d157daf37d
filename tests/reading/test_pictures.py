"""Pages that are pictures: the reading says which of them nobody has read."""

from __future__ import annotations

from text.minutes import BODY, HEAD
from text.pdf_fixture import Sheets, pdf
from yiding.reading import read
from yiding.reading.export.json import to_json

PICTURE = "q 400 0 0 600 90 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q\n"


def minutes(scans: int) -> Sheets:
    """Minutes of one page and the pages after it, which hold nothing but a number."""
    sheets = Sheets()
    for text in [*HEAD, *BODY[:5]]:
        sheets.paragraph(text)
    for _ in range(scans):
        sheets.turn()
    sheets.furnish()
    return sheets


def test_a_page_that_is_a_picture_is_warned_of() -> None:
    written = to_json(read(pdf(minutes(2).pages, PICTURE)))
    assert written["items"]
    assert written["warnings"][0] == {
        "code": "unread-pages",
        "message": "第2、3页是图片，没有文字，未能读取；请先做文字识别（OCR）后再读。",
        "span": None,
    }


def test_a_picture_between_words_is_nothing_to_warn_of() -> None:
    reading = read(pdf(minutes(0).pages, PICTURE))
    assert "unread-pages" not in [warning.code for warning in reading.warnings]
