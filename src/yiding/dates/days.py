"""Days as written: 会议时间, 印发日期, and dates that lost characters on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from yiding.dates.numerals import parse_number
from yiding.dates.patterns import ALONE, ARABIC, DAY, HAN, MONTH, W


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as read: what is missing is None, nothing is guessed.

    ``alternatives`` holds every (month, day) reading of a damaged date; with two of them
    ``month`` and ``day`` stay None. ``offset`` counts days from the paper's own day (昨日 is -1).
    ``is_inferred`` says a part was taken from the base given to ``parse_date``.
    """

    span: tuple[int, int]
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part_of_day: str | None = None
    alternatives: tuple[tuple[int, int], ...] = ()
    offset: int | None = None
    is_damaged: bool = False
    is_inferred: bool = False

    @property
    def is_ambiguous(self) -> bool:
        """Whether more than one day fits."""
        return len(self.alternatives) > 1

    @property
    def date(self) -> date | None:
        """The day, where year, month and day are all known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return day_or_none(self.year, self.month, self.day)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


NUMERAL = f"{ARABIC}零〇○OoＯ{HAN}"
PART_OF_DAY = (
    rf"(?:{W}[（(]?(?:星期|周|礼拜)[{HAN[:6]}日天][)）]?)?"
    rf"(?:{W}(?P<part_of_day>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜间))?"
)
YEAR = rf"(?P<year>[{NUMERAL}]{{4}})"
FORMS = tuple(
    re.compile(pattern + PART_OF_DAY)
    for pattern in (
        # 2019年11月5日上午；二O一O年七月三日
        rf"{ALONE}{YEAR}{W}年{W}(?P<month>{MONTH}){W}月{W}(?P<day>{DAY}){W}[日号]",
        # 2019-11-05；2019.11.5；2019/11/05
        rf"{ALONE}(?P<year>[{ARABIC}]{{4}})[-./．－](?P<month>[{ARABIC}]{{1,2}})[-./．－]"
        rf"(?P<day>[{ARABIC}]{{1,2}})(?![{ARABIC}])",
        # 202448日；2022年33日
        r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年?(?P<digits>[0-9]{2,4})日",
        # 二〇二五年三月
        rf"{ALONE}{YEAR}{W}年{W}(?P<month>{MONTH}){W}月(?!{W}[{ARABIC}])",
        # 11月5日；五月十八日
        rf"{ALONE}(?P<month>{MONTH}){W}月{W}(?P<day>{DAY}){W}[日号]",
        # 1110日；trap: 180日内 is a length
        r"(?<![0-9.年月])(?P<digits>[0-9]{3,4})日(?!内|以内|之内|历|龄|间|以上|左右|前)",
        # 3日下午；25日
        rf"(?<![月年]){ALONE}(?P<day>{DAY})日(?!内|以内|之内|历|龄|间|以上|左右)",
        # 昨日；今天上午
        r"(?P<relative>昨[日天]|今[日天])",
    )
)
OPENER = re.compile(rf"[{NUMERAL}十廿卅昨今]")


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[FoundDate]:
    """Every date of ``text[start:end]`` in order: full, month-day, day only, 昨日, or damaged."""
    stop = len(text) if end is None else end
    found: list[FoundDate] = []
    opener = OPENER.search(text, start, stop)
    while opener:
        one = _date_at(text, opener.start(), stop)
        if one is not None:
            found.append(one)
        opener = OPENER.search(text, one.span[1] if one else opener.end(), stop)
    return found


def _date_at(text: str, start: int, stop: int) -> FoundDate | None:
    for form in FORMS:
        match = form.match(text, start, stop)
        if match and (found := _found(match)):
            return found
    return None


def _found(match: re.Match[str]) -> FoundDate | None:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    part = groups.get("part_of_day")
    year, month, day = (_number(groups.get(name)) for name in ("year", "month", "day"))
    empty = FoundDate(match.span(), match[0], year, month, day, part)
    if "relative" in groups:
        return replace(empty, offset=-1 if groups["relative"][0] == "昨" else 0)
    if "digits" in groups:
        return _repaired(empty, groups["digits"])
    return empty if _is_possible(month, day) else None


def _number(text: str | None) -> int | None:
    return None if text is None else parse_number(text)


# 2000 has every day that some year has
def _is_possible(month: int | None, day: int | None) -> bool:
    return day_or_none(2000, 1 if month is None else month, 1 if day is None else day) is not None


# 2023821日 -> 8月21日; trap: 2023129日 is 1月29日 or 12月9日, and which is not ours to say
def _repaired(found: FoundDate, digits: str) -> FoundDate | None:
    year = found.year if found.year is not None else 2000
    splits = [(int(digits[:cut]), int(digits[cut:])) for cut in (1, 2) if cut < len(digits)]
    readings = tuple(
        (month, day) for (month, day), cut in zip(splits, (1, 2), strict=False)
        if digits[cut] != "0" and digits[0] != "0" and day_or_none(year, month, day)
    )  # fmt: skip
    if not readings:
        return None
    month, day = readings[0] if len(readings) == 1 else (None, None)
    return replace(found, month=month, day=day, alternatives=readings, is_damaged=True)


def parse_date(text: str, base: date | None = None) -> FoundDate | None:
    """The first date of ``text``; ``base`` (the paper's day) supplies what the words leave out.

    A part taken from the base sets ``is_inferred``; without a base nothing is supplied.
    """
    found = next(iter(find_dates(text)), None)
    if found is None or base is None or found.date or found.is_ambiguous:
        return found
    if found.offset is not None:
        day = base + timedelta(days=found.offset)
        return replace(found, year=day.year, month=day.month, day=day.day, is_inferred=True)
    if found.day is None:
        return found
    month = base.month if found.month is None else found.month
    return replace(found, year=found.year or base.year, month=month, is_inferred=True)
