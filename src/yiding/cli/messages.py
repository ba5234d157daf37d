"""What the command line says to people, in Chinese or English (messages.toml)."""

from __future__ import annotations

import errno
import os
import tomllib
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files

LANGUAGES = ("zh", "en")
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


def usual_language() -> str:
    """The language of YIDING_LANG, Chinese where it names none of ours."""
    wanted = os.environ.get(LANGUAGE_VARIABLE, "")[:2].lower()
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def _say(language: str, key: str, /, **values: object) -> str:
    said = sentences().get(key) or _term(key)
    return said[language].format(**values)


def _term(key: str) -> dict[str, str]:
    """``outcome-heard``: a word of the contract as people read it."""
    from yiding.reading.export.terms import terms  # noqa: PLC0415 - start-up

    group, _, word = key.partition("-")
    return terms()[group][word]
