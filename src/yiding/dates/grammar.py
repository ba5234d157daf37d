"""The grammar of time expressions: a table of rules, each with examples and its trap.

A rule is a name (resolve.py gives its meaning), the characters it may open with, and a pattern.
Earlier rules win over later ones that open alike. HINTS at the end keeps the pass cheap.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from yiding.dates.patterns import (
    AGAIN,
    ALONE,
    ARABIC,
    BEFORE,
    CLOCK,
    COUNTING,
    DASH,
    DAY,
    FEAST,
    FESTIVAL,
    HAN,
    INSIDE,
    MONTH,
    MONTH_PART,
    NOW,
    NUMBER,
    QUARTER,
    TAIL,
    TEN_DAYS,
    TO,
    WEEKDAY,
    W,
    any_of,
    duration,
    first_of,
    month,
    point,
    rest_of,
    year,
)
from yiding.dates.words import WORDS


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar."""

    name: str
    opens: frozenset[str]
    pattern: re.Pattern[str]


GRAMMAR: list[Rule] = []


def rule(name: str, opens: str, pattern: str) -> None:
    """Adds one line to the grammar; a pattern may use one group name more than once."""
    GRAMMAR.append(Rule(name, frozenset(opens), re.compile(_numbered(pattern))))


# ``re`` allows a name once: the second ``day`` becomes ``day__2`` and is read back as ``day``.
def _numbered(pattern: str) -> str:
    seen: Counter[str] = Counter()

    def renamed(match: re.Match[str]) -> str:
        seen[match[1]] += 1
        count = seen[match[1]]
        return match[0] if count == 1 else f"(?P<{match[1]}__{count}>"

    return re.sub(r"\(\?P<(\w+)>", renamed, pattern)


YEARS = ARABIC + HAN + first_of(WORDS.years)
MONTHS = COUNTING + first_of(WORDS.months)
POINTS = YEARS + MONTHS + "第首末前上下年"

SINCE = r"(?=[^，。；\n]{1,16}(?:起|后|开始))"
# trap: 6月30日 in 3月1日至6月30日 does not stop at 3月1日
STOPS = rf"(?!{W}(?:之日|日)?(?:[{DASH}起至到后]|之后|以后))"
UP_TO = rf"(?=[^，。；\n]{{1,18}}?[{DASH}至到])"


# --- recurring ----------------------------------------------------------------------------------

# 每年6月底前；每年6月、12月底前；每年1月10日前
rule(
    "yearly-month",
    "每",
    rf"每年度?的?{W}(?P<month>{MONTH}){W}月份?{W}(?:(?P<day>{DAY})[日号]|(?P<part>{MONTH_PART}))?"
    rf"(?:{AGAIN}(?P<month2>{MONTH}){W}月份?{W}(?:(?P<day2>{DAY})[日号]|(?P<part2>{MONTH_PART}))?)?{TAIL}",
)
# 每年底前；每年年底；每年一季度末；每年上半年；每年春节前；每半年末
rule(
    "yearly-period",
    "每",
    rf"每年度?的?{W}(?:年?(?P<yearend>[底末终])|(?P<quarter>{QUARTER})[末底]?|(?P<half>[上下]半年)[末底]?"
    rf"|{FEAST}(?={W}{BEFORE})){TAIL}|每半年度?(?P<halves>[末底]){TAIL}",
)
# 每月5日前；每月5日、20日前；每月1日至10日；每月底前；每月下旬
# trap: 每月5日前 asked on the 5th is next month's: the first occurrence comes after the meeting
rule(
    "monthly",
    "每",
    rf"每个?月的?{W}(?:(?:{DAY}[日号]?{TO})?(?P<day>{DAY})[日号]?(?:前?{AGAIN}(?P<day2>{DAY}))?[日号]"
    rf"|月?(?P<part>{TEN_DAYS}|[底末]|最后[一1][天日])){TAIL}",
)
# 每旬末；每旬最后一天前
rule("ten-days", "每", rf"每个?旬的?{W}(?:[末底]|最后[一1][天日]){TAIL}")
# 每月前5个工作日内；每月最后一个工作日
rule(
    "monthly-working-day",
    "每",
    rf"每个?月的?{W}(?:[第前头]?{W}(?P<count>{NUMBER})|(?P<last>最后[一1])){W}个工作日{TAIL}",
)
# 每季度末；每季度首月10日前；每季度最后一个月20日前
rule(
    "quarterly",
    "每",
    rf"每个?季度?的?{W}(?P<place>首月|末月|最后[一1]个月|第[一二三123]个月|[末底])份?的?{W}"
    rf"(?:(?P<day>{DAY})[日号]|(?P<part>{TEN_DAYS}|[底末]))?{TAIL}",
)
# 每季度结束后10日内；每月结束后5个工作日内
rule(
    "after-each",
    "每",
    rf"每个?(?P<cycle>季度?|月|半年|年)度?(?:结束|终了|末)?(?:之|以)?后的?{W}{duration(INSIDE)}",
)
# 每周五前；每周一、周四
# trap: 每周一次, 每周一通报 are a cadence; 每周五通报 is Friday
rule(
    "weekly",
    "每",
    rf"每个?(?:周|星期|礼拜)(?P<weekdays>{WEEKDAY}(?:{AGAIN}(?:周|星期)?{WEEKDAY})*)"
    rf"(?:(?<=一)(?![次个回报调通例])|(?<!一)(?![次个回])){TAIL}",
)
# 每天；每晚8时前；每周一次；每半年；每两个月；每隔10天；每双周；按月
rule(
    "cadence",
    "每半" + first_of(WORDS.cadence),
    rf"每隔?{W}(?:{NUMBER}|半)?{W}个?"
    rf"(?:年度?|月度?|季度?|周|星期|礼拜|日|天|旬|半年度?|半个?月|学期|学年|工作日|小时|早|晚)"
    rf"(?:的?(?:[上下]午|早上?|晚上?|中午)?{NUMBER}(?:[时点]|[:：][0-5][0-9])(?:{BEFORE}|至次日{NUMBER}[时点])?|{NUMBER}次)?"
    rf"|半个?月(?![内后前以之])(?=[^，。；]{{0,12}}[一1]次)|每?{any_of(WORDS.cadence)}(?![底末初中])",
)

# --- the commonest points, where nothing goes on ------------------------------------------------

# 6月5日世界环境日前；12月15日大会召开前；9月1日开学前: the eve
rule(
    "event-eve",
    YEARS + MONTHS,
    rf"(?=[^，。；、：]{{6,24}}前)(?:{year()}{W})?{month()}{W}(?P<day>{DAY}){W}[日号]的?[^{DASH}，。；、：\s至到]{{0,10}}?"
    rf"(?:(?:节|日|会|会议|仪式|论坛|活动)(?:召开|举办|举行|开幕|开始)?|开[学业园馆渔])(?P<bound>{BEFORE})",
)
# 2025年3月1日前；6月30号前；9 月 20 前 (日 lost)；本月20日前；12月31日下班前
_date = rf"(?>(?:{year()}{W})?{month()}{W}(?P<day>{DAY}){W}(?:[日号]|(?={BEFORE})))"
rule("date", YEARS + MONTHS, rf"{_date}{STOPS}{TAIL}")
# 下月第5个工作日前；12月最后一个工作日
rule(
    "working-day-of-month",
    YEARS + MONTHS,
    rf"(?:{year()}{W})?{month()}{W}的?"
    rf"(?:[第前头]?{W}(?P<count>{NUMBER})|(?P<last>最后[一1])){W}个工作日{TAIL}",
)
# 今年12月底前；8月底；5月份；6月中旬；本月底前
_month = rf"(?>(?:{year()}{W}的?)?{month()}{W}(?P<part>{MONTH_PART})?)"
rule("month", YEARS + MONTHS, rf"{_month}(?!{W}{DAY}(?:{W}[日号]|{TO})){STOPS}{TAIL}")

# --- lengths of time ----------------------------------------------------------------------------

# 即日起至2025年12月31日；从现在起到年底；即日起至春节前
rule(
    "span-from-now",
    "自从即今本现",
    rf"(?:自|从)?{NOW}(?:起|开始){W}[，,]?{W}(?:至|到|[{DASH}]{{1,2}}){W}"
    rf"(?:(?:{year()}{W}的?)?{FEAST}{W}{BEFORE}|{point('2')}{W}(?:止|前|期间)?)",
)
# 自2019年11月10日起30日内；12月1日后10日内
rule(
    "duration-from-date",
    "自从" + POINTS,
    rf"{SINCE}(?:自|从)?{point()}{W}(?:之日)?(?:起|之后|以后|后)的?[，,]?{W}{duration(INSIDE)}",
)
# 两周内；1-2个月内；半年内；24小时内；用三个月时间；会后一周
# trap: 近5年内 and 连续三年内 look back or on; 1.5年内 is not five years
rule(
    "duration",
    COUNTING + "半",
    rf"(?<!近)(?<!过去)(?<!连续)(?<!此前)(?:{duration(INSIDE)}|(?<=用){duration('(?<=时间)')}"
    rf"|(?:(?<=会后)|(?<=会后的)|(?<=会议后)|(?<=结束后)){duration(f'(?:{BEFORE}|(?![后前以左个]))')})",
)
# 五年前；三天以前：told, not asked for
rule(
    "ago",
    COUNTING + "半",
    rf"(?:{NUMBER}|半){W}(?:年|天|个月|周|个?小时|分钟|个?工作日|个?星期|个季度)"
    rf"(?<![{ARABIC}]{{4}}年)(?:之|以)?前(?!后)",
)

# --- spans --------------------------------------------------------------------------------------

# 今明两年；明后两年
rule("two-years", "今明", r"(?P<pair>今明|明后)[两二]年(?:内|底)?")
# 从2016年11月15日至2017年春节前
rule(
    "span-to-festival",
    "自从" + POINTS,
    rf"{UP_TO}(?:自|从)?{point('1')}{W}起?{TO}(?:{year()}{W}的?)?{FEAST}{W}{BEFORE}",
)
# 2017年—2018年；2019年11月至2020年3月；3月1日至6月30日；11月至次年3月
rule(
    "span",
    "自从" + POINTS,
    rf"{UP_TO}(?:自|从)?{point('1')}{W}起?{TO}{point('2')}{W}(?:期间|止|前|内)?",
)
# 2024-2026年；5-9月；2020年5-9月
rule(
    "span-short",
    YEARS + MONTHS,
    rf"{UP_TO}(?:{ALONE}(?P<year1>[{ARABIC}]{{4}}){TO}(?P<year2>[{ARABIC}]{{4}}){W}年度?[底末]?"
    rf"|(?:{year('1')}{W})?{ALONE}(?P<month1>{MONTH}){TO}(?P<month2>{MONTH}){W}月份?(?P<part2>底)?{W}(?:期间|内|前)?)",
)
# 11月10-20日；本月10日至25日
rule(
    "span-short-days",
    YEARS + MONTHS,
    rf"{UP_TO}(?:{year('1')}{W})?{month('1')}{W}(?P<day1>{DAY})[日号]?{TO}(?P<day2>{DAY})[日号]{W}(?:期间|内|前)?",
)
# 21日至30日
rule(
    "span-short-days",
    COUNTING,
    rf"{UP_TO}(?<![月年]){ALONE}(?P<day1>{DAY})[日号]{TO}(?P<day2>{DAY})[日号]{W}(?:期间|内|前)?",
)
# 明年预算；纳入2026年度财政预算
rule(
    "budget",
    YEARS + "年",
    rf"(?:{year()}{W}的?|年度)[^，。；、\s]{{0,8}}?预算(?!外)",
)
# 自2025年7月1日起施行；从2016年起；即日起
rule(
    "effective-from",
    "自从即今现本",
    rf"(?:自|从){SINCE}{W}{point()}{W}(?:之日)?(?:起|开始)|(?:自|从)?{NOW}(?:起|开始)",
)

# --- named points -------------------------------------------------------------------------------

rule("date", YEARS + MONTHS, rf"{_date}{TAIL}")
# 2019-12-31前；2019.12.31；2019/12/31
rule(
    "date-iso",
    ARABIC,
    rf"{ALONE}(?P<year>[{ARABIC}]{{4}})[-./．－](?P<month>[{ARABIC}]{{1,2}})[-./．－](?P<day>[{ARABIC}]{{1,2}})"
    rf"(?![{ARABIC}])日?{TAIL}",
)
# 12.31前；6.30之前
rule(
    "date",
    ARABIC,
    rf"{ALONE}(?P<month>1[0-2]|[1-9])[.．](?P<day>[12][0-9]|3[01])(?={W}{BEFORE}(?![{HAN}十几])){TAIL}",
)
# 1115日前: a copy that has lost its 月
rule(
    "date",
    "1",
    rf"(?<![{ARABIC}.．年月])(?P<month>1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])日(?={W}{BEFORE}){TAIL}",
)
# 国庆节前；明年春节前；中秋前；七一前
# trap: 十一项 is not National Day, 二十一前 is no festival; 元旦、春节前 names two
rule(
    "festival",
    YEARS + first_of(WORDS.festivals),
    rf"(?:{year()}{W}的?)?(?<![{HAN}十百月第])[“\"]?{FEAST}[”\"]?"
    "(?:节日?|(?:小?长)?假期?|黄金周)?"
    rf"(?P<pair>{W}[、和及与]?{W}{FESTIVAL}节?)?{W}(?P<bound>{BEFORE})(?P<more>{W}{NUMBER}{W}(?:天|日|周|个))?",
)
# 汛期前；明年汛前；入冬前；雨季前；汛期结束前
rule(
    "season",
    YEARS + first_of(WORDS.seasons),
    rf"(?:{year()}{W}的?)?(?P<season>{any_of(WORDS.seasons)})(?P<over>结束)?之?{W}(?P<bound>{BEFORE})",
)
# “十四五”末；十三五期末；“十四五”期间
rule(
    "plan",
    "十",
    rf"(?<![{HAN}])(?P<plan>{any_of(WORDS.plans)})[”\"’'」]?(?:规划)?的?"
    r"(?P<part>期末|末期|末年|末|期间|时期内|时期|期内|内|收官之年)",
)
# 今年一季度；第三季度；二季度前；本季度末；季末前
# trap: 一季度一调度 is a cadence (its rule stands above); 三个季度 is a length
rule(
    "quarter",
    YEARS + "第首末前本当下上季",
    rf"(?:{year()}{W}的?)?(?:(?P<quarter>{QUARTER})|(?P<relquarter>[本当]季度?|[下上]个?季度|季度?(?=[末底内])))"
    rf"{W}(?P<part>[末底])?{TAIL}",
)
# 上半年；明年上半年前
rule(
    "half-year",
    YEARS + "上下",
    rf"(?:{year()}{W}的?)?(?P<half>[上下]半年){W}(?P<part>[末底])?{TAIL}",
)
# 月底；月内
# trap: 每月底 belongs to a recurrence; 三月内 may be March or three months
rule(
    "month",
    YEARS + MONTHS + "月",
    rf"{_month}{TAIL}|(?<![{COUNTING}个年每几数多干近腊正冬])月(?P<part>[底末初中内]){TAIL}",
)
# 明年底；今年内；2025年底前；到2025年；年底前；年内
# trap: 年前 and 年中 name no agreed day; 近年内 and 三年内 are not this year
rule(
    "year",
    YEARS + "年岁",
    rf"{year()}{W}(?P<part>年?[底末终]|年?初|年?中(?![国央心期间])|{INSIDE})?{TAIL}"
    rf"|(?<![{COUNTING}几多数近前半每小])(?P<part>年度?[底末内]|年终(?![奖考总])|岁末(?!年初)|年初|年中(?![国央心期间考])|年(?={BEFORE}))"
    rf"{TAIL}",
)
# 本周内；下周五前；周五前；本周末
# trap: 本周边, 周一鸣: a bare weekday needs 前
rule(
    "week",
    "本这当下上周星礼",
    rf"(?P<week>本|这|当|下下|下|上)(?:一?个)?(?:周|星期|礼拜)(?P<weekday>[{HAN[:6]}日天末])?"
    rf"(?![边围期转年密知全到长报刊末])[内底]?{TAIL}"
    rf"|(?:周|星期|礼拜)(?:(?P<weekday>[{HAN[:6]}日天末]){CLOCK}{W}(?P<bound>{BEFORE})|(?P<bound>内))",
)
# 10日前；20号之前；15日止
rule(
    "day",
    COUNTING,
    rf"(?<![月年]){ALONE}(?P<day>{DAY}){W}[日号]{CLOCK}{W}(?P<bound>{BEFORE}|止)",
)
# 当日；次日前；明天下班前；下班前；下午5点前
rule(
    "relative-day",
    first_of(WORDS.days) + "下上",
    rf"(?P<relday>{any_of(WORDS.days)}){TAIL}"
    rf"|(?:下班|(?:上午|下午)(?:{W}{DAY}(?:[:：][0-5][0-9]|[时点]半?))?(?:下班)?)(?P<bound>{BEFORE})",
)
# x月x日前；××月底前: a copy that hides its days
rule(
    "masked", "xX×", rf"[xX×]{{1,4}}月(?:[xX×]{{1,3}}日|[上中下]旬|底)(?P<bound>{BEFORE}|以前|内)?"
)

# --- vague words ----------------------------------------------------------------------------------

# 尽快；适时；近期
rule("vague", first_of(WORDS.vague), any_of(WORDS.vague))


# --- where to look ------------------------------------------------------------------------------

# What must follow an opening character: nearly every character of a text fails here. A rule whose
# opening no row admits would never be tried, so the tests scan every example with and without.
_counted = (
    rf"[{COUNTING}零〇○OoＯ\s]{{0,7}}(?:[年月周季天]|[日号](?:[^，。；]{{0,8}}[前止]|(?:之|以)?内|[{DASH}至到])|半[年个月天小]|个(?:[月季星礼周工自日半]|小时)"
    rf"|(?<=会后.)[{COUNTING}]{{0,4}}日|工作|自然|星期|礼拜|小时|分钟|[{DASH}至到./．或]{W}[{COUNTING}])"
)
W_CHARACTERS = " \u3000\n\r\t"
ALL_WORDS = (
    *WORDS.vague, *WORDS.cadence, *WORDS.festivals, *WORDS.seasons,
    *WORDS.years, *WORDS.months, *WORDS.days,
)  # fmt: skip
HINTS: tuple[tuple[str, str], ...] = (
    (COUNTING + "第首末半", _counted),
    (
        first_of([*WORDS.years, *WORDS.months, *WORDS.days]) + "上下",
        r"(?:[年月天日晚早周季半星礼]|个[月季星礼周]|下[个月周星礼]|一[年个周]|[后明][天两二]|二天|班前|午[^，。；]{0,6}前)",
    ),
    ("年月季周岁星礼", rf"(?:度?[底末内终初中前]|[之以]前|度.{{0,8}}预算|期|拜|[{HAN[:6]}日天])"),
    (first_of([*WORDS.festivals, *WORDS.seasons]), r"[^，。；]{0,9}?前"),
    (first_of([*WORDS.vague, *WORDS.cadence]), rest_of([*WORDS.vague, *WORDS.cadence])),
    ("即现", "(?:[日天在]起|[日天在]开始)"),
    ("自从", rf"(?:[即今本现会]|{_counted}|[今明本当次下上后去来翌][年月个周半季])"),
    ("十", "[一二三四]?五"),
    ("前", "三季"),
    ("xX×", "[xX×]{0,3}月"),
    ("每", f"[{W_CHARACTERS}隔个年月季周星礼日天旬半学工小早晚双单按逐{COUNTING}]"),
)
# What may stand second, whatever the first: one look at two characters settles most places.
SECOND = "".join(
    sorted(
        {word[1] for word in ALL_WORDS if len(word) > 1}
        | set(
            COUNTING + DASH + W_CHARACTERS + "零〇○OoＯ年月日号天周季半个工自星礼小分下至到./．或"
        )
        | set("底末内终初中前度期拜午班前夕晚早起在即今明本现会节佳假长隔旬学之以结夕双xX×")
    )
)
