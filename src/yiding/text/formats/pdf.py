"""PDF: the text layer with its lines put back together, each character knowing its page."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from yiding.text.delivery import Delivery
from yiding.text.formats.cells import Edges, edges_at_foot, in_rows, may_hold_tasks
from yiding.text.formats.drawn import (
    is_askew,
    is_off,
    shows_picture,
    stamps_of,
    straighten,
    take_off,
    usual_angle,
)
from yiding.text.formats.lattice import lattices_of
from yiding.text.formats.layout import Sheet, set_text
from yiding.text.formats.letters import Letters, as_held, lines_of
from yiding.text.formats.rulings import rulings_of
from yiding.text.formats.running import Line
from yiding.text.kinds import SCANNED
from yiding.text.marks import LineMarks
from yiding.text.model import Text

AGAIN = "请重新下载，或从原来的软件重新导出 PDF 后再交"
_PDFIUM = Lock()  # the library must not be entered by two threads
_UNREAL = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_END = re.compile(b"startxref|%%EOF")
_FEW = 4  # lines that may all be furniture: two at the top and two at the foot


def read(delivery: Delivery) -> Text:
    """The Text of a PDF: one paragraph or row a line; page numbers and running heads are noise."""
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
    return replace(text, marks=marks, unread_pages=setting.unread, rows=setting.rows)


def _sheets(delivery: Delivery) -> list[Sheet]:
    if not _END.search(delivery.data, max(0, len(delivery.data) - 4096)):
        # the library would rebuild such a file, and pages could be lost without a word
        raise delivery.refuse("PDF 不完整，结尾缺失", AGAIN)
    try:
        with closing(_opened(delivery)) as document:
            _check_length(delivery, len(document))
            sheets: list[Sheet] = []
            for index in range(len(document)):
                above = edges_at_foot(sheets[-1].lines) if sheets else ()
                sheets.append(_sheet(document, index, above))
            return sheets
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


def _sheet(document: pypdfium2.PdfDocument, index: int, above: Edges) -> Sheet:
    with closing(document[index]) as page:
        if page.get_rotation():
            page.set_rotation(0)  # or the library orders the words as they lie on the screen
        lines, stamps = _printed(page, index + 1)
        if lines and (above or may_hold_tasks(lines)):
            lines = _in_rows(page, lines, above)
        has_picture = len(lines) <= _FEW and _may_hold_more(page, lines)
        return Sheet(index + 1, page.get_width(), lines, stamps, has_picture)


def _in_rows(page: pypdfium2.PdfPage, lines: list[Line], above: Edges) -> list[Line]:
    """The lines of a page, where those of a ruled task table are its rows."""
    angle = usual_angle(lines)
    lattices = lattices_of(as_held(box, angle) for box in rulings_of(page))
    if not lattices:
        return lines
    with closing(page.get_textpage()) as text_page:
        return in_rows(lattices, Letters(text_page), lines, above)


def _may_hold_more(page: pypdfium2.PdfPage, lines: list[Line]) -> bool:
    """Whether words may stand on a page that are no text: in a picture, or drawn as curves."""
    return shows_picture(page) if lines else raw.FPDFPage_CountObjects(page) > 0


def _printed(page: pypdfium2.PdfPage, number: int) -> tuple[list[Line], list[Line]]:
    """The lines of a page, and the watermarks that were taken off it before."""
    lines = _lines(page, number)
    usual = usual_angle(lines)
    if is_askew(usual):
        straighten(page, usual)
        lines, usual = _lines(page, number), 0.0
    if not any(is_off(line.angle, usual) or is_off(line.last_angle, usual) for line in lines):
        return lines, []
    stamps = stamps_of(page, usual)
    take_off(page, stamps)
    words = filter(None, (stamp.words for stamp in stamps))
    return _lines(page, number), [Line(each, number, 0.0, 0.0, 0.0, 1.0) for each in words]


def _lines(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    with closing(page.get_textpage()) as text_page:
        return list(lines_of(text_page, number))
