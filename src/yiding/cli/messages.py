"""What the command line says to people, in Chinese or English (messages.toml)."""

from __future__ import annotations

import errno
import os
import tomllib
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiding.dates.explain import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")
LANGUAGE_VARIABLE = "YIDING_LANG"

Say = Callable[..., str]
"""``say(key, **values)``: the sentence under this key with its gaps filled."""


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Every sentence by key and language."""
    with files(__package__).joinpath("messages.toml").open("rb") as table:
        return tomllib.load(table)


def speaker(language: str) -> Say:
    """Sentences in one of LANGUAGES."""
    return partial(_say, language)


def said_by_system(error: OSError, say: Say) -> str:
    """What the system refuses, in the language of ``say`` where the table has it."""
    key = f"system-{errno.errorcode.get(error.errno or 0, '')}"
    return say(key) if key in sentences() else error.strerror or str(error)


def usual_language() -> Language:
    """The language of YIDING_LANG, Chinese where it names none of ours."""
    return language_named(os.environ.get(LANGUAGE_VARIABLE, "")[:2].lower()) or LANGUAGES[0]


def language_named(given: str) -> Language | None:
    """The one of LANGUAGES that is written so."""
    return next((language for language in LANGUAGES if language == given), None)


def _say(language: str, key: str, /, **values: object) -> str:
    """The sentence; ``outcome-heard`` and the like are said as the exports say them."""
    if key in sentences():
        return sentences()[key][language].format(**values)
    from yiding.reading.export.terms import said  # noqa: PLC0415 - start-up

    return said(language, key, **values)
