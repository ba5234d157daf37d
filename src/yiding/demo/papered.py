"""Small real files for the demo: a paper as DOCX, the way an office would attach it."""

from __future__ import annotations

from html import escape
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zlib import crc32

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from yiding.demo.diary import Step

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_DOCX}.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
}
_ONE_IN = 6


def docx(*lines: str) -> bytes:
    """A document of these paragraphs; the same lines give the same bytes."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p>" for one in lines)
    body = f'<w:document xmlns:w="{_MAIN}"><w:body>{paragraphs}</w:body></w:document>'
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in {**_PARTS, "word/document.xml": body}.items():
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            archive.writestr(ZipInfo(name), head + content)
    return out.getvalue()


def upload(name: str, *lines: str) -> SimpleUploadedFile:
    """The document as a browser would send it."""
    return SimpleUploadedFile(f"{name}.docx", docx(name, *lines), _DOCX)


def with_file(step: Step, address: str) -> MultiValueDict[str, Any] | None:
    """The attachment of a proof: every sixth matter has one, the others a number or a link."""
    title = step.fields.get("evidence_title")
    if not title or crc32(address.encode()) % _ONE_IN:
        return None
    said = step.fields.get("words", "")
    day = step.fields["dated_on"]
    file = upload(title, said, f"对应事项：{address}", f"{day.year}年{day.month}月{day.day}日")
    return MultiValueDict({"file": [file]})
