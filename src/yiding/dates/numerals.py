"""Numbers as minutes write them: Arabic, full-width and Chinese numerals."""

from __future__ import annotations

from functools import lru_cache

DIGITS = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "○": 0,
    "O": 0,
    "o": 0,
    "Ｏ": 0,
    "０": 0,
    "两": 2,
    "俩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    **{character: value for value, character in enumerate("0123456789")},
    **{character: value for value, character in enumerate("０１２３４５６７８９")},
}
UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
TENS = {"廿": 20, "卅": 30}


@lru_cache(maxsize=4096)
def parse_number(text: str) -> int | None:
    """The whole number ``text`` names, or None: 12, １２, 十二, 两百, 廿五, 3万5千, 二O一九.

    Numerals without a unit are read digit by digit (二〇二五 is 2025).
    """
    compact = "".join(text.replace(",", "").replace("，", "").split())
    if not compact:
        return None
    if all(character in DIGITS for character in compact):
        return int("".join(str(DIGITS[character]) for character in compact))
    return _with_units(compact)


# 一百二十 = 1*100 + 2*10; 十二 = (1)*10 + 2; 3万5千 = 3*10000 + 5*1000
# trap: 百分之十 is no whole number; 一十百 (a unit may not grow) and 二三十 (20 or 30) are none
def _with_units(text: str) -> int | None:
    total = section = digit = 0
    smallest, has_digit = 10_000, False
    for character in text:
        if character in DIGITS:
            if digit and not character.isdecimal():
                return None
            digit, has_digit = digit * 10 + DIGITS[character], True
        elif character in TENS and not has_digit and smallest > 10:
            section, smallest = section + TENS[character], 10
        elif character in UNITS and UNITS[character] < smallest:
            smallest = UNITS[character]
            section += (digit if has_digit else 1) * smallest
            digit, has_digit = 0, False
        elif character in MYRIADS and (section or digit):
            total += (section + digit) * MYRIADS[character]
            section, digit, has_digit, smallest = 0, 0, False, 10_000
        else:
            return None
    return total + section + digit
