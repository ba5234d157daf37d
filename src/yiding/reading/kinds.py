"""What kind of text this is, before anything is read from it 文种."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.lexicon import alternation
from yiding.reading.parts import OPENING

if TYPE_CHECKING:
    from yiding.reading.model import Kind
    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts

_RULES = re.compile(alternation("lookalike_title"))
_ARTICLE = re.compile("第[一二三四五六七八九十]+[条章][ \u3000]*")
_HANDOVER = re.compile(alternation("handover"))
_NEWS = re.compile(alternation("news_mark"))
_CONSULTATIVE = re.compile(alternation("consultative"))
_ONSITE = re.compile(alternation("meeting_onsite"))
_DEPARTMENT = re.compile(alternation("meeting_department"))
_EXECUTIVE = re.compile("常务(?:（扩大）)?会|全体会议|(?:市长|县长|区长|镇长)办公会")
_SUMMONS = re.compile("定于|拟于|请(?:各|参会|与会|准时)[^。]{0,20}(?:参加|出席|安排)|关于召开[^。]{0,40}的通知|现将有关事项通知如下")
_STAGED = re.compile("会议(?:强调|指出|要求|认为)")
_CLARIFIED = re.compile("会议(?:明确|决定|确定|议定)|原则同意|原则通过|责成|审议通过")
_SPEECH = re.compile("[“\"][^”\"\n]{4,}[”\"]|说[：:]|道[：:]")


def kind_of(flat: str, paragraphs: list[Paragraph], parts: Parts, raw: str) -> Kind:
    """Name the kind by its tell-tales (minutes, news, rules of procedure …)."""
    title = "\n".join(flat[p.start : p.end] for p in parts.letterhead)
    opening = "".join(flat[p.start : p.end] for p in (parts.opening or parts.body[:1]))[:600]
    clocks = sum(p.opens == "clock" for p in paragraphs) + len(re.findall("\n〔[^〕\n]{2,20}(?:发言|汇报)", flat))
    is_minutes = "纪要" in title or bool(_HANDOVER.search(opening)) or "纪要如下" in flat[:1500]
    if _is_look_alike(flat, paragraphs, parts, title, opening, is_minutes):
        return "not_minutes"
    if _CONSULTATIVE.search(title) or (_CONSULTATIVE.search(opening[:160]) and not re.search("政府", opening[:200])):
        return "consultative"
    if clocks >= 3:
        return "transcript"
    if parts.form and len(parts.form) >= 2 and not is_minutes:
        return "minutes"
    if is_minutes:
        return _minutes_kind(title, opening)
    return _report_kind(flat, raw, title, opening, paragraphs)


def _is_look_alike(
    flat: str, paragraphs: list[Paragraph], parts: Parts, title: str, opening: str, is_minutes: bool
) -> bool:
    """No dated session in the opening, or articles, a summons, a story."""
    articles = sum(bool(_ARTICLE.match(flat, p.start, p.end)) for p in paragraphs)
    if articles >= 2 or (_RULES.search(title) and not is_minutes):
        return True
    if _SUMMONS.search(flat) and not is_minutes:
        return True
    if _is_story(flat):
        return True
    if parts.form:
        return not any(re.search("\\d|[一二三四五六七八九十]月|xx|XX|××", flat[p.body : p.end]) for name, p in parts.form.items() if name == "时间") and not OPENING.search(flat)
    return not any(OPENING.match(flat, p.start, p.end) for p in [*parts.opening, *parts.body[:3], *parts.letterhead]) and not is_minutes


def _is_story(flat: str) -> bool:
    """Dialogue and narration: talk in quotes, 说：, and no numbered items."""
    talk = len(re.findall("(?:说|道|问|答|喊|笑|骂|嘟囔)(?:道|着)?[：，][“\"]|[。！？][”\"]", flat))
    return talk >= 3 and len(re.findall("他|她|老[一-鿿]", flat)) >= 4


def _minutes_kind(title: str, opening: str) -> Kind:
    for text in (title, opening):
        if _EXECUTIVE.search(text):
            return "minutes"
        if _DEPARTMENT.search(text):
            return "department"
        if _ONSITE.search(text):
            return "onsite"
    return "minutes"


def _report_kind(flat: str, raw: str, title: str, opening: str, paragraphs: list[Paragraph]) -> Kind:
    if _DEPARTMENT.search(opening[:200]) and not _EXECUTIVE.search(opening[:200]):
        return "department"
    if _NEWS.search(raw[:200]) or _NEWS.search(raw[-160:]) or "记者" in raw:
        return "news"
    if _ONSITE.search(opening[:200]) and not _EXECUTIVE.search(opening[:300]) and len(_CLARIFIED.findall(flat)) > 1:
        return "onsite"
    if any(p.opens in {"one", "two", "three"} for p in paragraphs) and not _STAGED.search(flat):
        return "minutes"
    staged, clarified = len(_STAGED.findall(flat)), len(_CLARIFIED.findall(flat))
    return "summary" if clarified >= staged or "公报" in title or "摘要" in title else "news"
