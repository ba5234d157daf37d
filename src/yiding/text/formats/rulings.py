"""The ruling lines of a PDF page: thin straight strokes and bars along the edges of its paper."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice, pairwise

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from yiding.text.formats.drawn import DEEPEST, objects_in, objects_on
from yiding.text.formats.running import Box

_THICK = 3.0  # points: what is broader is a surface
_MOST_PATHS, _MOST_SEGMENTS = 20_000, 40_000  # a page with more is a map
_Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]
_LEVEL: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def rulings_of(page: pypdfium2.PdfPage) -> list[Box]:
    """What rules a page, each line as the thin box it covers."""
    paths = list(islice(_paths(objects_on(page), _LEVEL), _MOST_PATHS))
    if sum(raw.FPDFPath_CountSegments(path) for path, _ in paths) > _MOST_SEGMENTS:
        return []
    return [box for path, matrix in paths for box in _bars(path, matrix)]


def _paths(
    objects: Iterator[object], around: _Matrix, depth: int = 0
) -> Iterator[tuple[object, _Matrix]]:
    """The paths of a page, also inside drawings, each with how it is put on the page."""
    for each in objects:
        kind = raw.FPDFPageObj_GetType(each)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield each, _placed(each, around)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            yield from _paths(objects_in(each), _placed(each, around), depth + 1)


def _placed(each: object, around: _Matrix) -> _Matrix:
    """The matrix of an object on the page, when the drawing around it has one itself."""
    own = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(each, own)
    x, y = _moved((own.e, own.f), around)
    a, b, c, d, *_ = around
    return (
        own.a * a + own.b * c,
        own.a * b + own.b * d,
        own.c * a + own.d * c,
        own.c * b + own.d * d,
        x,
        y,
    )


def _moved(point: _Point, matrix: _Matrix) -> _Point:
    a, b, c, d, e, f = matrix
    return point[0] * a + point[1] * c + e, point[0] * b + point[1] * d + f


def _bars(path: object, matrix: _Matrix) -> Iterator[Box]:
    """The thin boxes of a path: the sides of what is stroked, the whole of what is filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    for points in _outlines(path, matrix) if fill.value or stroke.value else ():
        parts = pairwise(points) if stroke.value else [points]
        yield from filter(_is_thin, map(_around, parts))


def _outlines(path: object, matrix: _Matrix) -> Iterator[list[_Point]]:
    """The outlines a path consists of, as far as they are straight."""
    points: list[_Point] = []
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind != raw.FPDF_SEGMENT_LINETO:
            yield from [points] if len(points) > 1 else []
            points = []
        if kind != raw.FPDF_SEGMENT_BEZIERTO:
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(_moved((x.value, y.value), matrix))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
    yield from [points] if len(points) > 1 else []


def _around(points: tuple[_Point, ...] | list[_Point]) -> Box:
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _is_thin(box: Box) -> bool:
    """Whether a box is a line along an edge of the paper, and no corner."""
    breadth, height = box[2] - box[0], box[3] - box[1]
    return min(breadth, height) <= _THICK < max(breadth, height)
