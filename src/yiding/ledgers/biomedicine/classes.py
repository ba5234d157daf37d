"""The class 分类 as people write it: ``化学药品1类``, ``一类``, ``2.1``, ``第三类``, ``III``."""

from __future__ import annotations

import re
import unicodedata

_HAN = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5"}
_ROMAN = {"III": "3", "II": "2", "I": "1"}
_WORD = re.compile(
    r"(?P<digit>[1-5])(?:\.\d)?|(?P<han>[一二三四五])类|(?P<roman>III|II|I)(?![A-Z])"
)


def class_told(written: str | None) -> str | None:
    """The number of the class, none where no class is written."""
    text = unicodedata.normalize("NFKC", written or "").upper()
    found = _WORD.search(text)
    if found is None:
        return None
    return found["digit"] or _HAN.get(found["han"] or "") or _ROMAN[found["roman"]]


def device_class_told(written: str | None) -> str | None:
    """The class of a device: 1, 2 or 3."""
    told = class_told(written)
    return told if told in _ROMAN.values() else None
