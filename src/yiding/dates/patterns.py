"""The building blocks of the grammar: numbers, years, points in time, lengths, bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yiding.dates.words import WORDS


def any_of(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def first_of(words: Iterable[str]) -> str:
    """The characters that the words begin with."""
    return "".join(sorted({word[0] for word in words}))


def rest_of(words: Iterable[str]) -> str:
    """An alternation of the words without their first characters."""
    return any_of({word[1:] for word in words})


# Wrapped copies break a line inside an expression.
W = r"\s{0,3}"
ARABIC = "0123456789０１２３４５６７８９"
HAN = "一二三四五六七八九"
COUNTING = ARABIC + HAN + "十百两廿卅"
NUMBER = rf"(?:[{ARABIC}]{{1,4}}|[{HAN}十百两廿卅]{{1,5}})"
MONTH = rf"(?:[{ARABIC}]{{1,2}}|十[一二]?|[{HAN}])"
DAY = rf"(?:[{ARABIC}]{{1,2}}|[二三]?十[{HAN}]?|[廿卅][{HAN}]?|[{HAN}])"
WEEKDAY = f"[{HAN[:6]}日天]"


def _alone(*before: str) -> str:
    """Where a number begins: behind no figure and no point, but behind 1. that counts a list."""
    counted = "".join(
        rf"|(?<={mark}[{ARABIC}]{{{digits}}}[.．])" for mark in before for digits in (1, 2)
    )
    return rf"(?:(?<![{ARABIC}.．第]){counted})"


# 1.6月底前完成…；2.9月底前完成…; trap: 期限：1.5年内
ALONE, ALONE_LENGTH = _alone("^", r"[\n。；：]"), _alone(r"[\n。；]")
DASH = "-－—–―~～"
TO = rf"{W}(?:[{DASH}]{{1,2}}|至|到){W}"
AGAIN = rf"{W}[、和及与]{W}"

RELATIVE_YEAR = any_of(WORDS.years)
RELATIVE_MONTH = any_of(WORDS.months)
TEN_DAYS = "上中旬|中下旬|上旬|中旬|下旬"
MONTH_PART = rf"(?:{TEN_DAYS}|[底末初]|中(?![国央心期间小学医])|内(?![部容外涝河控设蒙]))"
QUARTER = rf"(?:第?{W}[一二三四1234１２３４]{W}个?季度?|[首末]季度?|前三季度?)"
FESTIVAL = any_of(WORDS.festivals)
FEAST = rf"(?P<festival>{FESTIVAL})(?:节?(?P<holiday>假期|长假|小长假|放假|假日)|佳节|节日|节)?"

# trap: 12月底前后 is no end, 6月前期工作 is no date, 9月30日前往 is a journey
BEFORE = r"(?:之前|以前|前夕|前(?![后期往来去景沿述列]|移(?![交送])))"
INSIDE = r"(?:之内|以内|内(?![部容外涝河控涵设蒙]))"
BOUND = rf"(?P<bound>{BEFORE}|{INSIDE}|为?止|期间)"
AFTER = r"(?P<after>份?以来|至今|之后|以后|前后|后|左右|起|开始)"
CLOCK = (
    rf"(?:{W}[（(](?:含|星期{WEEKDAY}|周{WEEKDAY}|农历[^（）()]{{2,6}}|正月[^（）()]{{2,3}})[)）])?"
    rf"(?:{W}(?:凌晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚))?"
    rf"(?:{W}{DAY}(?:[:：][0-5][0-9]|[时点](?:整|半|{NUMBER}分)?))?(?:{W}下班)?"
)
TAIL = rf"(?:{CLOCK}{W}(?:{BOUND}|{AFTER}))?"

NOW = r"(?:即日|今日|今天|本日|现在|(?:本次)?会议(?:召开)?之日)"
ANCHOR = (
    r"(?P<anchor>自?(?:本次|此次)?(?<![证谈审览赛讨商论])会议?(?:结束|召开)?(?:之|以)?后|散会后|今后|未来"
    rf"|(?:自|从)?{NOW}起)"
)
UNIT = (
    "个?工作日|个?自然日|个?日历[日天]|天|日|周|个?星期|个?礼拜|个(?:自然)?月|个半月|(?<=半)月|(?<=两)月(?=之?以?内)"
    "|个季度|年|个?半?小时|分钟"
)


def year(mark: str = "") -> str:
    """A written year (2019年, 二O一九年, 19年底) or a relative one, in groups marked ``mark``."""
    numerals = rf"[{ARABIC}零〇○OoＯ{HAN}]"
    short = rf"[{ARABIC}]{{2}}(?=年(?:[{ARABIC}]{{1,2}}月|底|末))"
    written = rf"{ALONE}(?P<year{mark}>{numerals}{{4}}(?={W}年)|{short}){W}年"
    return rf"(?:(?:{written}|(?P<relyear{mark}>{RELATIVE_YEAR}))(?:度(?![假夏汛]))?)"


def month(mark: str = "") -> str:
    """A month by number or by its distance (下月), in groups named with ``mark``."""
    numbered = rf"{ALONE}(?P<month{mark}>{MONTH}){W}月份?"
    return rf"(?:{numbered}|(?P<relmonth{mark}>{RELATIVE_MONTH})(?:份|月)?的?)"


def point(mark: str = "") -> str:
    """A year, quarter, half-year, month or day, in groups named with ``mark``."""
    within = rf"(?:(?P<day{mark}>{DAY}){W}[日号]|(?P<part{mark}>{MONTH_PART}))"
    season = rf"(?P<quarter{mark}>{QUARTER})[末底]?|(?P<half{mark}>[上下]半年)[末底]?"
    dated = rf"(?:{year(mark)}{W}的?)?(?:{month(mark)}{W}(?:{within})?|{season})"
    whole = rf"{year(mark)}{W}(?P<yearend{mark}>年?[底末])?|(?P<yearend{mark}>年[底末])"
    return rf"(?:{dated}|{whole})"


def duration(bound: str) -> str:
    """A length of time: 5个工作日, 两周, 半个月, 1-2个月, 一年半."""
    low = rf"(?:{NUMBER}{W}(?:个月|[天日年周])?{W}(?:[{DASH}至到、]|或){W})?"
    count = (
        rf"{ALONE_LENGTH}(?![{ARABIC}]{{4}}{W}年)(?P<count>{NUMBER}|半){W}"
        rf"(?P<unit>{UNIT})(?P<more>半)?"
    )
    return rf"{low}{count}{W}(?:时间{W})?{bound}"
