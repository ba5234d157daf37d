"""A document being written: its characters so far, who and what is named, and the truth of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from reading.terms import Term
from reading.vocabulary import GIVEN, SURNAMES, UNIT_LAST, UNIT_STEMS

Span = tuple[int, int]


@dataclass(slots=True)
class Duty:
    """A binding duty: who, what kind of end, by when; ``act`` is the place of its act."""

    lead: list[str]
    assist: list[str]
    act: Span
    closing: str
    to: str | None
    term: Term


@dataclass(slots=True)
class Topic:
    """An item of the agenda; a title is its name and version mark."""

    mode: str
    titles: list[tuple[str, str | None]]
    places: list[Span] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)


@dataclass(slots=True)
class Truth:
    """Every fact of a document."""

    number: tuple[int, int]
    session: tuple[int, int | None, int | None]
    held_on: date
    part_of_day: str | None
    chair: tuple[str, str]
    topics: list[Topic]
    present: list[str]
    observers: list[tuple[str, tuple[str, ...]]]
    recorder: str
    compiled_on: date
    printed_on: date
    places: dict[str, Span]


class Draft:
    """The plain characters, paragraph after paragraph, as they are written."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a fixed seed is the point
        self.text = ""
        self.places: dict[str, Span] = {}

    def write(self, words: str) -> Span:
        """Append the words and say where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def end(self) -> None:
        """Close the paragraph."""
        self.text += "\n"

    def line(self, words: str) -> Span:
        """A paragraph of these words."""
        span = self.write(words)
        self.end()
        return span

    def person(self) -> str:
        """A surname of the lexicon and a given name of one or two characters."""
        return self.random.choice(SURNAMES) + self.random.choice(GIVEN)

    def people(self, count: int, fits: Callable[[str], bool] = bool) -> list[str]:
        """Different persons."""
        found: dict[str, None] = {}
        while len(found) < count:
            name = self.person()
            if fits(name):
                found[name] = None
        return list(found)

    def unit(self) -> str:
        """市 + a stem + a last word: 市水务局."""
        stem = self.random.choice(UNIT_STEMS)
        fit = [last for last in UNIT_LAST if stem[-2:] not in last and stem[-1] != last[0]]
        if stem.endswith("政"):
            # open point: 列席：市财政委薛若兰 is read as 政委薛若兰
            fit.remove("委")
        return "市" + stem + self.random.choice(fit)

    def units(self, count: int) -> list[str]:
        """Different units."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.unit()] = None
        return list(found)
