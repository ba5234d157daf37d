"""HTML: every visible line of a page, what stands outside its main text marked as noise."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import replace
from typing import Any

from lxml import etree

from yiding.text.delivery import Delivery
from yiding.text.formats.hidden import Hidden
from yiding.text.formats.page import Page
from yiding.text.formats.plain import UndecodableError, decode
from yiding.text.model import Text
from yiding.text.table import places_of
from yiding.text.website import WebLine, noise_of

AGAIN = "请在浏览器里重新打开，另存为 HTML 后再交"
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I
)
ITS_PAGE = "请打开正文所在的网页，另存为 HTML 后再交"
_FRAMES = re.compile(rb"<frameset\b", re.I)
_NOTICE = 200  # what a page of frames says to browsers without: 您的浏览器不支持框架
_DEEPEST = 3  # hidden parts within one another that are looked into
_OTHERS = {"utf-8": "utf-8", "utf8": "utf-8", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
_GB = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "hz-gb-2312", "gb18030"}


def read(delivery: Delivery) -> Text:
    """The Text of a page: a block is a line, a table row one line with tabs between cells.

    Entities are resolved, a no-break space is a plain space; scripts and hidden parts are left out.
    """
    lines = _lines(delivery)
    characters = "".join([line.text + "\n" for line in lines])
    if _FRAMES.search(delivery.data) and len(characters) < _NOTICE:
        raise delivery.refuse("网页里只有框架（frameset），正文在框架所指的网页里", ITS_PAGE)
    rows = dict(places_of(line.text for line in lines))
    return replace(delivery.text("text/html", characters, noise_of(lines)), rows=rows)


def _lines(delivery: Delivery) -> list[WebLine]:
    data = _in_utf8(delivery)
    if data.count(b"<") > delivery.limits.tags:
        raise delivery.refuse(f"网页的标签超过 {delivery.limits.tags} 个", AGAIN)
    hidden = Hidden()
    for _ in range(_DEEPEST):
        page = _walked(delivery, data, hidden)
        article = hidden.article("".join([line.text for line in page.lines]))
        if article is None:
            break
        hidden = Hidden(hidden.shown | {article})
    return page.lines


def _walked(delivery: Delivery, data: bytes, hidden: Hidden) -> Page:
    page = Page(hidden)
    target: Any = page  # the stubs ask a target for more than the parser does
    parser = etree.HTMLParser(encoding="utf-8", target=target, no_network=True, huge_tree=True)
    try:
        etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        page.close()  # what was read before the fault is judged below
    if any(error.level_name == "FATAL" for error in parser.error_log):
        raise delivery.refuse("网页嵌套过深，或有一处过长", AGAIN)
    return page


def _in_utf8(delivery: Delivery) -> bytes:
    """The page in UTF-8; strictly valid UTF-8 wins over what the page declares of itself."""
    data = delivery.data
    try:
        data.decode()
    except UnicodeDecodeError:
        data = _characters(delivery).encode("utf-8", "replace")
    return data.removeprefix(BOM_UTF8).replace(b"\0", b"")


def _characters(delivery: Delivery) -> str:
    """As the page declares itself, a stray byte shown as a browser shows it; else as plain text."""
    declared = _declared(delivery.data)
    if declared is not None:
        characters = delivery.data.decode(declared, "replace")
        if characters.count("\ufffd") * 20 <= len(characters):
            return characters
    try:
        return decode(delivery.data).characters
    except UndecodableError as error:
        raise delivery.refuse(str(error), AGAIN) from None


def _declared(data: bytes) -> str | None:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return None
    found = _CHARSET.search(data, 0, 4096)
    name = found[1].decode("ascii", "replace").lower() if found else ""
    if name in _GB:
        return "gb18030"
    return _OTHERS.get(name)
