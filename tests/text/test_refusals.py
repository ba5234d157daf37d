"""What cannot be read says which file it is, what is wrong with it and what helps."""

from __future__ import annotations

import io
import pickle
import re
import zipfile
from pathlib import Path

import pytest

from text.docx_fixture import TYPES, docx, p, package
from text.minutes import TEXT
from text.pdf_fixture import Sheets
from yiding.text import Limits, UnreadableFile, read_text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PLAIN = TEXT.encode()
PAGE = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode()
FRAMES = "<frameset><frame src=a.htm><noframes>您的浏览器不支持框架</noframes></frameset>"
XML = '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n'
WORD = docx(p("会议纪要"))


def case(value: object) -> str:
    """Words name a case; bytes would not be readable."""
    return value if isinstance(value, str) else "bytes"


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(64)


def printed() -> bytes:
    sheets = Sheets()
    sheets.paragraph("会议纪要")
    return sheets.pdf()


def refusal(data: bytes, name: str = "纪要.bin", limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_text(data, name=name, limits=limits or Limits())
    message = str(caught.value)
    assert message.startswith(f"{name}：")
    assert message.endswith("。")
    return message.removeprefix(f"{name}：")


@pytest.mark.parametrize(
    ("data", "found", "remedy"),
    [
        (ole("WordDocument"), "旧版 Word 文档（DOC 或 WPS）", "另存为 DOCX"),
        (ole("Workbook"), "旧版 Excel 表格", "另存为 DOCX"),
        (ole("其他"), "旧版 Office 或 WPS 文档", "另存为 DOCX"),
        (b"{\\rtf1 abc}", "RTF 文档", "另存为 DOCX"),
        (package({"xl/workbook.xml": "<x/>"}), "Excel 表格（XLSX）", "另存为 DOCX"),
        (package({"ppt/presentation.xml": "<x/>"}), "演示文稿（PPTX）", "另存为 DOCX"),
        (package({"OFD.xml": "<x/>"}), "版式文件（OFD）", "文字版 PDF"),
        (package({"a.txt": "a"}), "ZIP 压缩包", "解压"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "图片（PNG）", "OCR"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "图片（JPEG）", "OCR"),
        (b"BM\x00\x01\x00\x00\x00\x00\x00\x00" + bytes(99), "图片（BMP）", "OCR"),
        (b"Rar!\x1a\x07\x00" + bytes(99), "RAR 压缩包", "解压"),
        (f"{XML}<w:wordDocument>".encode(), "旧版 Word XML 文档", "另存为 DOCX"),
        (f"{XML}<pkg:package>".encode("utf-16"), "Word XML 文档", "另存为 DOCX"),
        (f"{XML}<office:document>".encode(), "OpenDocument 单文件", "另存为 DOCX"),
        (b"From: <a>\r\nMIME-Version: 1.0\r\n\r\n<html>", "单文件网页", "另存为 HTML"),
    ],
    ids=case,
)
def test_other_formats_are_named(data: bytes, found: str, remedy: str) -> None:
    message = refusal(data)
    assert message.startswith(f"暂不支持{found}")
    assert remedy in message


@pytest.mark.parametrize(
    ("name", "data", "found", "remedy"),
    [
        ("a.docx", printed(), "文件名是 .docx，内容却是PDF", "改为以 .pdf 结尾"),
        ("a.docx", PAGE, "文件名是 .docx，内容却是网页（HTML）", "改为以 .html 结尾"),
        ("a.docx", PLAIN, "文件名是 .docx，内容却是纯文本", "改为以 .txt 结尾"),
        ("a.docx", ole("WordDocument"), "内容却是旧版 Word 文档", "另存为 DOCX"),
        ("a.docx", package({"xl/workbook.xml": "<x/>"}), "内容却是Excel", "另存为 DOCX"),
        ("a.DOCX", bytes(range(256)) * 9, "不是有效的Word 文档（DOCX）", "重新下载"),
        ("a.pdf", WORD, "文件名是 .pdf，内容却是Word 文档（DOCX）", "改为以 .docx 结尾"),
        ("a.pdf", bytes(range(256)) * 9, "不是有效的PDF", "重新下载"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "内容却是图片（PNG）", "OCR"),
        ("a.docx", f"{XML}<w:wordDocument>".encode(), "内容却是旧版 Word XML", "另存为 DOCX"),
        ("a.txt", package({"a": "b"}), "文件名是 .txt，内容却是ZIP 压缩包", "解压"),
        ("a.txt", PAGE, "文件名是 .txt，内容却是网页（HTML）", "改为以 .html 结尾"),
        ("a.html", printed(), "文件名是 .html，内容却是PDF", "改为以 .pdf 结尾"),
    ],
    ids=case,
)
def test_a_name_that_claims_another_format(name: str, data: bytes, found: str, remedy: str) -> None:
    message = refusal(data, name)
    assert found in message
    assert remedy in message


@pytest.mark.parametrize("name", ["纪要", "纪要.doc", "纪要.wps", "标准输入"])
def test_names_that_claim_nothing_are_read_by_content(name: str) -> None:
    for data in (PLAIN, PAGE, WORD, printed()):
        assert "会议纪要" in read_text(data, name=name).characters


def test_a_page_of_frames_that_repeats_the_text_is_read() -> None:
    text = read_text(f"<html>{FRAMES}<body><p>{TEXT}</p></body></html>".encode())
    assert "会议纪要" in text.characters


def test_a_page_without_tags_is_plain_text() -> None:
    assert read_text(PLAIN, name="a.html").characters == TEXT
    assert read_text(f"说明\n<p>{TEXT}".encode(), name="a.htm").media_type == "text/html"


def test_passwords_have_their_own_words() -> None:
    assert "加了密码" in refusal(ole("EncryptedPackage"), "a.docx")
    assert "取消打开密码" in refusal(ole("EncryptedPackage"))
    locked = printed().replace(
        b"/Root 1 0 R>>",
        b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"
        + b"00" * 32 + b">/U<" + b"11" * 32 + b">>>>>",
    )  # fmt: skip
    assert "PDF 加了打开密码" in refusal(locked, "a.pdf")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "文件是空的"),
        (b" \r\n\t", "没有文字"),
        (b"<html><body> <script>x</script></body></html>", "没有文字"),
        (f"<html>{FRAMES}".encode(), "只有框架"),
        (docx(p("")), "没有文字"),
        ("\ufeff".encode(), "没有文字"),
    ],
    ids=case,
)
def test_nothing_to_read(data: bytes, found: str) -> None:
    assert found in refusal(data)


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_half_a_package_and_half_a_print(cut: float) -> None:
    assert "已损坏或不完整" in refusal(WORD[: int(len(WORD) * cut)], "a.docx")
    assert "PDF 不完整，结尾缺失" in refusal(printed()[: int(len(printed()) * cut)], "a.pdf")


def test_a_print_whose_inside_is_damaged() -> None:
    damaged = re.sub(rb"/Kids|/Page\b", b"/None", printed())
    assert "PDF 已损坏" in refusal(damaged, "a.pdf")


def test_a_package_without_its_main_part() -> None:
    assert "没有 Word 正文（word/document.xml）" in refusal(package({"a.xml": TYPES}), "a.docx")


def test_a_part_that_is_damaged_or_no_xml() -> None:
    broken = bytearray(WORD)
    at = broken.index(b"word/document.xml") + 40
    broken[at : at + 8] = b"\xff" * 8
    assert "word/document.xml 已损坏" in refusal(bytes(broken), "a.docx")
    assert "不是完好的 XML" in refusal(package({"word/document.xml": "<w:p>"}), "a.docx")


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w [<!ENTITY a "一"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE w SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_are_never_expanded(declared: str) -> None:
    document = f"{declared}<w>&b;</w>" if "ENTITY" in declared else f"{declared}<w/>"
    assert "实体定义（DTD）" in refusal(package({"word/document.xml": document}), "a.docx")
    wide = package({"word/document.xml": document.encode("utf-16")})
    assert "实体定义（DTD）" in refusal(wide, "a.docx")


def test_nesting_too_deep_is_told() -> None:
    deep = "<w:ins>" * 300 + "</w:ins>" * 300
    assert "嵌套过深" in refusal(docx(p(deep, "文")), "a.docx")


def bomb(size: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * size)
    return file.getvalue()


def test_bombs_are_not_unpacked() -> None:
    assert "压缩炸弹" in refusal(bomb(8 * 2**20), "a.docx")
    assert "超过 1 MB 的上限" in refusal(bomb(2**21), "a.docx", Limits(unpacked_bytes=2**20))
    many = package({f"{n}": "" for n in range(12)} | {"word/document.xml": "<x/>"})
    assert "13 个文件" in refusal(many, "a.docx", Limits(parts=10))


def test_a_picture_that_is_never_unpacked_may_be_packed_hard() -> None:
    white = io.BytesIO(docx(p("会议纪要")))
    with zipfile.ZipFile(white, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", b"\xff" * 8 * 2**20)
    assert read_text(white.getvalue(), name="a.docx").characters == "会议纪要\n"


def test_a_package_that_lies_about_its_sizes() -> None:
    honest = bomb(8 * 2**20)
    lying = honest.replace((8 * 2**20).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert "已损坏" in refusal(lying, "a.docx")


def test_files_and_texts_that_are_too_large() -> None:
    assert "超过 0.5 MB 的上限" in refusal(b"a" * 2**20, limits=Limits(file_bytes=2**19))
    assert "超过上限 10 个" in refusal(PLAIN, limits=Limits(characters=10))
    sheets = Sheets()
    for _ in range(3):
        sheets.paragraph("会议纪要")
        sheets.turn()
    assert "PDF 有 4 页，超过上限 3 页" in refusal(sheets.pdf(), "a.pdf", Limits(pages=3))


def test_paths(tmp_path: Path) -> None:
    file = tmp_path / "纪要.txt"
    file.write_bytes(PLAIN)
    assert read_text(file) == read_text(str(file))
    assert read_text(file).name == "纪要.txt"
    assert read_text(file, name="送审稿.txt").name == "送审稿.txt"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("没有.txt", "找不到文件"),
        (".", "这是文件夹"),
        ("a\0b", "打不开（路径无效）"),
        ("x" * 400, "打不开"),
    ],
    ids=["missing", "folder", "nul", "long"],
)
def test_paths_that_lead_nowhere(tmp_path: Path, path: str, found: str) -> None:
    with pytest.raises(UnreadableFile, match=re.escape(found)) as caught:
        read_text(tmp_path / path)
    assert caught.value.remedy


def test_a_file_that_never_ends_is_cut_off() -> None:
    with pytest.raises(UnreadableFile, match="上限"):
        read_text(Path("/dev/zero"), limits=Limits(file_bytes=2**16))


def test_a_refusal_is_the_same_in_another_process() -> None:
    refusal = UnreadableFile("a.pdf", "PDF 已损坏", "请重新下载")
    copy = pickle.loads(pickle.dumps(refusal))  # noqa: S301 - our own
    assert (copy.name, copy.found, copy.remedy) == ("a.pdf", "PDF 已损坏", "请重新下载")
    assert str(copy) == str(refusal) == "a.pdf：PDF 已损坏。请重新下载。"
