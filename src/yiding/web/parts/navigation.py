"""Ways around: the masthead, crumbs, saved views, heads that sort, pages of a list, the footer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from yiding.web.parts.formats import number
from yiding.web.parts.words import Words


@dataclass(frozen=True)
class Entry:
    """栏目: one entry of the main navigation, with what waits there."""

    words: Words
    href: str
    count: int | None = None
    is_current: bool = False


@lru_cache(maxsize=512)
def entry_items(entries: tuple[Entry, ...], language: str) -> SafeString:  # noqa: ARG001
    """The items of the main navigation, in the reader's language."""
    return format_html_join(
        "",
        '<li><a href="{}"{}>{}{}</a></li>',
        (
            (
                one.href,
                SafeString(' aria-current="page"') if one.is_current else "",
                one.words,
                "" if one.count is None else _count_of(one.count),
            )
            for one in entries
        ),
    )


def _count_of(count: int) -> SafeString:
    return format_html('<span class="count">{}</span>', number(count))


@dataclass(frozen=True)
class Masthead:
    """报头: where this is, who is here, and what they may open.

    ``desk`` is the name an administrator's desk carries in place of the entries of business.
    """

    place: Words = ""
    home: str = "/"
    entries: tuple[Entry, ...] = field(default=())
    desk: Words = ""
    who: Words = ""
    who_href: str = ""
    search_href: str = ""
    sign_out_href: str = ""
    sign_in_href: str = ""
    language_href: str = ""
    display_href: str = ""
    inbox_href: str = ""
    inbox_count: int = 0
    size: str = ""
    theme: str = ""

    def items(self) -> SafeString:
        """The entries, written in one piece: they stand on every page twice."""
        return entry_items(self.entries, get_language() or "")


@dataclass(frozen=True)
class Footer:
    """As of when the figures of a page are true, and what the journal's chain ends in."""

    as_of: datetime | None = None
    journal_count: int | None = None
    journal_tail: str = ""
    is_verified: bool | None = None
    keys_href: str = ""


@dataclass(frozen=True)
class Crumb:
    """One step above a page; one with an address is shown as its chip."""

    words: Words
    href: str = ""
    address: str = ""


@dataclass(frozen=True)
class View:
    """视图: a saved view as a link, with its count; ``is_bad`` for what must not stay."""

    words: Words
    href: str
    count: int | None = None
    is_current: bool = False
    is_bad: bool = False


@dataclass(frozen=True)
class Head:
    """A column's head: a link where it sorts, ``sort`` is ``ascending`` or ``descending``."""

    words: Words
    href: str = ""
    sort: str = ""
    is_number: bool = False
    is_hidden: bool = False
    css: str = ""


@dataclass(frozen=True)
class Pages:
    """The links under a list that goes on; ``note`` says which part of how many this is."""

    note: Words = ""
    first_href: str = ""
    previous_href: str = ""
    next_href: str = ""
    last_href: str = ""
    numbers: tuple[tuple[int, str, bool], ...] = field(default=())


def pages_of(page: Page[Any], query: QueryDict, note: Words = "") -> Pages:
    """The links of a Django page, keeping every other parameter of the address."""
    last = page.paginator.num_pages
    return Pages(
        note=note,
        first_href=_href(query, 1) if page.number > 2 else "",
        previous_href=_href(query, page.number - 1) if page.has_previous() else "",
        next_href=_href(query, page.number + 1) if page.has_next() else "",
        last_href=_href(query, last) if page.number < last - 1 else "",
        numbers=tuple(_around(page.number, last, query)),
    )


def _around(number: int, last: int, query: QueryDict) -> Iterator[tuple[int, str, bool]]:
    for each in range(max(number - 2, 1), min(number + 2, last) + 1):
        yield each, _href(query, each), each == number


def _href(query: QueryDict, number: int) -> str:
    changed = query.copy()
    changed["page"] = str(number)
    return f"?{changed.urlencode()}"
