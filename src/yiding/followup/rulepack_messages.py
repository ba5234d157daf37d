"""Messages of the rule packs: marked here, translated by whoever shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from django.utils import dateformat

from yiding.followup.rulepack_model import Bilingual

Translate = Callable[[str], str]


def gettext_noop(message: str) -> str:
    """Mark a message for translation; whoever shows it translates it."""
    return message


#: How a day is written, as letters of Django's date filter.
DAY = gettext_noop("Y年n月j日")


def fill(message: str, params: Mapping[str, object], translate: Translate, language: str) -> str:
    """The message in a language, with the names and phrases within it in the same one."""
    told = {name: _told(value, translate, language) for name, value in params.items()}
    return translate(message) % told


def _told(value: object, translate: Translate, language: str) -> object:
    if isinstance(value, Words):
        return value.said(translate, language)
    if isinstance(value, date):
        return dateformat.format(value, translate(DAY))
    return value.said(language) if isinstance(value, Bilingual) else value


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
