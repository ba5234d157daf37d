"""What a search shows: matters and minutes with the phrase marked, units of that name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from yiding.followup.board import Board
from yiding.followup.models import Matter, Minutes
from yiding.followup.search import (
    COUNTED,
    LONGEST,
    SHORTEST,
    Hits,
    matter_hits,
    minutes_with,
    phrase_of,
)
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Unit
from yiding.registry.roles import OF_A_UNIT
from yiding.registry.written import models_of, written
from yiding.web.matter.addresses import matter_href, minutes_href
from yiding.web.parts.formats import number
from yiding.web.parts.marks import address_chip, mark

ADDRESS = re.compile(r"[a-z][-\w]*(@\d+)?(:\d+(\.\d+)*)?", re.IGNORECASE)
AROUND, UNITS = 40, 8


@dataclass(frozen=True)
class Found:
    """One matter or paper: its address, what it says with the phrase marked, and its state."""

    address: str
    href: str
    words: SafeString
    context: SafeString
    lead: str = ""
    state: str = ""

    def row(self) -> SafeString:
        """Its row of the table, written in one piece; a paper has no lead and no state."""
        lead, href = escape(self.lead), escape(self.href)
        standing = f'<td class="tight unit" lang="zh-CN">{lead}</td>' if self.state else ""
        standing += f"<td>{mark(self.state)}</td>" if self.state else ""
        return SafeString(
            f'<tr><td class="tight">{address_chip(self.address, self.href)}</td>'
            f'<th scope="row" class="what"><a href="{href}" lang="zh-CN">{self.words}</a>'
            f'<br><small lang="zh-CN">{self.context}</small></th>{standing}</tr>'
        )


@dataclass(frozen=True)
class SearchPage:
    """The results, and a sentence that says how many."""

    title: str
    phrase: str
    note: str
    matters: list[Found]
    papers: list[Found]
    units: list[Unit]
    more_words: str
    advice: str


def search_page(board: Board, given: str) -> SearchPage:
    """The page for what was typed."""
    phrase = phrase_of(given)
    note = ""
    if len(" ".join(given.split())) > LONGEST:
        note = gettext("查找词太长，只按前 %(n)s 个字查找。") % {"n": LONGEST}
    if len(phrase) < SHORTEST:
        return _nothing_asked(phrase)
    hits = matter_hits(board, phrase)
    matters = _matters(hits, phrase)
    papers = [_paper(paper, phrase) for paper in minutes_with(board, phrase)]
    units = _units(board, phrase)
    return SearchPage(
        title=_title(phrase, hits),
        phrase=phrase,
        note=note,
        matters=matters,
        papers=papers,
        units=units,
        more_words=_more(hits, len(matters)),
        advice="" if matters or papers or units else _advice(),
    )


def address_found(board: Board, given: str) -> str:
    """The page under an address, if it was typed whole and may be opened."""
    address = given.strip()
    if not ADDRESS.fullmatch(address):
        return ""
    if ":" in address:
        seen = matters_seen_by(board.account).filter(address=address)
        return matter_href(address) if seen.exists() else ""
    papers = Minutes.objects.filter(jurisdiction=board.jurisdiction, address=address)
    return minutes_href(address) if papers.exists() else ""


def marked(text: str, phrase: str) -> SafeString:
    """The text with the phrase marked wherever it stands."""
    pieces = re.split(f"({re.escape(phrase)})", text, flags=re.IGNORECASE | re.ASCII)
    return SafeString(
        "".join(
            f"<mark>{escape(piece)}</mark>" if at % 2 else escape(piece)
            for at, piece in enumerate(pieces)
        )
    )


def _around(text: str, phrase: str) -> str:
    """The phrase with some characters before and after it."""
    found = re.search(re.escape(phrase), text, flags=re.IGNORECASE | re.ASCII)
    if found is None:
        return text[: 2 * AROUND]
    start, end = max(found.start() - AROUND, 0), found.end() + AROUND
    piece = " ".join(text[start:end].split())
    return ("…" if start else "") + piece + ("…" if end < len(text) else "")


def _matters(hits: Hits, phrase: str) -> list[Found]:
    held = {key: shown for key, *shown in _shown.of(hits.keys)}
    return [_found(phrase, *held[key]) for key in hits.keys if key in held]


@written
def _shown(keys: tuple[int, ...]) -> Any:
    columns = "pk", "address", "action", "quote", "state", "lead__short_name", "lead__name"
    return Matter.objects.filter(pk__in=keys).order_by().values_list(*columns)


def _found(  # noqa: PLR0913, PLR0917 - one parameter a column
    phrase: str,
    address: str,
    action: str,
    quote: str,
    state: str,
    short_name: str | None,
    name: str | None,
) -> Found:
    return Found(
        address,
        matter_href(address),
        marked(action, phrase),
        marked(_around(quote, phrase), phrase),
        short_name or name or gettext("未定"),
        state,
    )


def _paper(paper: Minutes, phrase: str) -> Found:
    return Found(
        paper.address,
        minutes_href(paper.address),
        marked(f"{paper.number} {paper.title}".strip(), phrase),
        marked(_around(paper.text, phrase), phrase),
    )


def _units(board: Board, phrase: str) -> list[Unit]:
    if board.account.role in OF_A_UNIT:
        return []
    return models_of(Unit, _named(board.jurisdiction.pk, phrase))


@written
def _named(place: int, phrase: str) -> Any:
    named = (
        Q(name__icontains=phrase)
        | Q(short_name__icontains=phrase)
        | Q(aliases__name__icontains=phrase)
    )
    units: Any = Unit.objects.filter(named, jurisdiction=place)
    return units.distinct()[:UNITS]


def _title(phrase: str, hits: Hits) -> str:
    if not hits.count:
        return gettext("没有事项写着「%(phrase)s」。") % {"phrase": phrase}
    words = ngettext(
        "%(count)s 件事项写着「%(phrase)s」。", "%(count)s 件事项写着「%(phrase)s」。", hits.count
    )
    return words % {"count": _count(hits), "phrase": phrase}


def _count(hits: Hits) -> str:
    return f"{number(COUNTED)}+" if hits.is_capped else number(hits.count)


def _more(hits: Hits, shown: int) -> str:
    if hits.count <= shown:
        return ""
    return gettext("只列最新的 %(shown)s 件，共 %(count)s 件。") % {
        "shown": number(shown),
        "count": _count(hits),
    }


def _advice() -> str:
    return gettext("请换一个说法，或者少写几个字：查的是原文里连着的字。")


def _nothing_asked(phrase: str) -> SearchPage:
    title = gettext("请至少写两个字。") if phrase else gettext("查地址、单位、原文里的字句。")
    advice = gettext("一个字在几乎每份纪要里都有。") if phrase else ""
    return SearchPage(title, phrase, "", [], [], [], "", advice)
