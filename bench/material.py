"""What is read: one text of the usual length, the same as DOCX and PDF, and deadlines."""

from __future__ import annotations

import os
import zipfile
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from tests.text.pdf_fixture import Sheets

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples/minutes/linhu-2025-7.txt"
SEED = "minutes-2019-41.txt"
LENGTH = 4541
"""Characters of the usual text: the sample is repeated and cut to this."""
HELD_ON = date(2019, 11, 5)

DEADLINES = (
    "今年12月底前", "明年6月底前", "明年底", "8月底", "年内", "本月底前", "下月10日前", "本周内",
    "下周五前", "月底前", "一季度前", "三季度末", "上半年", "11月20日前", "2020年3月1日前",
    "二〇二〇年底前", "12月中旬", "明年1月上旬", "会后10个工作日内", "5个工作日内", "30日内",
    "3个月内", "半年内", "一周内", "半个月内", "48小时内", "每月5日前", "每季度末", "每周五",
    "每年年底", "2019年—2020年", "11月至12月", "春节前", "国庆节前", "尽快", "近期", "适时",
    "立即", "批复后20日内", "自2020年1月1日起",
)  # fmt: skip

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCX_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>',
}


@dataclass(frozen=True)
class Material:
    """One text in three formats, and where it is from."""

    origin: str
    text: str
    data: bytes
    docx: bytes
    pdf: bytes


def material() -> Material:
    """The seed where YIDING_SEED_DIR has it, else the sample at the same length."""
    origin, text = _text()
    return Material(origin, text, text.encode(), docx(text), pdf(text))


def _text() -> tuple[str, str]:
    folder = os.environ.get("YIDING_SEED_DIR")
    if folder:
        return "the seed", Path(folder, SEED).read_text("utf-8")
    sample = SAMPLE.read_text("utf-8")
    repeated = sample * (LENGTH // len(sample) + 1)
    return f"{SAMPLE.name}, repeated and cut to {LENGTH} characters", repeated[:LENGTH]


def docx(text: str) -> bytes:
    """A package with one paragraph a line."""
    lines = (line for line in text.splitlines() if line)
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (DOCX_PARTS | {"word/document.xml": document}).items():
            archive.writestr(name, content)
    return file.getvalue()


def pdf(text: str) -> bytes:
    """Sheets as official papers are set, with page numbers."""
    sheets = Sheets()
    for line in text.splitlines():
        if line:
            sheets.paragraph(line)
    sheets.furnish()
    return sheets.pdf()
