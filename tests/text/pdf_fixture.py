"""Small PDFs written by hand: Chinese text by a ToUnicode map, no font, no library.

A sheet is A4 with 28 characters a line and 22 lines a page, as GB/T 9704 sets it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin

EM = 16.0
LINE = 28.0
WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP = 73.5, 732.0
COLUMNS, ROWS = 28, 22
NO_LINE_START = "，。、；：！？）》〉】〕”’"


@dataclass(frozen=True)
class Row:
    """One printed line: its text, left edge and baseline in points, size of its letters."""

    text: str
    x: float
    y: float
    size: float = EM


@dataclass
class Sheets:
    """Rows put on pages one under another; a full page turns by itself."""

    pages: list[list[Row]] = field(default_factory=lambda: [[]])
    row: int = 0

    def paragraph(self, text: str, *, first: int = 2, rest: int = 0) -> None:
        """A paragraph broken into full lines; indents are in characters."""
        indent = first
        for line in broken(text, COLUMNS - first, COLUMNS - rest):
            self.line(line, LEFT + indent * EM)
            indent = rest

    def centred(self, text: str, size: float = EM) -> None:
        self.line(text, LEFT + (COLUMNS * EM - breadth(text) * size) / 2, size)

    def line(self, text: str, x: float, size: float = EM) -> None:
        if self.row == ROWS:
            self.turn()
        self.pages[-1].append(Row(text, x, TOP - self.row * LINE, size))
        self.row += 1

    def skip(self, rows: int = 1) -> None:
        self.row = min(self.row + rows, ROWS)

    def turn(self) -> None:
        self.pages.append([])
        self.row = 0

    def furnish(self, foot: str = "— {} —", head: str = "") -> None:
        """A page number under and a running head over every page so far."""
        for number, rows in enumerate(self.pages, 1):
            text = foot.format(number, len(self.pages))
            rows.append(Row(text, LEFT + (COLUMNS * EM - breadth(text) * 14) / 2, 70.0, 14.0))
            if head:
                rows.insert(0, Row(head, LEFT, 790.0, 12.0))

    def pdf(self) -> bytes:
        return pdf(self.pages)


def broken(text: str, first: float, rest: float) -> Iterable[str]:
    """Lines that fill the given ems; no closing mark opens a line."""
    room = first
    while text:
        end = next((n for n in range(1, len(text)) if breadth(text[: n + 1]) > room), len(text))
        while end < len(text) and text[end] in NO_LINE_START:
            end -= 1
        yield text[:end]
        text, room = text[end:], rest


def breadth(text: str) -> float:
    """The width of a text in ems."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def aslant(text: str, x: float, y: float, size: float = 50.0, degrees: float = 45) -> str:
    """The drawing of a text that rises, as watermarks do."""
    return f"BT /F1 {size} Tf {slope(degrees)} {x} {y} Tm <{_codes(text)}> Tj ET\n"


def slope(degrees: float) -> str:
    """The four numbers that turn what is drawn, against the clock."""
    across, up = cos(radians(degrees)), sin(radians(degrees))
    return f"{across:.4f} {up:.4f} {-up:.4f} {across:.4f}"


def pdf(
    pages: list[list[Row]],
    extra: str = "",
    under: str | Sequence[str] = "",
    rotate: int = 0,
    turned: bool = False,
) -> bytes:
    """A PDF of these pages; ``extra`` goes into each page's drawing (a picture, say).

    ``under`` is drawn before the text, the same or another on each page; ``rotate`` is how pages
    are shown, clockwise in degrees, and ``turned`` ones are drawn sideways: 90 shows them upright.
    """
    box = (HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT)
    level = slope(90 if turned else 0)
    shown = f"/Rotate {rotate}/MediaBox[0 0 {box[0]} {box[1]}]"
    kids = " ".join(f"{number} 0 R" for number in range(7, 7 + 2 * len(pages), 2))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H"
        b"/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/DW 1000/W[0 127 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor 5 0 R>>",
        b"<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 -200 1000 900]"
        b"/Ascent 880/Descent -120/CapHeight 700/ItalicAngle 0/StemV 80>>",
        _stream(_to_unicode()),
    ]
    for number, rows in enumerate(pages):
        content = f"{8 + 2 * number} 0 R"
        objects.append(
            f"<</Type/Page/Parent 2 0 R{shown}"
            f"/Resources<</Font<</F1 3 0 R>>>>/Contents {content}>>".encode()
        )
        drawn = "".join(
            f"BT /F1 {row.size} Tf {level} {_at(row, turned)} Tm {_shown(row.text)} TJ ET\n"
            for row in rows
        )
        before = under if isinstance(under, str) else under[number]
        objects.append(_stream((before + drawn + extra).encode()))
    return _file(objects)


def _at(row: Row, turned: bool) -> str:
    return f"{HEIGHT - row.y:.2f} {row.x:.2f}" if turned else f"{row.x:.2f} {row.y:.2f}"


def _shown(text: str) -> str:
    """The pieces of a line; a thin space moves on without a character, as printers do."""
    return "[" + " -220 ".join(f"<{_codes(piece)}>" for piece in text.split("\N{THIN SPACE}")) + "]"


def _codes(text: str) -> str:
    return text.encode("utf-16-be").hex()


def _to_unicode() -> bytes:
    """Every code is the character itself, given in ranges of one high byte each."""
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256)]
    blocks = [ranges[start : start + 64] for start in range(0, 256, 64)]
    mapped = [f"64 beginbfrange\n{chr(10).join(block)}\nendbfrange" for block in blocks]
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    space = "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    return "\n".join([head, space, *mapped, "endcmap end end"]).encode()


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed)


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (count, table, count, len(out))
    )
