"""Scripts: traditional characters as simplified, and a name by its sound."""

from __future__ import annotations

from functools import lru_cache


def simplified(text: str) -> str:
    """The same text in simplified characters, one for one (OpenCC's t2s by character)."""
    return text.translate(_pairs("".join(sorted(set(text)))))


@lru_cache(maxsize=256)
def _pairs(characters: str) -> dict[int, str]:
    from opencc import OpenCC  # noqa: PLC0415 - only for traditional text

    convert = OpenCC("t2s").convert
    converted = [(old, convert(old)) for old in characters]
    return {ord(old): new for old, new in converted if new != old and len(new) == 1}


def romanised(name: str) -> str:
    """A Chinese name by its sound, without tones: 临湖 -> linhu."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - only for a place on no list

    return "".join(part for part in lazy_pinyin(name) if part.isascii() and part.isalnum()).lower()
