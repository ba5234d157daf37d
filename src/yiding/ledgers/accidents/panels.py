"""What the ledger draws beside its list: accidents since a day, where, in which trade, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from yiding.ledgers.accidents.figures import grade_on, toll_known
from yiding.ledgers.accidents.pictures import (
    Asked,
    Count,
    GradeRow,
    asked_of,
    by,
    by_grade,
    by_hour,
    count,
    gravest_first,
    shown,
    whole,
)
from yiding.ledgers.base.drawing import Bar, Line, Point, bar_chart, line_chart, point_map
from yiding.ledgers.panel import Panel, Sight, panel
from yiding.rules.entries import Entry, gather
from yiding.rules.finding import plain

KINDS = ("accident", "supplement")
GRAVEST, BARS = 6, 12
TONES = {"larger": "late", "major": "late", "exceptional": "late"}


@dataclass(frozen=True)
class Row:
    """A grade in words, with its numbers."""

    term: str
    row: GradeRow


@dataclass(frozen=True)
class Grave:
    """An accident in which somebody died, and where its page is."""

    title: str
    href: str
    on: date | None
    deaths: str


@panel(*KINDS)
def since(sight: Sight) -> Panel | None:
    """How many since a day, by grade, beside the same days a year before."""
    accidents, hrefs = _accidents(sight)
    if not accidents:
        return None
    asked = _asked(sight)
    found = shown(accidents, asked)
    context = {
        "asked": asked,
        "first_before": asked.span.year_before().first,
        "last_before": asked.span.year_before().last,
        "rows": [Row(_grade(one.grade), one) for one in by_grade(accidents, asked)],
        "whole": whole(accidents, asked),
        "then": _known_now(accidents, asked),
        "grave": [_grave(*one, hrefs) for one in gravest_first(found, asked.known_on, GRAVEST)],
        "links": _links(asked),
    }
    return Panel("某日以来的事故", "Accidents since a day", "accidents/since.html", context)


def _known_now(accidents: Sequence[Entry], asked: Asked) -> Count | None:
    """The same days as they are known today, where the reader looks at a day before."""
    if asked.known_on == asked.on:
        return None
    now = shown(accidents, Asked(asked.since, asked.known_on, asked.on))
    return count(_until(now, asked.known_on), asked.on)


def _until(accidents: Sequence[Entry], last: date) -> list[Entry]:
    days = ((one, one.occurred_at) for one in accidents)
    return [one for one, at in days if at is not None and at.date() <= last]


def _links(asked: Asked) -> list[tuple[str, str, bool]]:
    """Since August, New Year, the first of the month, a year ago."""
    on = asked.on
    days = [
        (_("8月以来"), asked_of("", "", on).since),
        (_("今年以来"), date(on.year, 1, 1)),
        (_("本月以来"), on.replace(day=1)),
        (_("一年以来"), on - timedelta(days=364)),
    ]
    return [(words, _href(first, asked), first == asked.since) for words, first in days]


def _href(first: date, asked: Asked) -> str:
    query = {"since": first.isoformat()}
    if asked.known_on != asked.on:
        query["known_on"] = asked.known_on.isoformat()
    return f"?{urlencode(query)}#panel-since"


def _grave(one: Entry, deaths: Decimal, hrefs: dict[str, str]) -> Grave:
    at = one.occurred_at
    title = one.title or one.location or one.id
    return Grave(str(title), hrefs.get(one.id, ""), at.date() if at else None, plain(deaths) or "")


@panel(*KINDS)
def places(sight: Sight) -> Panel | None:
    """Where they happened: points where there are coordinates, and bars by district."""
    accidents, hrefs = _accidents(sight)
    asked = _asked(sight)
    found = shown(accidents, asked)
    if not found:
        return None
    placed = [one for one in found if one.longitude is not None and one.latitude is not None]
    title, about = _("事故地点图"), _("三角：较大以上；菱形：有人死亡；圆点：其他。北在上。")
    points = [_point(one, asked.known_on, hrefs) for one in placed]
    drawn = point_map(points, title=title, description=about) if points else ""
    bars = _bars(by(found, lambda one: one.division, asked.known_on), _("地区没有填"))
    context = {"map": drawn, "missing": len(found) - len(placed), "chart": bars, "asked": asked}
    return Panel("在哪里", "Where", "accidents/places.html", context)


def _point(one: Entry, on: date, hrefs: dict[str, str]) -> Point:
    grade = grade_on(one, on) or ""
    dead = toll_known(one, on).deaths
    at = one.occurred_at
    return Point(
        lon=float(one.longitude),
        lat=float(one.latitude),
        words="",
        tone=TONES.get(grade, "soon" if dead else "closed"),
        note=" ".join(filter(None, (at.strftime("%Y-%m-%d") if at else "", one.title))),
        href=hrefs.get(one.id, ""),
    )


@panel(*KINDS)
def trades(sight: Sight) -> Panel | None:
    """In which trades."""
    accidents, _hrefs = _accidents(sight)
    asked = _asked(sight)
    found = by(shown(accidents, asked), lambda one: one.industry, asked.known_on)
    if not found:
        return None
    context = {"chart": _bars(found, _("行业没有填")), "asked": asked}
    return Panel("哪些行业", "In which trades", "accidents/trades.html", context)


def _bars(counted: list[tuple[str, Count]], unnamed: str) -> str:
    """A bar a name, with how many died beside it."""
    told = [Bar(_with_deaths(name or unnamed, one), one.accidents) for name, one in counted[:BARS]]
    return bar_chart(told, title=_("事故起数"), description=_("每行一类，后面是起数。"))


def _with_deaths(name: str, one: Count) -> str:
    if not one.deaths:
        return name
    return f"{name} · " + _("死亡%(number)s人") % {"number": plain(one.deaths)}


@panel(*KINDS)
def hours(sight: Sight) -> Panel | None:
    """At which hour of the day, beside the same days a year before."""
    accidents, _hrefs = _accidents(sight)
    asked = _asked(sight)
    now = by_hour(shown(accidents, asked))
    if not any(now):
        return None
    span = asked.span.year_before()
    before = by_hour(shown(accidents, Asked(span.first, span.last, asked.known_on)))
    lines = [Line(_("本期"), now), Line(_("上年同期"), before)]
    about = _("每小时的事故起数，零时至二十三时。")
    drawn = line_chart(lines, [str(one) for one in range(len(now))], title=_("一天里的时段"),
                       description=about)  # fmt: skip
    context = {"chart": drawn, "asked": asked, "peak": _peak(now)}
    return Panel("一天里什么时候", "At which hour", "accidents/hours.html", context)


def _peak(hours: tuple[int, ...]) -> str:
    """The hour with the most, as a span."""
    at = hours.index(max(hours))
    return f"{at}:00–{at + 1}:00"


def _accidents(sight: Sight) -> tuple[list[Entry], dict[str, str]]:
    """The accidents, each knowing the changes beside it, and where their pages are."""
    gathered = gather(one.entry for one in sight.entries)
    accidents = [one for one in gathered if one.kind == "accident"]
    return accidents, {one.entry.id: one.href for one in sight.of_kind("accident")}


def _asked(sight: Sight) -> Asked:
    return asked_of(sight.query.get("since", ""), sight.query.get("known_on", ""), sight.on)


def _grade(name: str) -> str:
    return {
        "general": pgettext("accident grade", "一般"),
        "larger": pgettext("accident grade", "较大"),
        "major": pgettext("accident grade", "重大"),
        "exceptional": pgettext("accident grade", "特别重大"),
    }.get(name, pgettext("accident grade", "未定级"))
