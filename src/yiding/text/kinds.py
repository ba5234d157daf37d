"""What a file is, told from its first bytes and never from its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

SAVE_AS = "请用原来的软件打开，另存为 DOCX 或文字版 PDF 后再交"
SCANNED = "请先做文字识别（OCR），或向来文单位索要文字版"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its word for people, its suffix, the format module that reads it.

    ``format`` is None for what is recognised only to be refused with ``remedy``.
    """

    noun: str
    suffix: str
    format: str | None = None
    remedy: str = SAVE_AS


PLAIN = Kind("纯文本", ".txt", "plain")
HTML = Kind("网页（HTML）", ".html", "html")
DOCX = Kind("Word 文档（DOCX）", ".docx", "docx")
PDF = Kind("PDF", ".pdf", "pdf")

CLAIMS = {
    ".txt": PLAIN, ".text": PLAIN, ".md": PLAIN,
    ".htm": HTML, ".html": HTML, ".xhtml": HTML, ".shtml": HTML,
    ".docx": DOCX, ".docm": DOCX, ".dotx": DOCX, ".pdf": PDF,
}  # fmt: skip

ENCRYPTED = Kind(
    "加了密码的 Office 文档", ".docx", remedy="请先在 Word 或 WPS 里取消打开密码，另存后再交"
)
ZIP = Kind("ZIP 压缩包", ".zip", remedy="请解压后逐个提交其中的文件")
MHTML = Kind("单文件网页（MHTML）", ".mht", remedy="请在浏览器里另存为 HTML 后再交")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", ENCRYPTED),
    ("WordDocument", Kind("旧版 Word 文档（DOC 或 WPS）", ".doc")),
    ("Workbook", Kind("旧版 Excel 表格（XLS）", ".xls")),
    ("PowerPoint Document", Kind("旧版演示文稿（PPT）", ".ppt")),
)
_OLE_OTHER = Kind("旧版 Office 或 WPS 文档", ".doc")
_ZIP_PARTS = (
    (re.compile(rb"word/document\d*\.xml"), DOCX),
    (re.compile(rb"xl/workbook\.(?:xml|bin)"), Kind("Excel 表格（XLSX）", ".xlsx")),
    (re.compile(rb"ppt/presentation\.xml"), Kind("演示文稿（PPTX）", ".pptx")),
    (re.compile(rb"OFD\.xml"), Kind("版式文件（OFD）", ".ofd")),
    (re.compile(rb"application/vnd\.oasis\.opendocument"), Kind("OpenDocument 文档", ".odt")),
    (re.compile(rb"application/epub\+zip"), Kind("电子书（EPUB）", ".epub")),
)
_IMAGE = "图片（{}）"
_PACKED = "请解压后逐个提交其中的文件"
_SIGNATURES = (
    (b"{\\rtf", Kind("RTF 文档", ".rtf")),
    (b"\x89PNG\r\n", Kind(_IMAGE.format("PNG"), ".png", remedy=SCANNED)),
    (b"\xff\xd8\xff", Kind(_IMAGE.format("JPEG"), ".jpg", remedy=SCANNED)),
    (b"GIF8", Kind(_IMAGE.format("GIF"), ".gif", remedy=SCANNED)),
    (b"II*\0", Kind(_IMAGE.format("TIFF"), ".tif", remedy=SCANNED)),
    (b"MM\0*", Kind(_IMAGE.format("TIFF"), ".tif", remedy=SCANNED)),
    (b"\x1f\x8b", Kind("GZIP 压缩包", ".gz", remedy=_PACKED)),
    (b"Rar!\x1a\x07", Kind("RAR 压缩包", ".rar", remedy=_PACKED)),
    (b"7z\xbc\xaf\x27\x1c", Kind("7z 压缩包", ".7z", remedy=_PACKED)),
)
_BMP = Kind(_IMAGE.format("BMP"), ".bmp", remedy=SCANNED)
_WEBP = Kind(_IMAGE.format("WebP"), ".webp", remedy=SCANNED)
_HEIC = Kind(_IMAGE.format("HEIC"), ".heic", remedy=SCANNED)

_BEFORE_MARKUP = (
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<!--.{0,2000}?-->|<\?[\w-]+[^>]{0,200}\?>)*"
)
_PAGE = re.compile(_BEFORE_MARKUP + rb"<(?:!doctype\s+html|html)\b", re.I | re.S)
_TAGS = re.compile(
    _BEFORE_MARKUP + rb"<(?:head|body|meta|title|table|div|p|span|br|center|h[1-6]|ul|ol|font|a)\b",
    re.I | re.S,
)
_XML_ROOTS = (  # text that only its own program shows as text
    (re.compile(_BEFORE_MARKUP + rb"<\w+:wordDocument\b"), Kind("旧版 Word XML 文档", ".xml")),
    (re.compile(_BEFORE_MARKUP + rb"<pkg:package\b"), Kind("Word XML 文档", ".xml")),
    (re.compile(_BEFORE_MARKUP + rb"<office:document\b"), Kind("OpenDocument 单文件", ".fodt")),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ANY_TAG = re.compile(rb"<(?:html|body|div|p|table|td|br|span|meta|h[1-6]|font|li)\b[^<>]*>", re.I)


def kind_of(data: bytes) -> Kind:
    """The kind of ``data``; text of no other kind (also damaged text) is PLAIN."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    if data.startswith(_OLE):
        return _ole(data)
    if _is_pdf(data):
        return PDF
    return _picture(data) or _markup(data[:65536])


def is_certainly_html(data: bytes) -> bool:
    """Whether the bytes open as a whole page, so that no text file would look like this."""
    return _PAGE.match(_without_nul(data[:65536])) is not None


def has_tags(data: bytes) -> bool:
    """Whether any HTML tag stands in the bytes."""
    return _ANY_TAG.search(_without_nul(data)) is not None


def is_binary(data: bytes) -> bool:
    """Whether the opening holds more control characters than any text would."""
    head = data[:4096]
    return len(_CONTROLS.findall(head)) * 50 > len(head)


def _is_pdf(data: bytes) -> bool:
    head = data[:1024]
    return head.lstrip().startswith(b"%PDF-") or (b"%PDF-" in head and b"startxref" in data)


def _package(data: bytes) -> Kind:
    return next((kind for part, kind in _ZIP_PARTS if part.search(data)), ZIP)


def _ole(data: bytes) -> Kind:
    named = ((stream.encode("utf-16-le"), kind) for stream, kind in _OLE_STREAMS)
    return next((kind for stream, kind in named if stream in data), _OLE_OTHER)


def _picture(data: bytes) -> Kind | None:
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return _BMP
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _WEBP
    return _HEIC if data[4:12] in {b"ftypheic", b"ftypmif1", b"ftypheix"} else None


def _markup(head: bytes) -> Kind:
    head = _without_nul(head)
    for root, kind in _XML_ROOTS:
        if root.match(head):
            return kind
    if _PAGE.match(head) or (_TAGS.match(head) and not _is_left_over(head)):
        return HTML
    if re.match(rb"(?:[\w-]+:.*\r?\n)*?MIME-Version:", head[:2000], re.I):
        return MHTML
    return PLAIN


def _is_left_over(head: bytes) -> bool:
    """Whether a tag or two is all that a copy into a text file has kept of a page."""
    return b"</" not in head and len(_ANY_TAG.findall(head)) * 2 < head.count(b"\n")


def _without_nul(data: bytes) -> bytes:
    # in UTF-16 every second byte of a tag is NUL
    return data.replace(b"\0", b"") if b"\0" in data[:4] else data
