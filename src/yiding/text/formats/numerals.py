"""The figures Word counts in: 一 二 三, 甲 乙 丙, ① ② ③, i ii iii, A B C."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_OLD = "零壹貳參肆伍陸柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LARGEST = 9999


@lru_cache(maxsize=512)
def numeral(number: int, number_format: str) -> str:
    """``number`` written in one of Word's number formats; an unknown one is decimal."""
    if number_format == "none":
        return ""
    write = _FORMATS.get(number_format)
    if write is None or not 0 < number <= _LARGEST:
        return str(number)
    return write(number)


def _chinese(digits: str, units: str = "十百千", zero: str = "零") -> Callable[[int], str]:
    def write(number: int) -> str:
        figures = str(number)
        written = ""
        for place, figure in enumerate(figures):
            unit = len(figures) - place - 1
            if figure != "0":
                written += digits[int(figure)] + (units[unit - 1] if unit else "")
            elif not written.endswith(zero):
                written += zero
        return written.rstrip(zero)

    return write


def _counting(number: int) -> str:
    """十, 十一, 二十: ten itself is not written 一十."""
    return _chinese(_DIGITS)(number).removeprefix("一" if 10 <= number < 20 else "")


def _by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(figure)] for figure in str(number))


def _in_row(row: str) -> Callable[[int], str]:
    return lambda number: row[number - 1] if number <= len(row) else str(number)


def _from(first: str, count: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if number <= count else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    """a … z, aa, bb …: Word repeats the letter."""
    turn, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (turn + 1)


def _circled(number: int) -> str:
    if number <= 20:
        return chr(ord("①") + number - 1)
    return chr(ord("㉑") + number - 21) if number <= 35 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "koreanCounting": _counting,
    "ideographDigital": _by_digit(_DIGITS),
    "japaneseDigitalTenThousand": _by_digit(_DIGITS),
    "taiwaneseDigital": _by_digit(_DIGITS),
    "chineseLegalSimplified": _chinese(_FORMAL, "拾佰仟"),
    "ideographLegalTraditional": _chinese(_FORMAL_OLD, "拾佰仟"),
    "japaneseLegal": _chinese(_FORMAL_OLD, "拾佰仟"),
    "ideographTraditional": _in_row(_STEMS),
    "ideographZodiac": _in_row(_BRANCHES),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalFullWidth": _by_digit("０１２３４５６７８９"),
    "decimalFullWidth2": _by_digit("０１２３４５６７８９"),
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
}
