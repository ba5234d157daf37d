"""What may be wrong with what a device sends: a stable code, a Chinese and an English sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import ClassVar

Words = Mapping[str, tuple[str, str, str]]
"""Of each code a few Chinese words, a Chinese sentence and an English one."""


def words_of(package: str) -> dict[str, tuple[str, str, str]]:
    """The faults of a package's ``faults.toml``."""
    told = tomllib.loads(files(package).joinpath("faults.toml").read_text(encoding="utf-8"))
    return {code: (title, chinese, english) for code, (title, chinese, english) in told.items()}


LISTENING: Words = words_of("yiding.ledgers.telemetry")
"""Those of every listener, whatever is spoken."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its code (a key of `words`) and what was found, without any password.

    A protocol has a class of its own, whose `words` are its faults and those of every listener.
    """

    code: str
    found: str = ""
    words: ClassVar[Words] = LISTENING

    @property
    def title(self) -> str:
        """A few Chinese words: DataTime格式."""
        return self.words[self.code][0]

    @property
    def sentence(self) -> str:
        """What was found, the provision, what to do, in Chinese."""
        return self.words[self.code][1].replace("{found}", self.found)

    @property
    def sentence_en(self) -> str:
        """The same in English."""
        return self.words[self.code][2].replace("{found}", self.found)
