"""The marks of a row: state, clock, slip, address, lights, verdict: shape, word, colour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Literal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.standing import Clock
from yiding.web.parts.words import Words

Light = Literal["unsaid", "said", "back", "proved"]

#: The word of every state a matter can be in; the shape is drawn by the stylesheet.
STATES: dict[str, Words] = {
    "proposed": _("拟分解"),
    "noted": _("阅知"),
    "assigned": _("待签收"),
    "objected": _("职责异议"),
    "under_way": _("办理中"),
    "submitted": _("待核查"),
    "verified": _("已核查待销号"),
    "closed": _("已销号"),
    "standing": _("长期坚持"),
    "suspended": _("已中止"),
    "changed": _("已变更"),
    "reviewing": _("复核中"),
    "archived": _("已归档"),
}

#: The word of each level of supervision slip; a rule pack may name its own.
SLIPS: dict[str, Words] = {
    "blue": _("蓝单"),
    "yellow": _("黄单"),
    "orange": _("橙单"),
    "red": _("红单"),
}

#: The verdicts of a rule; the last is a figure and no judgement.
VERDICTS: dict[str, Words] = {
    "met": _("符合"),
    "breached": _("不符"),
    "due": _("待办"),
    "overdue": _("逾期"),
    "undetermined": _("待查"),
    "computed": _("得出"),
}

#: For each position of the two lights: the class of 报, the class of 核, the sentence.
LIGHTS: dict[Light, tuple[str, str, Words]] = {
    "unsaid": ("off", "off", _("未报，未核实")),
    "said": ("on", "off", _("已报，未核实")),
    "back": ("on", "back", _("已报，核查退回")),
    "proved": ("on", "on", _("已报，已核实")),
}


@dataclass(frozen=True)
class Slip:
    """督办单: its level, and the words and the number of bars where a rule pack has its own."""

    level: str
    words: Words = ""
    bars: int | None = None


def mark(state: str, words: Words = "") -> SafeString:
    """The state of a matter: shape and word."""
    return _mark(state, str(words or STATES[state]))


@lru_cache(maxsize=256)
def _mark(state: str, words: str) -> SafeString:
    return format_html('<span class="mark" data-is="{}">{}</span>', state.replace("_", "-"), words)


def clock_mark(clock: Clock | None) -> SafeString:
    """The clock beside a state; what is not near yet is a quiet word without a shape."""
    if clock is None:
        return SafeString("")
    if clock.kind == "ahead":
        return format_html('<span class="muted">{}</span>', clock)
    return format_html('<span class="mark" data-is="{}">{}</span>', clock.kind, clock)


def slip_mark(slip: Slip | str | None) -> SafeString:
    """A supervision slip: bars, then the word, on its colour."""
    if not slip:
        return SafeString("")
    one = Slip(slip) if isinstance(slip, str) else slip
    bars = format_html(' data-bars="{}"', one.bars) if one.bars else ""
    return format_html(
        '<span class="slip" data-level="{}"{}>{}</span>',
        one.level,
        bars,
        one.words or SLIPS[one.level],
    )


def lights_mark(light: Light) -> SafeString:
    """Two lights: 报 is round and said, 核 is square and proved. Only the square counts."""
    return _lights(light, str(LIGHTS[light][2]), gettext("报"), gettext("核"))


@lru_cache(maxsize=64)
def _lights(light: Light, sentence: str, said_letter: str, proved_letter: str) -> SafeString:
    said, proved, _sentence = LIGHTS[light]
    return format_html(
        '<span class="lights" role="img" aria-label="{}">'
        '<i class="{}">{}</i><i class="{}">{}</i></span>',
        sentence,
        said,
        said_letter,
        proved,
        proved_letter,
    )


def verdict_mark(verdict: str, why: Words = "") -> SafeString:
    """The verdict of a rule; 待查 is always given its reason on the same row."""
    reason = format_html(' <small class="why">{}</small>', why) if why else ""
    return format_html(
        '<span class="verdict" data-is="{}">{}</span>{}', verdict, VERDICTS[verdict], reason
    )


def split_address(address: str) -> tuple[str, str]:
    """``linhu-2025-7:`` and ``4.2.1``; ``premises/`` and ``area-within-limit``."""
    at = max(address.rfind(":"), address.rfind("/")) + 1
    return address[:at], address[at:]


def address_chip(address: str, href: str = "", *, is_clause_alone: bool = False) -> SafeString:
    """The address of a thing, whole; a link unless it names the page it stands on."""
    paper, clause = split_address(address)
    paper = "" if is_clause_alone else paper
    whole = f"{escape(paper)}<b>{escape(clause)}</b>"
    if not href:
        return SafeString(f'<span class="addr">{whole}</span>')
    return SafeString(f'<a class="addr" href="{escape(href)}">{whole}</a>')


def clause_spans(title: str) -> SafeString:
    """「今天有 9 件事等您办，4 件已经逾期。」 in a span for each clause."""
    parts = [part for part in re.split(r"(?<=[，。；：])|(?<=[,;] )", title) if part]
    # a space at the end of a box of its own would be lost
    spaced = ((part.rstrip(" "), " " if part.endswith(" ") else "") for part in parts)
    return format_html_join("", "<span>{}</span>{}", spaced)
