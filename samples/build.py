"""Writes the samples that are not plain UTF-8 from the texts in sources/: the same bytes each time.

Run ``python samples/build.py`` after editing a text there.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
LINE, PAGE = 28, 22
HANGING = re.compile(r".[，。；：、？！》）”’〕】]|[0-9][0-9]")


def main() -> None:
    """Build every sample of ``BUILT`` into minutes/."""
    for name, build in BUILT.items():
        source = HERE / "sources" / f"{Path(name).stem}.txt"
        (HERE / "minutes" / name).write_bytes(build(source.read_text("utf-8")))


def gb18030(text: str) -> bytes:
    return text.encode("gb18030")


def utf16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


# --- a print copy: every line broken, pages turned in mid-sentence ---------------------------


def broken(paragraph: str) -> Iterator[str]:
    """The lines of a paragraph; a closing mark or the rest of a number hangs over the edge."""
    while paragraph:
        cut = LINE
        while HANGING.match(paragraph, cut - 1):
            cut += 1
        yield paragraph[:cut]
        paragraph = paragraph[cut:]


def pages(text: str) -> list[list[str]]:
    """Lines of each page, blank lines left out."""
    lines = [line for paragraph in text.splitlines() for line in broken(paragraph)]
    return [lines[start : start + PAGE] for start in range(0, len(lines), PAGE)]


def print_copy(text: str) -> bytes:
    turned = [
        "\n".join([*page, "", f"— {number} —", ""]) for number, page in enumerate(pages(text), 1)
    ]
    return ("\n".join(turned)).encode()


# --- DOCX: 一、 and （一） come from Word's numbering, not from the text -----------------------

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NUMBERED = [re.compile(r"^[一二三四五六七八九十]+、"), re.compile(r"^（[一二三四五六七八九十]+）")]


def paragraph_xml(line: str) -> str:
    """One Word paragraph; a typed number becomes a numbering level."""
    for level, pattern in enumerate(NUMBERED):
        if pattern.match(line):
            numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
            return run_xml(pattern.sub("", line), f"<w:pPr>{numbering}</w:pPr>")
    return run_xml(line, "")


def run_xml(line: str, properties: str) -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'


def level_xml(level: int, pattern: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def docx_parts(text: str) -> dict[str, str]:
    body = "".join(paragraph_xml(line) for line in text.splitlines())
    levels = level_xml(0, "%1、") + level_xml(1, "（%2）")
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{PART}.document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{PART}.numbering+xml"/></Types>',
        "_rels/.rels": relationship("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relationship("numbering", "numbering.xml"),
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }


def relationship(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def docx(text: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in docx_parts(text).items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, XML + content)
    return file.getvalue()


# --- PDF: a Type0 font that is only named; the characters come from its ToUnicode map ----------


def page_stream(lines: list[str], number: int) -> bytes:
    """Text operators of one page: 22 lines of 16-point type and the page number below."""
    rows = [(82, 740 - 29 * row, line) for row, line in enumerate(lines)]
    rows.append((270, 60, f"— {number} —"))
    shown = [f"1 0 0 1 {x} {y} Tm <{line.encode('utf-16-be').hex()}> Tj" for x, y, line in rows]
    return "\n".join(["BT /F1 16 Tf", *shown, "ET"]).encode("ascii")


def to_unicode(characters: list[str]) -> bytes:
    """The CMap; codes are UTF-16 units, so each maps to itself (at most 100 rows a block)."""
    codes = [character.encode("utf-16-be").hex() for character in characters]
    blocks = [codes[start : start + 100] for start in range(0, len(codes), 100)]
    rows = [
        f"{len(block)} beginbfchar\n" + "".join(f"<{c}> <{c}>\n" for c in block) + "endbfchar"
        for block in blocks
    ]
    head = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
    )
    tail = "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    return (head + "\n".join(rows) + tail).encode("ascii")


def stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def font_objects(characters: list[str]) -> list[bytes]:
    """Objects 3 to 6: the font, its descendant, its descriptor and its ToUnicode map."""
    return [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong /DW 1000 /W [32 126 500] "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        b"/FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /FangSong /Flags 4 /FontBBox [0 -141 1000 859] "
        b"/ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>",
        stream(to_unicode(characters)),
    ]


def pdf_objects(text: str) -> list[bytes]:
    """Every object in order; pages and their streams alternate from number 7 on."""
    turned = pages(text)
    kids = " ".join(f"{7 + 2 * index} 0 R" for index in range(len(turned)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(turned)} /Kids [{kids}] >>".encode(),
        *font_objects(sorted(set("".join(text.split()) + "— 0123456789"))),
    ]
    for index, lines in enumerate(turned):
        page = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {8 + 2 * index} 0 R >>"
        )
        objects += [page.encode(), stream(page_stream(lines, index + 1))]
    return objects


def pdf(text: str) -> bytes:
    content, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(pdf_objects(text), 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content))
    )


BUILT: dict[str, Callable[[str], bytes]] = {
    "bailu-2023-21.txt": gb18030,
    "linhu-2023-19.pdf": pdf,
    "qingping-2021-15.txt": print_copy,
    "qingping-2024-11.docx": docx,
    "shidu-2022-9.txt": utf16,
}

if __name__ == "__main__":
    main()
