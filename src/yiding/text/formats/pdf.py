"""PDF: the text layer with its lines put back together, each character knowing its page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from math import pi
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from yiding.text.delivery import Delivery
from yiding.text.formats.drawn import is_aslant, shows_picture, stamps_of, take_off
from yiding.text.formats.layout import Sheet, set_text
from yiding.text.formats.running import Line
from yiding.text.kinds import SCANNED
from yiding.text.marks import LineMarks
from yiding.text.model import Text

AGAIN = "请重新下载，或从原来的软件重新导出 PDF 后再交"
_PDFIUM = Lock()  # the library must not be entered by two threads
_UNREAL = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_LOOKALIKES = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")  # ⼀ for 一: some fonts map to radicals
_END = re.compile(b"startxref|%%EOF")
_HYPHEN = re.compile("[\x02\ufffe]")  # what the library gives for a hyphen at the end of a line
_WIDE = "\u2e80"
_RIGHT_ANGLE = pi / 2
_FEW = 4  # lines that may all be furniture: two at the top and two at the foot
Box = tuple[float, float, float, float]


def read(delivery: Delivery) -> Text:
    """The Text of a PDF: one paragraph a line; page numbers and running heads are noise."""
    with _PDFIUM:
        sheets = _sheets(delivery)
    setting = set_text(sheets)
    if setting.unread and not setting.has_body:
        raise delivery.refuse("这是扫描件，没有文字层", SCANNED)
    if len(_UNREAL.findall(setting.characters)) * 5 > len(setting.characters):
        found = "文字层不能提取（字体没有对应的文字编码）"
        raise delivery.refuse(found, f"请从原文件重新导出 PDF；不行的话，{SCANNED}")
    text = delivery.text("application/pdf", setting.characters, setting.noise)
    marks = LineMarks(setting.characters, setting.pages)
    return replace(text, marks=marks, unread_pages=setting.unread)


def _sheets(delivery: Delivery) -> list[Sheet]:
    if not _END.search(delivery.data, max(0, len(delivery.data) - 4096)):
        # the library would rebuild such a file, and pages could be lost without a word
        raise delivery.refuse("PDF 不完整，结尾缺失", AGAIN)
    try:
        with closing(_opened(delivery)) as document:
            _check_length(delivery, len(document))
            return [_sheet(document, index) for index in range(len(document))]
    except pypdfium2.PdfiumError:
        raise delivery.refuse("PDF 已损坏", AGAIN) from None


def _opened(delivery: Delivery) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(delivery.data)
    except pypdfium2.PdfiumError:
        if raw.FPDF_GetLastError() != raw.FPDF_ERR_PASSWORD:
            raise
        raise delivery.refuse("PDF 加了打开密码", "请先去掉密码，另存后再交") from None


def _check_length(delivery: Delivery, pages: int) -> None:
    if pages > delivery.limits.pages:
        found = f"PDF 有 {pages} 页，超过上限 {delivery.limits.pages} 页"
        raise delivery.refuse(found, "请只交会议纪要的那几页")
    if pages == 0:
        raise delivery.refuse("PDF 里没有页面", AGAIN)


def _sheet(document: pypdfium2.PdfDocument, index: int) -> Sheet:
    with closing(document[index]) as page:
        lines, stamps = _printed(page, index + 1)
        has_picture = len(lines) <= _FEW and _may_hold_more(page, lines)
        return Sheet(index + 1, page.get_width(), lines, stamps, has_picture)


def _may_hold_more(page: pypdfium2.PdfPage, lines: list[Line]) -> bool:
    """Whether words may stand on a page that are no text: in a picture, or drawn as curves."""
    return shows_picture(page) if lines else raw.FPDFPage_CountObjects(page) > 0


def _printed(page: pypdfium2.PdfPage, number: int) -> tuple[list[Line], list[Line]]:
    """The lines of a page, and the watermarks that were taken off it before."""
    with closing(page.get_textpage()) as text_page:
        lines = list(_lines(text_page, number))
        is_stamped = any(is_aslant(line.angle) for line in lines)
        stamps = stamps_of(page, text_page) if is_stamped else []
    if not stamps:
        return lines, []
    take_off(page, stamps)
    with closing(page.get_textpage()) as text_page:
        lines = list(_lines(text_page, number))
    words = filter(None, (stamp.words for stamp in stamps))
    return lines, [Line(each, number, 0.0, 0.0, 0.0, 1.0) for each in words]


def _lines(text_page: pypdfium2.PdfTextPage, number: int) -> Iterator[Line]:
    """The printed lines of a page: two boxes a line are all the geometry that is asked for."""
    characters = text_page.get_text_range()
    is_aligned = len(characters) == text_page.count_chars()
    start = 0
    for printed in characters.split("\n"):
        text = printed.strip()
        if text:
            first = start + printed.index(text[0])
            ends = first, first + len(text) - 1
            if not is_aligned:
                ends = _index_of(text_page, ends[0]), _index_of(text_page, ends[1])
            line = _line(text_page, _mended(text), number, ends)
            line.has_gap = printed.rstrip("\r").endswith(" ")
            yield line
        start += len(printed) + 1


def _index_of(text_page: pypdfium2.PdfTextPage, place: int) -> int:
    index: int = raw.FPDFText_GetCharIndexFromTextIndex(text_page, place)
    return max(0, index)


def _line(text_page: pypdfium2.PdfTextPage, text: str, number: int, ends: tuple[int, int]) -> Line:
    angle = raw.FPDFText_GetCharAngle(text_page, ends[0])
    first, last = (_box(text_page, index, angle) for index in ends)
    size = _size(text, first, last) or 1.0
    return Line(text, number, first[0], last[2], first[1], size, angle=angle)


def _box(text_page: pypdfium2.PdfTextPage, index: int, angle: float) -> Box:
    """Left, bottom, right and top of a letter, as seen by who holds its line level."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, index, box)
    turns = round(angle / _RIGHT_ANGLE) % 4 if angle else 0
    if turns == 0:
        return box.left, box.bottom, box.right, box.top
    if turns == 1:
        return -box.top, box.left, -box.bottom, box.right
    if turns == 2:
        return -box.right, -box.top, -box.left, -box.bottom
    return box.bottom, -box.right, box.top, -box.left


def _size(text: str, first: Box, last: Box) -> float:
    """The size of the letters: a Chinese one is as wide as its size, a Latin one near as high."""
    if text[0] >= _WIDE:
        return first[2] - first[0]
    return last[2] - last[0] if text[-1] >= _WIDE else first[3] - first[1]


def _mended(text: str) -> str:
    text = _HYPHEN.sub("\N{SOFT HYPHEN}", text)
    if _LOOKALIKES.search(text):
        return _LOOKALIKES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return text
