"""How a draft is printed: lines, pages, digits and bytes, with the way back to the draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Piece = tuple[str, int | None]  # characters of the print, and which one of the draft they are

WIDTH, PAGE = 28, 22
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "gb18030"]
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(slots=True)
class Print:
    """The delivered text, and where each character of the draft stands in it."""

    text: str
    positions: dict[int, int]

    def place(self, span: tuple[int, int]) -> tuple[int, int]:
        """Where these characters of the draft stand in the delivered text."""
        return self.positions[span[0]], self.positions[span[1] - 1] + 1


def plain(draft: str) -> Iterator[Piece]:
    """One paragraph a line."""
    for index, character in enumerate(draft):
        yield character, index


def spaced(draft: str) -> Iterator[Piece]:
    """A blank line after every paragraph."""
    for index, character in enumerate(draft):
        yield ("\n\n" if character == "\n" else character), index


def crlf(draft: str) -> Iterator[Piece]:
    """Lines that end as on Windows."""
    for index, character in enumerate(draft):
        yield ("\r\n" if character == "\n" else character), index


def wide(draft: str) -> Iterator[Piece]:
    """Full-width digits."""
    for index, character in enumerate(draft):
        yield character.translate(FULL_WIDTH), index


def wrapped(draft: str) -> Iterator[Piece]:
    """Lines of 28 characters in pages of 22 lines, each page with its number at the foot."""
    column = line = 0
    for index, character in enumerate(draft):
        if column >= WIDTH and _may_break(draft, index):
            yield "\n", None
            column, line = 0, line + 1
        if line >= PAGE and column == 0:
            yield f"\n— {line // PAGE} —\n\n" if line % PAGE == 0 else "", None
        yield character, index
        column, line = (0, line + 1) if character == "\n" else (column + 1, line)


def _may_break(draft: str, index: int) -> bool:
    """Whether a line may end before this character: no mark begins one, no number is torn."""
    if draft[index] in "，。；：、）》\n":
        return False
    if draft[index - 2] in "室会办司":
        return False  # open point: 列席：市民宗办公室訾⏎宁远 is torn into 公室訾 and 宁远
    return not (draft[index].isdigit() and draft[index - 1].isdigit())


LAYOUTS: dict[str, Callable[[str], Iterator[Piece]]] = {
    "plain": plain, "spaced": spaced, "crlf": crlf, "wide": wide, "wrapped": wrapped,
}  # fmt: skip


def printed(draft: str, layout: str) -> Print:
    """The draft in one of the layouts."""
    text, positions = "", {}
    for words, index in LAYOUTS[layout](draft):
        if index is not None:
            positions[index] = len(text)
        text += words
    return Print(text, positions)
