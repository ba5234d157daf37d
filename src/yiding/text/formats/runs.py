"""What stands inside one Word paragraph: kept text, dropped text, breaks and text boxes."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from yiding.text.formats.numbering import VAL, W

Lines = list[str]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_T = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_T, _R, _RPR, _SYM, _BOX = (W + name for name in ("t", "r", "rPr", "sym", "txbxContent"))
_TEXTS = {_T, _MATH_T}
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_BREAKS = {W + "tab": " ", W + "ptab": " ", W + "br": "\n", W + "cr": "\n"}
_BREAKS |= {W + "noBreakHyphen": "-", W + "softHyphen": ""}
_DROPPED = {W + name for name in ("pPr", "rPr", "sdtPr", "rt", "del", "delText", "moveFrom")}
_DROPPED |= {W + "instrText", W + "delInstrText"}
RARE = (
    *_BREAKS, *_DROPPED - {W + "pPr", W + "rPr"}, _SYM, _BOX, _MATH_T,
    _WORD_ART, W + "vanish", _MC + "AlternateContent",
)  # fmt: skip
_CODE = re.compile("[0-9A-F]{1,4}")
_WHITE = re.compile("[\t\r\n\u0085\u2028\u2029]+")
# marks of Wingdings and its kin that people tick and bullet with
_SYMBOLS = {
    "F0FC": "✓", "F0FB": "✗", "F0FE": "☑", "F0FD": "☒", "F0A8": "☐", "F06F": "☐", "F052": "☑",
    "F0A3": "☐", "F06C": "●", "F06E": "■", "F075": "◆", "F0D8": "➢", "F0B7": "•",
}  # fmt: skip


class Runs:
    """Reads the paragraphs of one part; ``box`` turns the content of a text box into lines.

    ``tags`` are those of RARE that the part has: the others are not looked for, so that a
    paragraph of nothing but text is read at once.
    """

    def __init__(self, tags: set[str], box: Callable[[etree._Element], Lines]) -> None:
        self._box = box
        self._told = [_T, *tags]

    def read(self, paragraph: etree._Element) -> tuple[Lines, str]:
        """The lines of the text boxes anchored in a paragraph, and its own text."""
        found = list(paragraph.iter(self._told))
        if all(each.tag == _T for each in found):
            return [], "".join([_clean(each.text or "") for each in found])
        boxes: Lines = []
        pieces: list[str] = []
        self._walk(paragraph, pieces, boxes)
        return boxes, "".join(pieces)

    def _walk(self, parent: etree._Element, pieces: list[str], boxes: Lines) -> None:
        for child in parent:
            tag = child.tag
            if tag in _TEXTS:
                pieces.append(_clean(child.text or ""))
            elif tag in _BREAKS:
                pieces.append(_BREAKS[tag])
            elif tag == _R:
                if not _is_hidden(child):
                    self._walk(child, pieces, boxes)
            elif tag not in _DROPPED and (len(child) or tag in {_SYM, _WORD_ART}):
                self._rare(child, pieces, boxes)

    def _rare(self, child: etree._Element, pieces: list[str], boxes: Lines) -> None:
        if child.tag == _SYM:
            pieces.append(_symbol(child))
        elif child.tag == _BOX:
            boxes += self._box(child)
        elif child.tag == _WORD_ART:
            boxes += _word_art(child)
        elif child.tag == _MC + "AlternateContent":
            self._alternative(child, pieces, boxes)
        else:
            self._walk(child, pieces, boxes)

    def _alternative(self, choices: etree._Element, pieces: list[str], boxes: Lines) -> None:
        """The first alternative that holds text; the others say the same again."""
        before = len(pieces), len(boxes)
        for choice in choices:
            self._walk(choice, pieces, boxes)
            if (len(pieces), len(boxes)) != before:
                return


def _is_hidden(run: etree._Element) -> bool:
    if not len(run) or run[0].tag != _RPR:
        return False
    vanish = run[0].find(W + "vanish")
    return vanish is not None and vanish.get(VAL, "1") not in {"0", "false", "off"}


def _word_art(path: etree._Element) -> Lines:
    """What old Word drew as a letterhead; no watermark."""
    shape = path.getparent()
    if shape is not None and "watermark" in shape.get("id", "").lower():
        return []
    words = _clean(path.get("string", "")).strip()
    return [words] if words else []


def _clean(text: str) -> str:
    return text if text.isprintable() else _WHITE.sub(" ", text)


def _symbol(element: etree._Element) -> str:
    code = element.get(W + "char", "").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    character = int(code, 16) if _CODE.fullmatch(code) else 0xD800
    return "" if 0xD800 <= character < 0xE000 else chr(character)
