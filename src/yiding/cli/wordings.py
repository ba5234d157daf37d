"""What other rooms say in one language alone, said in the other (wordings.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from yiding.dates.explain import in_english as deadline_in_english
from yiding.dates.wording import Wording


def reason(words: str, language: str) -> str:
    """Why a file cannot be read, or what helps."""
    return _wording("reasons")(words) if language == "en" else words


def warning(message: str, language: str) -> str:
    """What a person should look at in a reading."""
    if language != "en":
        return message
    words, told, rest = message.partition("”：")
    if told and (said := deadline_in_english(rest)) != rest:
        return f"{words}”: {said}"
    return _wording("warnings")(message)


def usage(problem: str, language: str) -> str:
    """What is wrong with a command line, which typer says in English."""
    return _wording("usage")(problem) if language == "zh" else problem


@cache
def _wording(group: str) -> Wording:
    with files(__package__).joinpath("wordings.toml").open("rb") as table:
        return Wording(tomllib.load(table)[group])
