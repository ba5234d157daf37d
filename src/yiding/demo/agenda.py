"""The subjects a city's executive meeting deals with in a year, read from ``agenda/*.txt``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_MONTHS = re.compile(r"m(\d+)-(\d+)")
_TIMES = re.compile(r"x(\d)")


@dataclass(frozen=True, slots=True)
class Clause:
    """款: one numbered paragraph with its slots; an optional one may be left out."""

    text: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class AgendaSubject:
    """议题底稿: how it is dealt with, who brings it, its title and its clauses."""

    slug: str
    mode: str
    unit: str
    title: str
    clauses: tuple[Clause, ...]
    months: frozenset[int]
    times: int
    needs_legal_review: bool


@lru_cache(maxsize=1)
def subjects() -> tuple[AgendaSubject, ...]:
    """Every subject, in the order of the files and of their lines."""
    folder = files(__package__).joinpath("agenda")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".txt"))
    return tuple(
        subject
        for name in names
        for subject in _read(
            name.removesuffix(".txt"), folder.joinpath(name).read_text(encoding="utf-8")
        )
    )


@lru_cache(maxsize=1)
def background() -> dict[str, tuple[str, ...]]:
    """The sentences that set a scene, by area; those under ``any`` call on everybody."""
    table = tomllib.loads(
        files(__package__).joinpath("background.toml").read_text(encoding="utf-8")
    )
    return {area: tuple(lines) for part in table.values() for area, lines in part.items()}


def _read(area: str, text: str) -> Iterator[AgendaSubject]:
    for no, block in enumerate(text.split("# ")[1:], 1):
        head, *lines = block.strip().splitlines()
        mode, unit, title, *marks = (part.strip() for part in head.split("|"))
        words = marks[0].split() if marks else []
        yield AgendaSubject(
            slug=f"{area}-{no}",
            mode=mode,
            unit=unit,
            title=title,
            clauses=tuple(Clause(line.removeprefix("? "), line.startswith("? ")) for line in lines),
            months=_months(words),
            times=next((int(m[1]) for word in words if (m := _TIMES.fullmatch(word))), 1),
            needs_legal_review="审" in words,
        )


def _months(words: list[str]) -> frozenset[int]:
    spans = [(int(m[1]), int(m[2])) for word in words if (m := _MONTHS.fullmatch(word))]
    months = {month for first, last in spans for month in _span(first, last)}
    return frozenset(months or range(1, 13))


def _span(first: int, last: int) -> list[int]:
    """The months of a season; one that ends before it begins runs over New Year."""
    return [(first - 1 + i) % 12 + 1 for i in range((last - first) % 12 + 1)]
