"""Messages of the rule packs: marked here, translated by whoever shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from yiding.followup.rulepack_model import Bilingual

Translate = Callable[[str], str]


def gettext_noop(message: str) -> str:
    """Mark a message for translation; whoever shows it translates it."""
    return message


def fill(message: str, params: Mapping[str, object], translate: Translate, language: str) -> str:
    """The message in a language, with the names and phrases within it in the same one."""
    told = {name: _told(value, translate, language) for name, value in params.items()}
    return translate(message) % told


def _told(value: object, translate: Translate, language: str) -> object:
    if isinstance(value, Words):
        return value.said(translate, language)
    if isinstance(value, date):
        return _day(value, language)
    return value.said(language) if isinstance(value, Bilingual) else value


def _day(day: date, language: str) -> str:
    """A day as the pages write it: 2026年11月30日, 30 November 2026."""
    if language == "en":
        return f"{day.day} {day:%B} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


class Words(NamedTuple):
    """A message for translation and its parameters, which may be words again."""

    message: str
    params: Mapping[str, object]

    @property
    def text(self) -> str:
        """The words in Chinese."""
        return self.said(gettext_noop, "zh")

    def said(self, translate: Translate, language: str) -> str:
        """The words in a language: ``words.said(gettext, get_language())``."""
        return fill(self.message, self.params, translate, language)
