"""How pieces of a text stand beside each other in the language in use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext


def in_one(sentences: Iterable[str]) -> str:
    """Sentences one after the other: Chinese needs nothing between them, English a space."""
    is_chinese = (get_language() or "zh").startswith("zh")
    return ("" if is_chinese else " ").join(one for one in sentences if one)


def listed(words: Iterable[object]) -> str:
    """Names in one line: 市教育局、市公安局."""
    return gettext("、").join(str(one) for one in words)


def in_a_sentence(value: object) -> object:
    """A value as sentences write it: a day in words, several things in one line."""
    if isinstance(value, date):
        # gettext: letters of Django's date filter
        return date_format(value, gettext("Y年n月j日"))
    return listed(value) if isinstance(value, list | tuple) else value
