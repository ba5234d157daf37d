"""The day of the meeting, with its basis: the text's own words, the number, the page 会议时间."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from yiding.dates import find_dates, parse_number
from yiding.reading.model import HeldOn, Warning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiding.dates import FoundDate
    from yiding.reading.head import Opened
    from yiding.reading.model import DateBasis, Number, Session
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet
    from yiding.reading.tail import Tail
    from yiding.text import Span

# （二○一二年九月十二日）
_LONGEST_DAY = 16
_NEAR = 40
_DIGITS = re.compile("\\d+")
# trap: 实施方案（2025—2027年） is no year of a meeting
_YEAR = re.compile(
    "(?<![—－\\-~～至到])((?:19|20)\\d\\d|[一二][九〇○零][〇○零一二三四五六七八九]{2})年(?!度)"
)
# （摘自《某市人民政府公报》2025年第7期）
_GAZETTE = re.compile("公报》?[ \u3000]*((?:19|20)\\d\\d)年")
_STAMP = re.compile("20\\d\\d[-年./]\\d{1,2}[-月./]\\d{1,2}日?")
# 发布时间：2024年4月19日; 来源：某日报　2024年7月11日
_BEFORE = re.compile("(?:时间|日期)[ \u3000]*：?[ \u3000]*$|来源[：:][^\\n]{2,16}$")
# 2024年7月11日　来源：某日报; 2024年7月11日 09:30
_AFTER = re.compile("[ \u3000\t]*(?:来源|作者|记者|浏览|\\d\\d[：:])")
# A web page prints its own day above the text or under it.
_PAGE_TOP, _PAGE_FOOT = 1500, 600


class Years:
    """Where a missing year may come from, in the order of trust.

    Most minutes write the year: the page around the text is searched only when asked.
    """

    def __init__(
        self, sheet: Sheet, number: Number | None, session: Session | None, tail: Tail
    ) -> None:
        """Take the years of the number, the session and the imprint."""
        dated = tail.printed or tail.compiled
        self.number = number.year if number else None
        self.printed = dated.on if dated else None
        self._session = session
        self._sheet = sheet

    @cached_property
    def posted(self) -> date | None:
        """The day a web page was posted."""
        return posted_on(self._sheet.raw)

    @cached_property
    def titles(self) -> tuple[int, ...]:
        """The years of the session, of the gazette, near the top, else the only one named."""
        flat, session = self._sheet.flat, self._session
        counted = (session.year,) if session and session.year else ()
        gazette, top = _GAZETTE.findall(flat), _YEAR.findall(flat[:600])
        named = sorted(set(_YEAR.findall(flat))) if not top else []
        only = named if len(named) == 1 else ()
        told = [parse_number(year.replace("○", "〇")) for year in (*gazette, *top, *only)]
        return (*counted, *[year for year in told if year])


def posted_on(raw: str) -> date | None:
    """The posting date a web page prints around the text.

    2024-04-19 is one wherever it stands; 2024年4月19日 only beside 日期 or 来源.
    """
    foot = max(_PAGE_TOP, len(raw) - _PAGE_FOOT)
    for start, end in ((0, _PAGE_TOP), (foot, len(raw))):
        for match in _STAMP.finditer(raw, start, end):
            if "年" in match[0] and not _is_posted(raw, *match.span()):
                continue
            year, month, day = (int(part) for part in _DIGITS.findall(match[0]))
            if found := _day(year, month, day):
                return found
    return None


def _is_posted(raw: str, start: int, end: int) -> bool:
    near = _BEFORE.search(raw, max(0, start - 24), start)
    return bool(near or _AFTER.match(raw, end))


def held_on_of(
    sheet: Sheet, parts: Parts, opening: Opened, years: Years
) -> tuple[HeldOn, list[Warning]]:
    """The day of the meeting; a damaged date with two readings is not guessed."""
    found = _meeting_date(sheet.flat, parts, opening)
    if found is None:
        return _under_title(sheet, parts), []
    span = sheet.span(*found.span)
    if found.offset is not None:
        day = years.posted + timedelta(days=found.offset) if years.posted else None
        return HeldOn(day, found.part_of_day, "posted" if day else "none", span), []
    if found.is_ambiguous:
        return _choose(found, years, span)
    day, basis = _with_year(found, years)
    warnings = []
    if found.is_damaged and day:
        message = f"会议日期有缺损，按{day.isoformat()}读取，请核对。"
        warnings.append(Warning("damaged-date", message, span))
    return HeldOn(day, found.part_of_day, basis, span), warnings


def _under_title(sheet: Sheet, parts: Parts) -> HeldOn:
    """The day printed alone under the title, where nothing tells when the meeting was."""
    for one in parts.letterhead:
        if one.end - one.start >= _LONGEST_DAY:
            continue
        for found in find_dates(sheet.flat, one.start, one.end):
            if found.date:
                return HeldOn(found.date, None, "printed", sheet.span(*found.span))
    return HeldOn(None, None, "none")


def _meeting_date(flat: str, parts: Parts, opening: Opened) -> FoundDate | None:
    """The day before 召开; else the field's; else one in the first sentence."""
    labelled = parts.form.get("时间")
    field = find_dates(flat, labelled.body, labelled.end) if labelled else []
    convened = opening.convened < opening.end
    if field and not (convened and parts.opening):
        return field[0]
    told = _convened_on(flat, opening) if convened else None
    if field and (told is None or (field[0].part_of_day and not (told.part_of_day or told.year))):
        return field[0]  # 5月15日召开村民会议 is another meeting
    if told:
        return _with_part(told, field)
    stop = flat.find("。", opening.start, opening.end)
    within = find_dates(flat, opening.start, stop if stop > 0 else opening.end)
    within += _titled(flat, parts)
    for one in [*parts.opening, *parts.body[:1]]:
        within += find_dates(flat, one.start, min(one.end, one.start + _NEAR))
    before = find_dates(flat, opening.start, opening.convened) if convened else []
    return next((one for one in within if _is_day(one)), before[0] if before else None)


def _titled(flat: str, parts: Parts) -> list[FoundDate]:
    """The day a title of a meeting has: 2023年9月28日，市政府第十二次常务会议图文实录."""
    lines = [one for one in parts.letterhead if flat.find("会议", one.start, one.end) >= 0]
    return [found for one in lines for found in find_dates(flat, one.start, one.end)]


def _convened_on(flat: str, opening: Opened) -> FoundDate | None:
    """The day told before 召开: in the same sentence, else in one further back."""
    sentence = max(opening.start, flat.rfind("。", opening.start, opening.convened) + 1)
    for start in {sentence: None, opening.start: None}:
        fits = [one for one in find_dates(flat, start, opening.convened) if _is_day(one)]
        fits = [one for one in fits if one.offset is None] or fits  # 今天是2015年10月15日
        if fits:
            return fits[-1] if fits[-1].span[1] == opening.convened else fits[0]
    return None


def _with_part(told: FoundDate, field: list[FoundDate]) -> FoundDate:
    """The day as told, with the 上午 or 下午 that only the field of the same day has."""
    same = [one for one in field if (one.month, one.day) == (told.month, told.day)]
    if told.part_of_day or not same:
        return told
    return replace(told, part_of_day=same[0].part_of_day)


def _is_day(found: FoundDate) -> bool:
    return found.day is not None or found.is_ambiguous or found.offset is not None


def _choose(found: FoundDate, years: Years, span: Span) -> tuple[HeldOn, list[Warning]]:
    """Two readings of one damaged date: the posting date may rule one out; a person is told."""
    year = found.year or (years.posted.year if years.posted else None)
    days = [date(year, month, day) for month, day in found.alternatives] if year else []
    limit = years.posted or years.printed
    fits = [day for day in days if limit and day <= limit]
    day = max(fits) if fits else None
    readings = "或".join(one.isoformat() for one in days)
    chosen = f"，按发布日期取{day.isoformat()}" if day else "，未取定"
    message = f"会议日期有缺损，可读作{readings}{chosen}，请核对。"
    warning = Warning("ambiguous-date", message, span)
    return HeldOn(day, found.part_of_day, "ambiguous", span), [warning]


def _with_year(found: FoundDate, years: Years) -> tuple[date | None, DateBasis]:
    if found.date:
        return found.date, "text"
    limit = years.posted or years.printed
    month = found.month or (limit.month if limit else None)
    if found.day is None or month is None:
        return None, "none"
    for basis, latest, year in _sources(years):
        day = _day(year, month, found.day)
        if day and latest and day > latest:
            day = _day(year - 1, month, found.day) if found.month else _month_before(day)
        if day:
            return day, basis
    return None, "none"


def _sources(years: Years) -> Iterable[tuple[DateBasis, date | None, int]]:
    if years.number:
        yield "number", None, years.number
    if years.printed:
        yield "printed", years.printed, years.printed.year
    if years.posted:
        yield "posted", years.posted, years.posted.year
    for year in years.titles:
        yield "title", None, year


def _month_before(day: date) -> date | None:
    last = day.replace(day=1) - timedelta(days=1)
    return _day(last.year, last.month, day.day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
