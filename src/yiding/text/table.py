"""A table row: one line of cells, unless the row only lays out the page."""

from __future__ import annotations

from collections.abc import Sequence, Sized

_FORM_PARAGRAPHS = 3  # a form's field (会议内容) with more paragraphs than this is running text


def is_one_line(cells: Sequence[Sized]) -> bool:
    """Whether a row of these cells, each the lines in it, is to be read as one line.

    A row with one filled cell keeps its paragraphs; so does the long field of a form.
    """
    filled = [cell for cell in cells if len(cell)]
    return len(filled) > 1 and not (len(filled) == 2 and len(filled[1]) > _FORM_PARAGRAPHS)


def row_line(cells: Sequence[Sequence[str]]) -> str:
    """The cells joined by tabs, the paragraphs of a cell by spaces."""
    return "\t".join(" ".join(cell) for cell in cells).rstrip("\t")
