"""What other rooms say in one language alone, said in the other (wordings.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from yiding.dates.explain import in_english
from yiding.dates.wording import Wording

if TYPE_CHECKING:
    from yiding.dates import Deadline

# pages 3、5、6; days 2019-05-06或2019-06-05
_COUNTED = re.compile(r"[\d-]+(?:[、或][\d-]+)+")
_JOINTS = {"、": ", ", "或": " or "}


class _Sentences(Wording):
    """Sentences whose gaps may hold several pages or days, joined as English joins them."""

    def __call__(self, sentence: str) -> str:
        if _COUNTED.fullmatch(sentence):
            return re.sub("[、或]", lambda joint: _JOINTS[joint[0]], sentence)
        return super().__call__(sentence)


def reason(words: str, language: str) -> str:
    """Why a file cannot be read, or what helps."""
    return _wording("reasons")(words) if language == "en" else words


def warning(message: str, language: str) -> str:
    """What a person should look at in a reading."""
    if language != "en":
        return message
    words, told, rest = message.partition("”：")
    if told and (said := in_english(rest)) != rest:
        return f"{words}”: {said}"
    return _wording("warnings")(message)


def deadline_in(deadline: Deadline, language: str) -> Deadline:
    """The same deadline, its own warning in this language."""
    if language != "en" or deadline.warning is None:
        return deadline
    return replace(deadline, warning=in_english(deadline.warning))


def usage(problem: str, language: str) -> str:
    """What is wrong with a command line, which typer says in English."""
    return _wording("usage")(problem) if language == "zh" else problem


@cache
def _wording(group: str) -> _Sentences:
    with files(__package__).joinpath("wordings.toml").open("rb") as table:
        return _Sentences(tomllib.load(table)[group])
