"""DOCX packages written from raw XML, so that a test shows exactly what Word would have stored."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{MAIN}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def docx(
    body: str, parts: Mapping[str, str] | None = None, *, main: str = "word/document.xml"
) -> bytes:
    """A package whose w:body is ``body``; ``parts`` are further members by name."""
    document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return package({"[Content_Types].xml": TYPES, main: document, **(parts or {})})


def package(members: Mapping[str, str | bytes]) -> bytes:
    """A deflated ZIP of these members, the same bytes every time."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """One w:p; a run that is not XML becomes a w:r of text."""
    inside = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(list_id: int, level: int, text: str) -> str:
    """A paragraph in a list."""
    membership = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(text, properties=membership)


def table(*rows: tuple[str, ...]) -> str:
    """A w:tbl; every cell is given as the XML inside its w:tc."""
    return (
        "<w:tbl>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"
    )


def cell(content: str) -> str:
    return f"<w:tc>{content if content.startswith('<') else p(content)}</w:tc>"


def level(index: int, number_format: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{number_format}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(abstracts: Mapping[int, str], nums: Mapping[int, tuple[int, str]]) -> dict[str, str]:
    """numbering.xml: levels by abstract id; by num id its abstract and its overrides."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'
        for key, levels in abstracts.items()
    )
    uses = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for key, (abstract, overrides) in nums.items()
    )
    return {"word/numbering.xml": f"<w:numbering {NAMESPACES}>{definitions}{uses}</w:numbering>"}


def styles(*definitions: str) -> dict[str, str]:
    return {"word/styles.xml": f"<w:styles {NAMESPACES}>{''.join(definitions)}</w:styles>"}
