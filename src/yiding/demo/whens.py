"""How minutes word a time: near, middling, far or vague, as the drafter of the day would."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from yiding.dates.calendar import add_months, month_end

NEAR, MIDDLE, FAR, VAGUE = "近", "中", "远", "泛"
_VAGUE = ("尽快", "抓紧", "适时", "及时", "尽早")
# the feasts an official counts to, and how near they must be for that
_FEASTS = {
    "春节前": (date(2026, 2, 17), date(2027, 2, 6)),
    "清明节前": (date(2026, 4, 5), date(2027, 4, 5)),
    "端午节前": (date(2026, 6, 19), date(2027, 6, 9)),
    "国庆节前": (date(2026, 10, 1), date(2027, 10, 1)),
}


def worded(kind: str, held_on: date, rng: Random) -> str:
    """A time expression of a kind, counted from the meeting."""
    if kind == VAGUE:
        return rng.choice(_VAGUE)
    if kind == NEAR:
        return _near(held_on, rng)
    return _middle(held_on, rng) if kind == MIDDLE else _far(held_on, rng)


def _near(held_on: date, rng: Random) -> str:
    feast = _feast(held_on, 18, 45)
    if feast and rng.random() < 0.35:
        return feast
    day = held_on + timedelta(days=rng.randint(18, 48))
    form = rng.randrange(6)
    if form == 0:
        return f"会后{rng.choice((10, 15, 20))}个工作日内"
    if form == 1:
        return rng.choice(("一个月内", "半个月内", "会后30日内", "会后20日内"))
    if form == 2:
        return _next_month(held_on, rng)
    if form == 3:
        return f"{_month(day, held_on, rng)}{rng.choice((8, 10, 15, 18, 20, 25, 28))}日前"
    return f"{_month(day, held_on, rng)}底前"


def _next_month(held_on: date, rng: Random) -> str:
    return "下月底前" if held_on.day > 12 else rng.choice(("下月15日前", "下月20日前", "本月底前"))


def _middle(held_on: date, rng: Random) -> str:
    feast = _feast(held_on, 60, 120)
    if feast and rng.random() < 0.3:
        return feast
    day = held_on + timedelta(days=rng.randint(62, 140))
    form = rng.randrange(5)
    if form == 0:
        return rng.choice(("三个月内", "两个月内", "会后60个工作日内"))
    if form == 1:
        return f"{_month(day, held_on, rng)}{rng.choice(('上', '中', '下'))}旬前"
    if form == 2 and day.year == held_on.year:
        return f"{'一二三四'[(day.month - 1) // 3]}季度末前"
    return f"{_month(day, held_on, rng)}底前"


def _far(held_on: date, rng: Random) -> str:
    day = held_on + timedelta(days=rng.randint(150, 330))
    if day.year == held_on.year and day.month >= 11:
        return rng.choice(("年底前", "今年年底前", "今年12月底前", "12月底前"))
    if day.year > held_on.year and day.month in (6, 7) and rng.random() < 0.5:
        return "明年上半年前" if rng.random() < 0.2 else "明年6月底前"
    if day.year > held_on.year and day.month in (3, 4) and rng.random() < 0.4:
        return "明年一季度末前"
    return f"{_month(day, held_on, rng)}底前"


def _feast(held_on: date, least: int, most: int) -> str | None:
    for name, days in _FEASTS.items():
        if any(least <= (day - held_on).days <= most for day in days):
            return name
    return None


def _month(day: date, held_on: date, rng: Random) -> str:
    """``5月``, ``今年5月`` or ``明年1月``: a month of the next year always says so."""
    if day.year > held_on.year:
        return f"明年{day.month}月"
    return f"{'今年' if rng.random() < 0.25 else ''}{day.month}月"


def months_after(day: date, months: int) -> date:
    """The end of the month that lies so many months later."""
    later = add_months(day, months)
    return month_end(later.year, later.month)
