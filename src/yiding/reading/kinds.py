"""What kind of text this is, before anything is read from it 文种."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.lexicon import alternation
from yiding.reading.parts import OPENING, opens_further_on
from yiding.reading.transcript import is_transcript

if TYPE_CHECKING:
    from yiding.reading.model import Kind
    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts

_RULES = re.compile(alternation("lookalike_title"))
_HANDOVER = re.compile(alternation("handover"))
# 本报讯（记者…）; trap: （县政府办公厅供稿） is the government's own account, any page of its
# own has a 责任编辑, and 日报制度 is no newspaper
_NEWS = re.compile(f"(?<!办公[室厅])(?<!责任)(?:{alternation('news_mark')})(?![制表送])")
_CONSULTATIVE = re.compile(alternation("consultative"))
# trap: 县政协副主席某某参加会议 makes no meeting of theirs
_ATTENDS = re.compile("政协[^，。；]{0,40}(?:参加|出席|列席|应邀)")
# 县政协主席某某主持召开项目建设推进协调会: who leads the work, whatever else he is
_LEADS_PROJECT = re.compile("政协副?主席[^，。]{2,30}主持召开[^，。政]*(?:项目|工程|征迁|征收)")
_ONSITE = re.compile(alternation("meeting_onsite"))
_DEPARTMENT = re.compile(alternation("meeting_department"))
# trap: 在常务会议室召开, 常务副县长. What runs a place or a firm is its executive meeting: the
# 主任办公会 of a zone or a street, 党政联席会 of a town, 政府党组会, 总经理办公会, a leading group
_EXECUTIVE = re.compile(
    "常务(?:（扩大）)?会(?!议?[室厅])|全体会议|(?:市长|县长|区长|旗长|镇长|乡长)办公会"
    "|(?:管委会|管理委员会|街道(?:办事处)?)[^，。]{0,24}主任办公会|[镇乡街道][^，。局]{0,12}党政联席会"
    "|政府党组(?:[^，。]{0,10}次)?会|(?:公司|集团)[^，。]{0,12}总经理办公会"
    "|领导小组(?:\n?会议纪要|[^，。]{0,12}次(?:全体)?会议)"
)
_SUMMONS = re.compile(
    "定于|拟于|请(?:各|参会|与会|准时)[^。]{0,20}(?:参加|出席|安排)"
    "|关于召开[^。]{0,40}的通知|现将有关事项通知如下"
)
# 会议强调，; 王市长指出，; 会议研究了…。强调，
_STAGED = re.compile(
    "(?:会议|[。，；]|(?<=[。，\n])[一-鿿]{2,8})并?(?:强调|指出|要求|认为)(?=[，：各全有相该]|[市县区镇乡])"
)
_CLARIFIED = re.compile("会议(?:明确|决定|确定|议定)|原则同意|原则通过|责成|审议通过")
# 由市水务局会同…制定: the government tells who is to act; news only tells
_COMMISSIONED = re.compile(
    "(?:由|责成)[^，。；]{2,20}?(?:牵头|负责|会同|修改|根据|按|印发|制定|拟订|公布|组织|办理)"
)
# 会议指出，…会议要求，; 听取了…汇报，吕区长强调: no rules of procedure speak so
_SPEAKS = re.compile(
    "会议(?:指出|强调|要求|决定|明确|议定|听取)[，：了]|听取了[^。]{4,120}?汇报[^。]{0,20}?(?:强调|要求|指出)"
    "|并(?:要求|强调)："
)
# 一、会议听取了…; without an opening these tell that it is one
_ITEM = re.compile("会议(?:还|首先)?(?:审议|听取|研究|传达|讨论|学习|通报)(?:并|通过|了)")
# 关于某工程有关问题的会议纪要: one subject and no session
_TOPIC_TITLE = re.compile("关于(?![^\n]*[xX×])[^《\n]{4,50}\n?[^《\n]{0,10}会议纪要")
# 就赶山路片区项目建设有关事项进行了专题研究
_STUDIED = re.compile("就[^。]{4,60}(?:专题|现场)(?:研究|协调|会办)")
_DATED = re.compile("\\d[日月]底?前|[上中下]旬前|年底前|[县市区镇乡局委办]牵头")
# 何区长强调，: a person is quoted, as a newspaper does
_PERSON_SAYS = re.compile(
    "(?<=[。，\n])(?!会议)[一-鿿]{2,5}(?:强调|指出|要求)(?=[，：各])|提出[^，。]{0,4}(?:要求|意见)[：。]"
)
_BOOK = re.compile("《[^《》]*》")
_BLANKS = re.compile("[ \u3000]+")
_DIGEST = ("公报", "摘要", "摘登", "选登", "选编", "摘编")
_TALK = re.compile('(?:说|道|问|答|喊|笑|骂|嘟囔)(?:道|着)?[：，][“"]|[。！？][”"]')
_PERSONS = re.compile("他|她|老[一-鿿]")
_TIMED = re.compile("\\d|[一二三四五六七八九十]月|xx|XX|××")
_NUMBERED = frozenset({"one", "two", "three"})


def kind_of(flat: str, paragraphs: list[Paragraph], parts: Parts, raw: str) -> Kind:
    """Name the kind by its tell-tales (minutes, news, rules of procedure …)."""
    title = _BLANKS.sub("", "\n".join(flat[p.start : p.end] for p in parts.letterhead))
    opening = _stretch(flat, parts.opening or parts.body[:1])[:600]
    is_minutes = "纪要" in title or "纪要如下" in flat[:1500] or bool(_HANDOVER.search(opening))
    spoken = is_transcript(flat, parts)
    is_known = is_minutes or (spoken and "会" in title)
    if _is_look_alike(flat, paragraphs, parts, title, is_known):
        return "not_minutes"
    if _is_consultative(title, opening) or _advises(flat):
        return "consultative"
    if spoken:
        return "transcript"
    if len(parts.form) >= 2 and not is_minutes:
        return "minutes"
    if is_minutes:
        is_digest = any(word in title for word in _DIGEST) and not any(
            p.opens in _NUMBERED for p in parts.body
        )
        return "summary" if is_digest else _minutes_kind(title, opening)
    return _report_kind(flat, raw, title, opening, paragraphs)


def _stretch(flat: str, paragraphs: list[Paragraph]) -> str:
    return flat[paragraphs[0].start : paragraphs[-1].end] if paragraphs else ""


def _is_consultative(title: str, opening: str) -> bool:
    if _CONSULTATIVE.search(title):
        return True
    if _LEADS_PROJECT.search(opening):
        return False
    told = _ATTENDS.sub("", opening[:200])
    return bool(_CONSULTATIVE.search(told, 0, 160)) and "政府" not in told


def _advises(flat: str) -> bool:
    """A body of members that names 政协 and no government: 委员们围绕…发表了意见."""
    return "政协" in flat and "政府" not in flat and ("委员们" in flat or "常委们" in flat)


def _is_look_alike(
    flat: str, paragraphs: list[Paragraph], parts: Parts, title: str, is_known: bool
) -> bool:
    """No dated session in the opening, or articles, a summons, a story."""
    if sum(paragraph.opens == "article" for paragraph in paragraphs) >= 2 or _is_story(flat):
        return True
    named = _BOOK.sub("", title)
    rules = _RULES.search(named) and "召开" not in named
    if not is_known and (rules or _SUMMONS.search(flat)):
        return True
    if parts.form and (labelled := parts.form.get("时间")):
        return not (
            _TIMED.search(flat, labelled.body, labelled.end) or _is_opened(flat, paragraphs)
        )
    if parts.form and not is_known:
        return not _is_opened(flat, paragraphs)
    near = [*parts.opening, *parts.body[:3], *parts.letterhead]
    return not (is_known or _tells_items(flat, parts.body) or _is_opened(flat, near))


def _tells_items(flat: str, paragraphs: list[Paragraph]) -> bool:
    """Whether it speaks as only minutes do: 会议听取了…; 会议指出，…会议要求，…."""
    items = sum(bool(_ITEM.match(flat, one.body, one.end)) for one in paragraphs)
    return items > 1 or len(_SPEAKS.findall(flat)) > 1


def _is_opened(flat: str, paragraphs: list[Paragraph]) -> bool:
    return any(
        OPENING.match(flat, p.start, p.end) or opens_further_on(flat, p.start, p.end)
        for p in paragraphs
    )


def _is_story(flat: str) -> bool:
    """Dialogue and narration: talk in quotes, 说：, and persons who act."""
    if flat.count("他") + flat.count("她") + flat.count("老") < 4:
        return False
    ends = sum(flat.count(mark) for mark in ("：“", "，“", "。”", "！”", "？”", '"'))
    return ends >= 3 and len(_TALK.findall(flat)) >= 3 and len(_PERSONS.findall(flat)) >= 4


def _minutes_kind(title: str, opening: str) -> Kind:
    for text in (title, opening):
        if _EXECUTIVE.search(text):
            return "minutes"
        if _DEPARTMENT.search(text):
            return "department"
        if _ONSITE.search(text):
            return "onsite"
    if _STUDIED.search(opening):
        return "onsite"
    is_topic = _TOPIC_TITLE.search(title) and "次" not in title + opening[:120]
    return "onsite" if is_topic else "minutes"


def _report_kind(
    flat: str, raw: str, title: str, opening: str, paragraphs: list[Paragraph]
) -> Kind:
    is_executive = bool(_EXECUTIVE.search(opening, 0, 300))
    if not is_executive and _DEPARTMENT.search(opening, 0, 200):
        return "department"
    called = {paragraph.opens for paragraph in paragraphs}
    if is_executive and {"roll", "record"} <= called:
        return "minutes"  # a copy that has lost its title: news takes no record
    if (
        _NEWS.search(raw, 0, 200)
        or "本报讯" in raw[:1200]
        or _NEWS.search(raw, max(0, len(raw) - 160))
        or "记者" in raw
    ):
        return "news"
    clarified = len(_CLARIFIED.findall(flat))
    gives = clarified or _COMMISSIONED.search(flat) or _DATED.search(flat)
    told = len(_PERSON_SAYS.findall(flat)) > clarified
    if not is_executive and gives and not told and _ONSITE.search(opening, 0, 200):
        return "onsite"
    staged = len(_STAGED.findall(flat))
    if not staged and any(paragraph.opens in _NUMBERED for paragraph in paragraphs):
        return "minutes" if is_executive or _tells_items(flat, paragraphs) else "onsite"
    is_account = clarified * 2 >= staged or any(word in title for word in ("公报", "摘要", "通报"))
    if not is_account and clarified > 1:
        is_account = "公报" in flat[-200:] or bool(_COMMISSIONED.search(flat))
    return "summary" if is_account else "news"
