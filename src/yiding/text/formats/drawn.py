"""What a PDF page is drawn with, looked at only where its lines give a reason: stamps, pictures."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from math import atan2, cos, pi, radians, remainder, sin
from statistics import median_low

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from yiding.text.formats.running import Line

_ASLANT = radians(8)  # less may be a scan that lay askew, and its text layer with it
_RIGHT_ANGLE = pi / 2
_STEPS = 92  # of about four degrees: angles of one step are one angle
_STRAIGHT_STEPS = _STEPS // 4  # from one edge of the page to the next
_STAMP = 60  # letters: a watermark has fewer, however often it is repeated
DEEPEST = 4  # drawings within drawings
_SHARE = 0.1  # a smaller picture is a seal or a sign, no page
_Shape = tuple[float, float, float, float]
_STRAIGHT: _Shape = (1.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A piece of turned text: its words, and the drawing it is part of (None: of the page)."""

    words: str
    piece: object
    drawing: object | None


def usual_angle(lines: list[Line]) -> float:
    """How most of a page is turned, clockwise in radians; words that are repeated count once."""
    if not any(line.angle for line in lines):
        return 0.0
    words = {
        (round(line.angle * _STEPS / (2 * pi)) % _STEPS, word): line.angle
        for line in lines
        for word in line.text.split()
    }
    letters: Counter[int] = Counter()
    for step, word in words:
        letters[step] += len(word)
    own = [step for step in letters if not step % _STRAIGHT_STEPS or letters[step] > _STAMP]
    if not own:
        return 0.0
    usual = max(own, key=letters.__getitem__)
    return median_low(angle for (step, _), angle in words.items() if step == usual)


def is_askew(angle: float) -> bool:
    """Whether a page turned like this lies along no edge of its paper."""
    return abs(remainder(angle, _RIGHT_ANGLE)) > pi / _STEPS


def straighten(page: pypdfium2.PdfPage, angle: float) -> None:
    """Turn back what is on a page, for its lines to have the same margins."""
    across, up = cos(angle), sin(angle)
    for each in objects_on(page):
        raw.FPDFPageObj_Transform(each, across, up, -up, across, 0, 0)


def is_off(angle: float, usual: float) -> bool:
    """Whether text is turned out of its page; beside text that is turned itself, level is not."""
    is_level = abs(remainder(usual, pi)) <= _ASLANT
    return abs(remainder(angle - usual, pi if is_level else _RIGHT_ANGLE)) > _ASLANT


def stamps_of(page: pypdfium2.PdfPage, usual: float) -> list[Stamp]:
    """Watermarks (内部资料, the name of a reader): all text that is off, also inside drawings."""
    with closing(page.get_textpage()) as text_page:
        return [
            Stamp(_words(piece, text_page), piece, drawing)
            for piece, drawing, angle in _pieces(objects_on(page), None, _STRAIGHT)
            if is_off(angle, usual)
        ]


def take_off(page: pypdfium2.PdfPage, stamps: list[Stamp]) -> None:
    """Take them off the page, for its lines to be put together as if they were not there."""
    for stamp in stamps:
        if stamp.drawing is None:
            raw.FPDFPage_RemoveObject(page, stamp.piece)
        else:
            raw.FPDFFormObj_RemoveObject(stamp.drawing, stamp.piece)
        raw.FPDFPageObj_Destroy(stamp.piece)


def shows_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether pictures take up so much of a page that its text may stand in them."""
    covered = sum(_area(each) for each in objects_on(page) if _is_picture(each))
    return covered > _SHARE * float(page.get_width() * page.get_height())


def objects_on(page: pypdfium2.PdfPage) -> Iterator[object]:
    """What is drawn on a page, in the order of the file."""
    count = raw.FPDFPage_CountObjects(page)
    return (raw.FPDFPage_GetObject(page, index) for index in range(count))


def objects_in(drawing: object) -> Iterator[object]:
    """What a drawing consists of."""
    count = raw.FPDFFormObj_CountObjects(drawing)
    return (raw.FPDFFormObj_GetObject(drawing, index) for index in range(count))


def _pieces(
    objects: Iterator[object], drawing: object | None, turned: _Shape, depth: int = 0
) -> Iterator[tuple[object, object | None, float]]:
    """Text, each piece with the drawing it is in and how it is turned, clockwise."""
    for each in objects:
        kind = raw.FPDFPageObj_GetType(each)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            across, up, *_ = _shape(each, turned)
            yield each, drawing, -atan2(up, across)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            yield from _pieces(objects_in(each), each, _shape(each, turned), depth + 1)


def _shape(each: object, turned: _Shape) -> _Shape:
    """How an object is turned, when the drawing around it is turned itself."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(each, matrix)
    a, b, c, d = turned
    return (
        matrix.a * a + matrix.b * c,
        matrix.a * b + matrix.b * d,
        matrix.c * a + matrix.d * c,
        matrix.c * b + matrix.d * d,
    )


def _words(piece: object, text_page: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(piece, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    start = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFTextObj_GetText(piece, text_page, start, size)
    return " ".join(buffer.raw.decode("utf-16-le", "replace").replace("\0", "").split())


def _is_picture(each: object, depth: int = 0) -> bool:
    kind = raw.FPDFPageObj_GetType(each)
    if kind != raw.FPDF_PAGEOBJ_FORM or depth == DEEPEST:
        return bool(kind == raw.FPDF_PAGEOBJ_IMAGE)
    return any(_is_picture(inner, depth + 1) for inner in objects_in(each))


def _area(each: object) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(each, left, bottom, right, top):
        return 0.0
    return abs((right.value - left.value) * (top.value - bottom.value))
