"""The head: number, session, day, place, chair, issuer of a meeting, each with its basis."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import FoundDate, find_dates, parse_number
from yiding.reading.lexicon import alternation
from yiding.reading.model import HeldOn, Issuer, Number, Session, Warning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiding.reading.model import DateBasis
    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet

_NUM = "[\\d一二三四五六七八九十百〇零]{1,6}"
_NUMBER = re.compile(
    f"(?P<prefix>[一-鿿]{{0,24}}?)[ \u3000]*[〔（](?P<year>\\d{{4}}|[二〇○零一三四五六七八九]{{4}})年?[〕）]?[ \u3000]*第?[ \u3000]*(?P<serial>\\d{{1,4}})[ \u3000]*[号期]?[）]?(?=$|[ \u3000]+\\d{{4}}年)"
    "|(?P<damaged>[〔（]\\d{5,8}号)$|第[ \u3000]*(?P<issue>[\\d一二三四五六七八九十百]{1,5})[ \u3000]*[期号]$"
)
SESSION = re.compile(
    f"(?:第?(?P<term>{_NUM})届(?:[^，。；：第\\d届]{{0,14}})?)?(?:(?P<year>20\\d\\d|19\\d\\d)年(?:度)?(?:[^，。；：第\\d]{{0,8}})?)?"
    f"第?[ \u3000]*(?P<number>{_NUM})[ \u3000]*次(?=[^，。；：、]{{0,20}}?(?:会|办公))"
)
_CONVENED = re.compile("主持召开|主持了?|召开")
_PLACE = re.compile(
    "在(?P<place>[^，。；：]{2,30}?(?:[室厅楼堂院馆所场区镇村]|中心|大厦|现场|工地|政府|局|会场|基地|[一二三四五六七八九十\\d]楼[^，。]{0,8}?))(?:主持召开|召开|主持|举行|，召开|，主持|，(?=[^，。]{2,24}主持))"
)
_ISSUER = re.compile(
    "(?P<name>(?:中共|政协)?[^，。：；〔（\\d第]{2,22}?(?:人民政府办公室|人民政府|管理委员会|管委会|委员会|行政公署|局|厅|办公室|政府|公司))"
    "(?=[ \u3000]*(?:文件)?$|[ \u3000]*[^，。：；]{0,30}(?:会议|纪要|会|公报))"
)
_NOT_NAME = re.compile("第?[\\d一二三四五六七八九十]{1,4}届|(?<=.)主持召开.*")
_GENRE = re.compile(f"(?:{alternation('meeting')})(?:会议)?纪要|会议纪要|(?:{alternation('meeting')})")
_POSTED = re.compile(
    "(?:发布(?:时间|日期)|发表时间|成文日期|发文日期|公开日期|生成日期|时间|日期|更新时间|上传时间)[ \u3000]*：?[ \u3000]*(?P<date>\\d{4}[-年./]\\d{1,2}[-月./]\\d{1,2})"
    "|(?P<stamp>20\\d\\d[-./]\\d{1,2}[-./]\\d{1,2})"
)


class Opened(NamedTuple):
    """What the opening tells, still in places of the sheet."""

    start: int
    end: int
    convened: int


def opened(flat: str, parts: Parts) -> Opened:
    """The opening sentence: where it starts, ends, and says 主持召开."""
    for paragraph in [*parts.opening, *parts.body[:2]]:
        found = _CONVENED.search(flat, paragraph.start, paragraph.end)
        if found:
            return Opened(paragraph.start, paragraph.end, found.start())
    first = (parts.opening or parts.body or parts.letterhead or [None])[0]
    return Opened(first.start, first.end, first.end) if first else Opened(0, 0, 0)


def number_of(sheet: Sheet, parts: Parts) -> Number | None:
    """The document number: a line of its own in the letterhead or at the foot."""
    for paragraph in [*parts.letterhead, *parts.opening[:1], *parts.tail]:
        if paragraph.end - paragraph.start > 48:
            continue
        match = _NUMBER.search(sheet.flat, paragraph.start, paragraph.end)
        if match and (match.start() == paragraph.start or match["year"]):
            return _number(sheet, match, paragraph)
    return None


def _number(sheet: Sheet, match: re.Match[str], paragraph: Paragraph) -> Number | None:
    text = sheet.words(*match.span())
    span = sheet.span(*match.span())
    if match["damaged"]:
        digits = match["damaged"][1:-1]
        return Number(text, None, int(digits[:4]), int(digits[4:]), span)
    if match["issue"]:
        return Number(text, None, None, parse_number(match["issue"]), span)
    prefix = match["prefix"].strip(" \u3000") or None
    year = match["year"]
    if prefix and (len(prefix) > 14 or prefix.endswith(("图文解读", "会议", "印", "办公室"))):
        prefix = None
        start = match.end("prefix")
        text, span = sheet.words(start, match.end()), sheet.span(start, match.end())
    if "期" in match.group() and "年" in match.group() and match.start() != paragraph.start:
        return None
    return Number(text, prefix, parse_number(year.replace("○", "〇")), int(match["serial"]), span)


def session_of(sheet: Sheet, parts: Parts, opening: Opened) -> Session | None:
    """The session tied to 主持召开; where its number is lost, the title's."""
    flat = sheet.flat
    stretches = [(opening.convened, min(opening.end, opening.convened + 70)), (opening.start, opening.end)]
    stretches += [(p.start, p.end) for p in parts.letterhead]
    if "次" in parts.form:
        stretches.append((parts.form["次"].start, parts.form["次"].end))
    stretches += [(p.start, p.end) for p in parts.form.values()]
    for start, end in stretches:
        for match in SESSION.finditer(flat, start, end):
            if found := _session(sheet, match, end):
                return found
    return None


def _session(sheet: Sheet, match: re.Match[str], end: int) -> Session | None:
    flat = sheet.flat
    number = parse_number(match["number"])
    if number is None or re.search("省|国务院|全国", flat[max(0, match.start() - 6) : match.end()]):
        return None
    after = flat[match.end() : min(end, match.end() + 14)]
    return Session(
        text=sheet.words(*match.span()),
        number=number,
        term=parse_number(match["term"]) if match["term"] else None,
        year=int(match["year"]) if match["year"] else None,
        expanded="扩大" in re.split("会议?(?!（)", after)[0] or "扩大" in after[:10],
        span=sheet.span(*match.span()),
    )


def posted_on(raw: str) -> date | None:
    """The posting date a web page prints around the text."""
    for match in _POSTED.finditer(raw):
        digits = [int(part) for part in re.findall("\\d+", match["date"] or match["stamp"])]
        try:
            return date(*digits)
        except ValueError:
            continue
    return None


class Years(NamedTuple):
    """Where a missing year may come from, in the order of trust."""

    number: int | None
    printed: date | None
    posted: date | None
    titles: tuple[int, ...]


def held_on_of(sheet: Sheet, parts: Parts, opening: Opened, years: Years) -> tuple[HeldOn, list[Warning]]:
    """The day of the meeting with its basis; a damaged date with two readings is not guessed."""
    found = _meeting_date(sheet.flat, parts, opening)
    if found is None:
        return HeldOn(None, None, "none"), []
    span = sheet.span(*found.span)
    if found.offset is not None:
        day = years.posted + timedelta(days=found.offset) if years.posted else None
        return HeldOn(day, found.part_of_day, "posted" if day else "none", span), []
    if found.is_ambiguous:
        return _choose(found, years, span)
    day, basis = _with_year(found, years)
    warnings = []
    if found.is_damaged and day:
        warnings.append(Warning("damaged-date", f"会议日期有缺损，按{day.isoformat()}读取，请核对。", span))
    return HeldOn(day, found.part_of_day, basis, span), warnings


def _meeting_date(flat: str, parts: Parts, opening: Opened) -> FoundDate | None:
    before = find_dates(flat, opening.start, opening.convened)
    fits = [one for one in before if one.day is not None or one.is_ambiguous or one.offset is not None]
    labelled = parts.form.get("时间")
    field = find_dates(flat, labelled.body, labelled.end) if labelled else []
    if fits:
        return fits[-1] if len(fits) > 1 and fits[-1].span[1] == opening.convened else fits[0]
    if field:
        return field[0]
    within = [one for one in find_dates(flat, opening.start, opening.end) if one.day is not None]
    return within[0] if within else (before[0] if before else None)


def _choose(found: FoundDate, years: Years, span: tuple[int, int]) -> tuple[HeldOn, list[Warning]]:
    """Two readings of one damaged date: the posting date may rule one out; a person is told."""
    year = found.year or (years.posted.year if years.posted else None)
    days = [date(year, month, day) for month, day in found.alternatives] if year else []
    limit = years.posted or years.printed
    fits = [day for day in days if limit and day <= limit]
    day = max(fits) if fits else None
    readings = "或".join(one.isoformat() for one in days)
    message = f"会议日期有缺损，可读作{readings}" + (f"，按发布日期取{day.isoformat()}" if day else "，未取定") + "，请核对。"
    return HeldOn(day, found.part_of_day, "ambiguous", span), [Warning("ambiguous-date", message, span)]


def _with_year(found: FoundDate, years: Years) -> tuple[date | None, DateBasis]:
    if found.date:
        return found.date, "text"
    if found.day is None:
        return None, "none"
    month = found.month or (years.posted.month if years.posted else years.printed.month if years.printed else None)
    if month is None:
        return None, "none"
    for basis, limit, year in _sources(years):
        day = _day(year, month, found.day)
        if day and limit and day > limit:
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


def place_of(sheet: Sheet, parts: Parts, opening: Opened) -> str | None:
    """Where the meeting was held, if the opening or a form field says so."""
    labelled = parts.form.get("地点")
    if labelled:
        return sheet.words(labelled.body, labelled.end).rstrip("。；") or None
    match = _PLACE.search(sheet.flat, opening.start, opening.end)
    return sheet.words(*match.span("place")) if match else None


def issuer_of(sheet: Sheet, parts: Parts) -> Issuer | None:
    """The body whose meeting this is: the letterhead's, else the one that printed it."""
    for paragraph in parts.letterhead:
        match = _ISSUER.match(sheet.flat, paragraph.start, paragraph.end)
        if match and "主持" not in match["name"]:
            return Issuer(_NOT_NAME.sub("", sheet.words(*match.span("name"))), sheet.span(*match.span("name")))
    return None


def genre_of(sheet: Sheet, parts: Parts, opening: Opened) -> str | None:
    """常务会议纪要, 专题会议纪要 …: the title's words, else the meeting's."""
    stretches = [(p.start, p.end) for p in parts.letterhead]
    found = [match for start, end in stretches for match in _GENRE.finditer(sheet.flat, start, end)]
    titled = [match for match in found if match.group().endswith("纪要")]
    if not found:
        found = list(_GENRE.finditer(sheet.flat, opening.convened, opening.end))[:1]
    best = (titled or found or [None])[0]
    return sheet.words(*best.span()) if best else None
