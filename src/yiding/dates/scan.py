"""Finding: every time expression of a running text, with its span, in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from yiding.dates.events import events_in
from yiding.dates.grammar import GRAMMAR, HINTS, SECOND, Rule
from yiding.dates.numerals import parse_number
from yiding.dates.patterns import ANCHOR
from yiding.dates.timeword import Span, TimeWord
from yiding.dates.words import WORDS

Match = re.Match[str]


def scan(text: str, start: int = 0, end: int | None = None) -> list[TimeWord]:
    """Every time expression of ``text[start:end]`` in order, none overlapping another."""
    stop = len(text) if end is None else end
    words = _points(text, start, stop)
    events = events_in(text, start, stop)
    if not events:
        return words
    taken = [word.span for word in words]
    free = [event for event in events if not any(overlap(event, span) for span in taken)]
    return sorted([*words, *free], key=lambda word: word.span)


def overlap(event: TimeWord, span: Span) -> bool:
    """Whether the event's words and the span share a character."""
    return span[0] < event.span[1] and event.span[0] < span[1]


def _points(text: str, start: int, stop: int) -> list[TimeWord]:
    words: list[TimeWord] = []
    gate = GATE(text, start, stop)
    while gate:
        found = first_rule(text, gate.start(), stop)
        if found is None:
            gate = GATE(text, gate.start() + 1, stop)
            continue
        word = _word(text, *found)
        words.append(_carried_on(words[-1], word, text) if words else word)
        gate = GATE(text, found[2].end(), stop)
    return words


def first_rule(text: str, start: int, stop: int) -> tuple[str, tuple[str, ...], Match] | None:
    """The first rule that fits ``text`` from ``start`` on: its name, its groups, its match."""
    for fits, name, groups in RULES[text[start]]:
        if match := fits(text, start, stop):
            return name, groups, match
    return None


def _word(text: str, name: str, groups: tuple[str, ...], match: Match) -> TimeWord:
    read = zip(groups, match.groups(), strict=True)
    parts = {group: value for group, value in read if value is not None}
    start, end = match.span()
    if name == "duration":
        start = _from_anchor(text, start, parts)
    elif name == "plan" and text.startswith(("“", '"', "‘", "'", "「"), max(0, start - 1)):
        start -= 1
    kind = _kind(name, parts, text, match.span())
    words = text[start:end]
    return TimeWord((start, end), words, kind, parts, _is_explicit(kind, parts, text, start))


# 会后5个工作日内；批复后20日内；收到通知之日起3个工作日内；会议召开前3日
# trap: 会后由市住建局牵头，10日内…: 会后 is the meeting, no other event
def _from_anchor(text: str, start: int, parts: dict[str, str]) -> int:
    if start == 0:
        return start
    clause = text[max(0, start - 40) : start]
    meeting = MEETING.search(clause)
    if meeting:
        return start - len(meeting[0])
    event = ADJACENT_EVENT.search(clause) or DISTANT_EVENT.search(clause)
    if event is None:
        return start
    parts["event"] = event[0]
    return start - len(event[0])


# 12月20日、25日前 -> 25 December; 2020年3月底前…，6月底前… -> June 2020
# trap: 2018年3月出台办法，6月底前完成: a story lends no year, nor does another sentence
def _carried_on(before: TimeWord, word: TimeWord, text: str) -> TimeWord:
    if word.kind not in ("day", "date", "month"):
        return word
    between = text[before.span[1] : word.span[0]]
    if SENTENCE_END.search(between) or not (before.is_explicit or LISTED.fullmatch(between)):
        return word
    lent = _lent(before, word)
    if not lent:
        return word
    kind = "date" if word.kind == "day" else word.kind
    parts = {**word.parts, **lent, "inherited": before.text}
    return TimeWord(word.span, word.text, kind, parts, word.is_explicit)


def _lent(before: TimeWord, word: TimeWord) -> dict[str, str]:
    if word.kind == "day" and before.kind == "date":
        names: tuple[str, ...] = ("year", "relyear", "month", "relmonth")
    elif word.kind in ("date", "month") and _is_later_month(before, word):
        names = ("year", "relyear")
    else:
        return {}
    return {name: before.parts[name] for name in names if name in before.parts}


def _is_later_month(before: TimeWord, word: TimeWord) -> bool:
    if not {"year", "relyear", "relmonth"}.isdisjoint(word.parts):
        return False
    first = parse_number(before.parts.get("month", ""))
    second = parse_number(word.parts.get("month", ""))
    return before.kind in ("date", "month") and (first or 13) <= (second or 0)


# （2018—2020年） after a plan's name is its title; trap: 整治阶段（7月16日至8月31日）
def _kind(name: str, parts: Mapping[str, str], text: str, span: tuple[int, int]) -> str:
    start, end = span
    if name == "duration" and "年" in parts["unit"] and text.startswith(KEPT_UP, end):
        return "effective-period"
    if name not in DATED:
        return name
    if start and NOT_AN_END.search(text, max(0, start - 8), start):
        return "effective-period"
    if start and NAMED.search(text, max(0, start - 4), start) and text.startswith(("）", ")"), end):
        return "title" if name.startswith("span") else name
    after = parts.get("after")
    if after is None:
        return name if PAST.isdisjoint(parts.values()) else "narrative"
    return AFTERMATH.get(after, "narrative")


# trap: 截至10月底 tells how things stand
def _is_explicit(kind: str, parts: Mapping[str, str], text: str, start: int) -> bool:
    if text.endswith("截至", max(0, start - 2), start):
        return False
    if kind not in DATED:
        return kind in ALWAYS_EXPLICIT
    if "bound" in parts or "yearend" in parts or parts.get("part", "").endswith(ENDINGS):
        return True
    return text.endswith(LEADS, max(0, start - 4), start)


DATED = frozenset({
    "date", "date-iso", "month", "year", "quarter", "half-year", "week", "relative-day", "day",
    "span", "span-short", "span-short-days", "working-day-of-month",
})  # fmt: skip
ALWAYS_EXPLICIT = frozenset({
    "duration", "duration-from-date", "masked", "festival", "season", "plan", "event", "event-eve",
    "span-from-now", "span-to-festival", "two-years", "after-each", "weekly", "quarterly",
    "monthly", "ten-days",
    "yearly-month", "yearly-period", "monthly-working-day",
})  # fmt: skip
NAMED = re.compile(r"(?:[计规]划|方案|行动|纲要|意见|要点|清单|目录|工程|[》”])[（(]$")
# 五年内免征: how long something holds
KEPT_UP = ("免", "减征", "减半", "享受", "不变", "不再", "不得", "保持")
LISTED = re.compile(r"\s?[、和及与]\s?")
SENTENCE_END = re.compile(r"[。；;\n]")
AFTERMATH = {"起": "effective-from", "开始": "effective-from", "左右": "about", "前后": "about"}
# 去年底, 上月底, 昨日, 上周五: what lies behind is told, not asked for
PAST = frozenset(
    [word for table in (WORDS.years, WORDS.months, WORDS.days) for word in table if table[word] < 0]
) | {"上", "上季度", "上个季度"}
ENDINGS = ("底", "末", "内", "终", "旬")
LEADS = ("不迟于", "不晚于", "最迟", "最晚", "至迟", "到", "至", "截止", "力争", "务必于", "确保")
NOT_AN_END = re.compile(
    r"(?:(?:有效期|试行期|执行期|任期|质保期|保修期)限?(?:暂定)?(?:为|至|到|自|从)?|连续)$"
)
MEETING = re.compile(rf"(?:{ANCHOR})起?的?[，,]?\s{{0,2}}第?$")
ADJACENT_EVENT = re.compile(
    r"(?:自|从)?[^，。；：、,;:.．（）()\s于在自从须应要]{0,16}(?<![今最])(?:后|起|前)的?[，,]?\s{0,2}$"
    r"|(?:接|收)到[^，。；：,;:\s]{1,16}的$"
)
DISTANT_EVENT = re.compile(
    rf"(?:{'|'.join(WORDS.events_after)})(?:之日起|(?:之|以)?后)[^。；;]{{0,20}}$"
)


def _entry(rule: Rule) -> tuple[Callable[[str, int, int], Match | None], str, tuple[str, ...]]:
    names = tuple(name.partition("__")[0] for name in rule.pattern.groupindex)
    return rule.pattern.match, rule.name, names


# ``re`` runs fastest over a pattern that opens with two sets; the hints are asked after that.
GATE = re.compile(
    f"[{''.join(re.escape(opening) for opening, _ in HINTS)}](?=[{re.escape(SECOND)}])"
    f"(?:{'|'.join(f'(?<=[{re.escape(opening)}])(?={hint})' for opening, hint in HINTS)})"
).search
ENTRIES = [(rule.opens, _entry(rule)) for rule in GRAMMAR]
RULES = {
    character: tuple(entry for opens, entry in ENTRIES if character in opens)
    for character in set().union(*(opens for opens, _ in ENTRIES))
}
